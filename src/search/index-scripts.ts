/** Writes, at build, what `folder-engine.ts` reads: cards, words, names and texts as scripts, which need neither a server nor an unpacker. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { scriptForm, scriptPath } from '../domain/script-form.ts';
import type { EntryCard } from './engine.ts';
import { FOLDER_FILES } from './folder-engine.ts';
import type { FolderText } from './folder-engine.ts';
import type { Slot } from './lexicon.ts';
import type { SearchNames, SearchWords } from './names.ts';

/** What the folder index holds; `names` are those of each entry, folded, in the order of its card. */
export interface FolderIndex {
  cards: readonly EntryCard[];
  texts: readonly FolderText[];
  words: SearchWords;
  lexicon: Readonly<Record<string, Slot>>;
  names: SearchNames;
}

/** Writes the folder index below `distDir`; the same content gives the same bytes. */
export async function writeFolderIndex(distDir: string, index: FolderIndex): Promise<void> {
  await mkdir(join(distDir, dirname(FOLDER_FILES.cards)), { recursive: true });
  for (const part of ['cards', 'texts', 'words', 'lexicon', 'names'] as const) {
    const path = FOLDER_FILES[part];
    await writeFile(join(distDir, scriptPath(path)), scriptForm(path, JSON.stringify(index[part])));
  }
}
