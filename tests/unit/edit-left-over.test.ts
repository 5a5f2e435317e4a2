import { expect, test } from 'vitest';
import { leftOver } from '../../src/edit/left-over.ts';
import type { DiffLine } from '../../src/edit/protocol.ts';

const line = (kind: 'old' | 'new', text: string): DiffLine => ({ kind, text, line: 1 });
const found = (old: string, fresh: string, ...texts: string[]) =>
  leftOver([line('old', old), line('new', fresh)], { facts: texts.map((text) => ({ text, cites: ['GK-0498'] })) }).map(
    ({ words, texts: still }) => `${words}：${still.join('、')}`,
  );

test('an amount or a day that was changed in one place is found where it still stands', () => {
  expect(found('    asWritten: 498万', '    asWritten: 498.5万', '合同498万元。', '合同498.5万元。')).toEqual(['498万：合同498万元。']);
  expect(found("    date: '2026-01-19'", "    date: '2026-01-20'", '2026年1月19日通报。')).toEqual(['1月19日：2026年1月19日通报。']);
  expect(found('  - value: 53', '  - value: 54', '有53人。', '153人')).toEqual(['53：有53人。']);
});

test.each([
  ['what stands in the new line too', 'text: 涉及53人，3户。', 'text: 涉及53人，共3户。', '有53人。'],
  ['a part of a longer number', '  - value: 49', '  - value: 50', '498万、1,049、49.5、49万'],
  ['a code or a locator', '    cite: GK-0498', '    cite: GK-0500', '见 GK-0498。'],
  ['a number of one digit', '  - value: 3', '  - value: 4', '有3人。'],
])('but not %s', (_, old, fresh, text) => {
  expect(found(old, fresh, text)).toEqual([]);
});
