/** Packages of the common library: what they change in a unit's content, what stays the unit's, and which are refused. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readState, replaceContent } from '../../src/commands/replace-content.ts';
import { filesOf, isUnits, partsOf } from '../../src/import/library-parts.ts';
import { readPackage, writePackage } from '../../src/import/library-package.ts';
import { planUpgrade } from '../../src/import/plan-upgrade.ts';
import type { Choice, UpgradePlan } from '../../src/import/plan-upgrade.ts';
import { restingOn } from '../../src/import/resting-on.ts';
import { tellUpgrade } from '../../src/import/tell-upgrade.ts';
import { compareVersions } from '../../src/schema/common-library.ts';
import type { CommonLibrary } from '../../src/schema/common-library.ts';
import { readLibrary } from '../../src/store/library.ts';
import { soundContent, storeTexts } from '../support/example-content.ts';

const CODE = { version: '0.1.0', commit: null, time: null };
/** The sound content as a common library has it: without settings, notes and own documents. */
const COMMON = new Map([...soundContent].filter(([place]) => !isUnits(place)));
const SITE = soundContent.get('site.yaml') ?? '';
const NOTE = soundContent.get('notes/SJ-002.mdx') ?? '';

const packed = (texts: ReadonlyMap<string, string>, version = '2026.11.28') =>
  readPackage(writePackage({ name: '共同库', version, code: CODE }, texts));
const changed = (texts: ReadonlyMap<string, string>, place: string, from: string, to: string) => {
  const text = texts.get(place) ?? '';
  if (!text.includes(from)) throw new Error(`${place} does not have “${from}”`);
  return new Map(texts).set(place, text.replace(from, to));
};
const upgrade = (texts: ReadonlyMap<string, string>, base: CommonLibrary | undefined, to: ReadonlyMap<string, string>, choice?: Choice) =>
  planUpgrade({ texts, base, choose: (_, isContested) => (isContested ? choice : undefined) }, packed(to, '2026.11.29'));
const placesIn = (parts: readonly { place: string }[]) => parts.map(({ place }) => place);

/** A unit that has taken the package over and has settings and a note of its own. */
const first = upgrade(new Map([['site.yaml', SITE]]), undefined, COMMON);
const base = first.common;
const unit = new Map(first.texts).set('notes/SJ-002.mdx', NOTE);

describe('a first package', () => {
  test('brings every file, and leaves the settings', () => {
    expect([...first.texts].sort()).toEqual([...COMMON, ['site.yaml', SITE]].sort());
    expect([first.changed, first.removed, first.contested, first.clashes].flat()).toEqual([]);
    expect(Object.keys(base.parts)).toContain('practices/second.mdx');
    expect(Object.keys(base.parts)).toContain('vocab/regions.yaml#zhejiang');
  });

  test('over content that was there before asks about what differs, and keeps the numbers that the unit has given', () => {
    const own = changed(COMMON, 'practices/second.mdx', 'title: ', 'title: 本县的');
    own.set('practices/own.mdx', (COMMON.get('practices/second.mdx') ?? '').replace('SJ-002', 'SJ-077'));
    const plan = upgrade(own, undefined, COMMON);
    expect(placesIn(plan.contested)).toEqual(['practices/second.mdx']);
    expect(plan.common.own).toEqual(['SJ-077']);
    expect(plan.texts.has('practices/own.mdx')).toBe(true);
  });
});

describe('the next package', () => {
  test('that is the same changes nothing', () => {
    const plan = upgrade(unit, base, COMMON);
    expect([plan.added, plan.changed, plan.removed, plan.kept, plan.contested].flat()).toEqual([]);
    expect([...plan.texts].sort()).toEqual([...unit].sort());
  });

  test('changes what the unit has not touched; the note stays', () => {
    const next = changed(COMMON, 'practices/second.mdx', 'title: ', 'title: 新的');
    const plan = upgrade(unit, base, next);
    expect(placesIn(plan.changed)).toEqual(['practices/second.mdx']);
    expect(plan.texts.get('practices/second.mdx')).toBe(next.get('practices/second.mdx'));
    expect(plan.texts.get('notes/SJ-002.mdx')).toBe(NOTE);
  });

  test('changes one item of a list, keeps the items that the unit has added, and their layout', () => {
    const regions = unit.get('vocab/regions.yaml') ?? '';
    const own = new Map(unit).set(
      'vocab/regions.yaml',
      `${regions}  # 本县\n  - id: qingchuanshan\n    name: 青川山县\n    short: 青川山\n    kind: 区县\n    parent: ningbo\n`,
    );
    const plan = upgrade(own, base, changed(COMMON, 'vocab/regions.yaml', 'name: 浙江省', 'name: 浙江'));
    expect(placesIn(plan.changed)).toEqual(['vocab/regions.yaml#zhejiang']);
    const text = plan.texts.get('vocab/regions.yaml') ?? '';
    expect(text).toBe((own.get('vocab/regions.yaml') ?? '').replace('name: 浙江省', 'name: 浙江'));
  });

  test('takes the words that the unit has changed only where the unit says so', () => {
    const own = changed(unit, 'practices/second.mdx', 'title: ', 'title: 本县的');
    const next = changed(COMMON, 'practices/second.mdx', 'title: ', 'title: 新的');
    const titles = (plan: UpgradePlan) => /^title: (.{3})/mu.exec(plan.texts.get('practices/second.mdx') ?? '')?.[1];
    expect(upgrade(own, base, next).contested.map(({ choice }) => choice)).toEqual([undefined]);
    expect(titles(upgrade(own, base, next))).toBe('本县的');
    expect(titles(upgrade(own, base, next, 'own'))).toBe('本县的');
    expect(titles(upgrade(own, base, next, 'package'))).toBe('新的另');
    // And what the package has as before is no question.
    expect(placesIn(upgrade(own, base, COMMON).kept)).toEqual(['practices/second.mdx']);
    // Kept once, it is asked about again when the package changes again.
    const kept = upgrade(own, base, next, 'own');
    expect(placesIn(upgrade(kept.texts, kept.common, next).kept)).toEqual(['practices/second.mdx']);
    expect(placesIn(upgrade(kept.texts, kept.common, changed(next, 'practices/second.mdx', '新的', '更新')).contested)).toEqual([
      'practices/second.mdx',
    ]);
  });

  test('takes away what it does not have any more', () => {
    const next = new Map([...COMMON].filter(([place]) => place !== 'terms/clearing.mdx'));
    const plan = upgrade(unit, base, next);
    expect(placesIn(plan.removed)).toEqual(['terms/clearing.mdx']);
    expect(plan.texts.has('terms/clearing.mdx')).toBe(false);
    expect(tellUpgrade(plan, new Map(), '2026.11.28')).toContain('  SY-001 澄清正名');
  });

  test('is clear about a file that has got another name', () => {
    const next = new Map([...COMMON].filter(([place]) => place !== 'practices/second.mdx'));
    next.set('practices/renamed.mdx', COMMON.get('practices/second.mdx') ?? '');
    const lines = tellUpgrade(upgrade(unit, base, next), new Map(), '2026.11.28');
    expect(lines.filter((line) => /^(?:新增|改了文件名|删去)/u.test(line))).toEqual(['改了文件名：条目 1，词表和网站文字 0']);
  });

  test('adds to the ledger, and takes nothing out of it', () => {
    const own = changed(unit, 'ledger.yaml', 'entries:\n', 'entries:\n  - { id: SJ-50001, at: /practices/own/ }\n');
    const next = changed(COMMON, 'ledger.yaml', '/regions/zhejiang/', '/regions/zhejiang/\n  - /regions/ningbo/');
    const ledger = parse(
      upgrade(own, base, changed(next, 'ledger.yaml', 'entries:\n', 'entries:\n  - { id: SJ-003, at: /practices/new/ }\n')).texts.get(
        'ledger.yaml',
      ) ?? '',
    ) as {
      signOffSince: string;
      entries: { id: string }[];
      pages: string[];
    };
    expect(ledger.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(['SJ-50001', 'SJ-003', 'SJ-002']));
    expect(ledger.pages).toEqual(['/regions/zhejiang/', '/regions/ningbo/']);
    expect(ledger.signOffSince).toBe('2026-11-22');
  });

  test('cannot come while it gives a number to something else', () => {
    const own = new Map(unit).set('practices/own.mdx', (COMMON.get('practices/second.mdx') ?? '').replace('SJ-002', 'SJ-003'));
    const next = new Map(COMMON).set(
      'practices/third.mdx',
      (COMMON.get('practices/second.mdx') ?? '').replace('SJ-002', 'SJ-003').replace('title: ', 'title: 第三'),
    );
    const plan = upgrade(own, base, next);
    expect(plan.clashes).toMatchObject([{ number: 'SJ-003', own: 'practices/own.mdx' }]);
    expect(tellUpgrade(plan, new Map(), '2026.11.28').at(-1)).toMatch(/^撞号：包里的 SJ-003 是“第三.+50001 起/u);
  });
});

test('of what is only new the first lines are enough; what goes is told to the last', () => {
  const many = new Map(COMMON);
  for (let count = 100; count < 160; count += 1)
    many.set(`practices/more-${count}.mdx`, (COMMON.get('practices/second.mdx') ?? '').replace('SJ-002', `SJ-${count}`));
  const coming = tellUpgrade(upgrade(unit, base, many), new Map(), '2026.11.28');
  expect(coming.at(-1)).toBe('  另有 20 处');
  const grown = upgrade(unit, base, many);
  const going = tellUpgrade(upgrade(grown.texts, grown.common, COMMON), new Map([['SJ-159', ['RC-50001 本县的']]]), '2026.11.29');
  expect(going.at(-1)).toBe('    本单位的要看看：RC-50001 本县的');
});

test('what is told of a change is what its editors wrote, or else which fields differ', () => {
  const second = COMMON.get('practices/second.mdx') ?? '';
  const next = new Map(COMMON).set(
    'practices/second.mdx',
    second.replace('checked:', 'changes:\n  - { date: "2026-11-22", what: 补上年份。 }\nchecked:'),
  );
  expect(tellUpgrade(upgrade(unit, base, next), new Map(), '2026.11.28')).toContain('    2026-11-22 补上年份。');
  const silent = changed(COMMON, 'practices/second.mdx', 'title: ', 'title: 新的');
  expect(tellUpgrade(upgrade(unit, base, silent), new Map(), '2026.11.28')).toContain('    改了 title');
});

test('what rests on a part are the entries of the unit that name or cite it, and its notes', () => {
  const own = (COMMON.get('practices/second.mdx') ?? '')
    .replace('SJ-002', 'SJ-50001')
    .replace(/\n---\n/u, '\nrelated:\n  - { id: SJ-002, why: 写法相近。 }\n---\n');
  const library = readLibrary(storeTexts(new Map(unit).set('practices/own.mdx', own)));
  const resting = restingOn(library, (place) => place === 'practices/own.mdx', '2026-11-28');
  const title = /^title: (.*)$/mu.exec(own)?.[1] ?? '';
  expect(resting.get('SJ-002')).toEqual([`SJ-50001 ${title}`, '本地注（2026-11-22，县委组织部干部监督室）']);
  expect(resting.get('S3')).toEqual([`SJ-50001 ${title}`]);
});

test('a list in parts is the same list when put together', () => {
  for (const [place, text] of soundContent)
    if (place.startsWith('vocab/') && !isUnits(place)) expect(filesOf(partsOf(new Map([[place, text]])).values()).get(place)).toBe(text);
});

test('versions are numbers, not texts', () => {
  expect(compareVersions('2026.11.28', '2026.11.28')).toBe(0);
  expect(compareVersions('2026.11.28.2', '2026.11.28')).toBeGreaterThan(0);
  expect(compareVersions('2026.9.30', '2026.11.2')).toBeLessThan(0);
});

describe('a package is refused in one sentence', () => {
  const bytes = writePackage({ name: '共同库', version: '2026.11.28', code: CODE }, COMMON);
  const parts = unzipSync(bytes);
  const repacked = (changes: Record<string, Uint8Array>) => zipSync({ ...parts, ...changes });
  const manifestWith = (change: (manifest: Record<string, unknown>) => void) => {
    const manifest = JSON.parse(strFromU8(parts['library.json'] ?? strToU8('{}'))) as Record<string, unknown>;
    change(manifest);
    return repacked({ 'library.json': strToU8(JSON.stringify(manifest)) });
  };
  const without = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'content/terms/clearing.mdx'));

  test('and one that is sound is read', () => {
    expect([...readPackage(bytes).texts].sort()).toEqual([...COMMON].sort());
    expect(Buffer.compare(bytes, writePackage({ name: '共同库', version: '2026.11.28', code: CODE }, new Map([...COMMON].reverse())))).toBe(
      0,
    );
  });

  test.each([
    ['what is no archive', strToU8('不是包'), '这个文件不是共同库的包，或者没有传完、已经损坏。请重新取一份，再试。'],
    ['half an archive', bytes.slice(0, bytes.length / 2), '这个文件不是共同库的包，或者没有传完、已经损坏。请重新取一份，再试。'],
    [
      'another archive',
      zipSync({ 'a.txt': strToU8('a') }),
      '这个压缩文件里没有能用的 library.json，不是共同库的包。请写由 npm run pack:library 打成的那个文件。',
    ],
    [
      'a file that was changed',
      repacked({ 'content/terms/clearing.mdx': strToU8('改过') }),
      '包里的文件“terms/clearing.mdx”与校验值不符，包在传送中损坏了或者被改过。请重新取一份，再试。',
    ],
    ['a file that is missing', zipSync(without), '包里的文件“terms/clearing.mdx”不见了，包在传送中损坏了或者被改过。请重新取一份，再试。'],
    [
      'a file that nobody knows of',
      repacked({ 'content/terms/more.mdx': strToU8('多的') }),
      '包里的文件“terms/more.mdx”不在它自己的清单里，或者不是共同库的文件，没有用它。请向共同库重新要一份。',
    ],
    [
      'a later form',
      manifestWith((manifest) => (manifest['form'] = 2)),
      '包的格式（2）比这里的代码认识的（1）新。请先更新代码，再换这个包。',
    ],
    [
      'a version that is none',
      manifestWith((manifest) => (manifest['version'] = '新版')),
      '这个压缩文件里没有能用的 library.json，不是共同库的包。请写由 npm run pack:library 打成的那个文件。',
    ],
  ])('%s', (_, wrong, said) => {
    expect(() => readPackage(wrong)).toThrow(said);
  });

  test.each(['site.yaml', 'notes/SJ-001.mdx', 'library.yaml', 'imports/a.md', 'practices/../../x.mdx', '/etc/x.mdx', 'practices/run.sh'])(
    'a file in the place of the unit, or outside: %s',
    (place) => {
      expect(() => readPackage(writePackage({ name: '共同库', version: '1', code: CODE }, new Map([[place, 'x']])))).toThrow(
        /没有用它|已经损坏/u,
      );
    },
  );
});

describe('the content folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const { restoreContent } = createRequire(import.meta.url)('../../src/commands/guard.cjs') as {
    restoreContent: (content: string) => void;
  };

  test('gets other files at once; what is the unit’s stays, and nothing is left beside it', async () => {
    const content = join(root, 'content');
    cpSync(join(import.meta.dirname, '../fixtures/sound-content/content'), content, { recursive: true });
    mkdirSync(join(content, '.git'));
    writeFileSync(join(content, '.git/HEAD'), 'ref');
    cpSync(join(content, 'practices/second.mdx'), join(root, 'second-before.mdx'));
    await replaceContent(
      content,
      new Map([
        ['practices/second.mdx', '新的'],
        ['practices/third.mdx', '第三'],
      ]),
      ['terms/clearing.mdx'],
    );
    expect(readFileSync(join(content, 'practices/second.mdx'), 'utf8')).toBe('新的');
    expect(readFileSync(join(content, 'practices/third.mdx'), 'utf8')).toBe('第三');
    expect(existsSync(join(content, 'terms/clearing.mdx'))).toBe(false);
    expect(readFileSync(join(content, '.git/HEAD'), 'utf8')).toBe('ref');
    expect(readFileSync(join(content, 'notes/SJ-002.mdx'), 'utf8')).toBe(NOTE);
    expect(readdirSync(root).sort()).toEqual(['content', 'second-before.mdx']);
  });

  test('stays as it was when somebody has saved in it since it was read, and says what', async () => {
    const content = join(root, 'content');
    const asRead = await readState(content);
    const texts = new Map([['practices/second.mdx', '更新的']]);
    writeFileSync(join(content, 'practices/draft.mdx'), '刚存的');
    writeFileSync(join(root, 'saving'), '刚改的');
    renameSync(join(root, 'saving'), join(content, 'practices/third.mdx'));
    await expect(replaceContent(content, texts, [], asRead)).rejects.toThrow(
      /practices\/draft\.mdx、practices\/third\.mdx|practices\/third\.mdx、practices\/draft\.mdx/u,
    );
    expect(readFileSync(join(content, 'practices/second.mdx'), 'utf8')).toBe('新的');
    expect(readFileSync(join(content, 'practices/draft.mdx'), 'utf8')).toBe('刚存的');
    expect(readdirSync(root).sort()).toEqual(['content', 'second-before.mdx']);
    await replaceContent(content, texts, ['practices/draft.mdx'], await readState(content));
    expect(readFileSync(join(content, 'practices/second.mdx'), 'utf8')).toBe('更新的');
    await replaceContent(content, new Map([['practices/second.mdx', '新的']]), []);
  });

  test('stays as it was when the new one cannot be made', async () => {
    const content = join(root, 'content');
    await expect(replaceContent(content, new Map([['practices/second.mdx/x.mdx', '不能']]), [])).rejects.toThrow();
    expect(readFileSync(join(content, 'practices/second.mdx'), 'utf8')).toBe('新的');
    expect(readdirSync(root).sort()).toEqual(['content', 'second-before.mdx']);
  });

  test('comes back when an exchange was ended between two renamings', () => {
    const content = join(root, 'content');
    renameSync(content, join(root, '.content-before'));
    restoreContent(content);
    expect(readFileSync(join(content, 'practices/second.mdx'), 'utf8')).toBe('新的');
    restoreContent(content);
    expect(readdirSync(root).sort()).toEqual(['content', 'second-before.mdx']);
  });
});
