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
  ['凭空编造', '空编'],
  ['发生疏漏', '生疏'],
  ['退回扣押款物', '回扣'],
  ['放弃权利', '弃权'],
  ['联名声明', '名声'],
  ['谈心沟通气氛', '通气'],
  ['入党票决', '党票'],
  ['开封城管', '封城'],
  ['事故居高不下', '故居'],
  ['请假数', '假数'],
  ['年头儿', '头儿'],
])('in %s nobody says %s', (said, word) => {
  expect(words.filter((other) => word.includes(other) && said.includes(other))).toEqual([]);
});
