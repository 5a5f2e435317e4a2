/** Bodies kept from an earlier run are the same as bodies read now; what cannot be trusted counts for nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBody } from '../../src/markdown/read-body.ts';
import { openBodyCache } from '../../src/store/value-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BODY = '\n\n<EditorNote>\n先看**单位**，见[长沙](SJ-009)。<Cite at="S3-¶26#2" />\n</EditorNote>\n\n{坏}\n';

test('a body that was kept is the body', () => {
  const path = join(folder, 'kept');
  const first = openBodyCache(path);
  first.read(BODY);
  first.save();
  expect(openBodyCache(path).read(BODY)).toEqual(readBody(BODY));
  expect(readFileSync(path).length).toBeGreaterThan(100);
});

test('what was not asked for again is not kept', () => {
  const path = join(folder, 'shrinks');
  const first = openBodyCache(path);
  first.read(BODY);
  first.read('甲'.repeat(1000));
  first.save();
  const before = readFileSync(path).length;
  const second = openBodyCache(path);
  second.read(BODY);
  second.save();
  expect(readFileSync(path).length).toBeLessThan(before);
});

test.each([
  ['a damaged file', Buffer.from('###')],
  ['an empty file', Buffer.alloc(0)],
])('%s counts for nothing', (_, bytes) => {
  const path = join(folder, 'damaged');
  writeFileSync(path, bytes);
  expect(openBodyCache(path).read(BODY)).toEqual(readBody(BODY));
});
