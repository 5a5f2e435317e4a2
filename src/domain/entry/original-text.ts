/** Where a reader finds the text that an entry rests on: the first publisher's own page, or else whom to ask. Mirrors are never led to. */
import { citedNumber } from '../../schema/number.ts';
import { isUnknown } from '../../schema/unknown.ts';
import type { OwnDocument, PublicSource } from '../../schema/vocabulary.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';

/** A first publisher's own page, as the library holds it. */
export interface OfficialPlace {
  publisher: string;
  title: string;
  url: string;
}

/** A way to the text. */
export interface WayToText {
  /** 看原文, or 看报道 where the page only tells of the document. */
  label: string;
  publisher: string;
  /** What the page is, as far as it is not the text itself. */
  note: string;
  url: string;
}

/** The ways to the text of an entry, and whom to ask where none of them leads to the text itself. */
export interface OriginalText {
  ways: WayToText[];
  ask?: string;
}

/** What it is told from beside the entry. */
export interface OriginalContext {
  byId: ReadonlyMap<string, Entry>;
  publicSources: ReadonlyMap<string, PublicSource>;
  ownDocuments: ReadonlyMap<string, OwnDocument>;
}

/** For policies, cases and practices; other entries rest on several texts, and constructed scenarios on none. */
export function originalTextOf(entry: Entry, context: OriginalContext): OriginalText | undefined {
  if (isOf(entry, 'policies')) return textOfPolicy(entry);
  if (entry.data.nature === '教学情景') return undefined;
  if (isOf(entry, 'tolerance')) return textOfReport(entry.data.facts, context);
  return isOf(entry, 'practices') ? textOfReport(entry.data.actions, context) : undefined;
}

/** Where the text of a policy, or what another entry cites, is kept by its first publisher; each address once. */
export function officialPlaces(entry: Entry, cites: readonly string[], publicSources: OriginalContext['publicSources']): OfficialPlace[] {
  const own = isOf(entry, 'policies') ? entry.data.readAt.map(({ publisher, url }) => ({ publisher, title: entry.data.title, url })) : [];
  const cited = cites.flatMap((cite) => publicSources.get(cite) ?? []);
  const places = [...own, ...cited].flatMap(({ publisher, title, url }) => (url === undefined ? [] : [{ publisher, title, url }]));
  return [...new Map(places.map((place) => [place.url, place])).values()];
}

/** Who publishes the text of a policy, as the library has it, to be asked; copies say what the editors read, not where to look. */
export function publishersOf(entry: Entry): string[] {
  if (!isOf(entry, 'policies')) return [];
  return [...new Set(entry.data.readAt.map(({ publisher }) => publisher).filter((publisher) => !COPIED.test(publisher)))];
}

const COPIED = /转录|转载|镜像/u;

/** A note of this kind says that the page tells of a document and does not hold it. */
const TELLS_OF = /不是|播发|报道|消息|摘播|转述|提到|整理|解读|词条|摘要|文章|的说明/u;

/** Whether a page holds the text of a policy, and does not only tell of it. */
export function holdsText({ note }: { note: string }): boolean {
  return !TELLS_OF.test(note);
}

/** More would be a bibliography; the whole list stands at the end of the page. */
const MOST_WAYS = 2;

function textOfPolicy({ data }: EntryOf<'policies'>): OriginalText {
  const ways = data.readAt.flatMap(({ publisher, note, url }): WayToText[] => {
    if (url === undefined) return [];
    const isReport = TELLS_OF.test(note);
    return [{ label: isReport ? '看报道' : '看原文', publisher, note: isReport ? withoutStop(note) : '', url }];
  });
  const texts = ways.filter(({ label }) => label === '看原文');
  if (texts.length > 0) return { ways: texts.slice(0, MOST_WAYS) };
  const shelf = data.readAt.find(
    ({ publisher, url }) => url === undefined && !COPIED.test(publisher) && /数据库|公报|文件库/u.test(publisher),
  );
  const ask = shelf ? `可到${shelf.publisher}查（${withoutStop(shelf.note)}）` : whereToAsk(data);
  return { ways: ways.slice(0, MOST_WAYS), ask: `没有见到首发机构的原文网页，${ask}` };
}

/** Where texts of a kind are kept for everyone; of local papers whoever issued them is asked. */
const SHELVES: Partial<Record<EntryOf<'policies'>['data']['issuerKind'], string>> = {
  全国人大: '国家法律法规数据库',
  地方人大: '国家法律法规数据库',
  国务院: '国家法律法规数据库或者中国政府网',
};

function whereToAsk({ scope, issuerKind, issuers, dates }: EntryOf<'policies'>['data']): string {
  const date = [dates.issued, dates.published, dates.effectiveFrom].find((day) => !isUnknown(day));
  const by = date ? `凭题名和日期（${date}）` : '凭题名';
  const known = issuers.filter((name) => !isUnknown(name) && !UNSEEN_ISSUER.test(name));
  const shelf = SHELVES[issuerKind];
  if (shelf) return `可以${by}到${shelf}查`;
  if (scope === '中央') {
    const own = ['中央部门', '纪检监察'].includes(issuerKind) && known.length > 0;
    return `可以${by}到${own ? `${known.join('、')}的网站` : '共产党员网或者中国政府网'}查`;
  }
  if (known.length > 0) return `可以${by}向${known.join('、')}问`;
  const place = issuers.map((name) => name.replace(UNSEEN_ISSUER, '')).join('、');
  return `发文机关也没有见到，可以${by}向${place}的纪委监委或者组织部门问`;
}

/** An issuer that is known as a place alone: 昆明市（发文机关未见）. */
const UNSEEN_ISSUER = /（发文机关未见[^）]*）$/u;

/** The reports that the facts themselves cite; what is cited beside them is background. */
function textOfReport(
  facts: readonly { cites: readonly string[] }[],
  { byId, publicSources, ownDocuments }: OriginalContext,
): OriginalText {
  const numbers = [...new Set(facts.flatMap(({ cites }) => cites.flatMap((cite) => citedNumber(cite) ?? [])))];
  const sources = numbers.flatMap((number) => publicSources.get(number) ?? []);
  const pages = sources.flatMap(({ publisher, title, url }) => (url === undefined ? [] : [{ publisher, title, url }])).slice(0, MOST_WAYS);
  const ways = pages.map(({ publisher, title, url }) => ({ label: '看原文', publisher, note: pages.length > 1 ? title : '', url }));
  if (ways.length > 0) return { ways };
  const titled = sources.filter(({ title }) => !MADE_UP.test(title));
  const reports = titled.map((source) => `《${source.title.replace(/（题名节略）$/u, '')}》（${placeOfReport(source)}）`);
  const documents = numbers.flatMap((number) => {
    const source = byId.get(number);
    return source?.collection === 'sources' ? [source.data] : [];
  });
  const published = documents.filter(({ publisher }) => !isUnknown(publisher));
  const named = published.map(({ shortName, publisher, issued }) => `${shortName}（${publisher}，${issued}）`);
  const asked = [...new Set([...reports, ...named])].slice(0, MOST_WAYS).join('、');
  if (asked) return { ways: [], ask: `没有首发机构的网址，可以凭题名和日期找：${asked}` };
  const places = [...new Set(sources.map(placeOfReport))].slice(0, MOST_WAYS).join('、');
  if (places) return { ways: [], ask: `没有首发机构的网址，题名也没有见到，只知道出处：${places}` };
  const [own] = numbers.flatMap((number) => ownDocuments.get(number) ?? []);
  if (own) return { ways: [], ask: `原件是本单位的《${own.title}》，可以到这里查：${own.kept}` };
  const kept = documents.map(({ shortName }) => shortName).join('、');
  return { ways: [], ask: kept ? `出自${kept}，没有公开登载，本站有它的逐段大意` : '出处没有网址' };
}

/** A title by which the editors call what had none that they saw: it is not to be looked for. */
const MADE_UP = /题名(?:未载|没有见到|为编者概括)）$/u;

/** 红网，2023 */
function placeOfReport({ publisher, date }: PublicSource): string {
  return [publisher, ...(isUnknown(date) ? [] : [date])].join('，');
}

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/u, '');
}
