import { expect, test } from 'vitest';
import { findInRegister } from '../../src/domain/site/register.ts';
import type { RegisterEntry } from '../../src/domain/site/register.ts';

const ENTRIES: RegisterEntry[] = [
  { id: 'SY-001', title: '三个区分开来', collection: 'terms', href: '/1/', places: [] },
  { id: 'RC-004', title: '重点项目用地手续不完善', collection: 'tolerance', href: '/2/', places: ['广东梅州'] },
  {
    id: 'RC-001',
    title: '“容缺办理”盘活土地，报备容错',
    collection: 'tolerance',
    href: '/3/',
    places: ['云南昆明嵩明'],
    isTaught: true,
  },
  { id: 'RC-900', title: '报备容错旧案', collection: 'tolerance', href: '/4/', places: ['云南'], retired: { date: '2026-11-22' } },
];

test.each([
  ['报备', ['RC-001']],
  ['云南 容错', ['RC-001']],
  ['用地，广东', ['RC-004']],
  ['ｒｃ-00', ['RC-001', 'RC-004']],
  ['rc004', ['RC-004']],
  ['土\u200B地', ['RC-001']],
  ['没有这样的词', []],
  ['  ', []],
])('%s finds what has every word in number, title or place, taught entries first and retired ones never', (words, ids) => {
  expect(findInRegister(ENTRIES, words).map(({ id }) => id)).toEqual(ids);
});
