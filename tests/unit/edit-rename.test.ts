import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../../src/edit/desk.ts';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newEntryIn } from '../../src/edit/new-entry.ts';
import { readRecord } from '../../src/import/import-record.ts';
import { checkFiles } from '../../src/lint/check-content.ts';
import { readContent } from '../../src/store/read-content.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { movedPages } from '../../src/views/moved.ts';
import { bringInPractices, practiceTable } from '../support/import-rows.ts';

const SOUND = join(import.meta.dirname, '../fixtures/sound-content/content');
const TODAY = '2026-11-28';
const OLD = 'practices/second';
const NEW = 'practices/changsha-clearing';

let root: string;
let desk: Desk;
let content: DeskContent;

async function openDesk(): Promise<void> {
  content = await DeskContent.open({ root, cache: join(root, '../read') }, () => TODAY);
  desk = await Desk.open(content, join(root, '../edit'));
}

beforeEach(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'rename-')), 'content');
  cpSync(SOUND, root, { recursive: true });
  await openDesk();
});

afterEach(async () => {
  await desk.close();
  rmSync(join(root, '..'), { recursive: true, force: true });
});

const read = (place: string) => readFileSync(join(root, place), 'utf8');
const ledger = () => read('ledger.yaml');
const errors = async () => checkFiles(await readContent(root), TODAY).issues.filter(({ severity }) => severity === 'error');
async function rename(place: string, name: string, why = '原来的拼音写错了') {
  const { revision } = await desk.open(place);
  return desk.rename(place, revision, name, why);
}

describe('an entry that is out gets another address', () => {
  test('and its old one leads to it; number and text stay, and the check has nothing to say', async () => {
    const before = read(`${OLD}.mdx`);
    const ledgerBefore = ledger();
    const renamed = await rename(OLD, 'changsha-clearing');
    expect(renamed).toMatchObject({ place: NEW, isChanged: false, data: { id: 'SJ-002' } });
    expect(existsSync(join(root, `${OLD}.mdx`))).toBe(false);
    expect(read(`${NEW}.mdx`)).toBe(before);
    const line = '  - { from: /practices/second/, to: SJ-002, why: 原来的拼音写错了 }';
    expect(ledger().replace(`redirects:\n${line}`, 'redirects: []')).toBe(ledgerBefore.replace('[part-4]', '[ part-4 ]'));
    expect(await errors()).toEqual([]);
    const site = indexSite(contentOf(await openLibrary(root)));
    expect(movedPages(site).find(({ from }) => from === '/practices/second/')?.path).toBe('/practices/changsha-clearing/');
    expect((await desk.list()).rows.map(({ place }) => place)).toContain(NEW);
  });

  test('which is told before it happens', async () => {
    expect(await desk.lookAtRenaming(OLD, '/practices/changsha-clearing/')).toEqual({
      from: '/practices/second/',
      to: '/practices/changsha-clearing/',
      suggested: expect.stringMatching(/^[a-z-]+$/u) as string,
      problem: '',
      steps: [
        '文件 content/practices/second.mdx 改名为 changsha-clearing.mdx，里面一个字也不动。',
        '网址从 /practices/second/ 变成 /practices/changsha-clearing/；编号 SJ-002 不变，按编号连到它的都照样通。',
        '旧网址记进登记簿（content/ledger.yaml）：以后打开 /practices/second/ 的人，自动转到这一条；这个旧网址不再给别的条目用。',
        '网站要等下一次生成才变；改了的文件一起提交。',
      ],
      asksWhy: true,
    });
    expect(existsSync(join(root, `${NEW}.mdx`))).toBe(false);
  });

  test('and back again: nothing leads away from where it now stands', async () => {
    await rename(OLD, 'changsha-clearing');
    expect((await desk.lookAtRenaming(NEW, 'second')).steps.join()).toContain('从前 /practices/second/ 转到别处的那一行删去');
    await rename(NEW, 'second', '还是原来的好');
    expect(ledger()).toContain('redirects:\n  - { from: /practices/changsha-clearing/, to: SJ-002, why: 还是原来的好 }\n');
    expect(await errors()).toEqual([]);
  });

  test('only with a reason, which the ledger keeps', async () => {
    await expect(rename(OLD, 'changsha-clearing', ' ')).rejects.toThrow('为什么改网址');
    expect(ledger()).toBe(readFileSync(join(SOUND, 'ledger.yaml'), 'utf8'));
  });

  test('also where a killed renaming has left the line in the ledger', async () => {
    writeFileSync(
      join(root, 'ledger.yaml'),
      ledger().replace('redirects: []', 'redirects:\n  - { from: /practices/second/, to: SJ-002, why: 甲 }'),
    );
    await content.refresh();
    await rename(OLD, 'changsha-clearing');
    expect(ledger().match(/from:/gu)).toHaveLength(1);
    expect(await errors()).toEqual([]);
  });
});

describe('an entry gets no name', () => {
  test.each([
    ['that another has', 'example', 'SJ-001'],
    ['that cannot be an address', 'New Name', '可以改成“new-name”'],
    ['in Chinese', '长沙', '小写英文字母'],
    ['of nothing', '/', '请写新的文件名'],
  ])('%s', async (_, name, told) => {
    expect((await desk.lookAtRenaming(OLD, name)).problem).toContain(told);
    await expect(rename(OLD, name)).rejects.toThrow(told);
    expect(existsSync(join(root, `${OLD}.mdx`))).toBe(true);
  });

  test('when it has it already', async () => {
    expect(await desk.lookAtRenaming(OLD, 'second')).toMatchObject({ problem: '', steps: [] });
    await expect(rename(OLD, 'second')).rejects.toThrow('和现在的一样');
  });

  test('under which another was published', async () => {
    await rename(OLD, 'changsha-clearing');
    await expect(rename('practices/example', 'second')).rejects.toThrow('是 SJ-002 发表过的');
  });

  test.each([
    ['a source', 'sources/s3', '就是它的编号'],
    ['a note', 'notes/SJ-002', '就是所注条目的编号'],
  ])('when it is %s, which goes by a number', async (_, place, told) => {
    await expect(rename(place, 'other')).rejects.toThrow(told);
  });

  test('before what was changed is saved, here and at another desk', async () => {
    const entry = await desk.open(OLD);
    const changed = await desk.change(OLD, entry.revision, [{ path: ['title'], value: '新的标题' }]);
    await expect(desk.rename(OLD, changed.revision, 'other', '甲')).rejects.toThrow('还有改动没有保存');
    expect((await desk.lookAtRenaming(OLD, 'second')).problem).toContain('还有改动没有保存');
    const other = await Desk.open(await DeskContent.open({ root, cache: join(root, '../read') }, () => TODAY), join(root, '../edit'));
    const there = await other.open(OLD);
    await expect(other.rename(OLD, there.revision, 'other', '甲')).rejects.toThrow('别人也在改这一条');
    await other.close();
  });
});

test('a draft gets another name without a word in the ledger, and before it has a file too', async () => {
  const { place, text } = await newEntryIn(content)('practices', '宁波：公开澄清');
  const begun = await desk.begin(place, text);
  const named = await desk.rename(place, begun.revision, 'ningbo-clearing', '');
  expect(named).toMatchObject({ place: 'practices/ningbo-clearing', isChanged: true });
  await desk.save(named.place, named.revision);
  expect((await desk.lookAtRenaming(named.place, 'ningbo-2')).steps.join()).toContain('不用登记');
  await rename(named.place, 'ningbo-2', '');
  expect(readdirSync(join(root, 'practices')).sort()).toEqual(['example.mdx', 'ningbo-2.mdx', 'second.mdx']);
  expect(ledger()).toBe(readFileSync(join(SOUND, 'ledger.yaml'), 'utf8'));
});

test('an internal entry leaves nothing in the ledger, which is public', async () => {
  writeFileSync(
    join(root, 'practices/inside.mdx'),
    read('practices/example.mdx')
      .replace('id: SJ-001', 'id: SJ-003\naccess: 内部')
      .replace(/^title: .*$/mu, 'title: 内部的一条'),
  );
  await content.refresh();
  expect((await desk.lookAtRenaming('practices/inside', 'inside-2')).steps.join()).toContain('内部的条目不登记');
  await rename('practices/inside', 'inside-2', '');
  expect(ledger()).toBe(readFileSync(join(SOUND, 'ledger.yaml'), 'utf8'));
});

test('an entry that was brought in goes on to be its row’s, and keeps its original', async () => {
  await bringInPractices(root, practiceTable(1, 1));
  const place = readRecord(root, '实践.xlsx')?.rows[0]?.place.replace('.mdx', '') ?? '';
  const original = join(root, 'imports', place);
  mkdirSync(original, { recursive: true });
  writeFileSync(join(original, 'original.md'), '原文。');
  await content.refresh();
  expect((await desk.lookAtRenaming(place, 'first')).steps.join()).toContain('还是更新这一条');
  await rename(place, 'first', '');
  expect(readFileSync(join(root, 'imports/practices/first/original.md'), 'utf8')).toBe('原文。');
  const again = await bringInPractices(root, practiceTable(1, 2));
  expect(again.plan.entries.map(({ step, record }) => [step, record.place])).toEqual([['update', 'practices/first.mdx']]);
  expect(read('practices/first.mdx')).toContain('第2稿的摘要');
});

test('what cannot be moved whole is not moved at all', async () => {
  const before = ledger();
  for (const name of ['second', 'changsha-clearing']) {
    mkdirSync(join(root, 'imports/practices', name), { recursive: true });
    writeFileSync(join(root, 'imports/practices', name, 'original.md'), name);
  }
  await expect(rename(OLD, 'changsha-clearing')).rejects.toThrow('ENOTEMPTY');
  expect([existsSync(join(root, `${OLD}.mdx`)), existsSync(join(root, `${NEW}.mdx`))]).toEqual([true, false]);
  expect(readFileSync(join(root, 'imports/practices/second/original.md'), 'utf8')).toBe('second');
  expect(ledger()).toBe(before);
});

test('whoever still has the old place open is told where the entry is', async () => {
  await rename(OLD, 'changsha-clearing');
  await expect(desk.open(OLD)).rejects.toThrow('现在是 content/practices/changsha-clearing.mdx');
});
