/**
 * What an entry rests on by its source's own word, and what the editors connect with it: two kinds of link to the law, never mixed. Light: the
 * browser loads it.
 */
import type { z } from 'astro/zod';
import type { NONE_FOUND, quote } from '../../schema/fields.ts';
import type { Entry, EntryOf } from './records.ts';

export type Quote = z.infer<typeof quote>;
export type Clause = EntryOf<'policies'>['data']['clauses'][number];

/** The collections whose entries carry both kinds of link. */
export type LawLinked = 'measures' | 'mechanisms' | 'practices' | 'tolerance';

export type Basis = EntryOf<LawLinked>['data']['basis'][number];
export type RelatedPolicy = Exclude<EntryOf<LawLinked>['data']['relatedPolicies'], typeof NONE_FOUND>[number];

/** A policy that is linked to, and the article meant, as far as the library has it. */
export interface LinkedPolicy {
  title: string;
  article: Clause | undefined;
}

/** The two kinds of link, as every page and paper names them. */
export const BASIS_LABEL = '依据（来源写明）';
export const RELATED_LABEL = '相关条文（编者所列）';

/** What stands in place of related articles where the editors looked and found none. */
export const NONE_FOUND_TEXT = '编者查找过，没有找到相关条文。';

export function hasLawLinks(entry: Entry): entry is Extract<Entry, { collection: LawLinked }> {
  return 'relatedPolicies' in entry.data;
}

/** The articles that the editors connect; none where they looked and found none. */
export function relatedOf({ data }: Extract<Entry, { collection: LawLinked }>): RelatedPolicy[] {
  return typeof data.relatedPolicies === 'string' ? [] : data.relatedPolicies;
}

/** The policy of a number, and its article of an anchor; `undefined` for a number that no policy has. */
export function linkedPolicy(id: string, anchor: string | undefined, byId: ReadonlyMap<string, Entry>): LinkedPolicy | undefined {
  const policy = byId.get(id);
  if (policy?.collection !== 'policies') return undefined;
  return { title: policy.data.title, article: policy.data.clauses.find((clause) => clause.anchor === anchor) };
}

/** A link as a citation writes it: `ZC-0009#art-17`. */
export function policyCite({ id, clause }: { id: string; clause?: string | undefined }): string {
  return clause ? `${id}#${clause}` : id;
}

/** A policy's title with the number of the article meant: 中国共产党问责条例 第十七条. */
export function nameOfLinked({ title, article }: LinkedPolicy): string {
  return article ? `${title} ${article.no}` : title;
}

/** A quotation as papers print it: the words in quotation marks, then edition, where and when they were read. */
export function formatQuote(quoted: Quote): string {
  return `“${quoted.words}”（${formatQuoteSource(quoted)}）`;
}

/** Where a quotation stands: 2018年修订，读自中国人大网，2026-11-28. */
export function formatQuoteSource({ edition, readAt, day }: Quote): string {
  return `${edition}，读自${readAt}，${day}`;
}

/** How far an article was read, where that must be said beside it; nothing for one known from quotations, which is the rule. */
export function readNote({ read }: Clause): string {
  if (read === '条文未见') return '条文未见';
  return read === '逐字读过' ? '逐字读过' : '';
}

/** How many entries of a collection carry each kind of link. */
export interface LinkShare {
  collection: LawLinked;
  entries: number;
  withBasis: number;
  withRelated: number;
  /** Looked for and not found. */
  noneFound: number;
  withNeither: string[];
}

/** The share of both kinds of link, collection by collection. */
export function linkShares(entries: readonly Entry[]): LinkShare[] {
  const linked = entries.filter(hasLawLinks);
  return (['measures', 'mechanisms', 'practices', 'tolerance'] as const).map((collection) => {
    const own = linked.filter((entry) => entry.collection === collection);
    return {
      collection,
      entries: own.length,
      withBasis: own.filter(({ data }) => data.basis.length > 0).length,
      withRelated: own.filter((entry) => relatedOf(entry).length > 0).length,
      noneFound: own.filter(({ data }) => typeof data.relatedPolicies === 'string').length,
      withNeither: own.filter(({ data }) => hasNeither(data)).map(({ data }) => data.id),
    };
  });
}

/** Whether an entry says nothing of the law: no basis, no related article, and not that one was looked for. */
export function hasNeither({ basis, relatedPolicies }: Pick<EntryOf<LawLinked>['data'], 'basis' | 'relatedPolicies'>): boolean {
  return basis.length === 0 && relatedPolicies.length === 0;
}
