/** Where a reader finds the text that an entry rests on: the first publisher's own page, or else whom to ask. Mirrors are never led to. */
import { citedNumber } from '../schema/number.ts';
import { isUnknown } from '../schema/unknown.ts';
import type { PublicSource } from '../schema/vocabulary.ts';
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
const TELLS_OF = /不是|播发|报道|消息|摘播|转述|提到|整理|解读|词条|摘要/u;

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
  const issuers = data.issuers.filter((name) => !isUnknown(name)).join('、') || '发文机关';
  const date = [data.dates.issued, data.dates.published, data.dates.effectiveFrom].find((day) => !isUnknown(day));
  const ask = shelf ? `${shelf.publisher}（${withoutStop(shelf.note)}）` : `${issuers}${date ? `（${date}）` : ''}`;
  return { ways: ways.slice(0, MOST_WAYS), ask: `没有见到首发机构的原文网页，可向${ask}查` };
}

/** The reports that the facts themselves cite; what is cited beside them is background. */
function textOfReport(facts: readonly { cites: readonly string[] }[], { byId, publicSources }: OriginalContext): OriginalText {
  const numbers = [...new Set(facts.flatMap(({ cites }) => cites.flatMap((cite) => citedNumber(cite) ?? [])))];
  const sources = numbers.flatMap((number) => publicSources.get(number) ?? []);
  const ways = sources.flatMap(({ publisher, url }) => (url === undefined ? [] : [{ label: '看原文', publisher, note: '', url }]));
  if (ways.length > 0) return { ways: ways.slice(0, MOST_WAYS) };
  const reports = sources.map(({ publisher, date }) => `${publisher}（${date}）`);
  const documents = numbers.flatMap((number) => {
    const source = byId.get(number);
    if (source?.collection !== 'sources') return [];
    const { shortName, publisher, issued } = source.data;
    return [isUnknown(publisher) ? `${shortName}（没有登载处）` : `${shortName}（${publisher}，${issued}）`];
  });
  const asked = [...new Set([...reports, ...documents])].slice(0, MOST_WAYS).join('、');
  return { ways: [], ask: asked ? `没有首发机构的网址。出处：${asked}` : '出处没有网址' };
}

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/u, '');
}
