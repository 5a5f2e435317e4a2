/** The site as the build has it at hand, or as Astro's collections hold it. Pages ask for it and hand it on; nothing else does. */
import { getCollection } from 'astro:content';
import { inNumberOrder } from '../domain/entry/records.ts';
import type { BodyMarks, Entry, SiteContent } from '../domain/entry/records.ts';
import { indexSite } from '../domain/site/site-index.ts';
import type { Site } from '../domain/site/site-index.ts';
import { COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';
import { siteAtHand } from './build-channel.ts';
import { isInternalEdition, isReviewEdition } from './edition.ts';

type Lists = VocabularyData & { ledger: Pick<SiteContent, 'redirects'>; notes: Pick<SiteContent, 'localNotes'> };

let loading: Promise<Site> | undefined;

/** Every entry in number order and all lists, with the index over them; drafts only in `astro dev` and in the review edition, what is internal only there and in the internal one. */
export function loadSite(): Promise<Site> {
  const site = siteAtHand();
  if (site) return Promise.resolve(site);
  // A page that is opened again after an edit must show the edit.
  if (import.meta.env.DEV) return load();
  loading ??= load();
  return loading;
}

async function load(): Promise<Site> {
  const [lists, ...collections] = await Promise.all([getCollection('lists'), ...COLLECTION_NAMES.map((name) => loadCollection(name))]);
  // The lists were checked when they were read; the collection holds them under their names.
  const { ledger, notes, ...vocabulary } = Object.fromEntries(lists.map(({ id, data }) => [id, data])) as unknown as Lists;
  return indexSite({ entries: collections.flat(), vocabulary, ...ledger, ...notes });
}

async function loadCollection(name: CollectionName): Promise<Entry[]> {
  const stored = await getCollection(
    name,
    ({ data }) => import.meta.env.DEV || ((isReviewEdition() || data.status !== '草稿') && (isInternalEdition() || data.access !== '内部')),
  );
  const entries = stored.map(({ collection, id, data, rendered }) => {
    const { tree, marks } = rendered?.metadata as unknown as { tree: Entry['body']; marks: BodyMarks };
    // Astro types collection and data apart; both come from the same stored entry.
    return { collection, slug: id, data, body: tree, marks } as unknown as Entry;
  });
  // The store keeps them in the order of their addresses.
  return inNumberOrder(entries);
}
