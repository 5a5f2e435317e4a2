import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeForm } from '../../src/export/xlsx/write-form.ts';
import { toldOnce } from '../../src/import/table-report.ts';
import { planTable, writeTable } from '../../src/import/bring-in-table.ts';
import { entryTable } from '../../src/import/columns.ts';
import { knownWords } from '../../src/import/known-words.ts';
import { readRows } from '../../src/import/read-rows.ts';
import { openOfficeFile } from '../../src/import/office-file.ts';
import { readWorkbook } from '../../src/import/read-xlsx.ts';
import { writeTemplate } from '../../src/import/template.ts';
import { checkFiles } from '../../src/lint/check-content.ts';
import { COLLECTION_NAMES } from '../../src/schema/number.ts';
import { openLibrary } from '../../src/store/library.ts';
import { readContent } from '../../src/store/read-content.ts';

const TODAY = '2026-11-22';
const SOUND = join(import.meta.dirname, '../fixtures/sound-content/content');
const HEADS = [
  '标题',
  '摘要',
  '关键词',
  '内容性质',
  '地区',
  '出处',
  '做事的主体',
  '做了什么',
  '遇到的困难或失败',
  '证据性质',
  '相关条文（编者所列）',
];
const ROW = [
  '宁波：公开澄清',
  '宁波公开澄清不实举报。',
  '澄清、正名',
  '公开报道',
  '宁波',
  'GK-0001',
  '宁波市',
  '公开澄清3起。\n2. 当面反馈。【S3-¶26#2】',
  '未载',
  '报道',
  '未找到',
];

let root = '';
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'import-')), 'content');
  cpSync(SOUND, root, { recursive: true });
});

const table = (rows: readonly (readonly string[])[], heads: readonly string[] = HEADS) =>
  writeForm('实践', [{ name: '实践', columns: heads.map((head) => ({ head, width: 10, note: '' })), rows, prepared: 0 }]);
const plan = async (bytes: Uint8Array, name = '实践.xlsx') =>
  planTable(name, bytes, { library: await openLibrary(root), root, collection: 'practices', today: TODAY });
const changed = (...changes: [index: number, text: string][]) =>
  ROW.map((text, index) => changes.find(([at]) => at === index)?.[1] ?? text);
const told = async (...changes: [index: number, text: string][]) =>
  (await plan(table([changed(...changes)]))).problems.map(({ sheet, cell, message }) => `${sheet}!${cell} ${message}`);
const bring = async (rows: readonly (readonly string[])[]) => {
  const found = await plan(table(rows));
  expect(found.problems).toEqual([]);
  writeTable(found, root);
  return found.plan.entries.map(({ step, record }) => [step, record.id]);
};
const drafts = () => readdirSync(join(root, 'practices')).filter((name) => name.startsWith('ningbo'));

describe('a row becomes a draft', () => {
  test('with its number, address, values by name, sources by sentence, and passes the check', async () => {
    expect(await bring([ROW])).toEqual([['new', 'SJ-003']]);
    const text = readFileSync(join(root, 'practices/ningbo-gongkai-chengqing.mdx'), 'utf8');
    expect(text).toContain('# 由 实践.xlsx 的“实践”第 2 行导入。\nid: SJ-003');
    expect(text).toContain('regions: [ningbo]');
    expect(text).toContain('keywords: [澄清, 正名]');
    expect(text).toContain('  - text: 公开澄清3起。\n    cites: [GK-0001]\n  - text: 当面反馈。\n    cites: [S3-¶26#2]');
    expect(text).toContain('conditions: 未载');
    expect(text).toContain('relatedPolicies: 未找到');
    expect(checkFiles(await readContent(root), TODAY).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('also where a list of one line begins with its mark', async () => {
    expect(await told([2, '· 澄清、正名'], [5, '1、GK-0001'])).toEqual([]);
    expect(await told([5, 'gk-0001'])).toEqual([]);
    expect(await told([5, 'ＧＫ－0001'])).toEqual([]);
    await bring([changed([2, '· 澄清、正名'], [5, '1、GK-0001'])]);
    const text = readFileSync(join(root, 'practices/ningbo-gongkai-chengqing.mdx'), 'utf8');
    expect(text).toContain('keywords: [澄清, 正名]');
  });

  test('whose figures stand in a sheet of their own', async () => {
    const figures = ['标题', '数值', '单位', '数的是什么', '谁的数', '时间范围', '出处'];
    const bytes = writeForm('实践', [
      { name: '实践', columns: HEADS.map((head) => ({ head, width: 10, note: '' })), rows: [ROW], prepared: 0 },
      {
        name: '数字',
        columns: figures.map((head) => ({ head, width: 10, note: '' })),
        rows: [
          [ROW[0] ?? '', '3', '起', '澄清的举报', '宁波市', '2021年', 'S3-¶26#2'],
          ['另一条', '3', '起', '甲', '乙', '2021年', 'S3-¶26#2'],
          [ROW[0] ?? '', '3.5万', '起', '甲', '乙', '2021年', 'S3-¶26#2'],
        ],
        prepared: 0,
      },
    ]);
    const found = await plan(bytes);
    expect(found.problems.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(['数字!A3', '数字!B4']);
    expect(found.problems[1]?.message).toContain('如 35000');
    expect(found.plan.entries[0]?.text).toContain('  - value: 3\n    unit: 起\n');
  });
});

describe('what is wrong is told by sheet, cell and cure', () => {
  test.each<[string, [number, string][], string, string]>([
    ['an unknown place', [[4, '青川县']], '实践!E2', '- { id: qingchuan, name: 青川县'],
    ['a word outside a list', [[9, '道听途说']], '实践!J2', '可选'],
    ['a source that is not registered', [[5, 'GK-0999']], '实践!F2', '登记'],
    ['sentences without a source', [[5, '']], '实践!第2行', '做了什么'],
    ['an empty cell that must be filled', [[1, '']], '实践!第2行', '摘要'],
    ['无 for 未载', [[8, '无']], '实践!I2', '未载'],
    ['too many words', [[1, '长'.repeat(121)]], '实践!B2', '“摘要”有 121 个字'],
    ['a telephone number', [[7, '联系人 13912345678。']], '实践!H2', '手机号码'],
    ['a range with a half-width sign', [[7, '用时3~5天。']], '实践!H2', '3至5'],
    ['无 for what must be chosen', [[9, '无']], '实践!J2', '“无”，不在可选的值里。可选：自述'],
    ['无 for what must be written', [[1, '无']], '实践!B2', '这一格一定要写'],
    ['a source with a comma in brackets', [[5, '某日报（一版，头条）']], '实践!F2', '“某日报（一版，头条）”不是登记过的出处'],
    ['a place whose name is hidden', [[4, '某县']], '实践!E2', '不猜是哪一个：请把这一格清空'],
    ['a place whose city is not there either', [[4, '浙江省湖州市安吉县']], '实践!E2', '先添加它，再添加它下面的'],
    ['other words for a choice', [[9, '报道材料']], '实践!J2', '是不是想写“报道”？可选：'],
    ['words with which the list explains a choice', [[9, '第三方']], '实践!J2', '是不是想写“评估”？可选：'],
    ['a title that is taken', [[0, '浙江：公开澄清不实举报']], '实践!A2', 'SJ-001'],
  ])('%s', async (_, changes, place, words) => {
    const found = await told(...changes);
    expect(found[0]).toContain(`${place} `);
    expect(found.join()).toContain(words);
  });

  test('a head that is not known, one that is missing, and two rows of one title', async () => {
    const found = await plan(table([ROW, ROW], ['标题', '摘药', ...HEADS.slice(2)]));
    const messages = found.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n');
    expect(messages).toContain('B1 没有“摘药”这一列。是不是想写“摘要”？');
    expect(messages).toContain('第1行 缺少“摘要”这一列');
    expect(messages).toContain('A3 标题同第 2 行的一样');
  });

  test('a column of the editor’s own is left alone, and that is said; it changes nothing', async () => {
    const own = (words: string) =>
      table(
        [
          [...ROW, words],
          [...changed([0, '宁波：另一件']), ''],
        ],
        [...HEADS, '备注'],
      );
    const found = await plan(own('等局里回话'));
    expect(found.problems).toEqual([]);
    expect(found.plan.reminders.map(({ sheet, cell, message }) => `${sheet}!${cell} ${message}`)).toEqual([
      '实践!L1 “备注”一列没有读，不进条目，留在这份表里（1 格有内容，如“等局里回话”）。要读进条目，列名照模板写。',
    ]);
    expect(found.plan.entries.map(({ text }) => text).join()).not.toContain('等局里回话');
    writeTable(found, root);
    expect((await plan(own('回话了'))).plan.entries.map(({ step }) => step)).toEqual(['same', 'same']);
  });

  test('a row that still says it is a sample, which an editor may have written over', async () => {
    const found = await plan(
      table(
        [
          ['示例（这一行不导入）', ...ROW],
          ['1', ...changed([0, '宁波：另一件'])],
        ],
        ['序号', ...HEADS],
      ),
    );
    expect(found.table.rows.map(({ title }) => title)).toEqual(['宁波：另一件']);
    expect(found.table.notes).toEqual(['“序号”写着“示例”的没有读：实践第 2 行。要是自己填在这一行里了，删去“示例”两个字再导入。']);
  });

  test('a column of numbers that no field has is led to the sheet for numbers', async () => {
    const sheets = [
      {
        name: '实践',
        columns: [...HEADS, '涉及金额'].map((head) => ({ head, width: 10, note: '' })),
        rows: [[...ROW, '12.5']],
        prepared: 0,
      },
    ];
    const bytes = writeForm('实践', sheets);
    const [reminder] = (await plan(bytes)).plan.reminders;
    expect(reminder?.message).toContain('如“12.5”');
    const [main] = readWorkbook(openOfficeFile(bytes));
    const numbers = main && {
      ...main,
      rows: new Map(
        [...main.rows].map(([row, cells]) => [
          row,
          cells.map((cell) => cell && (cell.text === '12.5' ? { ...cell, kind: 'number' as const } : cell)),
        ]),
      ),
    };
    const found =
      numbers && readRows([numbers], entryTable((await openLibrary(root)).schemas.practices), knownWords(await openLibrary(root)), '实践');
    expect(found?.reminders[0]?.message).toContain('写在“数字”表里');
  });

  test('a head near a column that is missing is asked about; near one that is there, or said not to be brought in, it is the editor’s own', async () => {
    const heads = (last: string) => plan(table([[...ROW, '甲']], [...HEADS, last]));
    expect((await heads('举措领与')).problems.map(({ message }) => message)).toEqual([
      '没有“举措领与”这一列。是不是想写“举措领域”？不要导入的，列名后面加“（不导入）”。',
    ]);
    for (const own of ['标注', '举措领与（不导入）', '关键词（不导入）']) expect((await heads(own)).problems).toEqual([]);
  });

  test('what every row lacks is told once, in a sentence', async () => {
    const rows = [0, 1, 2].map((index) => changed([0, `宁波：${index}`]).filter((_, at) => at !== 3));
    const found = await plan(
      table(
        rows,
        HEADS.filter((head) => head !== '内容性质'),
      ),
    );
    expect(toldOnce(found.problems).map(({ cell, message }) => `${cell} ${message}`)).toEqual([
      '第1行 缺少“内容性质”这一列。',
      '第2行 到 第4行（3 行） “内容性质”没有填。',
    ]);
  });

  test('what is found in rows in another order is told in the order of the table', () => {
    const found = ['第4行', '第2行', '第3行'].map((cell) => ({ sheet: '实践', cell, message: '都没有写。' }));
    expect(toldOnce(found).map(({ cell }) => cell)).toEqual(['第2行 到 第4行（3 行）']);
  });

  test('what is missing is told by the name of its column alone', async () => {
    const { plan: found } = await plan(table([[...ROW.slice(0, -1), '原文']], [...HEADS.slice(0, -1), '核对时对照什么']));
    expect(found.reminders.map(({ message }) => message).join()).toContain('“依据（来源写明）”和“相关条文”都没有写');
  });

  test('a hidden name is never told to be another place', async () => {
    expect((await told([4, '某州'])).join()).not.toContain('是不是');
  });

  test('figures: so many times a unit, about so many; not full-width digits or spaces between thousands', async () => {
    const figure = (value: string, unit = '起') => [ROW[0] ?? '', value, unit, '甲', '乙', '2021年', 'S3-¶26#2'];
    const bytes = writeForm('实践', [
      { name: '实践', columns: HEADS.map((head) => ({ head, width: 10, note: '' })), rows: [ROW], prepared: 0 },
      {
        name: '数字',
        columns: ['标题', '数值', '单位', '数的是什么', '谁的数', '时间范围', '出处'].map((head) => ({ head, width: 10, note: '' })),
        rows: [figure('１２．５'), figure('1 200'), figure('１，２００'), figure('3', '万起'), figure('约300'), figure('1200余')],
        prepared: 0,
      },
    ]);
    const { problems, plan: found } = await plan(bytes);
    expect(problems.map(({ cell, message }) => `${cell} ${message}`)).toEqual([
      'C5 “单位”写的是“万起”，“万”算在数里。单位写“起”，“数值”写成原数乘以 10000，来源的数连同“万起”照录在“来源的写法”。',
      'B6 “数值”写的是“约300”，“数值”写 300，“约”写在“约数或界限”一列。',
      'B7 “数值”写的是“1200余”，“数值”写 1200，“余”写在“约数或界限”一列。',
    ]);
    expect(found.entries[0]?.text.match(/value: .*/gu)).toEqual(['value: 12.5', 'value: 1200', 'value: 1200', 'value: 3']);
  });

  test('rows of a sheet of its own are of the entry whose title stands in one cell over all of them', async () => {
    const figure = (title: string, value: string) => [title, value, '起', '甲', '乙', '2021年', 'S3-¶26#2'];
    const files = unzipSync(
      writeForm('实践', [
        { name: '实践', columns: HEADS.map((head) => ({ head, width: 10, note: '' })), rows: [ROW], prepared: 0 },
        {
          name: '数字',
          columns: ['标题', '数值', '单位', '数的是什么', '谁的数', '时间范围', '出处'].map((head) => ({ head, width: 10, note: '' })),
          rows: [figure(ROW[0] ?? '', '1'), figure('', '2'), figure('', '3'), figure('', '4')],
          prepared: 0,
        },
      ]),
    );
    const path = Object.keys(files).find((name) => name.endsWith('sheet2.xml')) ?? '';
    const sheet = strFromU8(files[path] ?? new Uint8Array());
    files[path] = strToU8(sheet.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>'));
    const { problems, plan: found } = await plan(zipSync(files));
    // The last row is below the merged cells.
    expect(problems.map(({ cell, message }) => `${cell} ${message}`)).toEqual(['第5行 没有写是哪一条的。请在“标题”一列照抄那一条的标题。']);
    expect(found.entries[0]?.text.match(/value: .*/gu)).toEqual(['value: 1', 'value: 2', 'value: 3']);
  });

  test('not a source by its title, whatever marks are in it', async () => {
    const title = '某县：先通水，后补手续（试行，三篇）';
    const sources = join(root, 'vocab/public-sources.yaml');
    writeFileSync(
      sources,
      `${readFileSync(sources, 'utf8').trimEnd()}\n  - { id: GK-0009, title: "${title}", publisher: 某报, date: "2025", seen: 全文 }\n`,
    );
    expect(await told([5, title])).toEqual([]);
    expect(await told([5, `《${title}》`], [7, `一句话。【${title}】`])).toEqual([]);
  });

  test('a table that was given another name is told which it was', async () => {
    await bring([ROW]);
    const found = await plan(table([ROW]), '实践（最终版）.xlsx');
    expect(found.problems[0]?.message).toContain('SJ-003，是从“实践.xlsx”导入的。同一份表改过文件名的，把文件名改回“实践.xlsx”再导入');
  });

  test('and nothing is written but the rows that are asked for', async () => {
    const found = await plan(table([ROW, changed([0, '宁波：另一处'], [9, '道听途说'])]));
    expect(found.good.map(({ row }) => row.row)).toEqual([2]);
    expect(drafts()).toEqual([]);
    writeTable(found, root);
    expect(drafts()).toEqual(['ningbo-gongkai-chengqing.mdx']);
  });

  test('and of the rows below merged cells none is good', async () => {
    const files = unzipSync(table([ROW, changed([0, '宁波：另一处'], [8, '']), changed([0, '宁波：第三处'])]));
    const path = Object.keys(files).find((name) => name.endsWith('sheet1.xml')) ?? '';
    const sheet = strFromU8(files[path] ?? new Uint8Array());
    files[path] = strToU8(sheet.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="I2:I3"/></mergeCells>'));
    const found = await plan(zipSync(files));
    expect(found.problems.map(({ cell }) => cell)).toContain('I2:I3');
    expect(found.good.map(({ row }) => row.row)).toEqual([4]);
  });
});

describe('importing again', () => {
  const path = () => join(root, 'practices/ningbo-gongkai-chengqing.mdx');

  test('the same table changes nothing', async () => {
    await bring([ROW]);
    const before = readFileSync(path(), 'utf8');
    expect(await bring([ROW])).toEqual([['same', 'SJ-003']]);
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });

  test('a changed row brings its entry up to date, also under a new title or in another place', async () => {
    await bring([ROW]);
    expect(await bring([changed([8, '有人不理解。【GK-0001】'])])).toEqual([['update', 'SJ-003']]);
    expect(readFileSync(path(), 'utf8')).toContain('有人不理解。');
    expect(await bring([changed([0, '宁波：当众澄清'])])).toEqual([['update', 'SJ-003']]);
    expect(await bring([changed([0, '宁波：新的一行']), changed([0, '宁波：当众澄清'])])).toEqual([
      ['new', 'SJ-004'],
      ['update', 'SJ-003'],
    ]);
  });

  test('what somebody has changed by hand is left alone, and told when the row has changed too', async () => {
    await bring([ROW]);
    writeFileSync(path(), readFileSync(path(), 'utf8').replace('宁波市', '宁波市委'));
    expect(await bring([ROW])).toEqual([['same', 'SJ-003']]);
    const found = await plan(table([changed([8, '有人不理解。【GK-0001】'])]));
    expect(found.plan.entries.map(({ step }) => step)).toEqual(['held']);
    writeTable(found, root);
    expect(readFileSync(path(), 'utf8')).toContain('宁波市委');
    // It stays told until somebody has dealt with it.
    expect((await plan(table([changed([8, '有人不理解。【GK-0001】'])]))).plan.entries[0]?.step).toBe('held');
  });

  test('an import that was killed goes on, and makes no entry twice', async () => {
    await bring([ROW, changed([0, '宁波：另一处'])]);
    rmSync(path());
    const record = join(root, 'imports/实践.xlsx.json');
    writeFileSync(record, readFileSync(record, 'utf8').replace('"isWhole": true', '"isWhole": false'));
    expect(await bring([ROW, changed([0, '宁波：另一处'])])).toEqual([
      ['new', 'SJ-003'],
      ['same', 'SJ-004'],
    ]);
    expect(existsSync(path())).toBe(true);
  });

  test('an entry that somebody has deleted is not made again', async () => {
    await bring([ROW]);
    rmSync(path());
    expect(await bring([ROW])).toEqual([['gone', 'SJ-003']]);
    expect(drafts()).toEqual([]);
  });
});

test('a table of text does as well', async () => {
  const csv = [HEADS, ROW].map((row) => row.map((text) => `"${text}"`).join(',')).join('\r\n');
  const found = await plan(new TextEncoder().encode(csv), '实践.csv');
  expect(found.problems).toEqual([]);
});

test.for(COLLECTION_NAMES)('the template for %s is read back without a problem, and its sample is no entry', async (collection) => {
  const library = await openLibrary(root);
  const bytes = writeTemplate(library, collection);
  expect(writeTemplate(library, collection)).toEqual(bytes);
  const sheets = readWorkbook(openOfficeFile(bytes));
  expect(sheets.at(-1)?.name).toBe('选项');
  // What concerns the file alone is told to nobody who fills in a table.
  const words = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((cells) => cells.map((cell) => cell?.text ?? ''))).join('\n');
  expect(words).not.toMatch(/带引号|vocab\//u);
  const found = planTable('模板.xlsx', bytes, { library, root, collection, today: TODAY });
  expect([found.problems, found.table.rows]).toEqual([[], []]);
});
