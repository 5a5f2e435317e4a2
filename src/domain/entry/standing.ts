/**
 * Where an entry stands, in one sentence: in force or replaced, done by somebody or only proposed, described, made up for a class. Told from
 * what the entry's own fields and the documents that it cites say; light, so that page, Word file and export say the same.
 */
import { citedNumber, ownPlace } from '../../schema/number.ts';
import type { Statement } from './blocks.ts';
import type { Entry, EntryOf } from './records.ts';
import { stanceWords } from './stance.ts';
import type { Site } from '../site/site-index.ts';
import { isDraft, sinceInWords, validityOn } from '../policy/validity.ts';
import type { PolicyIndex } from '../policy/validity.ts';

/** Said of a draft wherever it is used: whoever looks drafts over gets them as files too, which go from hand to hand. */
export const DRAFT_NOTICE = '草稿：还没有审核发布，只供内部审阅，不作依据，不外传。';

/** What the sentence is told from beside the entry. */
export interface StandingContext {
  byId: ReadonlyMap<string, Entry>;
  policies: PolicyIndex;
  /** The day as of which the site speaks, `2026-11-22`. */
  asOf: string;
}

/** What it is told from on a site; the day is asked for only where the sentence names it. */
export function standingContext(site: Pick<Site, 'graph' | 'policies' | 'asOf'>): StandingContext {
  return {
    byId: site.graph.byId,
    policies: site.policies,
    get asOf() {
      return site.asOf;
    },
  };
}

/** Where an entry stands, a sentence without a full stop. */
export function standingOf(entry: Entry, context: StandingContext): string {
  const { retired, nature } = entry.data;
  if (retired) return `已退出（${retired.date}），不再更新`;
  if (nature === '教学情景') return '教学情景（虚构）：没有来源，不能当实例引用';
  return tellers[entry.collection](entry as never, context);
}

/** What is to be said of a document that is no final one, ending in a semicolon; empty for others. */
export function draftOf(data: EntryOf<'policies'>['data']): string {
  if (isDraft(data)) return '征求意见稿，不是定稿；';
  return data.title.includes('试行') ? '试行；' : '';
}

type Teller<C extends Entry['collection']> = (entry: EntryOf<C>, context: StandingContext) => string;

const tellers: { [C in Entry['collection']]: Teller<C> } = {
  situations: () => '编者按所见规定和做法整理；每条规定现在用不用，写在那一句里',
  sources: ({ data }) => stanceWords(data.stance),
  problems: ({ data }, { byId }) => `描写：${namesOf(data.manifestations, byId)}写到，不是统计`,
  causes: ({ data }, { byId }) => `分析：${namesOf(data.statements, byId)}的看法，不是定论`,
  measures: ({ data }, { byId }) => {
    const done = documentsOf(data.actions, byId, '做法');
    const suggested = documentsOf(data.actions, byId, '建议');
    if (done && suggested) return `有做法也有建议：做法见${done}，建议见${suggested}`;
    if (done) return `做法：${done}所记`;
    return suggested ? `建议：${suggested}提出，没有写谁做过` : '政策和公开资料写到';
  },
  mechanisms: ({ data }, { byId }) => STANDINGS[data.standing]?.(namesOf(data.statements, byId)) ?? data.standing,
  practices: ({ data }, { byId }) => `做法：${namesOf(data.actions, byId)}所记${data.evidence === '自述' ? '，是做事一方自己的材料' : ''}`,
  tolerance: ({ data }) =>
    data.type === '统计与汇编'
      ? `统计或汇编：据${reportsOf(data)}，${SEEN[data.completeness]}；口径照来源`
      : `实例：据${reportsOf(data)}，${SEEN[data.completeness]}；${data.type === '通报反例' ? '是通报的反面例子' : '是一件个案'}，不是规定`,
  courses: () => '教案：编者设计，可以改了再用',
  policies: (policy, { asOf, policies }) => policyStanding(policy, asOf, policies),
  terms: ({ data: { definition } }) => {
    if (typeof definition === 'string') return '释义未载：所见资料没有解释';
    if (definition.from === '编者释义') return '释义是编者写的，不能当规定引用';
    return `意思照${definition.from}的说法，${DEFINED[definition.confidence]}`;
  },
  tensions: () => '几处说法并排，本库不下结论',
};

function reportsOf({ nature }: EntryOf<'tolerance'>['data']): string {
  return nature === '本单位材料' ? nature : '公开报道';
}

/** By 建立程度; the sources that tell it come in front. */
const STANDINGS: Record<string, (names: string) => string> = {
  已实行: (names) => `已实行：${names}所记`,
  探索: (names) => `探索：${names}写作探索，没有写已经建成`,
  研究制定: (names) => `研究制定：${names}所记，没有写已经出台`,
  建议: (names) => `建议：${names}提出，没有写谁做过`,
  仅有名称: (names) => `只有名称：${names}提到，没有写内容`,
};

const DEFINED = {
  已见原文: '编者看到原文',
  已见转引: '编者看到的是转引',
  通识: '是一般的说法，没有核到原件',
  待核: '还没有核对',
} as const;

const SEEN: Record<EntryOf<'tolerance'>['data']['completeness'], string> = {
  全文: '编者看到全文',
  摘录: '编者只看到摘录',
  仅题名: '编者只看到题名',
  不适用: '没有来源',
};

/** `试行，现行，自 2018-05 起（截至 2026-11-28 核对）` */
function policyStanding(policy: EntryOf<'policies'>, asOf: string, policies: PolicyIndex): string {
  const { data } = policy;
  const validity = validityOn(policy, asOf, policies);
  const { state, by, isEndUnknown = false } = validity;
  const trial = draftOf(data);
  if (state === '不适用') return `${data.documentKind}，不是规则，没有时效（${data.checked.date} 核对）`;
  if (isEndUnknown) return `${trial}时效待核${sinceInWords(validity)}`;
  if (state === '待核') return `${trial}时效待核：${data.textSeen === '仅题名' ? '只见到题名' : '日期没有见到'}`;
  return `${trial}${state}${sinceInWords(validity)}${by ? `，见《${by.data.title}》` : ''}（截至 ${data.checked.date} 核对）`;
}

/** The names of what statements rest on: documents by their short names, the unit's own papers as such, everything else as 公开报道. */
function namesOf(items: readonly Statement[], byId: StandingContext['byId']): string {
  const documents = documentsOf(items, byId);
  const others = items.flatMap(({ cites }) => cites.filter((cite) => byId.get(citedNumber(cite) ?? '')?.collection !== 'sources'));
  const own = others.filter((cite) => ownPlace(cite));
  const isReported = others.length > own.length || (documents === '' && own.length === 0);
  return [...(documents ? [documents] : []), ...(own.length > 0 ? ['本单位文件'] : []), ...(isReported ? ['公开报道'] : [])].join('和');
}

/** The short names of the documents that statements cite, of one stance where one is asked for; empty when there are none. */
function documentsOf(items: readonly Statement[], byId: StandingContext['byId'], stance?: '建议' | '做法'): string {
  const numbers = new Set(items.flatMap(({ cites }) => cites.flatMap((cite) => citedNumber(cite) ?? [])));
  const names = [...numbers].flatMap((number) => {
    const source = byId.get(number);
    return source?.collection === 'sources' && (!stance || source.data.stance === stance) ? [source.data.shortName] : [];
  });
  return names.join('、');
}
