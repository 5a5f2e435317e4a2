/**
 * The promise of the count: what the index says agrees with a plain substring search over the published texts, for names, and phrases from all over them.
 * By day every tenth name, of our own engine, which takes a quarter of the time and finds the same (`search-agreement.test.ts`); `ALL_NAMES=1` asks
 * Pagefind for each there is, as the nightly tests do.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { findEntries } from '../../src/search/query/find-entries.ts';
import { createPagefindEngine } from '../../src/search/engine/pagefind-engine.ts';
import { parse as parseQuery } from '../../src/search/query/parse.ts';
import { createPositionalEngine } from '../../src/search/engine/positional-engine.ts';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';

const entries = readExportedEntries().map((entry) => ({ ...entry, folded: matchText(entry.text) }));
const titlesOf = (collection: string) => entries.filter((entry) => entry.collection === collection).map(({ title }) => title);
const regions = parse(readFileSync(join(import.meta.dirname, '../../content/vocab/regions.yaml'), 'utf8')) as {
  items: { name: string; short: string }[];
};
/** A masked unit is named by asterisks, which nobody can look for. */
const terms = [
  ...new Set([...titlesOf('terms'), ...titlesOf('mechanisms'), ...regions.items.flatMap(({ name, short }) => [name, short])]),
].filter((term) => phraseTokens(term).length > 0);

const IS_WHOLE = process.env['ALL_NAMES'] !== undefined;

/** Those that are asked for this time. */
function sampled<T>(list: readonly T[]): T[] {
  return list.filter((_, index) => IS_WHOLE || index % 10 === 0);
}

const engine = (IS_WHOLE ? createPagefindEngine : createPositionalEngine)(addressOf(distFolder));

/** What each query finds, as numbers of entries in the order of the results page. */
const askAll = async (queries: readonly string[]) => {
  const found: { mode: string; entries: string[] }[] = [];
  for (const query of queries) {
    const { mode, entries: ranked } = await findEntries(engine, query);
    found.push({ mode, entries: ranked.map(({ key }) => key) });
  }
  return found;
};

beforeAll(() => stubPage());
afterAll(() => vi.unstubAllGlobals());

describe('every name', { timeout: 600_000 }, () => {
  test('of a term, a mechanism or a region is counted as often as it stands in an entry', async () => {
    expect(terms.length).toBeGreaterThan(200);
    const asked = sampled(terms);
    const found = await askAll(asked);
    const wrong = asked.flatMap((term, index) => {
      const needles = parseQuery(term).phrases.map(({ text }) => phraseTokens(text).join(''));
      const expected = entries.filter(({ folded }) => needles.every((needle) => folded.includes(needle))).length;
      const { mode = '', entries: numbers = [] } = found[index] ?? {};
      const counted = mode === 'exact' ? numbers.length : 0;
      return counted === expected ? [] : [`${term}: ${counted} instead of ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  test('that is a title leads to its own entry first', async () => {
    const asked = sampled(entries);
    const found = await askAll(asked.map(({ title }) => title));
    const wrong = asked.filter(({ title }, index) => {
      const first = entries.find(({ id }) => id === found[index]?.entries[0]);
      // Two entries may have one title; then either may come first.
      return first?.title !== title;
    });
    expect(wrong.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  test('that is another name finds its entry among the first three', async () => {
    const names = sampled(entries.flatMap(({ id, aliases }) => aliases.map((alias) => ({ id, alias }))));
    const found = await askAll(names.map(({ alias }) => alias));
    const wrong = names.filter(({ id, alias }, index) => {
      // A name that more than three entries share cannot lead to each of them.
      const shared = entries.filter(({ aliases, title }) => [title, ...aliases].includes(alias)).length;
      return shared <= 3 && !found[index]?.entries.slice(0, 3).includes(id);
    });
    expect(wrong.map(({ id, alias }) => `${id} ${alias}`)).toEqual([]);
  });
});

/** Phrases of 1 to 12 characters from all over the texts, by a fixed recipe. */
const phrases = Array.from({ length: 40 }, (_, index) => {
  const text = entries[(index * 61) % entries.length]?.text ?? '';
  const from = (index * 977) % Math.max(1, text.length - 12);
  return text.slice(from, from + 1 + (index % 12)).replace(/[\s“”"「」『』]+/gu, '');
}).filter((phrase) => phraseTokens(phrase).length > 0);

test('a phrase is found in as many entries as contain it', async () => {
  const asked = [...phrases, '容错', '三个区分开来', '20%', '1600', '3.5万', '不作为'];
  const found = await askAll(asked);
  const wrong = asked.flatMap((phrase, index) => {
    // A sign between words parts them: 谈话、考察 is looked for as two.
    const needles = parseQuery(phrase).phrases.map(({ text }) => phraseTokens(text).join(''));
    const expected = entries.filter(({ folded }) => needles.every((needle) => folded.includes(needle))).length;
    const { mode = '', entries: numbers = [] } = found[index] ?? {};
    return expected === 0 || (mode === 'exact' && numbers.length === expected)
      ? []
      : [`${phrase}: ${numbers.length} instead of ${expected}`];
  });
  expect(wrong).toEqual([]);
});
