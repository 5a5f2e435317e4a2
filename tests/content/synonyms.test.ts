/** A group of synonyms is found wherever one of its words stands in a query, so no word may stand inside another of another meaning. */
import { expect, test } from 'vitest';
import { contentOf } from '../../src/store/library.ts';
import { ownLibrary } from '../support/own-library.ts';

const { vocabulary } = contentOf(await ownLibrary());
const words = vocabulary.synonyms.items.flatMap(({ words }) => words);

test.each([
  ['放弃土地', '弃土'],
  ['推倒土房', '倒土'],
  ['私自盖章', '私自盖'],
  ['请假条子', '假条子'],
  ['钉钉子精神', '钉钉'],
  ['新增项目', '增项'],
  ['调整我的岗位', '整我'],
  ['挨整改通报', '挨整'],
  ['年头儿', '头儿'],
])('in %s nobody says %s', (said, word) => {
  expect(words.filter((other) => word.includes(other) && said.includes(other))).toEqual([]);
});
