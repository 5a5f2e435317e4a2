import { expect, test } from 'vitest';
import { collectionNamed, newEntry } from '../../src/import/new-entry.ts';
import { checkFiles } from '../../src/lint/check-content.ts';
import { COLLECTION_NAMES } from '../../src/schema/number.ts';
import { readLibrary } from '../../src/store/library.ts';
import { storeFile } from '../../src/store/read-content.ts';
import { contentWith } from '../support/example-content.ts';

const TODAY = '2026-11-22';
const files = contentWith({});
const library = readLibrary(files);
const stored = ({ collection, slug, text }: ReturnType<typeof newEntry>) =>
  storeFile({ path: `content/${collection}/${slug}.mdx`, place: `${collection}/${slug}.mdx`, bytes: new TextEncoder().encode(text) });

test.for(COLLECTION_NAMES)('a new entry of %s passes the check as a draft, and can be shown', (collection) => {
  const entry = newEntry(library, collection, '宁波：先修路后补手续', TODAY);
  const file = stored(entry);
  const issues = checkFiles([...files, file], TODAY).issues;
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(issues.map(({ rule }) => rule)).toEqual(['unfinished-draft']);
  const read = readLibrary([...files, file]).entries.find(({ id }) => id === entry.id);
  expect(read?.record?.data.title).toBe('宁波：先修路后补手续');
});

test('what a source may leave out says 未载, what must be chosen stands open with all that may be chosen', () => {
  const { text, open } = newEntry(library, 'tolerance', '宁波：先修路后补手续', TODAY);
  expect(text).toContain('  motive: 未载\n  conditions: 未载\n');
  expect(text).toMatch(/^# .*可选：.*\noutcome:$/mu);
  expect(open.map(({ name }) => name)).toContain('outcome');
});

test('the number is the next one, the address is read from the title, with places as the list of regions has them', () => {
  const { id, slug } = newEntry(library, 'practices', '宁波：先修路后补手续', TODAY);
  expect([id, slug]).toEqual(['SJ-003', 'ningbo-xian-xiulu-houbu-shouxu']);
});

test('an address or a title that is taken is not given again', () => {
  const first = stored(newEntry(library, 'practices', '宁波修路', TODAY));
  const more = readLibrary([...files, first]);
  expect(newEntry(more, 'practices', '宁波修路！', TODAY).slug).toBe('ningbo-xiulu-2');
  expect(() => newEntry(more, 'practices', '宁波修路', TODAY)).toThrow('SJ-003');
});

test('an address that leads to another entry is not given away', () => {
  const moved = 'redirects:\n  - { from: /practices/ningbo-xiulu/, to: SJ-001, why: 改过题名 }';
  const more = readLibrary(contentWith({ file: 'ledger.yaml', replace: ['redirects: []', moved] }));
  expect(newEntry(more, 'practices', '宁波修路', TODAY).slug).toBe('ningbo-xiulu-2');
});

test('a gap in an entry that is to go out is an error', () => {
  const { text, ...entry } = newEntry(library, 'practices', '宁波修路', TODAY);
  const issues = checkFiles([...files, stored({ ...entry, text: text.replace('status: 草稿', 'status: 发布') })], TODAY).issues;
  expect(issues.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(3);
});

test.each([
  ['案例', 'tolerance'],
  ['容错案例', 'tolerance'],
  ['RC', 'tolerance'],
  ['政策', 'policies'],
])('%s means %s', (word, collection) => {
  expect(collectionNamed(word)).toBe(collection);
});

test('another word is told which there are', () => {
  expect(() => collectionNamed('案')).toThrow('是不是想写“案例”？');
});
