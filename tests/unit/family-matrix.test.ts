import { expect, test } from 'vitest';
import { familyMatrix } from '../../src/domain/list/family-matrix.ts';
import { familyTableFile } from '../../src/export/family-table.ts';
import { toTable } from '../../src/export/table.ts';
import { tableTexts } from '../../src/domain/list/table-file.ts';
import { makeMechanism, makeSite, makeSource } from '../support/make-entries.ts';

const one = makeMechanism({
  id: 'JZ-001',
  title: '负面清单',
  parts: [{ name: '目录', what: '列出事项。', cites: ['S3-¶26#2'] }],
  relatives: [{ id: 'JZ-002', why: '主体不同。' }],
});
const other = makeMechanism({ id: 'JZ-002', title: '专项清单' });
const SOURCE = makeSource({ id: 'S3', shortName: '2021年综述' });
const elsewhere = makeMechanism({ id: 'JZ-003', family: '库类' });

test('a family has its members and no others', () => {
  const retired = makeMechanism({ id: 'JZ-004', status: '退出', retired: { date: '2026-11-28', reason: '重复。' } });
  expect(familyMatrix([one, other, elsewhere, retired], '清单类').map(({ member }) => member.data.id)).toEqual(['JZ-001', 'JZ-002']);
});

test('the table names what each is made of, whom it differs from and where it stands, and says 未载', () => {
  const rows = toTable(tableTexts(familyTableFile(makeSite(SOURCE, one, other), { id: '清单类', name: '清单类', note: '' })))
    .trimEnd()
    .split('\r\n');
  expect(rows[1]).toBe('"JZ-001","负面清单","已实行","未载","目录","专项清单：主体不同。","2021年综述第26段第2句"');
  expect(rows[2]).toContain('"未载","未载",""');
});
