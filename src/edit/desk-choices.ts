/** What the pickers of the desk choose from, taken from the library. */
import { partOf } from '../domain/entry/own-documents.ts';
import { collectionOf } from '../schema/number.ts';
import { isEntryFile } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { LIST_NAMES } from '../store/load-lists.ts';
import { recordsIn, textOf } from '../store/loose-data.ts';
import type { DeskChoices, DeskSources } from './protocol.ts';

/** Entries and controlled lists, by name. */
export function choicesOf({ entries, loaded: { lists } }: Library): DeskChoices {
  return {
    entries: entries
      .filter(({ file, id }) => isEntryFile(file) && collectionOf(id) !== undefined)
      .map(({ id, data, collection }) => ({ id, title: textOf(data['title']), collection })),
    lists: Object.fromEntries(
      LIST_NAMES.map((name) => [name, (lists[name]?.items ?? []).map((item) => ({ value: item.id, ...wordsOf(item) }))] as const),
    ),
  };
}

function wordsOf(item: object): { label: string; note: string } {
  const { id, name, title, note, kind, short } = item as Record<string, unknown>;
  const label = textOf(name) || textOf(title) || textOf(id);
  return { label, note: [textOf(kind), short === name ? '' : textOf(short), textOf(note)].filter(Boolean).join('，') };
}

/** What can be cited, with what is told of it. */
export function sourcesOf({ entries, loaded: { lists } }: Library): DeskSources {
  const of = (collection: string) => entries.filter((entry) => entry.collection === collection);
  return {
    documents: of('sources').map(({ id, data }) => ({
      id,
      name: textOf(data['shortName']),
      title: textOf(data['title']),
      paragraphs: recordsIn(data['paragraphs']).map(({ item }) => ({
        n: Number(item['n']),
        heading: textOf(item['heading']),
        gist: textOf(item['gist']),
        sentences: Number(item['sentences']),
      })),
    })),
    policies: of('policies').map(({ id, data }) => ({
      id,
      title: textOf(data['title']),
      clauses: recordsIn(data['clauses']).map(({ item }) => ({
        anchor: textOf(item['anchor']),
        no: textOf(item['no']),
        gist: textOf(item['gist']),
      })),
    })),
    publicSources: (lists['public-sources']?.items ?? []).map(({ id, title, publisher, date, seen }) => ({
      id,
      title,
      publisher,
      date,
      seen,
    })),
    ownDocuments: (lists['own-documents']?.items ?? []).map((ownDocument) => ({
      id: ownDocument.id,
      title: ownDocument.title,
      facts: [ownDocument.issuer, ownDocument.docNumber, ownDocument.date].join('，'),
      isInternal: ownDocument.access === '内部',
      parts: ownDocument.parts.map(({ at, gist }) => ({ at, name: partOf(ownDocument, at), gist })),
    })),
  };
}
