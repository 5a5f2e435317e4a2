import { expect, test } from 'vitest';
import { unbrokenParts } from '../../src/views/unbroken-parts.ts';

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
