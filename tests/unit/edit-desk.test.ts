import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formOf } from '../../src/edit/form.ts';
import { emptyValue } from '../../src/edit/empty-value.ts';
import { changesInWords } from '../../src/edit/changes-in-words.ts';
import { diffLines } from '../../src/edit/diff-lines.ts';
import { Desk, DeskError, deskSchema, OutOfDate } from '../../src/edit/desk.ts';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newEntryIn } from '../../src/edit/new-entry.ts';
import { newItem, saveItem } from '../../src/edit/desk-lists.ts';
import type { Change, DeskEntry } from '../../src/edit/protocol.ts';

const SOUND = join(import.meta.dirname, '../fixtures/sound-content/content');
const PLACE = 'practices/example';
const TODAY = '2026-11-28';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(SOUND, join(folder, 'content'), { recursive: true });
});

afterEach(async () => {
  await endDesks();
  rmSync(folder, { recursive: true, force: true });
});

const path = (place = PLACE) => join(folder, 'content', `${place}.mdx`);
const onDisk = (place = PLACE) => readFileSync(path(place), 'utf8');
const kept = () => readdirSync(join(folder, 'edit'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
let open: Desk[] = [];
/** As when the process ends: what is kept stays, and nobody holds it. */
const endDesks = async () => {
  for (const desk of open) await desk.close();
  open = [];
};

async function openDesk(): Promise<Desk> {
  const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, 'read') }, () => TODAY);
  const desk = await Desk.open(content, join(folder, 'edit'));
  open.push(desk);
  return desk;
}

/** The desk with one entry open and changed. */
async function changed(...changes: Change[]) {
  const desk = await openDesk();
  const entry = await desk.open(PLACE);
  return { desk, entry: await desk.change(PLACE, entry.revision, changes) };
}

const newTitle: Change = { path: ['title'], value: '新的标题' };

describe('a change on the desk', () => {
  test('is not in the file before it is saved, and after that alone', async () => {
    const before = onDisk();
    const { desk, entry } = await changed(newTitle);
    expect(onDisk()).toBe(before);
    expect(entry).toMatchObject({ isChanged: true, canUndo: true });
    const saved = await desk.save(PLACE, entry.revision);
    expect(saved.kind).toBe('saved');
    expect(onDisk()).toBe(before.replace(/^title: .*$/mu, 'title: 新的标题'));
    expect(kept()).toEqual([]);
    expect((await desk.list()).rows.find(({ place }) => place === PLACE)).toMatchObject({ title: '新的标题', isChanged: false });
  });

  test('is shown line by line before saving', async () => {
    const { desk } = await changed(newTitle);
    const lines = (await desk.diff(PLACE)).lines.filter(({ kind }) => kind === 'old' || kind === 'new');
    expect(lines.map(({ kind, text }) => [kind, text.split(':')[0]])).toEqual([
      ['old', 'title'],
      ['new', 'title'],
    ]);
  });

  test.each([4, 5, 6, 7])(
    'is shown with every line between it and the next, or with a sign that some are left out (%i between)',
    (between) => {
      const lines = ['甲', ...Array.from({ length: between }, (_, index) => `第${index}行`), '乙'];
      const shown = diffLines(lines.join('\n'), lines.map((line) => (/[甲乙]/u.test(line) ? `${line}。` : line)).join('\n'));
      const told = shown.filter(({ kind }) => kind === 'same').length;
      expect(shown.some(({ kind }) => kind === 'gap') || told === between).toBe(true);
    },
  );

  test('is told in the words of the form before saving: what stood there, what comes, and which item of a list', async () => {
    const { desk } = await changed(
      newTitle,
      { path: ['figures', 0, 'value'], value: 7 },
      { path: ['keywords'], value: ['澄清正名', '新添的'] },
      { path: ['summary'], value: `${'甲'.repeat(50)}一${'乙'.repeat(40)}` },
      { body: '\n另一个正文。\n' },
    );
    const { changes } = await desk.diff(PLACE);
    expect(changes.map(({ label }) => label)).toEqual([
      '“标题”',
      '“一两句话的摘要”',
      '“关键词”',
      '“条目里的每一个数字”第 1 项的“数值”',
      '正文',
    ]);
    expect(changes[0]).toMatchObject({ before: '浙江：公开澄清不实举报', after: '新的标题' });
    expect(changes[2]).toMatchObject({ before: '（没有）', after: '· 新添的' });
    expect(changes[3]).toMatchObject({ before: '200', after: '7' });
  });

  test('of what says nothing yet is told as nothing', () => {
    const text = (fields: string) => `---\ntitle: 甲\n${fields}---\n`;
    expect(changesInWords(text('teaching: { decision: "", questions: [{ ask: "" }] }\n'), text(''), (path) => path.join())).toEqual([
      { label: 'teaching', before: '（没有）', after: '（没有）' },
    ]);
    // An item that was added and not written yet is something all the same.
    expect(changesInWords(text('facts: []\n'), text('facts: [{ text: "", cites: [] }]\n'), (path) => path.join())).toEqual([
      { label: 'facts', before: '（没有）', after: '（1 项，还没有写）' },
    ]);
  });

  test('in the midst of a long text is told with a little of what stands around it', () => {
    const text = (word: string) => `---\nsummary: ${'甲'.repeat(50)}${word}${'乙'.repeat(40)}\n---\n`;
    expect(changesInWords(text('一'), text('二三'), (path) => path.join())).toEqual([
      { label: 'summary', before: `……${'甲'.repeat(12)}一${'乙'.repeat(12)}……`, after: `……${'甲'.repeat(12)}二三${'乙'.repeat(12)}……` },
    ]);
  });

  test('can be undone and done again, step by step', async () => {
    const { desk, entry } = await changed(newTitle, { body: '\n另一个正文。\n' });
    const undone = await desk.undo(PLACE, entry.revision);
    expect(undone).toMatchObject({ isChanged: false, canUndo: false, canRedo: true });
    expect((await desk.redo(PLACE, undone.revision)).data).toMatchObject({ title: '新的标题' });
  });

  test('can be given up, and had back', async () => {
    const { desk, entry } = await changed(newTitle);
    const given = await desk.discard(PLACE, entry.revision);
    expect(given).toMatchObject({ isChanged: false, canUndo: true });
    expect((await desk.undo(PLACE, given?.revision ?? 0)).data).toMatchObject({ title: '新的标题' });
  });

  test('is answered by the rules of the check, at its field and in the words of the form', async () => {
    const { entry } = await changed({ path: ['summary'], value: '长'.repeat(125) }, { path: ['actions', 0, 'cites'], value: ['S3-¶99#1'] });
    expect(entry.findings).toMatchObject([
      { rule: 'invalid-field', on: 'field', path: ['summary'], isError: true },
      { rule: 'unknown-locator', on: 'field', path: ['actions', 0, 'cites', 0] },
    ]);
    expect(entry.findings[0]?.message).toBe('“一两句话的摘要”有 125 个字，上限是 120 个字。请删去至少 5 个字。');
  });

  test('tells whether it would stop the site: of what is retired it does, of a draft not', async () => {
    const wrong = { path: ['regions'], value: ['zhejiang-xx'] };
    const stops = async (status: string) => {
      const { entry } = await changed(
        { path: ['status'], value: status },
        { path: ['retired'], value: { date: TODAY, reason: '并了。' } },
        wrong,
      );
      return entry.findings.find(({ rule }) => rule === 'unknown-region')?.stopsSite;
    };
    expect(await stops('退出')).toBe(true);
    await endDesks();
    rmSync(join(folder, 'edit'), { recursive: true });
    expect(await stops('草稿')).toBe(false);
  });

  test('of the body of a draft that has no source yet is still to be written, and holds up no site', async () => {
    const { entry } = await changed(
      { path: ['status'], value: '草稿' },
      { path: ['actor'] },
      { body: '\n写了一半的一段话，还没有来得及注明它是从哪里来的，明天再补。\n\n共 35 人。\n' },
    );
    expect(entry.findings.filter(({ isError }) => isError)).toEqual([]);
    expect(entry.findings.filter(({ on }) => on === 'body').map(({ rule }) => rule)).toEqual(['unfinished-draft', 'unfinished-draft']);
    expect(entry.findings.map(({ message }) => message)).toContain('“做事的主体”还没有写。');
  });

  test('that leaves a field empty does not say its name twice', async () => {
    const { entry } = await changed({ path: ['status'], value: '退出' }, { path: ['retired'], value: { date: TODAY, reason: '' } });
    expect(entry.findings.map(({ message }) => message)).toContain('“退出的说明”的“为什么退出”是空的。');
  });

  test('that leaves out a field is told at that field', async () => {
    const { entry } = await changed({ path: ['actor'] });
    expect(entry.findings).toMatchObject([{ rule: 'missing-field', path: ['actor'] }]);
    expect(entry.findings[0]?.message).toContain('没有写“做事的主体”');
  });

  test.each<[string, Change[], string]>([
    ['a day before another', [{ path: ['published'], value: '2026-12-30' }], '就更新“最近一次实质修改的日期”'],
    ['a state without its reasons', [{ path: ['status'], value: '退出' }], '没有写“退出的说明”'],
    ['a number with its sign', [{ path: ['figures', 0, 'value'], value: '3.6万' }], '照录（写在“来源的写法与数值不同时照录”：3.6万）'],
    ['no link to a rule', [{ path: ['relatedPolicies'] }, { path: ['basis'] }], '“依据（来源写明）”和“相关条文”都没有写'],
  ])('that leaves %s is told in the words of the form alone', async (_, changes, told) => {
    const { entry } = await changed(...changes);
    const messages = entry.findings.map(({ message }) => message).join('\n');
    expect(messages).toContain(told);
    expect(messages).not.toMatch(/updated|retired|asWritten|basis|relatedPolicies/u);
  });

  test('that wants a review is led to the page of the desk for it; what is to be typed as it stands stays', async () => {
    const { entry } = await changed({ path: ['signOff'] });
    const message = entry.findings.find(({ rule }) => rule === 'sign-off')?.message;
    expect(message).toContain('在编辑台的“审核发布”里选它发布，或者运行 npm run sign-off -- --writer 写的人的岗位');
    expect(message).toContain('没有审过的，“状态”先写“草稿”');
  });

  test('that begins a figure in a draft leaves what is to be written, and nothing that would hold up the site', async () => {
    const { entry } = await changed(
      { path: ['status'], value: '草稿' },
      { path: ['figures', 1], value: { what: '', whose: '', period: '未载' } },
    );
    expect(entry.findings.filter(({ isError }) => isError)).toEqual([]);
    expect(entry.findings.map(({ message }) => message)).toContain('“条目里的每一个数字”第 2 项的“出处”还没有写。');
  });

  test('that leaves a field in a field open is told by the names of both', async () => {
    const { entry } = await changed(
      { path: ['status'], value: '草稿' },
      { path: ['actions', 0, 'cites'] },
      { path: ['checked', 'against'] },
    );
    expect(entry.findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['“做了什么”第 1 项的“出处”还没有写。', '“上次核对”的“对照什么核对的”还没有写。']),
    );
  });

  test('of the body is answered at the body', async () => {
    const { entry } = await changed({ body: '\n没有出处的一段话写了 35 人。\n' });
    expect(entry.findings.map(({ on }) => on)).toContain('body');
  });

  test('goes into the record of changes with today’s date when its editor says what it was', async () => {
    const { desk, entry } = await changed(newTitle);
    await desk.save(PLACE, entry.revision, '改了标题');
    expect(onDisk()).toMatch(/what: 改了标题/u);
    expect(onDisk()).toMatch(/^updated: ["']?2026-11-28["']?$/mu);
  });

  test('goes into the record once, also when the first saving was refused', async () => {
    const { desk, entry } = await changed(newTitle);
    const others = path().replace(/([^/]+)$/u, '.$1.saving');
    writeFileSync(others, '');
    await expect(desk.save(PLACE, entry.revision, '改了标题')).rejects.toBeInstanceOf(DeskError);
    rmSync(others);
    expect(await desk.save(PLACE, entry.revision, '改了标题')).toMatchObject({ kind: 'saved' });
    expect(onDisk().match(/what: 改了标题/gu)).toHaveLength(1);
  });

  test('of a file whose fields cannot be read is made in its text', async () => {
    writeFileSync(path(), onDisk().replace(/^title: /mu, 'title： '));
    const desk = await openDesk();
    const broken = await desk.open(PLACE);
    expect(broken.data).toBeUndefined();
    expect(broken.findings.map(({ rule }) => rule)).toContain('bad-yaml');
    const mended = await desk.change(PLACE, broken.revision, [{ text: broken.text.replace('title： ', 'title: ') }]);
    expect(mended.findings.filter(({ isError }) => isError)).toEqual([]);
    expect(mended.data).toBeDefined();
  });
});

test('what was missing in a list is no mistake any more once it is there', async () => {
  const { desk, entry } = await changed({ path: ['regions'], value: ['qingchuan'] });
  const stray = ({ findings }: DeskEntry) => findings.filter(({ path: [name] }) => name === 'regions').length;
  expect(stray(entry)).toBe(1);
  await saveItem(desk.content, 'regions', undefined, newItem(desk.content, 'regions', '浙江省青川县'));
  expect(stray(await desk.open(PLACE))).toBe(0);
});

test('a figure that is begun has its number open: that there is none is for its editor to say', async () => {
  const desk = await openDesk();
  const fields = formOf(deskSchema(desk.content.current, 'practices'), desk.content.current.loaded.lists).flatMap(
    (section) => section.fields,
  );
  const figures = fields.find(({ name }) => name === 'figures')?.control;
  expect(figures?.kind === 'list' && emptyValue(figures.item)).toEqual({ what: '', whose: '', period: '未载' });
});

describe('a remark of a reviewer', () => {
  const remark: Change = { remark: { by: '某科科长', text: '标题太长。' } };

  test('travels in the file, is told in the list, and keeps the draft from being ready', async () => {
    const { desk, entry } = await changed({ path: ['status'], value: '草稿' }, remark);
    expect(entry.remarks).toEqual([{ date: TODAY, by: '某科科长', text: '标题太长。' }]);
    expect(entry.notes).toEqual([]);
    const { changes } = await desk.diff(PLACE);
    expect(changes).toContainEqual({ label: '审核意见', before: '（没有）', after: '· 某科科长：标题太长。' });
    await desk.save(PLACE, entry.revision);
    await endDesks();
    const next = await openDesk();
    const rows = await vi.waitFor(
      async () => {
        const list = await next.list();
        expect(list.isChecked).toBe(true);
        return list.rows;
      },
      { timeout: 10_000, interval: 200 },
    );
    expect(rows.find(({ place }) => place === PLACE)).toMatchObject({ remarks: 1, state: '草稿' });
    const { revision } = await next.open(PLACE);
    expect((await next.change(PLACE, revision, [{ answered: 0 }])).remarks).toEqual([]);
  });

  test('is not lost when somebody else has saved the file meanwhile', async () => {
    const { desk, entry } = await changed(remark);
    writeFileSync(path(), onDisk().replace(/^title: .*$/mu, 'title: 别人改的标题'));
    expect((await desk.save(PLACE, entry.revision)).kind).toBe('overtaken');
    const { revision } = await desk.open(PLACE);
    const joined = await desk.join(PLACE, revision, []);
    expect(joined).toMatchObject({ data: { title: '别人改的标题' }, remarks: [{ text: '标题太长。' }] });
  });

  test('says who asks by post, and what for', async () => {
    const desk = await openDesk();
    const { revision } = await desk.open(PLACE);
    const by = (name: string, text = '改。') => desk.change(PLACE, revision, [{ remark: { by: name, text } }]);
    await expect(by('张建国')).rejects.toThrow('像是姓名');
    await expect(by('')).rejects.toThrow('岗位');
    await expect(by('科长', ' ')).rejects.toThrow('要改什么');
  });
});

test('the list tells what was saved at this computer, and when; the next desk knows it too', async () => {
  const { desk, entry } = await changed(newTitle);
  const hereOf = async (one: Desk) => (await one.list()).rows.filter(({ here }) => here !== '').map(({ place, here }) => [place, here]);
  expect(await hereOf(desk)).toEqual([]);
  await desk.save(PLACE, entry.revision);
  await desk.broughtIn(['practices/second']);
  await endDesks();
  expect(await hereOf(await openDesk())).toEqual([
    [PLACE, TODAY],
    ['practices/second', TODAY],
  ]);
});

describe('nothing is lost', () => {
  test('when the desk is ended: changes are there again, and say since when', async () => {
    await changed(newTitle);
    await endDesks();
    const desk = await openDesk();
    const again = await desk.open(PLACE);
    expect(again).toMatchObject({ isChanged: true, data: { title: '新的标题' } });
    expect(again.takenUpFrom).toMatch(/^20\d\d-/u);
    expect((await desk.list()).rows.find(({ place }) => place === PLACE)).toMatchObject({ isChanged: true });
  });

  test('and the time that is told is that of the first change, not of the last', async () => {
    const { entry } = await changed(newTitle);
    const begun = () => (JSON.parse(readFileSync(join(folder, 'edit', kept()[0] ?? ''), 'utf8')) as { begun: string }).begun;
    const first = begun();
    await new Promise((done) => setTimeout(done, 5));
    await open[0]?.change(PLACE, entry.revision, [{ path: ['title'], value: '又一个标题' }]);
    expect(begun()).toBe(first);
    await endDesks();
    const again = await openDesk();
    await again.change(PLACE, 1, [{ path: ['title'], value: '第三个标题' }]);
    expect(begun()).toBe(first);
  });

  test('when two windows change one entry: the second is told and gets the state that there is', async () => {
    const { desk, entry } = await changed(newTitle);
    const late = desk.change(PLACE, entry.revision - 1, [{ path: ['title'], value: '另一个标题' }]);
    await expect(late).rejects.toBeInstanceOf(OutOfDate);
    await expect(late).rejects.toMatchObject({ entry: { data: { title: '新的标题' } } });
  });

  test('when somebody else has saved other fields: both changes go together', async () => {
    const { desk, entry } = await changed(newTitle);
    const theirs = onDisk().replace(/^summary: .*$/mu, 'summary: 别人写的摘要。');
    writeFileSync(path(), theirs);
    expect(await desk.open(PLACE)).toMatchObject({ isOvertaken: true });
    const refused = await desk.save(PLACE, entry.revision);
    expect(refused).toMatchObject({ kind: 'overtaken', overtaking: { isGone: false, kept: ['“标题”'], clashes: [] } });
    expect(onDisk()).toBe(theirs);
    const joined = await desk.join(PLACE, (await desk.open(PLACE)).revision, []);
    expect(await desk.save(PLACE, joined.revision)).toMatchObject({ kind: 'saved' });
    expect(onDisk()).toBe(theirs.replace(/^title: .*$/mu, 'title: 新的标题'));
  });

  test('when both have changed one field: the editor says whose words stand', async () => {
    const { desk } = await changed(newTitle);
    writeFileSync(path(), onDisk().replace(/^title: .*$/mu, 'title: 别人的标题'));
    const entry = await desk.open(PLACE);
    expect(await desk.overtaking(PLACE)).toMatchObject({ clashes: [{ label: '“标题”', theirs: '别人的标题', mine: '新的标题' }] });
    const theirs = await desk.join(PLACE, entry.revision, []);
    expect(theirs.data).toMatchObject({ title: '别人的标题' });
    expect((await desk.undo(PLACE, theirs.revision)).data).toMatchObject({ title: '新的标题' });
  });

  test('when somebody else has saved and nothing was changed here: the desk follows', async () => {
    const desk = await openDesk();
    const before = await desk.open(PLACE);
    writeFileSync(path(), onDisk().replace(/^title: .*$/mu, 'title: 别人的标题'));
    const after = await desk.open(PLACE);
    expect(after).toMatchObject({ isOvertaken: false, isChanged: false, data: { title: '别人的标题' } });
    expect(after.revision).toBeGreaterThan(before.revision);
  });

  test('when the file is gone: it is not written again unasked', async () => {
    const { desk, entry } = await changed(newTitle);
    rmSync(path());
    expect(await desk.save(PLACE, entry.revision)).toMatchObject({ kind: 'overtaken', overtaking: { isGone: true } });
    expect(existsSync(path())).toBe(false);
    const joined = await desk.join(PLACE, entry.revision, []);
    await desk.save(PLACE, joined.revision);
    expect(onDisk()).toContain('title: 新的标题');
  });

  test('when another saving is under way: the second waits its turn', async () => {
    const { desk, entry } = await changed(newTitle);
    const waiting = join(folder, 'content/practices/.example.mdx.saving');
    writeFileSync(waiting, 'half');
    const before = onDisk();
    await expect(desk.save(PLACE, entry.revision)).rejects.toThrow('正在保存');
    expect(onDisk()).toBe(before);
    rmSync(waiting);
    expect(await desk.save(PLACE, entry.revision)).toMatchObject({ kind: 'saved' });
  });
});

describe('two desks over one folder', () => {
  const title = (words: string): Change => ({ path: ['title'], value: words });
  /** Each with changes of its own to one entry. */
  async function both(mine: Change, theirs: Change) {
    const { desk, entry } = await changed(mine);
    const other = await openDesk();
    const before = await other.open(PLACE);
    return { desk, entry, other, theirs: await other.change(PLACE, before.revision, [theirs]) };
  }

  test('keep their drafts apart, and each sees that the other has one', async () => {
    const { desk, other } = await both(title('这边的标题'), title('那边的标题'));
    expect(kept()).toHaveLength(2);
    expect(await desk.open(PLACE)).toMatchObject({
      data: { title: '这边的标题' },
      elsewhere: [{ desk: expect.stringContaining('另一个编辑台') }],
    });
    expect(await other.open(PLACE)).toMatchObject({ data: { title: '那边的标题' }, isChanged: true, elsewhere: [{}] });
    expect((await other.list()).rows.find(({ place }) => place === PLACE)).toMatchObject({ isElsewhere: true });
    expect(await other.others()).toHaveLength(1);
  });

  test('are told of each other’s saving, and join', async () => {
    const { desk, entry, other, theirs } = await both(title('这边的标题'), { path: ['summary'], value: '那边的摘要。' });
    await other.save(PLACE, theirs.revision);
    expect(await desk.open(PLACE)).toMatchObject({ isOvertaken: true, elsewhere: [] });
    expect(await desk.save(PLACE, entry.revision)).toMatchObject({ kind: 'overtaken', overtaking: { kept: ['“标题”'], clashes: [] } });
    const joined = await desk.join(PLACE, (await desk.open(PLACE)).revision, []);
    await desk.save(PLACE, joined.revision);
    expect(onDisk()).toMatch(/^title: 这边的标题$/mu);
    expect(onDisk()).toMatch(/^summary: 那边的摘要。$/mu);
  });

  test('that have both ended leave both drafts to the next one, joined; what they differ in is had back by undoing', async () => {
    await both(title('先写的标题'), title('后写的标题'));
    await endDesks();
    const next = await openDesk();
    const entry = await next.open(PLACE);
    expect(entry).toMatchObject({ isJoined: true, canUndo: true, elsewhere: [], data: { title: '后写的标题' } });
    expect((await next.undo(PLACE, entry.revision)).data).toMatchObject({ title: '先写的标题' });
    await endDesks();
    expect(kept().length).toBeGreaterThan(0);
    const last = await openDesk();
    const again = await last.open(PLACE);
    await last.save(PLACE, again.revision);
    expect(kept()).toEqual([]);
  });

  test('that have ended with changes of different fields leave one draft with both', async () => {
    await both(title('这边的标题'), { path: ['summary'], value: '那边的摘要。' });
    await endDesks();
    expect(await (await openDesk()).open(PLACE)).toMatchObject({ data: { title: '这边的标题', summary: '那边的摘要。' } });
  });

  test('one of which is gone without a word: its draft is taken up at once', async () => {
    await changed(newTitle);
    const mark = readdirSync(join(folder, 'edit'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('desk.mark')) ?? '';
    const path = join(folder, 'edit', mark);
    // No process has this number.
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"process":\d+/u, '"process":99999999'));
    expect(await (await openDesk()).open(PLACE)).toMatchObject({ isChanged: true, data: { title: '新的标题' }, elsewhere: [] });
  });
});

describe('a new entry', () => {
  test('has the next number and a draft of every required field, and no file before it is saved', async () => {
    const desk = await openDesk();
    const made = await newEntryIn(desk.content)('tolerance', '某县先修路后补手续');
    const entry = await desk.begin(made.place, made.text);
    expect(existsSync(path(made.place))).toBe(false);
    expect(entry.data).toMatchObject({ title: '某县先修路后补手续', status: '草稿', published: TODAY, factors: { motive: '未载' } });
    expect(entry.findings.every(({ rule }) => ['unfinished-draft', 'missing-field', 'invalid-field'].includes(rule))).toBe(true);
    const gaps = entry.findings.filter(({ rule }) => rule === 'unfinished-draft');
    expect(gaps).toContainEqual(expect.objectContaining({ on: 'field', path: ['facts'], isError: false }));
    expect(gaps.find(({ path: [name] }) => name === 'facts')?.message).toBe('“事实经过”还没有写。');
    await desk.save(made.place, entry.revision);
    expect(existsSync(path(made.place))).toBe(true);
    await expect(desk.begin(made.place, made.text)).rejects.toBeInstanceOf(DeskError);
  });

  test.each(['practices/../../x', '../x', 'practices/.x', 'vocab/regions', 'practices/a/b', 'pages/about'])(
    'goes nowhere but where entries lie: %s',
    async (place) => {
      const desk = await openDesk();
      await expect(desk.open(place)).rejects.toThrow('没有这个条目');
      await expect(desk.begin(place, '---\n---\n')).rejects.toThrow('不能放');
    },
  );
});

describe('a unit’s own note', () => {
  const begin = async (desk: Desk, named = 'SJ-001') => {
    const made = await newEntryIn(desk.content)('notes', named);
    return desk.begin(made.place, made.text);
  };

  test('has the form of its schema', async () => {
    const { current } = (await openDesk()).content;
    const fields = formOf(deskSchema(current, 'notes'), current.loaded.lists).flatMap((section) => section.fields);
    expect(fields.map(({ name, label, control }) => [name, label, control.kind])).toEqual([
      ['id', '注在哪一条上', 'text'],
      ['date', '写这条注或者上次核对它的日期', 'date'],
      ['by', '由哪个单位、哪个科室写', 'text'],
    ]);
  });

  test('is begun, told what it lacks beside its fields, saved, and stands in the list', async () => {
    const desk = await openDesk();
    const entry = await begin(desk);
    expect(entry).toMatchObject({ place: 'notes/SJ-001', collection: 'notes', data: { id: 'SJ-001', date: TODAY } });
    expect(entry.findings).toContainEqual(expect.objectContaining({ path: ['by'], isError: true }));
    const written = await desk.change('notes/SJ-001', entry.revision, [
      { path: ['by'], value: '县委组织部干部监督室' },
      { body: '\n本县向干部监督室报。<Cite at="GK-0001" />\n' },
    ]);
    expect(written.findings.filter(({ isError }) => isError)).toEqual([]);
    expect(await desk.save('notes/SJ-001', written.revision)).toMatchObject({ kind: 'saved' });
    expect(onDisk('notes/SJ-001')).toContain('by: 县委组织部干部监督室');
    const row = (await desk.list()).rows.find(({ place }) => place === 'notes/SJ-001');
    expect(row).toMatchObject({ collection: 'notes', id: 'SJ-001', title: '注：浙江：公开澄清不实举报' });
  });

  test('that an entry has already is opened, not begun again', async () => {
    const desk = await openDesk();
    const [{ file } = { file: undefined }] = desk.content.current.notes;
    const id = file?.name ?? '';
    expect(await begin(desk, id)).toMatchObject({ isChanged: false, data: { id } });
  });

  test('belongs to an entry of the site', async () => {
    const { content } = await openDesk();
    await expect(newEntryIn(content)('notes', '没有的一条')).rejects.toBeInstanceOf(DeskError);
  });

  test('keeps its other bytes when one field is changed', async () => {
    const desk = await openDesk();
    const place = `notes/${desk.content.current.notes[0]?.file.name ?? ''}`;
    const before = onDisk(place);
    const entry = await desk.open(place);
    await desk.save(place, (await desk.change(place, entry.revision, [{ path: ['by'], value: '县纪委信访室' }])).revision);
    expect(onDisk(place)).toBe(before.replace(/^by: .*$/mu, 'by: 县纪委信访室'));
  });
});

test('the list tells what is to be looked at again, and no draft is ready that is not written to its end', async () => {
  const checked = onDisk()
    .replace(/^reviewDue: .*\n/mu, '')
    .replace(/^(checked:\n\s+date: ).*$/mu, '$1"2025-01-01"');
  writeFileSync(path(), checked);
  const desk = await openDesk();
  const made = await newEntryIn(desk.content)('tolerance', '某县先修路后补手续');
  const entry = await desk.begin(made.place, made.text);
  await desk.save(made.place, entry.revision);
  await expect.poll(async () => (await desk.list()).isChecked, { timeout: 25_000 }).toBe(true);
  const { rows } = await desk.list();
  expect(rows.find(({ place }) => place === made.place)).toMatchObject({ state: '草稿', errors: 0, due: '' });
  expect(rows.filter(({ due }) => due !== '').map(({ place, due }) => `${place} ${due}`)).toContain(`${PLACE} 满一年没有核对`);
});

test('the findings of all entries follow by themselves, and again after a list has changed', async () => {
  const desk = await openDesk();
  await expect.poll(async () => (await desk.list()).isChecked, { timeout: 25_000 }).toBe(true);
  expect((await desk.list()).rows.every(({ errors }) => errors === 0)).toBe(true);
  const regions = join(folder, 'content/vocab/regions.yaml');
  writeFileSync(regions, readFileSync(regions, 'utf8').replace('id: zhejiang', 'id: zhejiangg'));
  await expect.poll(async () => (await desk.list()).rows.some(({ errors }) => errors > 0), { timeout: 25_000 }).toBe(true);
});
