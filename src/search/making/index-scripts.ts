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
import type { PositionsTable } from './index-positions.ts';
import { NAMES_PARTS, splitNames } from '../words/names.ts';
import type { SearchNames, SearchWords } from '../words/names.ts';
import type { EntryTokens } from './index-words.ts';
import { SCRIPT_FILES, SCRIPT_INDEX } from '../engine/positional-engine.ts';
import type { CurrentScripts } from '../engine/positional-engine.ts';

/** What the index is made of; cards, the values of each fact, and texts in the order of the entries whose places are written. */
export interface ScriptSource {
  cards: readonly EntryCard[];
  facts: (fact: Fact) => readonly (readonly string[])[];
  texts: Iterable<{ id: string; text: StoredText }>;
  words: SearchWords;
  /** The lexicon in its files. */
  lexicon: LexiconFiles;
  names: SearchNames;
}

/** The places of words, written: what a reader must know of them, and what came of it. */
export interface PlacedWords {
  table: PositionsTable;
  written: Written;
}

/** Writes the places of all words below a folder. */
export type PlaceWords = (folder: string, entries: readonly EntryTokens[]) => Promise<PlacedWords>;

/** Writes them here and now. */
export const placeWords: PlaceWords = (folder, entries) => {
  const scripts = new ScriptFolder(folder);
  const table = writePositions(entries, (path, value) => {
    scripts.write(path, value);
  });
  return Promise.resolve({ table, written: scripts.written() });
};

/** The cards of so many entries are a file, and what fewer have of a fact: each may have values that no other has. */
const CARDS = 10_000;
const FACT = 5_000;

/** An index that has been begun: its places are on their way. */
export interface BegunScripts {
  /** Writes all else, and ends; the same content gives the same bytes. */
  finish(source: ScriptSource): Promise<{ files: number; bytes: number }>;
}

/** Begins the index below `distDir` with the places of the words of the entries, for which `place` may take its time while words are gathered. */
export function beginScriptIndex(distDir: string, entries: readonly EntryTokens[], place = placeWords): BegunScripts {
  const root = join(distDir, SCRIPT_INDEX);
  const next = join(root, NEXT);
  rmSync(root, { recursive: true, force: true });
  const placing = place(next, entries);
  // What fails is told when it is waited for.
  placing.catch(() => undefined);
  return {
    async finish({ cards, facts, texts, words, lexicon, names }) {
      const scripts = new ScriptFolder(next);
      const { near, far } = splitTraditional(words.traditional);
      scripts.write(SCRIPT_FILES.words, { ...words, traditional: near });
      scripts.write(SCRIPT_FILES.traditional, far);
      const parts = splitNames(names);
      for (const part of NAMES_PARTS) scripts.write(SCRIPT_FILES.names(part), parts[part]);
      for (const [part, some] of partsOf(cards, CARDS).entries()) scripts.write(SCRIPT_FILES.cards(part), packCards(some));
      for (const fact of FACTS)
        for (const [part, some] of partsOf(facts(fact), FACT).entries()) scripts.write(SCRIPT_FILES.facts(fact, part), packFact(some));
      const counts = { cards: Math.ceil(cards.length / CARDS), facts: Math.ceil(cards.length / FACT), lexicon: lexicon.length };
      for (const [shard, slots] of lexicon.entries()) scripts.write(SCRIPT_FILES.lexicon(shard), slots);
      for (const { id, text } of texts) scripts.write(SCRIPT_FILES.text(id), text);
      const { table, written: places } = await placing;
      scripts.write(SCRIPT_FILES.frequent, table.frequent);
      const { digest, files, bytes } = scripts.written();
      const folder = createHash('sha256').update(digest).update(places.digest).digest('hex').slice(0, 12);
      renameSync(next, join(root, folder));
      const current: CurrentScripts = { folder, ...counts, positions: table.files };
      const path = SCRIPT_FILES.current;
      writeFileSync(join(root, scriptPath(path)), scriptForm(path, JSON.stringify(current)));
      return { files: files + places.files + 1, bytes: bytes + places.bytes };
    },
  };
}

function partsOf<T>(list: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}

/** What has been written, and a hash of all of it. */
interface Written {
  digest: string;
  files: number;
  bytes: number;
}

/** Scripts below a folder, which is named after what is in it when all is written. */
class ScriptFolder {
  readonly #folder: string;
  readonly #hash = createHash('sha256');
  readonly #made = new Set<string>();
  #files = 0;
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(path: string, value: unknown): void {
    const content = scriptForm(path, JSON.stringify(value));
    this.#hash.update(path).update(content);
    this.#files += 1;
    this.#bytes += Buffer.byteLength(content);
    const target = join(this.#folder, scriptPath(path));
    if (!this.#made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    this.#made.add(dirname(target));
    writeFileSync(target, content);
  }

  written(): Written {
    return { digest: this.#hash.copy().digest('hex'), files: this.#files, bytes: this.#bytes };
  }
}

const NEXT = 'next';
