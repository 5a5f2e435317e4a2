/** What an organiser with a matter at hand looks for, in the words of the trade, and what must come first or be found at all. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findEntries } from '../../src/search/query/find-entries.ts';
import { createPositionalEngine } from '../../src/search/engine/positional-engine.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';

const engine = createPositionalEngine(addressOf(distFolder));

beforeAll(() => stubPage());
afterAll(() => vi.unstubAllGlobals());

describe('a label without a value', { timeout: 60_000 }, () => {
  test('stands in no text that is searched', () => {
    const labelled = readExportedEntries().filter(({ text }) => /(?:期限|步骤|认定主体|启动|纠错)\s*(?:未公开|未载)(?:\s|$)/u.test(text));
    expect(labelled.map(({ id }) => id)).toEqual([]);
  });

  test('leads nowhere: “容错 期限” has first the two rules that state one', async () => {
    const { entries } = await findEntries(engine, '容错 期限');
    expect(entries.slice(0, 2).map(({ key }) => key)).toEqual(['ZC-0135', 'ZC-0113']);
  });
});

describe('a word of the trade', { timeout: 60_000 }, () => {
  test.each([
    ['未批先建', ['RC-001', 'RC-003', 'RC-004', 'RC-009']],
    ['先建后批', ['RC-001', 'RC-003', 'RC-009']],
    ['边批边建', ['RC-001', 'RC-003', 'RC-009']],
    ['未批先用', ['RC-003']],
    ['违法用地', ['RC-003']],
    ['赶工期', ['RC-003']],
    ['村支书 违建', ['RC-007']],
  ])('“%s” finds the cases that it is about', async (query, wanted) => {
    const { leading, entries, also } = await findEntries(engine, query);
    const found = [...leading, ...entries, ...also].map(({ key }) => key);
    expect(wanted.filter((id) => !found.includes(id))).toEqual([]);
  });
});

// The runtime's word list has none of them: a name is a keyword too, and the others are told by the texts, which never part them.
test.each([
  ['习近平总书记对担当作为怎么说', '习近平'],
  ['习近平关于容错的讲话有哪些要求', '习近平'],
  ['因疫情耽误了工期算不算失职', '疫情'],
  ['领导嫌材料不好天天扯皮怎么应付', '扯皮'],
])('no word is cut: %s', async (query, word) => {
  const { words } = await findEntries(engine, query);
  expect(words.map((used) => used.word)).toContain(word);
});
