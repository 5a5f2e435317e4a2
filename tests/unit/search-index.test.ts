import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packCards, unpackCards } from '../../src/search/engine/card-table.ts';
import { SearchUnavailable } from '../../src/search/engine/engine.ts';
import type { EntryCard, PhraseHit } from '../../src/search/engine/engine.ts';
import { withFacts } from '../../src/search/making/index-facts.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { writeSearchIndex } from '../../src/search/making/index-pages.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/words/names.ts';
import { createPagefindEngine } from '../../src/search/engine/pagefind-engine.ts';
import { UNIT_CONTRACT } from '../../src/domain/site/units.ts';
import { KNOWN, OPENING } from '../../src/search/engine/current-index.ts';
import type { CurrentIndex } from '../../src/search/engine/current-index.ts';
import { forgetIndex } from '../../src/search/engine/stored-index.ts';
import type { KnownFile, OpeningParts } from '../../src/search/engine/stored-index.ts';
import { phraseTokens } from '../../src/search/words/tokens.ts';
import { makePage } from '../support/make-page.ts';
import { makeFigure, makePolicy, makePractice, makeSite, vocabulary } from '../support/make-entries.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { createOracle } from './search-oracle.ts';

const folders: string[] = [];
const random = seededRandom(20_261_128);
const pick = (from: string, length: number) => Array.from({ length }, () => random.pick([...from])).join('');

/** Few characters, so that phrases stand nearly everywhere, and every kind of them: rare and frequent Han, punctuation, digits, Latin, far planes. */
const FEW = '干部干部担当作为容错，、。 1%ａÉ𠮷한\n';

const makeEntry = (number: number): IndexedEntry => {
  const title = `容错${pick('干部担当', 3)}${number}`;
  const alias = pick('担当作为、', 4);
  const shown = number % 3 === 0 ? `\n${alias}\n` : '\n';
  const text = `${title}${shown}${pick(FEW, 40 + (number % 7) * 60)}`;
  const asked = [`怎么办${number % 5}容错`, '干部担当作为'];
  return makePage({ id: `SJ-${String(number).padStart(3, '0')}`, title, aliases: [alias], url: `/practices/p${number}/`, text, asked });
};

const lexiconOf = (pages: readonly IndexedEntry[]) =>
  gatherLexicon({
    asked: pages.map(({ asked }) => asked),
    words: ['担当作为'],
    synonyms: [{ words: ['容错'], to: ['干部'] }],
    places: [],
    texts: pages.map(({ text }) => text),
  });

const entries = Array.from({ length: 60 }, (_, index) => makeEntry(index + 1));

const buildIndex = async (pages = entries) => {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  folders.push(folder);
  const { slots, asked } = lexiconOf(pages);
  await writeSearchIndex(folder, pages, () => ({ words: { ...NO_WORDS, asked }, lexicon: slots, names: NO_NAMES }));
  const root = join(folder, 'pagefind');
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = names.map((item) => join(item.parentPath, item.name)).sort();
  return { folder, written: new Map(paths.map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path)])) };
};

const { folder: site, written } = await buildIndex();
const { folder: current } = JSON.parse(written.get('current.json')?.toString() ?? '') as CurrentIndex;
const inFolder = [...written].filter(([path]) => path.startsWith(`${current}/`));
const files = new Map(inFolder.map(([path, content]) => [path.slice(current.length + 1), content]));

test('other libraries read the index in this form: where it changes, UNIT_CONTRACT is raised', () => {
  const read = (path: string) => JSON.parse(gunzipSync(files.get(path) ?? '').toString()) as object;
  const kinds = [...files.keys()].map((path) => path.replace(/[\w-]+(?=\.pf_(?:index|text))|\d+(?=\.pf_words)/u, '#'));
  const [opening = ''] = (files.get(OPENING) ?? '').toString('latin1').split('\n');
  const parts = (JSON.parse(opening) as OpeningParts).map(([path]) => path.replace(/[\w-]+(?=\.pf_meta)/u, '#'));
  expect({
    contract: UNIT_CONTRACT,
    current: Object.keys(JSON.parse(written.get('current.json')?.toString() ?? '') as object).sort(),
    known: Object.keys(read(KNOWN)).sort(),
    opening: parts.sort(),
    files: [...new Set(kinds)].sort(),
  }).toEqual({
    contract: 5,
    current: ['folder', 'lexicon'],
    known: ['cards', 'words'],
    opening: ['pagefind-entry.json', 'pagefind.#.pf_meta', 'wasm.unknown.pagefind'],
    files: [
      'cards.pf_cards',
      ...['dates', 'levels', 'marks', 'regions', 'sources', 'themes', 'years'].map((fact) => `facts/${fact}.pf_cards`),
      ...['index/#.pf_index', 'lexicon/#.pf_words', 'names-all.pf_words', 'names-matters.pf_words'],
      ...['names-names.pf_words', 'names-words.pf_words'],
      ...['opening.pf_meta', 'text/#.pf_text', 'traditional.pf_words'],
    ],
  });
});

beforeEach(() => {
  stubPage();
  forgetIndex(addressOf(site));
});

afterEach(() => vi.unstubAllGlobals());

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test('cards are as they were packed: names from the shortest on, and which of them is the title', () => {
  const facts = { collection: 'practices', natures: ['制度'], offers: ['figure' as const] };
  const cards: EntryCard[] = [
    { id: 'SJ-001', names: [4, 4, 19], title: 2, ...facts },
    { id: 'SJ-002', names: [], title: -1, ...facts },
    { id: 'SJ-004', names: [7, 12], title: -1, ...facts, endedIn: 2022 },
    { id: 'SJ-005', names: [3], title: 0, ...facts, unit: '青川' },
  ];
  expect(unpackCards(packCards(cards))).toEqual(cards);
  expect(unpackCards(packCards([]))).toEqual([]);
});

describe('the written index', () => {
  test('holds a text for every entry', () => {
    expect([...files.keys()].filter((path) => path.startsWith('text/'))).toHaveLength(60);
  });

  test("holds none of Pagefind's interfaces, and no empty file", () => {
    const kinds = new Set([...files.keys()].map((path) => path.replace(/^.*\./u, '')));
    expect([...kinds].sort()).toEqual(['pf_cards', 'pf_index', 'pf_meta', 'pf_text', 'pf_words']);
    expect([...written.keys()].filter((path) => !path.startsWith(`${current}/`)).sort()).toEqual(['current.json', 'pagefind.js']);
    expect([...written].filter(([, { length }]) => length === 0)).toEqual([]);
  });

  test('has a card for every entry, in their order', () => {
    const { cards } = JSON.parse(gunzipSync(files.get(KNOWN) ?? '').toString()) as KnownFile;
    expect(unpackCards(cards).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  test('comes in many small files, as the setting of Pagefind asks that it reads when it starts', () => {
    const parts = [...files].filter(([path]) => path.startsWith('index/'));
    expect(parts.length).toBeGreaterThan(50);
    expect(Math.max(...parts.map(([, { length }]) => length))).toBeLessThan(2_000);
    expect(process.env).not.toHaveProperty('PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE');
  });

  test('is the same, byte for byte, for the same entries', async () => {
    const again = (await buildIndex()).written;
    expect([...again.keys()]).toEqual([...written.keys()]);
    expect([...again].filter(([path, content]) => !written.get(path)?.equals(content)).map(([path]) => path)).toEqual([]);
  });
});

describe('Pagefind over it', () => {
  const sorted = (hits: readonly PhraseHit[]) => [...hits].sort((a, b) => (a.key < b.key ? -1 : 1));
  const texts = entries.map(({ text }) => text.replaceAll('\n', ''));
  const phrases = Array.from({ length: 600 }, (_, index) => {
    const text = [...(texts[index % texts.length] ?? '')];
    const from = random.below(text.length);
    const taken = text.slice(from, from + 1 + (index % 9)).join('');
    return index % 5 === 0 ? pick(FEW, 2 + (index % 4)) : taken;
  });

  test('finds a phrase where a plain search through the texts finds it, and nowhere else', async () => {
    const engine = createPagefindEngine(addressOf(site));
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
    expect(found).toBeGreaterThan(1_000);
  });

  test('hands out what is known of any pair of characters', async () => {
    const engine = createPagefindEngine(addressOf(site));
    const { slots } = lexiconOf(entries);
    const lexicon = await engine.lexicon(Object.keys(slots));
    expect(Object.fromEntries([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(slots);
    expect((await engine.lexicon(['没有'])).get('没有')).toBeUndefined();
  });

  test('hands out what results show', async () => {
    const engine = createPagefindEngine(addressOf(site));
    const { id, text, title, url } = entries[6] ?? makeEntry(0);
    expect(await engine.load(id)).toMatchObject({ id, text, title, url, collection: 'practices' });
  });

  test.each(['.pf_index', '.pf_meta', '.pf_cards'])('says so when a %s cannot be fetched, and goes on once it can', async (ending) => {
    const engine = createPagefindEngine(addressOf(site));
    stubPage((address) => address.replace(/\?.*$/u, '').endsWith(ending));
    await expect(engine.search('容错')).rejects.toThrow(SearchUnavailable);
    stubPage();
    expect(await engine.search('容错')).toHaveLength(60);
  });
});

describe('facts', () => {
  const page = { id: 'SJ-001', url: '/practices/a/', text: '标题', headings: [] };
  const site = makeSite(makePractice({ themes: ['专业培训'], level: ['省'], aliases: ['清名'] }));

  test('come from the content, not from the page', () => {
    expect(withFacts([page], site)).toMatchObject([
      {
        ...page,
        collection: 'practices',
        title: '浙江：公开澄清',
        aliases: ['清名'],
        facets: { themes: ['专业培训'], natures: ['公开报道'] },
      },
    ]);
  });

  test('name a region with everything above it', () => {
    const inside = vocabulary.data.regions.items.find(({ parent }) => parent !== undefined);
    const above = vocabulary.data.regions.items.find(({ id }) => id === inside?.parent);
    const [facts] = withFacts([page], makeSite(makePractice({ regions: [inside?.id] })));
    expect(facts?.facets.regions).toEqual([inside?.name, above?.name]);
  });

  test('say of a document that it was replaced, and of a figure what is not known of it', () => {
    const old = makePolicy({ id: 'ZC-0001', dates: { issued: '2015-07' }, figures: [makeFigure({ period: '未载' })] });
    const held = makeSite(old, makePolicy({ id: 'ZC-0002', dates: { issued: '2022-09-08' }, replaces: ['ZC-0001'] }));
    const [facts] = withFacts([{ ...page, id: 'ZC-0001' }], held);
    expect([facts?.caution, facts?.figures[0]?.period]).toEqual(['已被代替', '时间未载']);
  });

  test('are wanted for every page', () => {
    expect(() => withFacts([{ ...page, id: 'SJ-999' }], site)).toThrow('/practices/a/ shows SJ-999');
  });
});
