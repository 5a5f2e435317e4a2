/** Our own index of positions: what it packs comes back, and what it finds is what a plain search through the texts finds. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FACTS, SearchUnavailable } from '../../src/search/engine/engine.ts';
import type { PhraseHit } from '../../src/search/engine/engine.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { writePositions } from '../../src/search/making/index-positions.ts';
import { wantsPagefind, writeSearchIndex } from '../../src/search/making/index-pages.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/words/names.ts';
import { packNumbers, unpackNumbers } from '../../src/search/engine/packed-numbers.ts';
import { readSearchAddress } from '../../src/search/query/search-address.ts';
import { searchEntries } from '../../src/search/query/search-entries.ts';
import { createPositionalEngine } from '../../src/search/engine/positional-engine.ts';
import { packPlaces, unpackPlaces, wordsFor } from '../../src/search/engine/positions.ts';
import { matchText, phraseTokens, tokensOf } from '../../src/search/words/tokens.ts';
import { makePage } from '../support/make-page.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { createOracle } from './search-oracle.ts';

describe('packed', () => {
  test.each([
    [[]],
    [[0, 1, 57, 92, 93, 2_012, 2_013, 53_247, 53_248, 53_249, 99_999_999]],
    [Array.from({ length: 9_000 }, (_, at) => at * 7)],
  ])('numbers come back, from JSON too (%#)', (numbers) => {
    expect(unpackNumbers(JSON.parse(JSON.stringify(packNumbers(numbers))) as string)).toEqual(numbers);
  });

  test('places come back by entry', () => {
    const places: [number, number[]][] = [
      [0, [0]],
      [3, [7, 8, 60_000]],
      [4, [1]],
      [70_000, [5, 120_000]],
    ];
    expect([...unpackPlaces(packPlaces(places))]).toEqual(places);
    expect([...unpackPlaces('')]).toEqual([]);
  });
});

describe('a phrase is looked up by', () => {
  const wordsOf = (phrase: string, frequent: readonly string[] = [], known: readonly string[] = []) =>
    wordsFor(
      tokensOf(phrase),
      (pair) => frequent.includes(pair),
      (word) => (known.includes(word) ? 0 : 1),
    ).map(({ word, at }) => `${word}${at}`);

  test.for([
    ['容', ['容0']],
    ['容错', ['容错0']],
    ['容错纠', ['容错0', '错纠1']],
    ['容错纠错', ['容错0', '纠错2']],
    ['容错纠错机', ['容错0', '错纠1', '错机3']],
  ] as const)('%s: pairs', ([phrase, expected]) => {
    expect(wordsOf(phrase)).toEqual(expected);
  });

  test.for([
    ['干部', ['干部0']],
    ['干部敢', ['干部敢0']],
    ['爱干部', ['爱干部0']],
    ['激励干部', ['激励0', '励干部1']],
    ['干部担当', ['干部担0', '担当2']],
    ['干部干部', ['干部干0', '部干部1']],
  ] as const)('%s: threes where a pair is frequent', ([phrase, expected]) => {
    expect(wordsOf(phrase, ['干部'])).toEqual(expected);
  });

  test('what has been fetched already', () => {
    expect(wordsOf('容错纠错机', [], ['错纠', '纠错'])).toEqual(['容错0', '错纠1', '错机3']);
    expect(wordsOf('容错纠错机', [], ['纠错'])).toEqual(['容错0', '纠错2', '错机3']);
  });
});

const folders: string[] = [];
const random = seededRandom(20_261_128);
const pick = (from: string, length: number) => Array.from({ length }, () => random.pick([...from])).join('');
/** So few characters that some pairs stand thousands of times, and every kind of them. */
const MANY = '干部干部干部干部担当';
const FEW = `${MANY}容错，、。 1%ａÉ𠮷한\n`;

const entries = Array.from({ length: 90 }, (_, index): IndexedEntry => {
  const number = index + 1;
  const title = `容错${pick('干部担当', 3)}${number}`;
  const alias = pick('担当作为、', 4);
  const shown = number % 3 === 0 ? `\n${alias}\n` : '\n';
  const body = number % 4 === 0 ? pick(MANY, 900) : pick(FEW, 40 + (number % 7) * 60);
  const asked = [`怎么办${number % 5}容错`, '干部担当作为'];
  const id = `SJ-${String(number).padStart(3, '0')}`;
  const facets = {
    regions: number % 2 === 0 ? ['浙江省'] : [],
    themes: [],
    levels: [],
    natures: [],
    years: [String(2000 + (number % 9))],
    sources: ['S3'],
  };
  const more = { facets, date: number % 5 === 0 ? '2021-08' : '', common: `m${number % 7}` };
  return makePage({ id, title, aliases: [alias], url: `/practices/p${number}/`, text: `${title}${shown}${body}`, asked, ...more });
});
const texts = entries.map(({ text }) => text);
const { slots, asked } = gatherLexicon({
  asked: entries.map((entry) => entry.asked),
  words: ['担当作为'],
  synonyms: [],
  places: ['浙江'],
  texts,
});

const buildIndex = async (withPagefind: boolean) => {
  const folder = mkdtempSync(join(tmpdir(), 'search-positions-'));
  folders.push(folder);
  await writeSearchIndex(folder, entries, () => ({ words: { ...NO_WORDS, asked }, lexicon: slots, names: NO_NAMES }), withPagefind);
  return folder;
};
const filesOf = (folder: string) => {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return items.map((item) => join(item.parentPath, item.name).slice(folder.length)).sort();
};
const site = await buildIndex(false);

beforeEach(() => stubPage());
afterEach(() => vi.unstubAllGlobals());
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('our own index', () => {
  const sorted = (hits: readonly PhraseHit[]) => [...hits].sort((a, b) => (a.key < b.key ? -1 : 1));
  const phrases = Array.from({ length: 3_000 }, (_, index) => {
    const text = [...(texts[index % texts.length] ?? '').replaceAll('\n', '')];
    const from = random.below(text.length);
    const taken = text.slice(from, from + 1 + (index % 12)).join('');
    return index % 5 === 0 ? pick(FEW, 2 + (index % 4)) : taken;
  });

  test('has frequent pairs', () => {
    const script = filesOf(site).find((name) => name.endsWith('frequent.json.js')) ?? '';
    expect(readFileSync(join(site, script), 'utf8')).toContain('干部');
  });

  test('finds a phrase where a plain search through the texts finds it, and nowhere else', async () => {
    const engine = createPositionalEngine(addressOf(site));
    const oracle = createOracle(entries);
    let found = 0;
    for (const phrase of new Set(phrases)) {
      // A single token in a text stands nowhere in particular.
      const isSingle = phraseTokens(phrase).length === 1;
      const placed = ({ score, ...hit }: PhraseHit) => (isSingle && hit.place === 'text' ? hit : { ...hit, score });
      const [hits, expected] = await Promise.all([engine.search(phrase), oracle.search(phrase)]);
      expect(sorted(hits).map(placed), phrase).toEqual(sorted(expected).map(placed));
      found += hits.length;
    }
    expect(found).toBeGreaterThan(10_000);
  });

  test('hands out what is known of any pair of characters, and what results show', async () => {
    const engine = createPositionalEngine(addressOf(site));
    const lexicon = await engine.lexicon(Object.keys(slots));
    expect(Object.fromEntries([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(slots);
    const { id = '', text, title, url } = entries[6] ?? {};
    expect(await engine.load(id)).toMatchObject({ id, text, title, url, collection: 'practices' });
    expect([...(await engine.cards()).keys()]).toEqual(entries.map((entry) => entry.id));
  });

  test('hands out each fact of all entries', async () => {
    const [engine, oracle] = [createPositionalEngine(addressOf(site)), createOracle(entries)];
    for (const fact of FACTS) expect(await engine.facts(fact), fact).toEqual(await oracle.facts(fact));
    expect((await engine.facts('dates')).get('SJ-005')).toEqual(['2021-08']);
  });

  test('reads facts only where something is filtered, sorted or a place is named', async () => {
    const asked = (query: string, address = '') => {
      const read: string[] = [];
      stubPage((path) => {
        if (path.includes('/facts/')) read.push(path.replace(/^.*\/facts\/|\/0\.json\.js$/gu, ''));
        return false;
      });
      // A folder of its own for the cache of what a page has read.
      const place = `${addressOf(site)}${'./'.repeat((turn += 1))}`;
      return searchEntries(createPositionalEngine(place), { ...readSearchAddress(address), q: query }).then(() => read);
    };
    let turn = 0;
    expect(await asked('容错')).toEqual([]);
    expect(await asked('容错', '?collection=practices&nature=x')).toEqual([]);
    expect(await asked('容错', '?year=2004')).toEqual(['years']);
    expect(await asked('容错', '?sort=date')).toEqual(['dates']);
    expect(await asked('怎么办容错')).toEqual([]);
    expect(await asked('浙江怎么办容错')).toEqual(['regions']);
  });

  test.each(['/current.json.js', '/cards/0.json.js', '/frequent.json.js', '/positions/'])(
    'says so when a %s cannot be fetched, and goes on once it can',
    async (part) => {
      const folder = await buildIndex(false);
      const engine = createPositionalEngine(addressOf(folder));
      stubPage((address) => address.includes(part));
      await expect(engine.search('容错')).rejects.toThrow(SearchUnavailable);
      stubPage();
      expect(await engine.search('容错')).toHaveLength(90);
    },
  );

  test('is the same however few places are held at a time', () => {
    const tokens = () => entries.map(({ title, text }) => ({ names: [matchText(title)], text: matchText(text) }));
    const write = (atOnce?: number) => {
      const files = new Map<string, unknown>();
      const table = writePositions(tokens(), (path, words) => void files.set(path, { ...words }), atOnce);
      return { table, files: [...files].sort(([a], [b]) => (a < b ? -1 : 1)) };
    };
    const whole = write();
    expect(whole.files.length).toBeGreaterThan(50);
    expect(write(5_000)).toEqual(whole);
    expect(write(1)).toEqual(whole);
  });

  test('is the same, byte for byte, for the same entries, with Pagefind beside it or without', async () => {
    const other = await buildIndex(true);
    const own = (folder: string) => filesOf(folder).filter((name) => name.startsWith('/search-index/'));
    expect(own(other)).toEqual(own(site));
    expect(own(site).filter((name) => !readFileSync(join(site, name)).equals(readFileSync(join(other, name))))).toEqual([]);
    expect(existsSync(join(other, 'pagefind/pagefind.js'))).toBe(true);
  });

  test.each([
    [3_000, false, true],
    [3_001, false, false],
    [3_001, true, true],
  ])('of %i entries, asked for it: %s, has Pagefind beside it: %s', (count, isAskedFor, expected) => {
    expect(wantsPagefind(count, isAskedFor)).toBe(expected);
  });

  test('without Pagefind says beside it that there is none', () => {
    expect(filesOf(site).filter((name) => name.startsWith('/pagefind/'))).toEqual(['/pagefind/current.json']);
    expect(readFileSync(join(site, 'pagefind/current.json'), 'utf8')).toBe('{"folder":"","lexicon":0}');
  });
});
