import { describe, expect, test } from 'vitest';
import { layOutStages } from '../../src/domain/diagram.ts';

const stage = (name: string, who = '未载') => ({ name, who, what: '未载', output: '未载', cites: ['S1-¶05#7'] });
const stages = (count: number) => Array.from({ length: count }, (_, index) => stage(`第${index + 1}步`));

test('one stage makes no picture', () => {
  expect(layOutStages(stages(1), '先后步骤')).toBeUndefined();
});

describe('steps in order', () => {
  test('are joined by as many arrows as there are steps between them', () => {
    const diagram = layOutStages(stages(6), '先后步骤');
    expect(diagram?.lines).toHaveLength(5);
    expect(diagram?.lines.every(({ hasHead }) => hasHead)).toBe(true);
  });

  test('stay within the picture and apart from each other', () => {
    const { boxes, width, height } = layOutStages(stages(9), '先后步骤') ?? { boxes: [], width: 0, height: 0 };
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      const overlapping = boxes.filter(
        (other) => other !== box && Math.abs(other.x - box.x) < box.width && Math.abs(other.y - box.y) < box.height,
      );
      expect(overlapping).toEqual([]);
    }
  });
});

test('a cycle has one arrow more, back to the first step and inside the picture', () => {
  const diagram = layOutStages(stages(3), '循环');
  expect(diagram?.lines).toHaveLength(3);
  expect(Math.max(...(diagram?.lines.flatMap(({ points }) => points.map(([, y]) => y)) ?? []))).toBeLessThanOrEqual(diagram?.height ?? 0);
});

test('members beside each other have no arrow heads', () => {
  expect(layOutStages(stages(3), '并列构成')?.lines.some(({ hasHead }) => hasHead)).toBe(false);
});

test('what is not known or too long for a box is left to the list', () => {
  const diagram = layOutStages([stage('一级', '组织部长'), stage('二级', '很长'.repeat(20))], '先后步骤');
  expect(diagram?.boxes.map(({ details }) => details)).toEqual([['组织部长'], []]);
});
