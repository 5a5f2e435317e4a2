/**
 * Everything that reads an address or a browser's storage takes any text: nothing is thrown, what comes out is within its limits, and what was
 * read is written and read as the same. `FUZZ` values each (2,000), from `FUZZ_SEED` (1).
 */
import { afterAll, describe, expect, test } from 'vitest';
import { readFilterAddress, writeFilterAddress } from '../../src/domain/list/filter-address.ts';
import type { FilterFacet } from '../../src/domain/list/filter.ts';
import { readIds } from '../../src/domain/kept/entry-ids.ts';
import { parseLocator } from '../../src/domain/entry/locator.ts';
import { readPackLink, writePackLink } from '../../src/domain/kept/pack-link.ts';
import { PACK_LIMIT, readStoredPack, writeStoredPack } from '../../src/domain/kept/pack-store.ts';
import { readTray, TRAY_LIMIT, writeTray } from '../../src/domain/kept/tray.ts';
import { landingAddress, landingPhrases, withoutLanding } from '../../src/search/query/landing-address.ts';
import { normalise, QUERY_LIMIT } from '../../src/search/query/normalise.ts';
import { parse } from '../../src/search/query/parse.ts';
import { readSearchAddress, writeSearchAddress } from '../../src/search/query/search-address.ts';
import { hostileAddress, hostileValue } from '../support/hostile-values.ts';
import { seededRandom } from '../support/seeded-random.ts';

const COUNT = Number(process.env['FUZZ'] ?? 2000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const SEARCH_NAMES = ['q', 'within', 'region', 'theme', 'collection', 'year', 'all', 'sort', 'mode', 'syn', 'prefer'];
const FACETS: FilterFacet[] = [
  { key: 'type', name: '类型', values: [{ value: '容错', label: '容错', count: 1 }] },
  { key: 'theme', name: '领域', values: [{ value: '容错纠错', label: '容错纠错', count: 1 }] },
];
const NUMBER = /^(?:[A-Z]{2}-\d{2,9}|S\d{1,9})$/u;

let tried = 0;

describe('any text is read without a throw', () => {
  fuzz('the address of a search', SEARCH_NAMES, (search) => {
    const state = readSearchAddress(search);
    expect([...normalise(state.q, '').text].length).toBeLessThanOrEqual(QUERY_LIMIT);
    const again = readSearchAddress(writeSearchAddress(state));
    expect(writeSearchAddress(again)).toBe(writeSearchAddress(state));
  });

  fuzz('the address of a filter', ['q', 'type', 'theme', 'all', 'sort', 'words'], (search) => {
    const { state } = readFilterAddress(search, FACETS);
    const again = readFilterAddress(writeFilterAddress(state), FACETS).state;
    expect(writeFilterAddress(again)).toBe(writeFilterAddress(state));
  });

  fuzz('the numbers of a comparison or a report', ['ids'], (search) => {
    const { ids, malformed } = readIds(search, 4);
    expect(ids.length).toBeLessThanOrEqual(4);
    for (const id of ids) expect(id).toMatch(NUMBER);
    for (const text of malformed) expect(text.length).toBeLessThanOrEqual(21);
  });

  fuzz('the link of a pack', ['items', 'part'], (search) => {
    const read = readPackLink(search);
    if (!read) return;
    expect(read.pack.items.length).toBeLessThanOrEqual(PACK_LIMIT);
    for (const { id, minutes } of read.pack.items) {
      expect(id).toMatch(NUMBER);
      expect(minutes).toBeGreaterThanOrEqual(0);
    }
    expect(readPackLink(writePackLink(read.pack))?.pack ?? read.pack).toEqual(read.pack);
  });

  fuzz('the words to be marked on a page', ['hl', 'part'], (search) => {
    const phrases = landingPhrases(search);
    expect(phrases.length).toBeLessThanOrEqual(6);
    expect(landingPhrases(landingAddress('', phrases).toWellFormed())).toEqual(phrases.map((phrase) => phrase.toWellFormed()));
    expect(withoutLanding({ pathname: '/a/', search, hash: '' })).not.toMatch(/[?&]hl=/u);
  });

  fuzzValues('a stored tray', (value) => {
    const ids = readTray(value);
    expect(ids.length).toBeLessThanOrEqual(TRAY_LIMIT);
    for (const id of ids) expect(id).toMatch(NUMBER);
    expect(readTray(writeTray(ids))).toEqual(ids);
  });

  fuzzValues('a stored pack', (value) => {
    const pack = readStoredPack(value);
    expect(pack.items.length).toBeLessThanOrEqual(PACK_LIMIT);
    expect(readStoredPack(writeStoredPack(pack))).toEqual(pack);
  });

  fuzzValues('a query', (value) => expect(parse(value)).toBeDefined());

  fuzzValues('a locator', (value) => {
    const locator = parseLocator(value);
    if (locator) expect(locator.last).toBeGreaterThanOrEqual(locator.first);
  });

  test('and leaves the prototype of objects alone', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  afterAll(() => {
    console.log(`parsers: ${tried} values tried, seed ${SEED}`);
  });
});

function fuzz(name: string, names: readonly string[], check: (search: string) => void): void {
  run(name, (random) => hostileAddress(names, random), check);
}

function fuzzValues(name: string, check: (value: string) => void): void {
  run(name, hostileValue, check);
}

function run(name: string, make: (random: ReturnType<typeof seededRandom>) => string, check: (value: string) => void): void {
  test(name, () => {
    const random = seededRandom(SEED);
    for (let round = 0; round < COUNT; round += 1) {
      const value = make(random);
      try {
        check(value);
      } catch (error) {
        throw new Error(`with ${JSON.stringify(value).slice(0, 300)}: ${String(error)}`, { cause: error });
      }
      tried += 1;
    }
  });
}
