/** Writes, at build, what `positional-engine.ts` reads, as scripts, which need neither a server nor an unpacker. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scriptForm, scriptPath } from '../../domain/site/script-form.ts';
import { packCards, packFact } from '../engine/card-table.ts';
import { FACTS } from '../engine/engine.ts';
import type { EntryCard, Fact, StoredText } from '../engine/engine.ts';
import type { LexiconFiles } from './index-lexicon.ts';
import { splitTraditional } from './index-names.ts';
import { writePositions } from './index-positions.ts';
import { NAMES_PARTS, splitNames } from '../words/names.ts';
import type { SearchNames, SearchWords } from '../words/names.ts';
import type { EntryTokens } from './index-words.ts';
import { SCRIPT_FILES, SCRIPT_INDEX } from '../engine/positional-engine.ts';
import type { CurrentScripts } from '../engine/positional-engine.ts';

/** What the index is made of; cards, the values of each fact, tokens and texts in the same order. */
export interface ScriptSource {
  cards: readonly EntryCard[];
  facts: (fact: Fact) => readonly (readonly string[])[];
  tokens: Iterable<EntryTokens>;
  texts: Iterable<{ id: string; text: StoredText }>;
  words: SearchWords;
  /** The lexicon in its files. */
  lexicon: LexiconFiles;
  names: SearchNames;
}

/** The cards of so many entries are a file, and what fewer have of a fact: each may have values that no other has. */
const CARDS = 10_000;
const FACT = 5_000;

/** Writes the index below `distDir`, one file after the other; the same content gives the same bytes. */
export function writeScriptIndex(distDir: string, source: ScriptSource): { files: number; bytes: number } {
  const { cards, facts, tokens, texts, words, lexicon, names } = source;
  const folder = new HashedFolder(join(distDir, SCRIPT_INDEX));
  const { near, far } = splitTraditional(words.traditional);
  folder.write(SCRIPT_FILES.words, { ...words, traditional: near });
  folder.write(SCRIPT_FILES.traditional, far);
  const parts = splitNames(names);
  for (const part of NAMES_PARTS) folder.write(SCRIPT_FILES.names(part), parts[part]);
  for (const [part, some] of partsOf(cards, CARDS).entries()) folder.write(SCRIPT_FILES.cards(part), packCards(some));
  for (const fact of FACTS)
    for (const [part, some] of partsOf(facts(fact), FACT).entries()) folder.write(SCRIPT_FILES.facts(fact, part), packFact(some));
  const counts = { cards: Math.ceil(cards.length / CARDS), facts: Math.ceil(cards.length / FACT), lexicon: lexicon.length };
  for (const [shard, slots] of lexicon.entries()) folder.write(SCRIPT_FILES.lexicon(shard), slots);
  for (const { id, text } of texts) folder.write(SCRIPT_FILES.text(id), text);
  const { files, frequent } = writePositions(tokens, (path, value) => folder.write(path, value));
  folder.write(SCRIPT_FILES.frequent, frequent);
  return folder.close((name): CurrentScripts => ({ folder: name, ...counts, positions: files }));
}

function partsOf<T>(list: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}

/** A folder of scripts named after what is in it, which is known when all is written. */
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
