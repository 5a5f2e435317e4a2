/** What editors write in cells for what has an id: names of regions and of the values of lists, titles of entries and sources. */
import { partOf } from '../domain/entry/own-documents.ts';
import { regionAddition } from '../domain/region/region-line.ts';
import type { OwnDocument } from '../schema/vocabulary.ts';
import { COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { LIST_NAMES } from '../store/load-lists.ts';
import type { Library } from '../store/library.ts';
import { recordsIn, textOf } from '../store/loose-data.ts';
import type { KnownWords } from './read-cell.ts';

/** The words of a library. */
export function knownWords({ entries, loaded: { lists } }: Library): KnownWords {
  const listed = new Map(
    LIST_NAMES.flatMap((name) => (lists[name] ? [[keyOf(lists[name].items.map(({ id }) => id)), name] as const] : [])),
  );
  const words = new WeakMap<readonly string[], ReadonlyMap<string, string>>();
  const byCollection = new Map(
    COLLECTION_NAMES.map((name) => [
      name,
      new Map(
        entries.flatMap(({ collection, data, id }) => (collection === name && id !== '' ? [[textOf(data['title']), id] as const] : [])),
      ),
    ]),
  );
  const sources = lists['public-sources']?.items ?? [];
  const cites = new Map([
    ...[...(byCollection.get('policies') ?? [])],
    ...entries.flatMap(({ collection, id, data }) => (collection === 'policies' ? [[id, id] as const, ...clausesOf(id, data)] : [])),
    ...sources.flatMap(({ id, title }) => [[title, id] as const, [id, id] as const]),
    ...(lists['own-documents']?.items ?? []).flatMap(wordsOfOwn),
  ]);
  return {
    choices(ids) {
      const known = words.get(ids);
      if (known) return known;
      const name = listed.get(keyOf(ids));
      const made = new Map(ids.map((id) => [id, id]));
      for (const item of name ? (lists[name]?.items ?? []) : [])
        for (const word of [field(item, 'name'), field(item, 'short'), field(item, 'code')])
          if (word !== '' && !made.has(word)) made.set(word, item.id);
      words.set(ids, made);
      return made;
    },
    notes(ids) {
      const name = listed.get(keyOf(ids));
      return new Map((name ? (lists[name]?.items ?? []) : []).map((item) => [item.id, field(item, 'note')]));
    },
    entries: (collection: CollectionName) => byCollection.get(collection) ?? new Map<string, string>(),
    cites,
    addition(ids, word) {
      if (listed.get(keyOf(ids)) !== 'regions') return '';
      return regionAddition(word, lists.regions?.items ?? [], '再导入');
    },
  };
}

function clausesOf(id: string, data: Record<string, unknown>): (readonly [string, string])[] {
  return recordsIn(data['clauses']).map(({ item }) => [`${id}#${textOf(item['anchor'])}`, `${id}#${textOf(item['anchor'])}`] as const);
}

/** The document by its number or title, and its parts by the title with the article behind it: 实施办法第三条. */
function wordsOfOwn(ownDocument: OwnDocument): (readonly [string, string])[] {
  const { id, title, parts } = ownDocument;
  const inParts = parts.flatMap(({ at }) =>
    [`${id}#${at}`, title + partOf(ownDocument, at)].map((words) => [words, `${id}#${at}`] as const),
  );
  return [[title, id], [id, id], ...inParts];
}

function field(item: object, name: string): string {
  return textOf((item as Record<string, unknown>)[name]);
}

function keyOf(ids: readonly string[]): string {
  return ids.join('\n');
}
