import { describe, expect, test } from 'vitest';
import { CHAIN_BOX, layOutChain } from '../../src/domain/list/chain-drawing.ts';

const entry = (id: string, title = id) => ({ id, title });

describe('a chain', () => {
  test('has a column a step, and boxes that do not cover each other', () => {
    const { boxes } = layOutChain([[entry('a', '字'.repeat(40)), entry('b')], [entry('c')]], () => false);
    const [a, b, c] = boxes;
    expect(a?.x).toBe(b?.x);
    expect(b?.y).toBeGreaterThan((a?.y ?? 0) + (a?.height ?? 0));
    expect(c?.x).toBeGreaterThan((a?.x ?? 0) + CHAIN_BOX);
  });

  test('draws a line only between entries of neighbouring steps that name each other', () => {
    const { lines } = layOutChain(
      [[entry('a'), entry('b')], [entry('c')], [entry('d')]],
      (one, other) => one.id === 'a' || other.id === 'd',
    );
    expect(lines).toHaveLength(2);
  });

  test('keeps the place of a step without entries', () => {
    const { boxes, lines } = layOutChain([[entry('a')], [], [entry('c')]], () => true);
    expect(boxes[1]?.x).toBeGreaterThan(2 * CHAIN_BOX);
    expect(lines).toEqual([]);
  });

  test('begins no line with a mark that closes', () => {
    const { boxes } = layOutChain([[entry('a', `${'字'.repeat(13)}”后面`)]], () => false);
    expect(boxes[0]?.lines).toEqual([`${'字'.repeat(13)}”`, '后面']);
  });

  test('cuts a title that no box could hold', () => {
    const { boxes } = layOutChain([[entry('a', '字'.repeat(60))]], () => false);
    expect(boxes[0]?.lines.join('')).toMatch(/^字{38}…$/u);
  });
});
