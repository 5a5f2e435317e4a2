import { expect, test } from 'vitest';
import { breakable, unbrokenParts } from '../../src/views/unbroken-parts.ts';

const wholes = (heading: string) => unbrokenParts(heading).flatMap(({ text, isWhole }) => (isWhole ? [text] : []));

test.for([
  ['嵩明：刘某“容缺办理”盘活土地', ['“容缺办理”']],
  ['中国共产党问责条例（2019年修订）', ['（2019年修订）']],
  ['没有引号也没有括号', []],
  ['关于“十几个字以上的一句话不能整个不断开的引文”', []],
] as const)('%s keeps whole: %s', ([heading, expected]) => {
  expect(wholes(heading)).toEqual(expected);
  expect(
    unbrokenParts(heading)
      .map(({ text }) => text)
      .join(''),
  ).toBe(heading);
});

test('a line may end within a long run of letters, and in no number, word or Chinese text', () => {
  expect(breakable(`见${'a'.repeat(30)}。`)).toEqual([`见${'a'.repeat(12)}`, 'a'.repeat(12), `${'a'.repeat(6)}。`]);
  for (const text of ['RC-001、2026-11-30', '一'.repeat(60), 'a word '.repeat(9)]) expect(breakable(text)).toEqual([text]);
});
