/** What can be cited: an entry's page, and the documents and public sources that it rests on, as works with authors, title and date. */
import { isEditorsOwn } from './editors-own.ts';
import { citedNumber, ownPlace } from '../../schema/number.ts';
import { isUnknown } from '../../schema/unknown.ts';
import type { OwnDocument, PublicSource } from '../../schema/vocabulary.ts';
import { parseLocator, parseSourcePlace, placeName } from '../entry/locator.ts';
import { holdsText } from '../entry/original-text.ts';
import { yearRevised } from '../entry/entry-time.ts';
import { partOf } from '../entry/own-documents.ts';
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import { markedTitle } from '../site/register.ts';
import type { Site } from '../site/site-index.ts';
import type { Work } from './work.ts';

/** Where works are looked up. */
export interface WorkIndex {
  byId: ReadonlyMap<string, Entry>;
  publicSources: ReadonlyMap<string, PublicSource>;
  ownDocuments: ReadonlyMap<string, OwnDocument>;
  /** What each entry cites, by number. */
  citations: ReadonlyMap<string, readonly string[]>;
  siteName: string;
}

/** The works of a site. */
export function workIndex({ graph, publicSources, ownDocuments, citations }: Site, siteName: string): WorkIndex {
  return { byId: graph.byId, publicSources, ownDocuments, citations, siteName };
}

/** Where names are looked up. */
export type NameIndex = Pick<WorkIndex, 'byId' | 'publicSources' | 'ownDocuments'>;

/** What a citation is called where a reader reads: never by a number of the library's own. */
export interface CitedName {
  /** The number of the work, which stays in data and addresses. */
  work: string;
  /** What the work is called in a few words: `2021年综述`, `红网，2024-05-06`, `中国共产党问责条例`. */
  name: string;
  /** Where in it: `第26段第2句`, `第十七条`; empty for the whole. */
  place: string;
}

/** Names what a citation means; `undefined` when nobody has it. */
export function citedName(cite: string, { byId, publicSources, ownDocuments }: NameIndex): CitedName | undefined {
  const publicSource = publicSources.get(cite);
  if (publicSource) return { work: cite, name: outletOf(publicSource), place: '' };
  const own = ownPlace(cite);
  const ownDocument = own && ownDocuments.get(own.number);
  if (ownDocument) return { work: ownDocument.id, name: ownDocument.title, place: partOf(ownDocument, own.part) };
  const located = parseSourcePlace(cite);
  const document = located && byId.get(located.source);
  if (document && isOf(document, 'sources')) return { work: located.source, name: entryName(document), place: placeName(located.place) };
  const [number = '', anchor] = cite.split('#');
  const policy = byId.get(number);
  if (!policy || !isOf(policy, 'policies')) return undefined;
  const { title, clauses } = policy.data;
  const no = clauses.find((clause) => clause.anchor === anchor)?.no ?? '';
  // An entry of one article alone is called after it.
  return { work: number, name: title, place: title.endsWith(no) ? '' : no };
}

/** Citations in words, each work once: `2021年综述第26段第2句、第27段第1句；红网，2024-05-06`. What nobody has stays as it is written. */
export function citesText(cites: readonly string[], index: NameIndex): string {
  const named = cites
    .filter((cite) => !isEditorsOwn(cite, index))
    .map((cite) => citedName(cite, index) ?? { work: cite, name: cite, place: '' });
  const works = [...Map.groupBy(named, ({ work }) => work).values()];
  return works.map((list) => (list[0]?.name ?? '') + [...new Set(list.map(({ place }) => place))].filter(Boolean).join('、')).join('；');
}

/** What an entry is called in running text: a source document by its short name, anything else by its title. */
export function entryName(entry: Entry): string {
  return isOf(entry, 'sources') ? entry.data.shortName : entry.data.title;
}

/** The words of a link: those of the author, or the name of the entry where the author wrote its number alone. */
export function linkWords(words: string, { byId }: Pick<NameIndex, 'byId'>): string {
  const entry = byId.get(words.trim());
  return entry ? entryName(entry) : words;
}

/** Who published a public source and when, as far as that is known: `红网，2024-05-06`. */
function outletOf({ publisher, date }: PublicSource): string {
  return isUnknown(date) ? publisher : `${publisher}，${date}`;
}

/** The page of an entry on this site, at its permanent address. A constructed scenario says so in its reference too. */
export function pageWork({ data }: Entry, siteName: string): Work {
  const title = markedTitle({ title: data.title, ...(data.nature === '教学情景' && { isScenario: true }) });
  return {
    id: data.id,
    name: title,
    kind: 'page',
    authors: [siteName],
    title,
    subtitle: data.id,
    date: data.updated,
    url: `/id/${data.id}/`,
  };
}

/** The document that an entry is about, for policies and source documents; other entries are about no single one. */
export function subjectWork(entry: Entry): Work | undefined {
  if (isOf(entry, 'policies')) return policyWork(entry);
  return isOf(entry, 'sources') ? sourceWork(entry, []) : undefined;
}

/**
 * Everything that an entry cites, each work once, in order of appearance; of a source document with the paragraphs. That the editors made a scenario
 * up is no work.
 */
export function citedWorks(entry: Entry, index: WorkIndex): Work[] {
  const paragraphs = new Map<string, number[]>();
  for (const cite of index.citations.get(entry.data.id) ?? []) {
    if (isEditorsOwn(cite, index)) continue;
    const locator = parseLocator(cite);
    const id = citedNumber(cite) ?? cite;
    paragraphs.set(id, [...(paragraphs.get(id) ?? []), ...(locator ? [locator.paragraph] : [])]);
  }
  paragraphs.delete(entry.data.id);
  return [...paragraphs].flatMap(([id, list]) => {
    const ownDocument = index.ownDocuments.get(id);
    return (ownDocument ? ownWork(ownDocument, partsCited(entry, ownDocument, index)) : findWork(id, index, list)) ?? [];
  });
}

function partsCited({ data }: Entry, ownDocument: OwnDocument, { citations }: WorkIndex): string[] {
  const places = (citations.get(data.id) ?? []).flatMap((cite) => ownPlace(cite) ?? []);
  return [...new Set(places.filter(({ number }) => number === ownDocument.id).map(({ part }) => partOf(ownDocument, part)))].filter(
    Boolean,
  );
}

/** A reading by its number: a public source, a document, or else the entry's page. */
export function findWork(
  id: string,
  { byId, publicSources, ownDocuments, siteName }: WorkIndex,
  paragraphs: readonly number[] = [],
): Work | undefined {
  const source = publicSources.get(id);
  if (source) return publicSourceWork(source);
  const ownDocument = ownDocuments.get(id);
  if (ownDocument) return ownWork(ownDocument);
  const entry = byId.get(id);
  if (!entry) return undefined;
  if (isOf(entry, 'sources')) return sourceWork(entry, paragraphs);
  return isOf(entry, 'policies') ? policyWork(entry) : pageWork(entry, siteName);
}

/** A public source: who published it stands for the author, whom the register does not name; what names nobody is said in brackets instead. */
export function publicSourceWork(source: PublicSource): Work {
  const { id, publisher, title, date, url } = source;
  const isNamed = !NAMELESS.test(publisher);
  return {
    ...{ id, name: outletOf(source), kind: 'page', authors: isNamed ? [publisher] : [], title: bracketed(title) },
    ...(!isNamed && { publisher: `[${publisher}]` }),
    ...known({ date }),
    ...(url && { url }),
  };
}

/** What editors say of a name in round brackets stands in square ones, as what one adds does: `[某报道]` for 某报道（题名未载）, `29号[待核]`. */
function bracketed(text: string): string {
  return text
    .replace(/^(.*)（题名(?:未载|没有见到|为编者概括)）$/u, '[$1]')
    .replace(/^(.*（.+)，题名未载）$/u, '[$1）]')
    .replace(/（(待核)）$/u, '[$1]');
}

/** Kinds of places where something was found, as the register writes them where no name was seen: 期刊（转载）, 原载媒体未标（转载）. */
const NAMELESS =
  /^(?:转载|某|原载)|^(?:(?:公开)?法规文本|法规转载页|(?:学术)?期刊(?:论文)?|企业刊物|文库|(?:政府|企业|单位|法律资料|考试资讯)?网站|党网|公众号文章|网络评论|普法读物|清廉教育网页)(?:（|$)/u;

/** A document of the unit's own; that it is internal is said with its title, wherever the reference goes. */
function ownWork({ id, title, issuer, docNumber, date, access }: OwnDocument, parts: readonly string[] = []): Work {
  return {
    ...{ id, name: title, kind: 'document', authors: [issuer], title: access === '内部' ? `${title}（内部）` : title },
    ...known({ subtitle: docNumber }),
    ...known({ date }),
    ...(parts.length > 0 && { place: parts.join('、') }),
  };
}

function policyWork({ data }: EntryOf<'policies'>): Work {
  const { issued, published, adopted } = data.dates;
  return {
    id: data.id,
    name: data.title,
    kind: 'document',
    // “某市（发文机关未见）” says where a document is from, and that nobody saw who issued it.
    authors: data.issuers.filter((name) => !isUnknown(name) && !name.includes('未见')).map(withoutEdition),
    title: data.title,
    ...known({ subtitle: bracketed(data.docNumber) }),
    ...known({ date: dateOfEdition([issued, published, adopted].find((date) => !isUnknown(date)) ?? '未载', data.edition?.name) }),
    ...urlOf(data.readAt),
  };
}

/** “全国人大常委会（2024年修正）” says which edition is by whom; the name is without it. */
function withoutEdition(issuer: string): string {
  return issuer.replace(/（\d{4}年(?:修订|修正|修改)）$/u, '');
}

/** The day of a document, or the year in which it was revised since: a law of 1996 in its edition of 2021 is cited as of 2021. */
function dateOfEdition(date: string, edition: string | undefined): string {
  const revised = yearRevised(edition) ?? '';
  return !isUnknown(date) && revised > date.slice(0, 4) ? revised : date;
}

/** A source document as far as it names itself; its own title when it has one, otherwise the title that the site gave it, in brackets. */
function sourceWork({ data }: EntryOf<'sources'>, paragraphs: readonly number[]): Work {
  const { id, shortName, titleAsWritten, author, publisher, issued, documentKind } = data;
  return {
    id,
    name: shortName,
    kind: documentKind.endsWith('报告') ? 'report' : 'page',
    authors: isUnknown(author) ? [] : [author],
    title: isUnknown(titleAsWritten) ? `[${data.title}]` : titleAsWritten,
    ...(publisher !== author && known({ publisher })),
    ...known({ date: issued }),
    ...(paragraphs.length > 0 && { place: `第${rangesOf(paragraphs)}段` }),
  };
}

/** Only the fields that are known. */
function known<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isUnknown(value))) as Partial<T>;
}

function urlOf(readAt: EntryOf<'policies'>['data']['readAt']): { url?: string } {
  // The page of a report about a document is cited as the report.
  const url = readAt.find((place) => place.url !== undefined && holdsText(place))?.url;
  return url ? { url } : {};
}

/** `3、26-28`: each paragraph once, in order, runs of three and more as a range. */
function rangesOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join('、'))).join('、');
}
