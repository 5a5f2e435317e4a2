import { expect, test } from 'vitest';
import { fitLines } from '../../src/domain/course/slide-fit.ts';

test('a short text stands on one slide in the largest size', () => {
  expect(fitLines(['先办还是先等？'])).toEqual({ pages: [['先办还是先等？']], size: 32 });
});

test('a fuller text is set smaller before it takes a second slide', () => {
  const lines = Array.from({ length: 7 }, (_, index) => `${index}．${'字'.repeat(20)}`);
  const { pages, size } = fitLines(lines);
  expect(pages).toEqual([lines]);
  expect(size).toBe(28);
});

test('what fits no slide goes on to the next after a sentence, with nothing left out', () => {
  const line = '这一句有十二个字在里面。'.repeat(60);
  const { pages, size } = fitLines([line, '末句。']);
  expect(pages.length).toBeGreaterThan(1);
  expect(size).toBe(24);
  expect(pages.flat().join('')).toBe(`${line}末句。`);
  expect(pages.flat().every((text) => text.endsWith('。'))).toBe(true);
});

test('a sentence longer than a slide is cut at a letter', () => {
  const line = '字'.repeat(900);
  const { pages } = fitLines([line]);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flat().join('')).toBe(line);
});

test('nothing to say is still a slide', () => {
  expect(fitLines([]).pages).toEqual([[]]);
});
