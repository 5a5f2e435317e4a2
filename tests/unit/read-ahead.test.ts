import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLibraryFrom } from '../../src/commands/read-library.ts';
import { openLibrary, readAhead } from '../../src/store/library.ts';
import type { Library } from '../../src/store/library.ts';

const ROOT = join(import.meta.dirname, '../fixtures/sound-content/content');
let cache = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'read-ahead-'));
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});

const saidBy = ({ entries, pages, notes, files }: Library) =>
  JSON.stringify([entries.map(({ record, body }) => [record, body]), pages, notes, files.map(({ source }) => source)]);

/** What each file of a cache holds: V8 lays the same value out in other bytes at other times. */
function keptIn(folder: string) {
  return readdirSync(folder).map((name) => {
    const { maker, values } = deserialize(readFileSync(join(folder, name))) as { maker: string; values: Map<string, Uint8Array> };
    return { name, maker, values: [...values].map(([key, value]): unknown => [key, deserialize(value)]) };
  });
}

test('two shares hold every file once, and what they hold is what one thread reads', async () => {
  const shares = await Promise.all([0, 1].map((share) => readAhead(ROOT, (place) => place % 2 === share)));
  const whole = await readAhead(ROOT, () => true);
  expect(shares.map(({ bodies }) => bodies.size).every((size) => size > 0)).toBe(true);
  for (const part of ['fields', 'bodies'] as const) {
    const joined = new Map(shares.flatMap((share) => [...share[part]]));
    expect([...joined.keys()].sort()).toEqual([...whole[part].keys()].sort());
    for (const [key, value] of joined) expect(deserialize(value)).toEqual(deserialize(whole[part].get(key) ?? serialize(undefined)));
  }
});

test('a library read on both cores is the library read on one, and what is kept for the next is the same', async () => {
  const alone = saidBy(await openLibrary(ROOT));
  expect(saidBy(await readLibraryFrom(ROOT, cache, 1))).toBe(alone);
  const kept = keptIn(cache);
  rmSync(cache, { recursive: true });
  await openLibrary(ROOT, cache);
  expect(keptIn(cache)).toEqual(kept);
  expect(saidBy(await readLibraryFrom(ROOT, cache, 1))).toBe(alone);
});

test('what was read ahead is taken and not read again', async () => {
  const { fields, bodies } = await readAhead(ROOT, () => true);
  const empty = serialize({ ...(await openLibrary(ROOT)).entries[0]?.body, tree: { type: 'root', children: [] }, facts: {} });
  const library = await openLibrary(ROOT, cache, [{ fields, bodies: new Map([...bodies.keys()].map((key) => [key, empty])) }]);
  expect(library.entries.length).toBeGreaterThan(0);
  for (const { body } of library.entries) expect(body).toEqual({});
});
