import { expect, test } from 'vitest';
import { chainViews } from '../../src/views/chains.ts';
import { makeEntry, makePolicy, makeSite, makeSource } from '../support/make-entries.ts';

const says = [
  { text: '可以不予问责。', cites: ['ZC-0009'] },
  { text: '依法履职受保护。', cites: ['ZC-0009'] },
];

test('a chain leads to its situations, and to the policies and cases on which their answers rest', () => {
  const own = makeEntry('situations', { id: 'QX-001', chains: ['L01'], says, elsewhere: [{ id: 'RC-001', why: '看步骤。' }] });
  const other = makeEntry('situations', { id: 'QX-002', status: '退出', retired: { date: '2026-11-22', reason: '并入' } });
  const site = makeSite(makeSource({ id: 'S3' }), makePolicy({ id: 'ZC-0009' }), makeEntry('tolerance', { id: 'RC-001' }), own, other);
  const [chain] = chainViews(site);
  expect(chain?.ways.map(({ name, links }) => [name, links.map(({ id }) => id)])).toEqual([
    ['遇到这件事怎么办', ['QX-001']],
    ['政策', ['ZC-0009']],
    ['案例', ['RC-001']],
  ]);
});

test('of many situations some stand there, and how many more there are is told', () => {
  const situations = Array.from({ length: 15 }, (_, at) =>
    makeEntry('situations', { id: `QX-${String(at + 1).padStart(3, '0')}`, chains: ['L01'], says }),
  );
  const [chain] = chainViews(makeSite(makeSource({ id: 'S3' }), makePolicy({ id: 'ZC-0009' }), ...situations));
  const [way] = chain?.ways ?? [];
  expect([way?.links.length, way?.links[0]?.id, way?.left]).toEqual([12, 'QX-001', 3]);
});
