import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newItem, openVocabulary, saveItem, vocabularyNames } from '../../src/edit/desk-lists.ts';
import { LIST_NAMES } from '../../src/store/load-lists.ts';

const SOUND = join(import.meta.dirname, '../fixtures/sound-content/content');

let root: string;
let content: DeskContent;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lists-'));
  cpSync(SOUND, join(root, 'content'), { recursive: true });
  content = await DeskContent.open({ root: join(root, 'content'), cache: join(root, 'read') }, () => '2026-11-28');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const path = (name: string) => join(root, 'content/vocab', `${name}.yaml`);
const onDisk = (name: string) => readFileSync(path(name), 'utf8');
const itemOf = async (name: string, id: string) => (await openVocabulary(content, name)).items.find((item) => item['id'] === id);

test('every list is on the desk, each field of its items with a Chinese label', async () => {
  expect(vocabularyNames(content).map(({ name }) => name)).toEqual(LIST_NAMES);
  for (const name of LIST_NAMES)
    for (const { label } of (await openVocabulary(content, name)).fields) expect(label, name).toMatch(/\p{Script=Han}/u);
});

describe('a new item begins', () => {
  test('for a region with an id from its name, its kind and what it lies in', () => {
    expect(newItem(content, 'regions', '浙江省青川县')).toEqual({
      id: 'qingchuan',
      name: '青川县',
      short: '青川',
      kind: '县级',
      parent: 'zhejiang',
    });
  });

  test('for sources and documents with the next number', () => {
    expect(newItem(content, 'public-sources', '某报道')).toMatchObject({ id: 'GK-0002', title: '某报道' });
    expect(newItem(content, 'own-documents', '某办法')).toMatchObject({ id: 'WJ-003', title: '某办法' });
  });

  test('not for a place that is there, nor for one whose city is not', () => {
    expect(() => newItem(content, 'regions', '浙江省青川市沙洲县')).toThrow('还没有“青川市”');
    expect(() => newItem(content, 'regions', '浙江')).toThrow('已经在地区表里');
  });
});

describe('saving writes an item and nothing else', () => {
  test('a new one at the end', async () => {
    const before = onDisk('regions');
    const saved = await saveItem(content, 'regions', undefined, newItem(content, 'regions', '浙江省青川县'));
    expect(saved.kind).toBe('saved');
    const fresh = onDisk('regions').replace(before, '');
    expect(onDisk('regions').startsWith(before)).toBe(true);
    expect(fresh).toContain('qingchuan');
    expect(content.current.loaded.lists.regions?.items.at(-1)).toMatchObject({ id: 'qingchuan', parent: 'zhejiang' });
  });

  test('a changed one in its place, byte for byte besides', async () => {
    const was = await itemOf('own-documents', 'WJ-001');
    const before = onDisk('own-documents');
    await saveItem(content, 'own-documents', was, { ...was, kept: '青川山县委办公室' });
    expect(onDisk('own-documents')).toBe(before.replace('kept: 青川山县档案馆', 'kept: 青川山县委办公室'));
  });

  test('none while another is writing it: that is told, and nothing is written', async () => {
    const before = onDisk('regions');
    writeFileSync(join(root, 'content/vocab/.regions.yaml.saving'), 'another');
    await expect(saveItem(content, 'regions', undefined, newItem(content, 'regions', '浙江省青川县'))).rejects.toThrow(
      '别人正在保存这个文件',
    );
    expect(onDisk('regions')).toBe(before);
  });

  test('a list that was not there yet', async () => {
    rmSync(path('own-documents'));
    await content.refresh();
    expect(await openVocabulary(content, 'own-documents')).toMatchObject({ title: '本单位文件', items: [] });
    const item = {
      ...newItem(content, 'own-documents', '某办法'),
      issuer: '某县委',
      docNumber: '未载',
      date: '未载',
      access: '公开',
      kept: '某科',
    };
    expect((await saveItem(content, 'own-documents', undefined, item)).kind).toBe('saved');
    expect(existsSync(path('own-documents'))).toBe(true);
    expect((await openVocabulary(content, 'own-documents')).items).toMatchObject([{ id: 'WJ-001', title: '某办法' }]);
  });
});

describe('nothing is written', () => {
  test('when the item would be wrong', async () => {
    const before = onDisk('public-sources');
    const saved = await saveItem(content, 'public-sources', undefined, {
      ...newItem(content, 'public-sources', '某报道'),
      publisher: '某报',
      date: '2026',
      seen: '听说',
    });
    expect(saved).toMatchObject({ kind: 'refused' });
    expect(saved.kind === 'refused' && saved.problems[0]).toContain('听说');
    expect(onDisk('public-sources')).toBe(before);
  });

  test('and what is missing is told in the words of the form', async () => {
    const saved = await saveItem(content, 'public-sources', undefined, {
      ...newItem(content, 'public-sources', '某报道'),
      publisher: '某报',
      seen: '全文',
      url: 'www.example.gov.cn/a',
    });
    expect(saved.kind === 'refused' && saved.problems).toEqual([
      '没有写“发布日期”。这里要写：发布日期，知道多少写多少；不知道写“未载”。',
      expect.stringMatching(/^“网址”写的是“www\.example\.gov\.cn\/a”.*以 https:\/\/ 或 http:\/\/ 开头/u),
    ]);
  });

  test('when an entry that is right would be wrong after it', async () => {
    writeFileSync(
      join(root, 'content/practices/second.mdx'),
      readFileSync(join(root, 'content/practices/second.mdx'), 'utf8').replace('S3-¶26#3', 'WJ-001#art-3'),
    );
    const was = await itemOf('own-documents', 'WJ-001');
    const saved = await saveItem(content, 'own-documents', was, { ...was, access: '内部' });
    expect(saved.kind === 'refused' && saved.problems.join()).toMatch(/second\.mdx：“WJ-001#art-3”是内部文件/u);
  });

  test('when somebody else has changed the item, or its id would change', async () => {
    const was = await itemOf('own-documents', 'WJ-001');
    writeFileSync(path('own-documents'), onDisk('own-documents').replace('青川山县档案馆', '别处'));
    await expect(saveItem(content, 'own-documents', was, { ...was, kept: '这里' })).rejects.toThrow('被别人改过');
    const now = await itemOf('own-documents', 'WJ-001');
    await expect(saveItem(content, 'own-documents', now, { ...now, id: 'WJ-009' })).rejects.toThrow('不再改');
  });
});
