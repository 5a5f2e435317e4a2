import { expect, test } from 'vitest';
import { explainChoice } from '../../src/schema/choices.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';

const { vocabulary } = contentOf(await openLibrary('content'));
const outcomes = vocabulary.outcomes.items.map(({ id }) => id);
const told = (word: string, allowed = outcomes) => explainChoice(allowed, word, vocabulary).message;
const all = `可选：${outcomes.join('、')}。`;

test.each([
  ['is explained with the words of one value', '不予追究', '免责'],
  ['is explained with the words of one value', '提醒谈话', '诫勉或提醒'],
  ['begins with one value', '从轻处理', '从轻'],
  ['is part of one value', '容错', '予以容错'],
  ['ends with one value', '容错免责', '免责'],
  ['is explained in halves', '诫勉谈话', '诫勉或提醒'],
])('a word that %s: %s is first asked about, and the others are told too', (_, word, meant) => {
  expect(told(word)).toBe(`vocab/outcomes.yaml 里没有这一项。是不是想写“${meant}”？${all}`);
});

test('a word with a slip of a letter needs no list', () => {
  expect(told('不与处分')).toBe('vocab/outcomes.yaml 里没有这一项。是不是想写“不予处分”？');
  expect(told('发部', ['草稿', '发布', '退出'])).toBe('不在可选的值里。是不是想写“发布”？可选：草稿、发布、退出。');
});

test.each(['给予处分', '追究', '处分', '党纪处分', '通报批评', '开除党籍'])(
  '%s is not taken for a value that says the contrary, or for one of several',
  (word) => {
    expect(told(word)).toBe(`vocab/outcomes.yaml 里没有这一项。${all}`);
  },
);

test('a name is no yes or no: 旡锡市 may be 无锡市', () => {
  const regions = vocabulary.regions.items.map(({ id }) => id);
  const { name, id } = vocabulary.regions.items.find((item) => /^无.市$/u.test(item.name)) ?? { name: '', id: '' };
  expect(told(name.replace('无', '旡'), regions)).toContain(`是不是想写“${id}”`);
});
