/** The site's content as Astro's collections hold it, loaded once a build. */
import { getCollection } from 'astro:content';
import { buildGraph } from '../domain/graph.ts';
import type { Graph } from '../domain/graph.ts';
import type { Entry, SiteContent } from '../domain/records.ts';
import { bodyMarks } from '../markdown/body-marks.ts';
import { parseBody } from '../markdown/parse.ts';
import { COLLECTION_NAMES, compareNumbers } from '../schema/number.ts';
import { hasEntries } from './content-folders.ts';
import { readVocabulary } from './vocabulary.ts';

export interface Site extends SiteContent {
  graph: Graph;
}

let loading: Promise<Site> | undefined;

/** Every entry that is not a draft, in number order, with the graph between them. */
export function loadSite(): Promise<Site> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Site> {
  const lists = await Promise.all(COLLECTION_NAMES.map((name) => loadCollection(name)));
  const entries = lists.flat();
  return { entries, vocabulary: readVocabulary().data, graph: buildGraph(entries) };
}

async function loadCollection(name: (typeof COLLECTION_NAMES)[number]): Promise<Entry[]> {
  if (!hasEntries(name)) return [];
  const stored = await getCollection(name, ({ data }) => data.status !== '草稿');
  const entries = stored.map(({ collection, id, data, body = '' }) => {
    // Astro types collection and data apart; both come from the same stored entry.
    return { collection, slug: id, data, body, marks: bodyMarks(parseBody(body)) } as unknown as Entry;
  });
  return entries.sort((a, b) => compareNumbers(a.data.id, b.data.id));
}
