/** Writes, at build, what `positional-engine.ts` reads, as scripts, which need neither a server nor an unpacker. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scriptForm, scriptPath } from '../../domain/site/script-form.ts';
import { packCards } from '../engine/card-table.ts';
import type { EntryCard, StoredText } from '../engine/engine.ts';
import type { BuiltLexicon } from './index-lexicon.ts';
import { splitLexicon } from './index-lexicon.ts';
import { splitTraditional } from './index-names.ts';
import { writePositions } from './index-positions.ts';
import { NAMES_PARTS, splitNames } from '../words/names.ts';
import type { SearchNames, SearchWords } from '../words/names.ts';
import type { EntryTokens } from './index-words.ts';
import { SCRIPT_FILES, SCRIPT_INDEX } from '../engine/positional-engine.ts';
import type { CurrentScripts } from '../engine/positional-engine.ts';

/** What the index is made of; cards, tokens and texts in the same order. */
export interface ScriptSource {
  cards: readonly EntryCard[];
  tokens: Iterable<EntryTokens>;
  texts: Iterable<{ id: string; text: StoredText }>;
  words: SearchWords;
  lexicon: BuiltLexicon['slots'];
  names: SearchNames;
}

/** The cards of so many entries are a file. */
const CARDS = 2_500;

/** Writes the index below `distDir`, one file after the other; the same content gives the same bytes. */
export function writeScriptIndex(distDir: string, source: ScriptSource): { files: number; bytes: number } {
  const { cards, tokens, texts, words, lexicon, names } = source;
  const folder = new HashedFolder(join(distDir, SCRIPT_INDEX));
  const { near, far } = splitTraditional(words.traditional);
  folder.write(SCRIPT_FILES.words, { ...words, traditional: near });
  folder.write(SCRIPT_FILES.traditional, far);
  const parts = splitNames(names);
  for (const part of NAMES_PARTS) folder.write(SCRIPT_FILES.names(part), parts[part]);
  const shards = splitLexicon(lexicon);
  const counts = { cards: Math.ceil(cards.length / CARDS), lexicon: shards.length };
  for (let part = 0; part < counts.cards; part++) {
    folder.write(SCRIPT_FILES.cards(part), packCards(cards.slice(part * CARDS, (part + 1) * CARDS)));
  }
  for (const [shard, slots] of shards.entries()) folder.write(SCRIPT_FILES.lexicon(shard), slots);
  for (const { id, text } of texts) folder.write(SCRIPT_FILES.text(id), text);
  const { files, frequent } = writePositions(tokens, (path, value) => {
    folder.write(path, value);
  });
  folder.write(SCRIPT_FILES.frequent, frequent);
  return folder.close((name): CurrentScripts => ({ folder: name, ...counts, positions: files }));
}

/** A folder of scripts named after what is in it, which is known when all is written. They are small and many, so nothing waits in between. */
class HashedFolder {
  readonly #root: string;
  readonly #hash = createHash('sha256');
  readonly #folders = new Set<string>();
  #files = 0;
  #bytes = 0;

  constructor(root: string) {
    rmSync(root, { recursive: true, force: true });
    this.#root = root;
  }

  write(path: string, value: unknown): void {
    const content = scriptForm(path, JSON.stringify(value));
    this.#hash.update(path).update(content);
    this.#files += 1;
    this.#bytes += Buffer.byteLength(content);
    const target = join(this.#root, NEXT, scriptPath(path));
    if (!this.#folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    this.#folders.add(dirname(target));
    writeFileSync(target, content);
  }

  /** Names the folder, and says beside it which it is. */
  close(current: (name: string) => CurrentScripts): { files: number; bytes: number } {
    const name = this.#hash.digest('hex').slice(0, 12);
    renameSync(join(this.#root, NEXT), join(this.#root, name));
    const path = SCRIPT_FILES.current;
    writeFileSync(join(this.#root, scriptPath(path)), scriptForm(path, JSON.stringify(current(name))));
    return { files: this.#files + 1, bytes: this.#bytes };
  }
}

const NEXT = 'next';
