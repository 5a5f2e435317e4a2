/** What a portal takes of other units: sound data only, an entry of the common library once, every hit at the unit's own page. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { keepUnit } from '../../src/commands/fetch-units.ts';
import { UNIT_CONTRACT } from '../../src/domain/site/units.ts';
import { exportEntries } from '../../src/export/entries.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { withUnits } from '../../src/search/making/index-units.ts';
import { readUnits, sumOf } from '../../src/store/units.ts';
import { searchNames } from '../../src/views/desk.ts';
import { unitRulePages, unitRuleRows, unitRuleTable } from '../../src/views/unit-rules.ts';
import { casesOfUnits, detailsOfUnits, entriesOfUnits, newsOfUnits } from '../../src/views/units.ts';
import { makeEntry, makePolicy, makePractice, makeSite } from '../support/make-entries.ts';
import { makePage } from '../support/make-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'units-'));
afterAll(() => rmSync(folder, { recursive: true }));

const exportOf = (id: string, more: Partial<ExportedEntry> = {}, common = ''): ExportedEntry => {
  const page = makePage({ id, title: `做法${id}`, common, facets: { ...makePage({ id, title: '' }).facets, sources: ['S3'] } });
  const [entry] = exportEntries(makeSite(makePractice({ id })), new Map([[id, page]]));
  if (!entry) throw new Error('nothing exported');
  return { ...entry, ...more };
};
const { units } = siteSchema.parse({
  units: [
    { name: '青川', code: 'QC', address: 'http://10.0.0.9/kb/', use: '汇集' },
    { name: '北川', code: 'BC', address: '/北川/', use: '汇集' },
    { name: '旺苍', code: 'WC', address: '/wc/' },
  ],
});

/** Lays a unit's files as the command does; `facts` and `json` may be false. */
function lay(code: string, entries: unknown, { facts = {}, json = JSON.stringify(entries), noted = sumOf(json) } = {}): void {
  mkdirSync(join(folder, code), { recursive: true });
  const build = {
    unit: code,
    name: '库',
    contract: UNIT_CONTRACT,
    version: sumOf(json).slice(0, 16),
    entries: 1,
    lastUpdated: null,
    ...facts,
  };
  writeFileSync(join(folder, code, 'build.json'), JSON.stringify(build));
  writeFileSync(join(folder, code, 'entries.json'), json);
  writeFileSync(join(folder, code, 'fetched.json'), JSON.stringify({ from: '/srv/x', day: '2026-11-28', entries: noted }));
}

describe('of the units that are to be gathered', () => {
  test('those with sound files are taken, and no others are asked for', () => {
    lay('QC', [exportOf('SJ-001')]);
    lay('BC', [exportOf('SJ-001')]);
    const { units: read, leftOut } = readUnits(folder, units);
    expect(read.map(({ name, address, entries }) => [name, address, entries.length])).toEqual([
      ['青川', 'http://10.0.0.9/kb/', 1],
      ['北川', '/%E5%8C%97%E5%B7%9D/', 1],
    ]);
    expect(leftOut).toEqual([]);
  });

  test.for([
    ['is of the version before', { facts: { contract: UNIT_CONTRACT - 1 } }, '版本较旧'],
    ['is newer', { facts: { contract: UNIT_CONTRACT + 1 } }, '版本较新'],
    ['is another unit', { facts: { unit: 'MY' } }, '那里的代码是 MY，不是 BC'],
    ['has been changed since', { noted: sumOf('x') }, '校验值不符'],
    ['was caught half written', { facts: { version: '0123456789abcdef' } }, '数据版本不符'],
    ['holds no JSON', { json: '[{' }, '不合要求'],
  ] as const)('one that %s is left out by name, and the others are taken', ([, fault, reason]) => {
    lay('BC', [exportOf('SJ-001')], fault);
    const { units: read, leftOut } = readUnits(folder, units);
    expect(read.map(({ name }) => name)).toEqual(['青川']);
    expect(leftOut).toEqual([{ name: '北川', why: expect.stringContaining(reason) as string }]);
  });

  test('an entry that would lead elsewhere is named', () => {
    lay('BC', [exportOf('SJ-001'), exportOf('SJ-002', { url: '//evil.example/' })]);
    expect(readUnits(folder, units).leftOut[0]?.why).toContain('SJ-002 的 url 不合要求');
  });

  test('one whose files were being exchanged when the command was ended is taken as it was before', async () => {
    lay('QC', [exportOf('SJ-001')]);
    renameSync(join(folder, 'QC'), join(folder, 'QC.before'));
    expect(readUnits(folder, units).units.map(({ name }) => name)).toContain('青川');
    await keepUnit(join(folder, 'QC'), { 'refused.json': '{}' });
    expect(readUnits(folder, units).units).not.toContainEqual(expect.objectContaining({ name: '青川' }));
    expect(readdirSync(folder).filter((name) => name.startsWith('QC'))).toEqual(['QC']);
    lay('QC', [exportOf('SJ-001')]);
  });

  test('one that is fetched again has its old files or the new ones at every moment', async () => {
    lay('QC', [exportOf('SJ-001')]);
    const place = join(folder, 'QC');
    const state = { isDone: false };
    const keeping = keepUnit(place, { 'build.json': '', 'entries.json': '', 'fetched.json': '' }).finally(() => (state.isDone = true));
    const found = new Set<boolean>();
    while (!state.isDone) {
      found.add([place, `${place}.before`].some((one) => existsSync(join(one, 'fetched.json'))));
      await setImmediate();
    }
    await keeping;
    lay('QC', [exportOf('SJ-001')]);
    expect([...found]).toEqual([true]);
  });

  test('one that was never fetched is told as that, and one that was refused with the reason and the day', () => {
    rmSync(join(folder, 'BC'), { recursive: true });
    const why = () => readUnits(folder, units).leftOut[0]?.why;
    expect(why()).toBe('还没有取来它的数据。');
    mkdirSync(join(folder, 'BC'));
    writeFileSync(join(folder, 'BC/refused.json'), JSON.stringify({ day: '2026-11-29', why: '它的网站版本较旧，数据的写法可能不同。' }));
    expect(why()).toBe('2026-11-29 去取时，它的网站版本较旧，数据的写法可能不同。');
  });
});

test('a search calls source documents by name, one of the common library by the unit that has it first', () => {
  const library = (name: string, entries: ExportedEntry[]) => ({ name, address: '/', facts: {} as never, from: '', day: '', entries });
  const sourceOf = (alias: string, common = '') => ({
    ...exportOf('SJ-009', { aliases: alias === '' ? [] : [alias], title: '某县的材料' }, common),
    id: 'S1',
    collection: 'sources' as const,
  });
  const names = searchNames(makeSite(), [
    library('青川', [sourceOf('某县经验', 'src'), exportOf('SJ-001')]),
    library('北川', [sourceOf('某县经验', 'src')]),
    library('旺苍', [sourceOf('')]),
  ]);
  expect(Object.entries(names).filter(([number]) => number.includes(':'))).toEqual([
    ['青川:S1', '青川：某县经验'],
    ['旺苍:S1', '旺苍：某县的材料'],
  ]);
});

describe('the common index', () => {
  const own = [makePage({ id: 'S3', collection: 'sources', title: '综述', common: 'src' })];
  const gathered = [
    {
      name: '青川',
      address: 'http://q/kb/',
      entries: [
        { ...exportOf('SJ-009', {}, 'src'), id: 'S3', collection: 'sources' as const },
        exportOf('SJ-001'),
        exportOf('SJ-002', {}, 'both'),
      ],
    },
    { name: '北川', address: '/北川/', entries: [exportOf('SJ-001'), exportOf('SJ-002', {}, 'both'), exportOf('SJ-003', {}, 'other')] },
  ];
  const pages = withUnits(own, gathered);

  test('has the numbers of all units apart, and an entry of the common library once', () => {
    expect(pages.map(({ id }) => id)).toEqual(['S3', '青川:SJ-001', '青川:SJ-002', '北川:SJ-001', '北川:SJ-003']);
  });

  test('leads to the page of each unit', () => {
    expect(pages.map(({ owner }) => owner?.address)).toEqual([
      ...[
        undefined,
        'http://q/kb/practices/sj-001/',
        'http://q/kb/practices/sj-002/',
        '/北川/practices/sj-001/',
        '/北川/practices/sj-003/',
      ],
    ]);
  });

  test('names a cited source by its unit, unless it is one of the common library', () => {
    expect(pages.slice(1).map(({ facets }) => facets.sources)).toEqual([['S3'], ['S3'], ['北川:S3'], ['北川:S3']]);
  });

  test('names a source that two units have, and this library has not, by the unit whose page is found', () => {
    const source = { ...exportOf('SJ-009', {}, 'theirs'), id: 'S3', collection: 'sources' as const };
    const both = ['青川', '北川'].map((name) => ({ name, address: `/${name}/`, entries: [source, exportOf('SJ-001')] }));
    expect(withUnits(own, both).map(({ id, facets }) => [id, facets.sources[0]])).toEqual([
      ['S3', undefined],
      ['青川:S3', '青川:S3'],
      ['青川:SJ-001', '青川:S3'],
      ['北川:SJ-001', '青川:S3'],
    ]);
  });
});

describe('the lists of all units', () => {
  const library = (name: string, entries: ExportedEntry[]) => ({
    ...{ name, address: `/${name}/`, from: '', day: '2026-11-28', entries },
    facts: { unit: name, name, contract: UNIT_CONTRACT, version: '', entries: entries.length, lastUpdated: null },
  });
  const caseOf = (id: string, common = ''): ExportedEntry => {
    const entry = makeEntry('tolerance', { id });
    const [made] = exportEntries(makeSite(entry), new Map([[id, makePage({ id, title: entry.data.title, common })]]));
    if (!made) throw new Error('nothing exported');
    return made;
  };
  const lines = entriesOfUnits([
    library('青川', [caseOf('RC-001'), caseOf('RC-002', 'both')]),
    library('北川', [caseOf('RC-001'), caseOf('RC-002', 'both')]),
  ]);

  test('show each case at its own unit, and one of the common library once with the units that have it', () => {
    expect(casesOfUnits(lines).map(({ number, href, units: names }) => [number, href, names])).toEqual([
      ['青川:RC-001', '/青川/tolerance/rc-001/', ['青川']],
      ['青川:RC-002', '/青川/tolerance/rc-002/', ['青川', '北川']],
      ['北川:RC-001', '/北川/tolerance/rc-001/', ['北川']],
    ]);
  });

  test('tell by what cases are sorted, so that a search over all of them can be narrowed by it', () => {
    const { type = {}, outcome = {} } = detailsOfUnits(lines);
    expect(Object.values(type)).toEqual([['青川:RC-001', '青川:RC-002', '北川:RC-001']]);
    expect(Object.keys(outcome)).toEqual([casesOfUnits(lines)[0]?.entry.listed.outcome]);
  });

  test('put the rules of all of them side by side, each at its own unit, with what a reader may sort and group them by', () => {
    const told = (text: string) => ({ text, cites: ['GK-0001'] });
    const blank = '未公开';
    const others = { initiation: blank, steps: blank, deadlines: blank, notTolerated: blank, effects: blank, correction: blank };
    const rule = { ...others, situations: told('25种情形'), decider: told('由党委组织部认定') };
    const old = makePolicy({ scope: '地方', rule, regions: ['zhejiang'], dates: { issued: '2018-08' } });
    const next = makePolicy({
      id: 'ZC-0002',
      scope: '地方',
      rule,
      regions: ['zhejiang'],
      replaces: ['ZC-0001'],
      dates: { issued: '2022-05' },
    });
    const site = makeSite(old, next);
    const exported = exportEntries(site, new Map());
    const all = entriesOfUnits([library('青川', exported), library('北川', exported.slice(1))]);
    const rows = unitRuleRows(all);
    expect(rows.map(({ key, facts }) => [key, facts['replacedBy'], facts['validity'], facts['deciders']])).toEqual([
      ['青川:ZC-0001', '青川:ZC-0002', '已被代替，自 2022-05', '组织（人事）部门、党委（党组）'],
      ['青川:ZC-0002', undefined, '现行', '组织（人事）部门、党委（党组）'],
      ['北川:ZC-0002', undefined, '现行', '组织（人事）部门、党委（党组）'],
    ]);
    const [page] = unitRulePages(all);
    const at = (key: string) => page?.columns.findIndex((column) => column.key === key) ?? -1;
    expect(rows[2]?.cells[0]).toEqual([['浙江省'], [{ text: next.data.title, href: `/北川/policies/${next.slug}/` }]]);
    expect([rows[2]?.cells[at('situations')], rows[2]?.cells[at('units')], rows[2]?.cells[at('steps')]]).toEqual([
      [['25种情形']],
      [['北川']],
      [],
    ]);
    expect(page?.states).toEqual(['已被代替', '现行']);
    const table = unitRuleTable(all);
    expect(table.rows.map(({ cells }) => cells.length)).toEqual(table.rows.map(() => table.columns.length));
  });

  test('tell what is new, the newest first', () => {
    const days = newsOfUnits(lines).map(({ date }) => date);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort().reverse());
  });
});
