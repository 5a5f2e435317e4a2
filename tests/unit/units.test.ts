import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { EntryData } from '../../src/domain/paper/entry-data.ts';
import { readIds } from '../../src/domain/kept/entry-ids.ts';
import { numberReferences } from '../../src/domain/reference/numbered-references.ts';
import { readPackLink, writePackLink } from '../../src/domain/kept/pack-link.ts';
import { readTray, writeIds, writeTray } from '../../src/domain/kept/tray.ts';
import {
  dataOfUnit,
  numberHere,
  permanentAddress,
  registerOfUnit,
  UNIT_CONTRACT,
  unitFault,
  unitsIn,
} from '../../src/domain/site/units.ts';
import type { UnitList } from '../../src/domain/site/units.ts';
import type { PackItem } from '../../src/domain/course/lesson.ts';
import type { Work } from '../../src/domain/reference/work.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { apacheConfig } from '../../src/hosting/apache.ts';
import { caddyConfig } from '../../src/hosting/caddy.ts';
import { iisConfig } from '../../src/hosting/iis.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import { citedNumber, isAnyNumber, numberOfUnit, printedNumber, readAnyNumber, writeAnyNumber } from '../../src/schema/number.ts';

const ROOT = 'http://10.0.0.9/kb/';
const list: UnitList = {
  own: 'DD',
  units: [{ name: '青川', code: 'QC', address: ROOT, folder: '', isLive: true }],
};

describe('a number of another unit', () => {
  test.for([
    ['青川:RC-014', '青川', 'RC-014'],
    ['QC:SJ-1000', 'QC', 'SJ-1000'],
    ['RC-014', '', 'RC-014'],
    ['http://a', '', 'http://a'],
    [':RC-014', '', ':RC-014'],
  ])('%s is read as unit and number, and written again', ([text = '', unit = '', id = '']) => {
    expect(readAnyNumber(text)).toEqual({ unit, id });
    expect(writeAnyNumber({ unit, id })).toBe(text);
  });

  test('is a number only with the number of an entry behind it', () => {
    expect(['青川:RC-014', '青川:RC-14', '青 川:RC-014', '青川:GK-0001'].map(isAnyNumber)).toEqual([true, false, false, false]);
  });

  test('stands in the tray, in addresses and in packs as numbers of this library do', () => {
    const ids = ['RC-001', '青川:RC-001'];
    expect(readTray(writeTray(ids))).toEqual(ids);
    expect(writeIds(ids)).toBe('?ids=RC-001,%E9%9D%92%E5%B7%9D:RC-001');
    expect(readIds(writeIds(ids), 4).ids).toEqual(ids);
    expect(readIds('?ids=青川：rc-001', 4).ids).toEqual(['青川:RC-001']);
    const pack = { title: '课', note: '', items: ids.map((id) => ({ id, minutes: 10, note: '' })) };
    expect(readPackLink(writePackLink(pack))?.pack).toEqual(pack);
  });

  test('is printed where its kind is', () => {
    expect(['青川:RC-001', '青川:SY-001', 'RC-001'].map(printedNumber)).toEqual(['青川:RC-001', '', 'RC-001']);
  });

  test('that a link names by the code is written with the name, and one of this library without a unit', () => {
    expect(['QC:RC-014', 'DD:RC-001', '北川:RC-002', 'RC-003'].map((number) => numberHere(number, list))).toEqual([
      '青川:RC-014',
      'RC-001',
      '北川:RC-002',
      'RC-003',
    ]);
    expect(unitsIn(['RC-001', '青川:RC-001', '青川:SJ-001', '没有'])).toEqual(['青川']);
  });
});

test('citations of a unit carry its name, and lead to its works', () => {
  expect(['S3-¶26#2', 'ZC-0006#art-3', 'GK-0001', 'RC-001', '浙江省', '3-5'].map((text) => numberOfUnit('青川', text))).toEqual([
    ...['青川:S3-¶26#2', '青川:ZC-0006#art-3', '青川:GK-0001', '青川:RC-001', '浙江省', '3-5'],
  ]);
  expect(citedNumber('青川:S3-¶26#2')).toBe('青川:S3');
  const work = (id: string, title: string): Work => ({ id, title, name: title, kind: 'report', authors: [] });
  const references = numberReferences([work('S3', '本库综述'), work('青川:S3', '青川综述')]);
  expect(references.mark(['S3-¶26#2', '青川:S3-¶01#1'])).toBe('［1：第26段、2：第1段］');
});

describe('what a unit holds of an entry', () => {
  const work: Work = { id: 'RC-014', name: '案例', kind: 'page', authors: [], title: '案例', url: '/id/RC-014/' };
  const data: EntryData = {
    file: {
      ...{ id: 'RC-014', title: '案例', path: '/tolerance/x/', notices: [], answer: [], record: [], page: work, works: [work] },
      facts: [{ label: '编号', value: 'RC-014' }],
      parts: [{ kind: 'paragraph', text: '见 /id/ZC-0006/ 。' }],
    },
    compare: {
      ...{ id: 'RC-014', title: '案例', collection: 'tolerance', href: '/kb/tolerance/x/', notes: [] },
      fields: [{ label: '类型', group: '类型', cell: [{ text: '容错', cites: ['GK-0001'] }] }],
      places: { 'GK-0001': { href: '/kb/about/public-sources/#gk-0001', label: '红网', title: '红网' } },
      laws: [{ id: 'ZC-0006', standing: '现行', work: { ...work, id: 'ZC-0006', url: '/id/ZC-0006/' } }],
    },
  };
  const made = dataOfUnit(data, '青川', ROOT);

  test('has the unit in every number and citation', () => {
    expect(made.file).toMatchObject({ id: '青川:RC-014', facts: [{ value: '青川:RC-014' }], works: [{ id: '青川:RC-014' }] });
    expect(made.compare).toMatchObject({ id: '青川:RC-014', title: '青川：案例', laws: [{ id: '青川:ZC-0006' }] });
    expect(made.compare?.fields[0]?.cell).toEqual([{ text: '容错', cites: ['青川:GK-0001'] }]);
    expect(Object.keys(made.compare?.places ?? {})).toEqual(['青川:GK-0001']);
  });

  test('has the unit in what learners are told in place of a title', () => {
    const pack = { id: 'RC-014', title: '某县：先用后批，免予处理', learnerTitle: '案例 RC-014：某县' } as PackItem;
    expect(dataOfUnit({ ...data, pack }, '青川', ROOT).pack).toMatchObject({ id: '青川:RC-014', learnerTitle: '案例 青川:RC-014：某县' });
  });

  test('has whole addresses of the unit', () => {
    expect(made.file).toMatchObject({ path: `${ROOT}tolerance/x/`, page: { url: `${ROOT}id/RC-014/` } });
    expect(made.file.parts).toEqual([{ kind: 'paragraph', text: `见 ${ROOT}id/ZC-0006/ 。` }]);
    expect(made.compare?.href).toBe(`${ROOT}tolerance/x/`);
    expect(made.compare?.places['青川:GK-0001']?.href).toBe(`${ROOT}about/public-sources/#gk-0001`);
  });

  test('of a folder leads into the folder', () => {
    const folder = 'file:///E:/青川/';
    const entry = { id: 'RC-014', title: '案例', collection: 'tolerance', href: '../tolerance/x/index.html', places: [] };
    expect(registerOfUnit([entry], '青川', folder)).toEqual([
      { ...entry, id: '青川:RC-014', href: `${encodeURI(folder)}tolerance/x/index.html`, root: folder },
    ]);
  });
});

test('the permanent address of an entry is that of its own library', () => {
  expect([{ id: 'RC-001' }, { id: '青川:RC-001', root: ROOT }].map((entry) => permanentAddress(entry, 'http://a/'))).toEqual([
    'http://a/id/RC-001/',
    `${ROOT}id/RC-001/`,
  ]);
});

test.for([
  [{ unit: 'QC', contract: UNIT_CONTRACT }, undefined],
  [{ unit: 'QC', contract: UNIT_CONTRACT - 1 }, '版本较旧'],
  [{ unit: 'QC' }, '版本较旧'],
  [{ unit: 'QC', contract: UNIT_CONTRACT + 1 }, '版本较新'],
  [{ unit: 'BC', contract: UNIT_CONTRACT }, '是别的单位的库'],
  [{ unit: null, contract: UNIT_CONTRACT }, '是别的单位的库'],
] as const)('a site that says %j of itself: %s', ([facts, fault]) => {
  expect(unitFault({ code: 'QC' }, facts)).toBe(fault);
});

describe('site.yaml', () => {
  const unit = { name: '青川', code: 'QC', address: 'http://10.0.0.9/kb/' };

  test.for([unit, { ...unit, address: '/青川/库/' }, { ...unit, address: '/' }, { ...unit, folder: '青川 知识库', use: '汇集' }])(
    'takes %j',
    (one) => {
      expect(siteSchema.safeParse({ units: [one] }).success).toBe(true);
    },
  );

  test.for([
    { ...unit, address: 'http://10.0.0.9/kb' },
    { ...unit, address: '10.0.0.9/' },
    { ...unit, address: "http://a/'; script-src/" },
    { ...unit, name: '青川:' },
    { ...unit, folder: '../青川' },
  ])('refuses %j', (one) => {
    expect(siteSchema.safeParse({ units: [one] }).success).toBe(false);
  });
});

describe('a server lets the units that are named read the data, and no others', () => {
  const hosting = { name: '库', root: '/srv/kb', base: '/kb/', host: '_', listen: '80', log: '/var/log/x.log' };
  const allow = ['http://10.0.0.7', 'https://kb.example.cn:8443'];

  test.for([
    ['nginx', nginxConfig, '"~^http://10\\.0\\.0\\.7 /kb/(?:data|pagefind|search-index)/" $http_origin;'],
    ['apache', apacheConfig, 'SetEnvIf Origin "^(?:http://10\\.0\\.0\\.7|https://kb\\.example\\.cn:8443)$" dandang_origin=$0'],
    ['caddy', caddyConfig, '\t\theader Origin https://kb.example.cn:8443'],
    ['iis', (one: typeof hosting & { allow: string[] }) => iisConfig(one.base, one.allow), '<add origin="http://10.0.0.7" />'],
  ] as const)('%s', ([, write, expected]) => {
    expect(write({ ...hosting, allow })).toContain(expected);
    expect(write({ ...hosting, allow: [] })).not.toMatch(/Access-Control|<cors/u);
  });

  test('IIS needs nothing installed for one', () => {
    const config = iisConfig('/kb/', ['http://10.0.0.7']);
    expect(config).toContain('<add name="Access-Control-Allow-Origin" value="http://10.0.0.7" />');
    expect(config).not.toContain('<cors');
  });
});

test('what the handbook has two units write in their site.yaml is sound, and fits', () => {
  const handbook = readFileSync(join(import.meta.dirname, '../../content/pages/operators.mdx'), 'utf8');
  const [city, county, ...others] = [...handbook.matchAll(/^```yaml\n(.*?)^```/gmsu)].map(([, yaml = '']) => siteSchema.parse(parse(yaml)));
  expect(others).toEqual([]);
  expect(city?.units).toMatchObject([{ code: county?.unitCode, address: `${county?.address}${county?.base}` }]);
  expect(county?.allow).toEqual([city?.address]);
  // YAML takes what stands behind a value for a comment, and the check for a slip.
  expect(handbook.match(/^```yaml\n.*?^```/gmsu)?.join('\n')).not.toMatch(/\S +#/u);
});
