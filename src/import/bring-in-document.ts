/** A Word document brought in: one draft, with the file and its text kept beside it; no part of either is published. */
import { extname, join } from 'node:path';
import type { Library } from '../store/library.ts';
import { IMPORTS_FOLDER } from '../store/read-content.ts';
import type { CollectionName } from '../schema/number.ts';
import { convertOld } from './convert-old.ts';
import { ImportError } from './import-error.ts';
import { writeWhole } from './import-record.ts';
import { openOfficeFile } from './office-file.ts';
import { readDocument } from './read-docx.ts';
import { isRule, wordDraft } from './word-draft.ts';
import type { WordDraft, WordWish } from './word-draft.ts';

/** What an editor has told of the document; without a collection, a rule becomes a policy and everything else a case. */
export interface DocumentWish extends Omit<WordWish, 'collection'> {
  collection?: CollectionName | undefined;
}

export interface DocumentImport {
  /** The name of the file, and what it holds. */
  name: string;
  bytes: Uint8Array;
  draft: WordDraft;
  /** The file of the draft, below the content folder. */
  place: string;
  /** The folder of the original, below the content folder. */
  beside: string;
}

/** Whether a file is taken for a document by its name; everything else is taken for a table. */
export function isDocument(name: string): boolean {
  return /\.(?:docx?|wps)$/iu.test(name);
}

/** Reads a document and makes its draft; writes nothing. Throws an `ImportError` for a file that is none. */
export function planDocument(name: string, bytes: Uint8Array, library: Library, wish: DocumentWish, today: string): DocumentImport {
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const file = openOfficeFile(isOld ? convertOld(bytes) : bytes);
  if (file.kind !== 'docx') throw new ImportError('这不是 Word 文档。');
  const document = readDocument(file);
  const collection = wish.collection ?? (isRule(document) ? 'policies' : 'tolerance');
  const draft = wordDraft(document, { ...wish, collection }, library, today);
  const { slug } = draft.entry;
  return { name, bytes, draft, place: join(collection, `${slug}.mdx`), beside: join(IMPORTS_FOLDER, collection, slug) };
}

/** Writes the original, its text and the draft; the draft last, so that a kill leaves no entry without its original. */
export function writeDocument({ name, bytes, draft, place, beside }: DocumentImport, root: string): void {
  writeWhole(join(root, beside, `original${extname(name).toLowerCase()}`), bytes);
  writeWhole(join(root, beside, 'original.md'), draft.original);
  writeWhole(join(root, place), draft.entry.text);
}
