/**
 * Where the paragraphs of a report of a case may belong. Its own headings say it best; below none, the words of a paragraph do. Nothing is put into a
 * field: the editor sees what is offered there and writes it anew.
 */

export interface ReportLine {
  text: string;
  /** Whether its style or its outline level says that it is a heading. */
  isHeading: boolean;
}

/** The fields that a line is offered to, by their paths; none for a heading and for what no field has. */
export interface OfferedLine {
  paths: string[];
  why: 'heading' | 'teaching' | 'offered';
}

/** What the fields are called where is told how many paragraphs each is offered. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  facts: '事实',
  point: '要点',
  outcomeText: '结论',
  decidedBy: '认定主体',
  correction: '纠错',
  followUp: '后续',
  'factors.remedy': '挽回损失',
  'factors.consequence': '后果影响',
  'factors.motive': '动机态度',
  'factors.procedure': '程序方法',
  'factors.conditions': '客观条件',
  'factors.nature': '性质程度',
  'checked.against': '核对的材料',
};

/** Words by which a paragraph may belong to a field; the first that fits is offered it. */
const BELONGS: readonly { path: string; words: RegExp }[] = [
  { path: 'checked.against', words: /^(?:资料)?(?:来源|出处)[：:]/u },
  {
    path: 'outcomeText',
    words: /予以容错|不予(?:追究|处分|问责)|免(?:予|于)|从轻|减轻|不(?:影响|作负面)|认定(?:为|属于|符合)|作出.*决定/u,
  },
  { path: 'decidedBy', words: /(?:纪委|监委|组织部|党委|党组).{0,12}(?:认定|研究决定|审议|核查)/u },
  { path: 'factors.remedy', words: /挽回|补救|补办|补齐|整改|消除影响|及时纠正/u },
  { path: 'factors.consequence', words: /损失|后果|影响(?!评价)|投诉|伤亡/u },
  { path: 'factors.motive', words: /动机|出于|为了|没有谋|未谋|未为(?:个人|本人)|一心为公/u },
  { path: 'factors.procedure', words: /集体研究|请示|报批|会议|程序|公示|民主决策|手续/u },
  { path: 'factors.conditions', words: /客观|紧急|突发|汛期|疫情|没有先例|政策.{0,6}(?:空白|不明)|历史遗留/u },
  { path: 'factors.nature', words: /性质|情节|禁止性规定|主观故意|无意过失/u },
  { path: 'followUp', words: /此后|目前|如今|后来|提拔|重新/u },
];

/** Words of a heading, with the field of what stands below it; `teaching` has none. */
const SECTIONS: readonly { to: string; words: RegExp }[] = [
  { to: 'teaching', words: /思考|讨论|研讨|提问/u },
  { to: 'point', words: /启示|点评|评析|意义|要点|剖析/u },
  { to: 'correction', words: /纠错|纠正|整改/u },
  { to: 'followUp', words: /后续|回访|跟踪|成效|现状/u },
  { to: 'outcomeText', words: /结果|结论|认定|处理|处置|决定/u },
  { to: 'facts', words: /情况|案情|事实|背景|经过|简介|缘由|起因/u },
];

/** A heading that only looks like one: a few words that name a part, and no sentence. */
const SHORT = /^[^。；！？：，、]{2,12}$/u;
const NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:章|节|部分)|\d{1,2}[、.．](?!\d))\s*/u;
/** What happened on a day is told where the facts are. */
const DATED = /\d{4}年|\d{1,2}月\d{1,2}日/u;

/** Where each line may belong, in their order. */
export function offerLines(lines: readonly ReportLine[]): OfferedLine[] {
  let section: string | undefined;
  return lines.map(({ text, isHeading }): OfferedLine => {
    const words = text.trim().replace(NUMBER, '');
    const named = SHORT.test(words) ? SECTIONS.find((one) => one.words.test(words))?.to : undefined;
    if (isHeading || named !== undefined) {
      section = named;
      return { paths: [], why: 'heading' };
    }
    if (section === 'teaching') return { paths: [], why: 'teaching' };
    return { paths: pathsOf(text.trim(), section), why: 'offered' };
  });
}

function pathsOf(text: string, section: string | undefined): string[] {
  const path = BELONGS.find(({ words }) => words.test(text))?.path;
  if (path === 'checked.against') return [path];
  const isFactor = path?.startsWith('factors.') ?? false;
  if (section === 'facts') return ['facts', ...(path !== undefined && isFactor ? [path] : [])];
  if (section === 'outcomeText') return [path === 'decidedBy' ? path : section];
  if (section !== undefined) return [section];
  if (path === undefined) return ['facts'];
  return isFactor && DATED.test(text) ? ['facts', path] : [path];
}
