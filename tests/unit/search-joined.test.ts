/** Several libraries searched as one give what one library with all their entries gives. */
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../src/search/engine/engine.ts';
import type { SearchEngine } from '../../src/search/engine/engine.ts';
import { NO_SELECTION } from '../../src/search/query/facets.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { withUnits } from '../../src/search/making/index-units.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import { joinEngines } from '../../src/search/engine/joined-engine.ts';
import type { AskUnits } from '../../src/search/engine/joined-engine.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/words/names.ts';
import { PLAIN_WISH } from '../../src/search/query/plan.ts';
import { searchEntries } from '../../src/search/query/search-entries.ts';
import { readAnyNumber } from '../../src/schema/number.ts';
import { makePage } from '../support/make-page.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { createOracle } from './search-oracle.ts';

const random = seededRandom(20_261_128);
const WORDS = [
  '容错',
  '纠错',
  '免责',
  '澄清',
  '正名',
  '担当',
  '作为',
  '减负',
  '督查',
  '口头',
  '交办',
  '登记',
  '会商',
  '报备',
  '审批',
  '执法',
];
const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join('');

const makeEntry = (number: number, more: Partial<IndexedEntry> = {}): IndexedEntry =>
  makePage({
    id: `SJ-${String(number).padStart(3, '0')}`,
    title: `${words(2)}${number}`,
    body: Array.from({ length: 1 + (number % 5) }, () => `${words(4)}。`).join('\n'),
    facets: { regions: [], themes: [random.pick(['综合', '营商'])], levels: [], natures: [], years: [], sources: ['S3'] },
    ...more,
  });

/** The numbers of several libraries are the same, as each begins with 1. */
const own = Array.from({ length: 8 }, (_, index) => makeEntry(index + 1));
const qing = Array.from({ length: 40 }, (_, index) =>
  makeEntry(index + 1, index === 20 ? { asked: ['天天开会怎么办', '会商开会能不能免责'] } : {}),
);
/** More ways of asking than in any other library, so that its sentences are numbered otherwise. */
const bei = Array.from({ length: 3 }, (_, index) =>
  makeEntry(index + 1, { asked: Array.from({ length: 3 + index }, (__, at) => `第${at + 1}回没人登记台账谁担着${index}`) }),
);

const engineOf = (pages: readonly IndexedEntry[]): SearchEngine => {
  const texts = pages.map(({ text }) => text);
  const { slots, asked } = gatherLexicon({ asked: pages.map((page) => page.asked), words: WORDS, synonyms: [], places: [], texts });
  return createOracle(pages, { ...NO_NAMES, entries: pages.map(({ id, title }) => [id, title]) }, { ...NO_WORDS, asked }, slots);
};
const unit = (name: string, engine: SearchEngine) => ({ name, root: `http://${name === '青川' ? 'q' : 'b'}/kb/`, engine });
const patient: AskUnits = (_, answering) => Promise.all(answering);

const joined = await joinEngines(engineOf(own), [unit('青川', engineOf(qing)), unit('北川', engineOf(bei))], patient);
/** All in one library, numbered on: what the joined search is to agree with. */
const numberedOn = [...own, ...qing, ...bei].map((page, index) => ({ ...page, id: `SJ-${String(index + 1).padStart(3, '0')}` }));
const one = engineOf(numberedOn);
const keys = [...own.map(({ id }) => id), ...qing.map(({ id }) => `青川:${id}`), ...bei.map(({ id }) => `北川:${id}`)];
const inOne = new Map(numberedOn.map(({ id }, index) => [id, keys[index] ?? '']));

const ask = (engine: SearchEngine, q: string, selection = NO_SELECTION) =>
  searchEntries(engine, { q, within: [], selection, sort: 'relevance', wish: PLAIN_WISH, asksUnits: true });

describe('a search over three libraries', () => {
  test.for([
    ...['容错', '容错免责', '督查 减负', '口头交办登记', '澄清正名 执法', '“容错纠错”', '担当 -免责'],
    ...['容错纠错怎么办', '口头交办没有登记能不能免责', '督查检查会商报备', '审批执法执法'],
  ])('for %s counts and ranks as one library with all entries does', async (q) => {
    const [parts, whole] = await Promise.all([ask(joined, q), ask(one, q)]);
    expect(parts.outcome.mode).toBe(whole.outcome.mode);
    expect(parts.outcome.count).toBe(whole.outcome.count);
    const scores = (result: typeof parts, nameOf: (key: string) => string) =>
      new Map(result.finding.entries.map(({ key, score }) => [nameOf(key), score.toFixed(6)]));
    expect(scores(parts, (key) => key)).toEqual(scores(whole, (key) => inOne.get(key) ?? ''));
  });

  test('tells by which sentence an entry is found, in whichever library it stands', async () => {
    for (const q of ['没人登记台账谁担着2', '天天开会怎么办', '会商开会能不能免责']) {
      const [parts, whole] = await Promise.all([ask(joined, q), ask(one, q)]);
      const told = (result: typeof parts, nameOf: (key: string) => string) =>
        result.leading.map(({ key, sentence }) => `${nameOf(key)} ${sentence}`).sort();
      expect(
        told(parts, (key) => key),
        q,
      ).toEqual(told(whole, (key) => inOne.get(key) ?? ''));
      expect(
        parts.leading.some(({ sentence }) => sentence !== undefined),
        q,
      ).toBe(true);
    }
  });

  test('adds up: what each library finds by itself is what is found of it', async () => {
    const { entries } = await ask(joined, '容错');
    const alone = await Promise.all([own, qing, bei].map(async (pages) => (await ask(engineOf(pages), '容错')).outcome.count));
    const counts = ['', '青川', '北川'].map(
      (name) => entries.filter(({ key }) => (key.split(':')[1] ? key.split(':')[0] : '') === name).length,
    );
    expect(counts).toEqual(alone);
  });

  test('can be narrowed to one of them', async () => {
    const { entries, unfiltered } = await ask(joined, '容错', { ...NO_SELECTION, unit: ['北川'] });
    expect(entries.every(({ key }) => key.startsWith('北川:'))).toBe(true);
    expect(new Set(unfiltered.map((card) => card.unit))).toEqual(new Set(['本库', '青川', '北川']));
  });

  test('without words, by filters alone, has the entries of each library', async () => {
    const themes = [own, qing, bei].map((pages) => pages.filter(({ facets }) => facets.themes.includes('营商')).length);
    const { entries, unfiltered } = await ask(joined, '', { ...NO_SELECTION, theme: ['营商'] });
    const counts = ['', '青川', '北川'].map((name) => entries.filter(({ key }) => readAnyNumber(key).unit === name).length);
    expect(counts).toEqual(themes);
    expect(unfiltered).toHaveLength(keys.length);
  });

  test('gives of an equal place this library first', async () => {
    const same = makePage({ id: 'SJ-001', title: '先后', body: '先后' });
    const both = await joinEngines(engineOf([same]), [unit('青川', engineOf([{ ...same, url: '/practices/q/' }]))], patient);
    expect((await ask(both, '先后')).entries.map(({ key }) => key)).toEqual(['SJ-001', '青川:SJ-001']);
  });

  test('leads to the page of the library that has the entry', async () => {
    expect(await joined.load('青川:SJ-001')).toMatchObject({
      id: '青川:SJ-001',
      title: qing[0]?.title,
      sources: ['青川:S3'],
      owner: { name: '青川', address: 'http://q/kb/practices/sj-001/' },
    });
    expect((await joined.load('SJ-001')).owner).toBeUndefined();
  });

  test('finds the entry of a question, with the sentence of its own', async () => {
    const page = qing.find(({ asked }) => asked.length > 0);
    const { leading, entries } = await ask(joined, page?.asked[1] ?? '');
    const found = [...leading, ...entries].find(({ key }) => key === `青川:${page?.id}`);
    expect(found?.sentence).toBe(1);
  });

  test('suggests names of all of them', async () => {
    const { entries } = await joined.names('names');
    expect(entries.map(([key]) => key)).toEqual(keys);
  });
});

/** As its own unit's site hands an entry out. */
const exported = ({ docNumber, offers, endedIn, caution, common, date, facets, figures, headings, ...page }: IndexedEntry) =>
  ({ ...page, search: { docNumber, offers, endedIn, caution, common, date, facets, figures, headings } }) as unknown as ExportedEntry;

describe('an entry of the common library', () => {
  const common = (title: string) =>
    makePage({ id: 'ZC-0001', collection: 'policies', title, body: '容错纠错', common: 'abc', asked: ['能不能容错纠错'] });
  const source = makePage({ id: 'S3', collection: 'sources', title: '综述', common: 'xyz' });

  test('is found once, of this library before others, with its sentence where it belongs', async () => {
    const other = makeEntry(7, { title: '青川的会商', asked: ['会商登记怎么办'] });
    const [mine, theirs] = [
      [common('办法'), source],
      [source, common('办法'), other],
    ];
    const both = await joinEngines(engineOf(mine), [unit('青川', engineOf(theirs))], patient);
    expect([...(await both.cards()).keys()]).toEqual(['ZC-0001', 'S3', '青川:SJ-007']);
    expect((await ask(both, '容错纠错')).entries.map(({ key }) => key)).toContain('ZC-0001');
    expect((await ask(both, '容错纠错')).entries.map(({ key }) => key)).not.toContain('青川:ZC-0001');
    const { leading, entries } = await ask(both, '会商登记怎么办');
    expect([...leading, ...entries].map(({ key, sentence }) => [key, sentence])).toContainEqual(['青川:SJ-007', 0]);
    // The source that it cites is the common one.
    expect((await both.facts('sources')).get('青川:SJ-007')).toEqual(['S3']);
  });

  test('is found once where one of the units has gathered the other', async () => {
    const theirs = { ...makeEntry(7, { title: '青川的会商', common: 'qqq' }), url: '/practices/q/' };
    const gathered = withUnits(
      [makeEntry(1, { title: '市里的会商', common: 'ccc' })],
      [
        { name: '青川', address: 'http://q/kb/', entries: [exported(theirs)] },
        { name: '旺苍', address: '/wc/', entries: [exported({ ...theirs, common: 'www' })] },
      ],
    );
    const both = await joinEngines(engineOf([]), [unit('青川', engineOf([theirs])), unit('市库', engineOf(gathered))], patient);
    expect([...(await both.cards()).keys()]).toEqual(['青川:SJ-007', '市库:SJ-001', '市库:旺苍:SJ-007']);
    expect((await both.load('市库:旺苍:SJ-007')).owner).toEqual({ name: '旺苍（市库汇集）', address: 'http://b/wc/practices/q/' });
    expect((await both.load('市库:SJ-001')).owner).toEqual({ name: '市库', address: 'http://b/kb/practices/sj-001/' });
  });

  test('that a library has gathered is told from its own and from others of one number, by what filters go by too', async () => {
    const inTheme = (theme: string, more: Partial<IndexedEntry> = {}) =>
      makeEntry(1, { title: `${theme}的会商`, facets: { ...makeEntry(1).facets, themes: [theme] }, ...more });
    const gatherer = (theme: string, name: string, theirs: string) =>
      engineOf(withUnits([inTheme(theme)], [{ name, address: `/${name}/`, entries: [exported(inTheme(theirs))] }]));
    const both = await joinEngines(gatherer('本县', '青川', '青川'), [unit('市库', gatherer('本市', '旺苍', '旺苍'))], patient);
    const cards = await both.cards();
    expect([...cards]).toEqual([...cards.values()].map((card) => [keyOf(card), card]));
    for (const [theme, key] of [
      ['本县', 'SJ-001'],
      ['青川', '青川:SJ-001'],
      ['本市', '市库:SJ-001'],
      ['旺苍', '市库:旺苍:SJ-001'],
    ] as const) {
      const { entries } = await ask(both, '会商', { ...NO_SELECTION, theme: [theme] });
      expect(entries.map((entry) => entry.key)).toEqual([key]);
      expect((await both.load(key)).title).toBe(`${theme}的会商`);
    }
    const { entries } = await ask(both, '会商', { ...NO_SELECTION, unit: ['青川'] });
    expect(entries.map(({ key }) => key)).toEqual(['青川:SJ-001']);
  });

  test('that an asked unit has gathered comes first by its number, before what only names it', async () => {
    const meant = makePage({ id: 'SJ-007', title: '旺苍的会商', body: 'SJ-007' });
    const naming = makePage({ id: 'SJ-001', title: '参照SJ-007的会商', body: '参照SJ-007的会商', aliases: ['SJ-007'] });
    const gathered = withUnits([], [{ name: '旺苍', address: '/wc/', entries: [exported(meant)] }]);
    const both = await joinEngines(engineOf([naming]), [unit('市库', engineOf(gathered))], patient);
    expect((await ask(both, 'SJ-007')).entries.map(({ key }) => key)).toEqual(['市库:旺苍:SJ-007', 'SJ-001']);
  });

  test('with one number and another mark is another entry', async () => {
    const both = await joinEngines(
      engineOf([common('办法')]),
      [unit('青川', engineOf([{ ...common('另一办法'), common: 'def' }]))],
      patient,
    );
    expect([...(await both.cards()).keys()]).toEqual(['ZC-0001', '青川:ZC-0001']);
  });
});

test('a unit that fails is asked through what waits for it, and this library fails by itself', async () => {
  const broken: SearchEngine = { ...engineOf(bei), search: () => Promise.reject(new Error('away')) };
  const failed: string[] = [];
  const kept: AskUnits = (units, answering) =>
    Promise.all(
      answering.map((one, at) =>
        one.catch(() => {
          failed.push(units[at]?.name ?? '');
          return undefined;
        }),
      ),
    );
  const both = await joinEngines(engineOf(own), [unit('北川', broken)], kept);
  expect((await both.search('容错')).every(({ key }) => !key.includes(':'))).toBe(true);
  expect(failed).toEqual(['北川']);
  const textless: SearchEngine = { ...engineOf(bei), load: () => Promise.reject(new Error('away')) };
  const shown = await joinEngines(engineOf(own), [unit('北川', textless)], kept);
  expect(await shown.load('北川:SJ-001')).toMatchObject({ id: '北川:SJ-001', title: '北川:SJ-001', text: '' });
  const ownBroken = await joinEngines({ ...engineOf(own), search: () => Promise.reject(new Error('mine')) }, [], kept);
  await expect(ownBroken.search('容错')).rejects.toThrow('mine');
});
