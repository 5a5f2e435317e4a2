import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { bringIn, signOffSome } from '../../src/edit/desk-import.ts';
import type { ImportWish } from '../../src/edit/desk-import.ts';
import type { TableLook } from '../../src/edit/protocol.ts';
import { writeForm } from '../../src/export/xlsx/write-form.ts';
import { withRemark } from '../../src/schema/remarks.ts';
import { PRACTICE_HEADS } from '../support/import-rows.ts';

const SOUND = join(import.meta.dirname, '../fixtures/sound-content/content');
const ROW = [
  '宁波：公开澄清',
  '宁波公开澄清不实举报。',
  '公开报道',
  '宁波',
  'GK-0001',
  '宁波市',
  '公开澄清不实举报。',
  '未载',
  '报道',
  '未找到',
  '报道',
];

let root: string;
let content: DeskContent;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'bring-in-'));
  cpSync(SOUND, join(root, 'content'), { recursive: true });
  content = await DeskContent.open({ root: join(root, 'content'), cache: join(root, 'read') }, () => '2026-11-28');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const table = (...rows: string[][]) =>
  writeForm('实践', [{ name: '实践', columns: PRACTICE_HEADS.map((head) => ({ head, width: 10, note: '' })), rows, prepared: 0 }]);
const WISH: ImportWish = { name: '实践.xlsx', collection: undefined, title: undefined, cite: undefined, step: 'look', takes: [] };
const look = async (bytes: Uint8Array, wish: Partial<ImportWish> = {}) =>
  (await bringIn(content, bytes, { ...WISH, ...wish })) as TableLook;
const with1 = (index: number, text: string) => ROW.map((old, at) => (at === index ? text : old));
const file = () => join(root, 'content/practices/ningbo-gongkai-chengqing.mdx');

describe('a table at the desk', () => {
  test('is looked at first, and nothing is written; then it is', async () => {
    expect(await look(table(ROW))).toMatchObject({ collection: 'practices', rows: 1, fresh: 1, problems: [], isWritten: false });
    expect(existsSync(file())).toBe(false);
    expect(await look(table(ROW), { step: 'all' })).toMatchObject({
      isWritten: true,
      written: [{ place: 'practices/ningbo-gongkai-chengqing', id: 'SJ-003' }],
    });
    expect(existsSync(file())).toBe(true);
    expect(content.current.entries.some(({ id }) => id === 'SJ-003')).toBe(true);
  });

  test('with a problem is not written, except for the good rows alone', async () => {
    const bytes = table(
      ROW,
      with1(0, '另一处').map((text, at) => (at === 3 ? '青川县' : text)),
    );
    expect(await look(bytes, { step: 'all' })).toMatchObject({ isWritten: false, good: 1, problems: [{ sheet: '实践', cell: 'D3' }] });
    expect(existsSync(file())).toBe(false);
    expect(await look(bytes, { step: 'good rows' })).toMatchObject({ isWritten: true, fresh: 1 });
  });

  test('wrong alike in a whole column is told once, with its cells', async () => {
    const rows = [1, 2, 3, 4].map((count) => with1(0, `另一处${count}`).map((text, at) => (at === 3 ? '青川县' : text)));
    expect((await look(table(...rows))).problems.map(({ cell }) => cell)).toEqual(['D2 到 D5（4 格）']);
  });

  test('brought in again asks about what was changed by hand', async () => {
    await look(table(ROW), { step: 'all' });
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('宁波公开澄清不实举报。', '手工改过的摘要。'));
    const again = table(with1(1, '表里改过的摘要。'));
    const asked = await look(again);
    expect(asked).toMatchObject({ updated: 0, held: [{ id: 'SJ-003', row: 2, isGone: false }] });
    expect(asked.held[0]?.lines.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toEqual(['summary: 表里改过的摘要。']);
    await look(again, { step: 'all' });
    expect(readFileSync(file(), 'utf8')).toContain('手工改过的摘要。');
    expect(await look(again, { takes: ['SJ-003'] })).toMatchObject({ updated: 1, held: [] });
    await look(again, { step: 'all', takes: ['SJ-003'] });
    expect(readFileSync(file(), 'utf8')).toContain('表里改过的摘要。');
    rmSync(file());
    expect(await look(again)).toMatchObject({ held: [{ id: 'SJ-003', isGone: true }] });
    await look(again, { step: 'all', takes: ['SJ-003'] });
    expect(existsSync(file())).toBe(true);
  });

  test('whose sheet is named after nothing asks which collection it is', async () => {
    const bytes = writeForm('表', [
      { name: '工作表1', columns: PRACTICE_HEADS.map((head) => ({ head, width: 10, note: '' })), rows: [ROW], prepared: 0 },
    ]);
    expect(await bringIn(content, bytes, WISH)).toEqual({ kind: 'unnamed' });
    expect(await look(bytes, { collection: 'practices' })).toMatchObject({ fresh: 1 });
  });
});

describe('drafts go out', () => {
  const sign = (ids: string[], reviewer = '某科科长') => signOffSome(content, { ids, writer: '某科科员', reviewer, isSecrecyDone: true });

  test('all together, signed', async () => {
    await look(table(ROW), { step: 'all' });
    expect(await sign(['SJ-003'])).toEqual({ kind: 'signed', ids: ['SJ-003'] });
    expect(readFileSync(file(), 'utf8')).toMatch(/status: 发布[^]*signOff:\n {2}writer: 某科科员\n {2}reviewer: 某科科长/u);
  });

  test('by post alone: a name is told to be one, a post that begins like a name is not', async () => {
    await look(table(ROW), { step: 'all' });
    await expect(sign(['SJ-003'], '张建国')).rejects.toThrow('“张建国”像是姓名');
    await expect(sign(['SJ-003'], '科长张建国')).rejects.toThrow('像是姓名');
    expect(await sign(['SJ-003'], '安全员')).toMatchObject({ kind: 'signed' });
  });

  test('or none, when one is not ready or nobody else has looked', async () => {
    await look(table(ROW), { step: 'all' });
    const ready = readFileSync(file(), 'utf8');
    writeFileSync(
      join(root, 'content/practices/unready.mdx'),
      ready
        .replace('SJ-003', 'SJ-004')
        .replace(/^title: .*$/mu, 'title: 另一处')
        .replace(/^summary: .*$/mu, 'summary:'),
    );
    const message = expect.stringContaining('“一两句话的摘要”') as string;
    const problems = [{ id: 'SJ-004', place: 'practices/unready', message }];
    expect(await sign(['SJ-003', 'SJ-004'])).toMatchObject({ kind: 'refused', problems });
    expect(readFileSync(file(), 'utf8')).toBe(ready);
    await expect(sign(['SJ-003'], '某科科员')).rejects.toThrow('不能就是写的人');
  });

  test('not by a number that two have: nobody knows which of them was read', async () => {
    await look(table(ROW), { step: 'all' });
    writeFileSync(join(root, 'content/practices/other.mdx'), readFileSync(file(), 'utf8').replace(/^title: .*$/mu, 'title: 另一处的事'));
    await expect(sign(['SJ-003'])).rejects.toThrow(/编号 SJ-003 有两条：.*不知道发布哪一条/u);
    expect(readFileSync(file(), 'utf8')).toContain('status: 草稿');
  });

  test('what is wrong in other drafts keeps nobody back', async () => {
    await look(table(ROW), { step: 'all' });
    const twin = readFileSync(file(), 'utf8').replace('SJ-003', 'SJ-004');
    writeFileSync(join(root, 'content/practices/twin-a.mdx'), twin.replace(/^title: .*$/mu, 'title: 甲处的事'));
    writeFileSync(join(root, 'content/practices/twin-b.mdx'), twin.replace(/^title: .*$/mu, 'title: 乙处的事'));
    expect(await sign(['SJ-003'])).toMatchObject({ kind: 'signed' });
  });

  test('and none on which a reviewer has remarked what nobody has seen to', async () => {
    await look(table(ROW), { step: 'all' });
    const ready = readFileSync(file(), 'utf8');
    writeFileSync(file(), withRemark(ready, { date: '2026-11-28', by: '某科科长', text: '标题太长。' }));
    const refused = await sign(['SJ-003']);
    const message = expect.stringContaining('还有 1 条审核意见没有处理：“标题太长。”') as string;
    expect(refused).toMatchObject({ kind: 'refused', problems: [{ id: 'SJ-003', message }] });
    writeFileSync(file(), ready);
    expect(await sign(['SJ-003'])).toMatchObject({ kind: 'signed' });
  });

  test('and not when what is out would be wrong beside them', async () => {
    const first = readFileSync(join(root, 'content/situations/first.mdx'), 'utf8');
    const asks = first
      .replace(/^id: .*$/mu, 'id: QX-009')
      .replace(/^title: .*$/mu, 'title: 另外一件事')
      .replace('status: 发布', 'status: 草稿');
    writeFileSync(join(root, 'content/situations/third.mdx'), asks);
    const refused = await sign(['QX-009']);
    expect(refused).toMatchObject({ kind: 'refused' });
    const places = refused.kind === 'refused' ? refused.problems.map(({ place }) => place) : [];
    expect(places).toContain('situations/third');
    expect(places).toContain('situations/first');
  });
});
