/**
 * Our own index, Pagefind's where it is built, and a plain substring search over the published texts agree on every hit, for a thousand phrases from all
 * over the texts, and for thousands with `ALL_NAMES=1`, as by night.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PhraseHit } from '../../src/search/engine/engine.ts';
import { createPagefindEngine } from '../../src/search/engine/pagefind-engine.ts';
import { createPositionalEngine } from '../../src/search/engine/positional-engine.ts';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';
import { seededRandom } from '../support/seeded-random.ts';

const entries = readExportedEntries().map(({ id, title, aliases, text }) => ({
  id,
  names: [title, ...aliases],
  text,
  folded: matchText(text),
}));
const random = seededRandom(20_261_128);

const IS_WHOLE = process.env['ALL_NAMES'] !== undefined;

/** Pieces of texts, some of them with a character that does not belong there, and names: every one, or every fourth. */
const pieces = Array.from({ length: IS_WHOLE ? 3_000 : 800 }, (_, index) => {
  const { text } = random.pick(entries);
  const from = random.below(Math.max(1, text.length - 14));
  const piece = text.slice(from, from + 1 + random.below(14));
  return index % 6 === 0 ? piece.replace(/.$/u, random.pick(['错', '的', '，', '％', '7'])) : piece;
});
const names = entries.flatMap((entry) => entry.names).filter((_, index) => IS_WHOLE || index % 4 === 0);
const phrases = [...new Set([...pieces, ...names])].filter((phrase) => phraseTokens(phrase).length > 0);

beforeAll(() => stubPage());
afterAll(() => vi.unstubAllGlobals());

test('every engine finds phrases from all over the texts where they stand, and nowhere else', { timeout: 900_000 }, async () => {
  expect(phrases.length).toBeGreaterThan(IS_WHOLE ? 3_000 : 1_000);
  const base = addressOf(distFolder);
  const { folder } = JSON.parse(readFileSync(join(distFolder, 'pagefind/current.json'), 'utf8')) as { folder: string };
  const own = createPositionalEngine(base);
  const pagefind = folder === '' ? undefined : createPagefindEngine(base);
  const sorted = (hits: readonly PhraseHit[]) => [...hits].sort((a, b) => (a.key < b.key ? -1 : 1));
  const wrong: string[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const needle = phraseTokens(phrase).join('');
    const hits = sorted(await own.search(phrase));
    const expected = entries.filter(({ folded }) => folded.includes(needle)).map(({ id }) => id);
    if (hits.map(({ key }) => key).join() !== expected.sort().join()) wrong.push(`${phrase}: ${hits.length} instead of ${expected.length}`);
    // Pagefind takes a hundred times as long.
    if (!pagefind || index % (IS_WHOLE ? 8 : 12) > 0) continue;
    const others = sorted(await pagefind.search(phrase));
    if (JSON.stringify(others) !== JSON.stringify(hits)) wrong.push(`${phrase}: Pagefind has it elsewhere`);
  }
  expect(wrong).toEqual([]);
});
