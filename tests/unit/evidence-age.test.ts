import { expect, test } from 'vitest';
import { EVIDENCE_NAMES } from '../../src/schema/evidence.ts';
import { evidenceLines } from '../support/evidence-age.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const part = (at: string, failed = 0) => ({ at, commit: 'cc1bc58aa', isChanged: false, passed: 3, failed, seconds: 1 });

test('what was never run whole is named', () => {
  expect(evidenceLines(NOW, () => ({}))).toContain(`  还没有全面跑过的：${EVIDENCE_NAMES.join('、')}`);
});

test('the oldest record is told with its age and commit, and what failed by name', () => {
  const lines = evidenceLines(NOW, () => ({ html: part('2026-11-28T02:30:00Z'), kills: part('2026-11-20T02:30:00Z', 1) }));
  expect(lines).toContain('  2 部分有记录，最早的是 kills，8 天前，提交 cc1bc58');
  expect(lines).toContain('  那时没有通过的：kills');
});

test('a record of today is told in hours', () => {
  expect(evidenceLines(NOW, () => ({ html: part('2026-11-28T02:30:00Z') }))).toContain(
    '  1 部分有记录，最早的是 html，9 小时前，提交 cc1bc58',
  );
});

test('a record that cannot be read is told, and fails nothing', () => {
  const read = () => {
    throw new Error('tests/evidence.json 不能用');
  };
  expect(evidenceLines(NOW, read)).toContain('  tests/evidence.json 不能用');
});
