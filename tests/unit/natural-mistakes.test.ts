/** Mistakes that an editor makes who types Chinese and pastes from Word and Excel: each is told at its place, with a cure that cures. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkFiles, checkLibrary } from '../../src/lint/check-content.ts';
import type { Example } from '../../src/lint/rule.ts';
import { readBody } from '../../src/markdown/read-body.ts';
import { toString } from 'mdast-util-to-string';
import { readContent, storeFile } from '../../src/store/read-content.ts';
import { readYaml } from '../../src/store/yaml-document.ts';
import { contentWith, libraryWith, soundContent, storeTexts } from '../support/example-content.ts';

const TODAY = '2026-11-22';
const told = (example: Example) =>
  checkLibrary(libraryWith(example), TODAY).issues.map(({ at, rule, message }) => `${at?.line}:${at?.column} ${rule} ${message}`);

test('words behind “ #” are not lost without a word', () => {
  expect(told({ replace: ['title: ', 'title: 青川先修路案 #3：免责 ·'] })[0]).toMatch(
    /^\d+:\d+ comment-in-value .*“#3：免责.*title: "青川先修路案 #3：免责/u,
  );
});

test('a comment in a line of its own, and “#” in quotation marks, are no slips', () => {
  expect(readYaml('# 说明\ntitle: "甲 #3"\ncites: [S3-¶26#2]\nsays: |\n  甲 #3\n').comments).toEqual([]);
});

test('a list given as 甲、乙 is offered as two items', () => {
  expect(told({ fields: { keywords: '容错、纠错' } })[0]).toContain('如 [容错, 纠错]');
});

test.each([
  ['　conditions: 未载', 'conditions: 未载', '全角空格'],
  ['\u00a0conditions: 未载', 'conditions: 未载', '特殊的空格'],
])('wide spaces at the beginning of a line are found there and alone: %j', (wrong, right, words) => {
  const source = soundContent.get('practices/example.mdx') ?? '';
  const line = source.split('\n').indexOf(right) + 1;
  const messages = told({ replace: [right, wrong] }).filter((message) => !message.includes('control-character'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(new RegExp(`^${line}:1 bad-yaml .*${words}`, 'u'));
});

test.each(['·text: 先受理。', '1. text: 先受理。', '-text: 先受理。', '● text: 先受理。', '（1）text: 先受理。', '①text: 先受理。'])(
  'a mark of Word’s lists is told as such: %s',
  (item) => {
    const yaml = readYaml(`actions:\n  ${item}\n    cites: [S3-¶26#2]\n`);
    expect(yaml.problems).toHaveLength(1);
    expect(yaml.problems[0]?.at?.line).toBe(2);
    expect(yaml.problems[0]?.message).toContain('- text: 先受理。');
  },
);

test('numbers and dashes inside texts are no marks of lists', () => {
  expect(readYaml('title: 一、先看\nsays: |\n  1. 甲\n  · 乙\nvalue: -5\nkeywords:\n  - 1、甲').problems).toEqual([]);
});

test('Chinese over several lines has no spaces where the lines ended', () => {
  const yaml =
    'summary: 先受理，\n  再认定。\nquoted: "先受理，\n  再认定 and\n  so on"\nfolded: >-\n  先受理，\n  再认定。\n\n  另一段。\nkept: |-\n  甲\n  乙\n';
  expect(readYaml(yaml).data).toEqual({
    summary: '先受理，再认定。',
    quoted: '先受理，再认定 and so on',
    folded: '先受理，再认定。\n另一段。',
    kept: '甲\n乙',
  });
  expect(toString(readBody('先受理，\n再认定**办法**\n以后，see\nthe text。\n<Cite at="S3-¶26#2" />').tree)).toBe(
    '先受理，再认定**办法**以后，see\nthe text。'.replaceAll('**', ''),
  );
});

test('a number that is missing or used twice comes with the next free one', () => {
  expect(told({ file: 'practices/example.mdx', fields: { id: undefined } }).join()).toContain('请加一行 id: SJ-003');
  expect(told({ fields: { id: 'SJ-002' } }).join()).toContain('下一个是“SJ-003”');
});

test('a number without its zeros is recognised', () => {
  expect(told({ fields: { id: 'SJ-1' } }).join()).toContain('是不是想写“SJ-001”？');
});

test('an unknown place comes with where it is added at the desk and the line to add by hand', () => {
  const message = told({ fields: { regions: ['浙江省青川县'] } }).join();
  expect(message).toContain('编辑台的“词表 → 地区”');
  expect(message).toContain('- { id: qingchuan, name: 青川县, short: 青川, kind: 县级, parent: zhejiang }');
  expect(told({ file: 'vocab/regions.yaml', replace: ['parent: zhejiang', 'parent: 浙江'] }).join()).toContain('是不是想写“zhejiang”？');
});

test('a copy is told to be one, and the original is left in peace', () => {
  const files = contentWith({});
  const source = soundContent.get('practices/example.mdx') ?? '';
  for (const name of ['example - 副本', 'example (2)', 'example 副本 (3)', 'Copy of example', '副本 example']) {
    const copy = storeFile({ path: `content/practices/${name}.mdx`, place: `practices/${name}.mdx`, bytes: strToU8(source) });
    const issues = checkFiles([...files, copy], TODAY).issues;
    expect(issues.map(({ file, rule }) => [file, rule])).toEqual([[copy.path, 'bad-slug']]);
    expect(issues[0]?.message).toContain('“example.mdx”的副本');
    expect(issues[0]?.message).toContain('SJ-003');
  }
});

test('two names that would become one address are told two', () => {
  const make = (name: string, id: string) =>
    storeFile({
      path: `content/practices/${name}.mdx`,
      place: `practices/${name}.mdx`,
      bytes: strToU8((soundContent.get('practices/example.mdx') ?? '').replace('SJ-001', id).replace('公开澄清', name)),
    });
  const messages = checkFiles([...contentWith({}), make('通知（一）', 'SJ-011'), make('通知一', 'SJ-012')], TODAY).issues.map(
    ({ message }) => message,
  );
  expect(messages.join()).toContain('“tongzhi-yi.mdx”');
  expect(messages.join()).toContain('“tongzhi-yi-2.mdx”');
});

test('what Windows and Office lay into folders by themselves is no entry', async () => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(root, 'practices'));
  for (const name of ['desktop.ini', 'Thumbs.db', 'ehthumbs.db', '.DS_Store', '~$ample.docx'])
    writeFileSync(join(root, 'practices', name), 'x');
  writeFileSync(join(root, 'practices', 'a.mdx'), 'x');
  expect((await readContent(root)).map(({ name }) => name)).toEqual(['a']);
});

test('a Word file with another extension is told to be one, also when it is large', async () => {
  const bytes = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
  const file = storeFile({ path: 'content/practices/a.mdx', place: 'practices/a.mdx', bytes });
  expect(file.problems[0]?.message).toContain('npm run import');
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(root, 'practices'));
  writeFileSync(join(root, 'practices', 'large.mdx'), Buffer.concat([bytes, Buffer.alloc(300_000)]));
  expect((await readContent(root))[0]?.problems[0]?.message).toContain('npm run import');
});

test.each([
  [{ fields: { published: '“2026-11-22”' } }, '写成 "2026-11-22"'],
  [{ fields: { status: '“发布”' } }, '写成 "发布"'],
  [{ body: '见 <Cite at=“S3-¶26#2” />' }, '半角英文双引号'],
  [{ body: '见 <cite at="S3-¶26#2" />' }, '“<Cite”'],
  [{ body: '见＜Cite at="S3-¶26#2" /＞' }, '“<Cite'],
  [{ fields: { conditions: '干部支持' } }, '写成 { text: 干部支持, cites: [出处的编号] }'],
  [{ fields: { conditions: null } }, '未载'],
  [{ body: '一般3~5天，最多7~9天。' }, '删除线'],
  [{ body: '| 环节 | 时限 |\n| 受理 | 未载 |' }, '|---|---|'],
  [{ body: '环节\t时限\n受理\t未载' }, '| 环节 | 时限 |'],
  [{ renamedTo: '图片/a.mdx' }, '网站不放图片'],
  [{ file: 'vocab/regions.yaml', renamedTo: 'vocab/regions - 副本.yaml' }, '像是词表“regions.yaml”的副本'],
  [{ fields: { conditions: '无' } }, '来源没有写的写“未载”'],
  [{ fields: { cites: ['S3-26#2'] } }, '是不是想写“S3-¶26#2”'],
  [{ fields: { cites: ['s3第26段第2句'] } }, '是不是想写“S3-¶26#2”'],
  [{ fields: { actions: { text: '先受理。', cites: ['S3-¶26#2'] } } }, '写成“- text: ……”'],
  [{ replace: ['value: 200', 'value: 32.6万'] }, '写成 326000，来源的写法照录（asWritten: 32.6万）'],
  [{ replace: ['value: 200', 'value: 约90'] }, '写成 90，“约”写在约数或界限（qualifier: 约）'],
  [{ replace: ['value: 200', 'value: 3.5万余人'] }, '写成 35000，来源的写法照录（asWritten: 3.5万），“余”写在约数或界限（qualifier: 余）'],
  [{ replace: ['value: 200', 'value: 1,600'] }, '写成 1600'],
  [{ replace: ['unit: 起', 'unit: 万元'] }, '单位写“元”，数值（value）写成原数乘以 10000'],
] satisfies [Example, string][])('%j says %s', (example, words) => {
  expect(told(example).join('\n')).toContain(words);
});

test('the sound content has none of these', () => {
  expect(checkFiles(storeTexts(soundContent), TODAY).issues).toEqual([]);
});

const LIST = 'actions:\n  - text: 先受理。\n    cites: [S3-¶26#2]\n';

test.each([
  ['the next item without its sign', `${LIST}    text: 又一句。\n    cites: [S3-¶26#3]\n`, 4, '成为“- text: 又一句。”'],
  [
    'an item a space too far left',
    `${LIST} - text: 又一句。\n   cites: [S3-¶26#3]\n`,
    4,
    '减号和上一项的对不齐：前面要有 2 个空格，现在是 1 个',
  ],
  ['an item at the edge', `${LIST}- text: 又一句。\n  cites: [S3-¶26#3]\n`, 4, '前面要有 2 个空格，现在是 0 个'],
  ['an item too far right', `${LIST}      - text: 又一句。\n        cites: [S3-¶26#3]\n`, 4, '前面要有 2 个空格，现在是 6 个'],
  ['an item at the edge behind an empty line', `${LIST}\n- text: 又一句。\n  cites: [S3-¶26#3]\n`, 5, '“- text: 又一句。”这一行读不懂'],
  [
    'a field of an item out of line',
    'actions:\n  - text: 先受理。\n   cites: [S3-¶26#2]\nfigures: []\n',
    3,
    '前面要有 4 个空格，现在是 3 个',
  ],
  ['a space inside a locator', 'actions:\n  - text: 先受理。\n    cites: [S3-¶26 #2]\nfigures: []\n', 3, '“#”前面不要有空格'],
])('%s is told once, as what it is, where it is', (_, text, line, words) => {
  const { problems } = readYaml(text);
  expect(problems.map(({ at }) => at?.line)).toEqual([line]);
  expect(problems[0]?.message).toContain(words);
});

test('fields written twice at the edge are told each, one after the other or not', () => {
  const { problems } = readYaml('title: 甲\nsummary: 乙\ntitle: 丙\nsummary: 丁\nactor: 戊\n');
  expect(problems.map(({ at }) => at?.line)).toEqual([3, 4]);
});

test('items and fields that are in line with any before them are not blamed for another slip', () => {
  const [problem] = readYaml('rows:\n  - name: 甲\n    parts:\n      - one\n    more: 乙\n  - name: 丙：丁: 戊\n').problems;
  expect(problem?.message).toContain('冒号');
});

test.each([
  ['先看单位。\n再看 SJ-902 的口径。', 1, 'dangling-reference'],
  ['先看单位。\n再看 ZC-0001 的口径。', 1, 'code-in-prose'],
  ['先看单位。\n再看甲~乙类。', 1, 'half-width-range'],
  ['先看单位，再看 ZC-0001 的口径。', 0, 'code-in-prose'],
])('what is wrong in a text is told in its own line: %j', (text, line, rule) => {
  const source = contentWith({ body: `<EditorNote>\n${text}\n</EditorNote>` }).find(({ path }) => path.endsWith('practices/example.mdx'));
  const first = (source?.source.split('\n').indexOf('<EditorNote>') ?? 0) + 2;
  const [message = ''] = told({ body: `<EditorNote>\n${text}\n</EditorNote>` });
  expect(message).toMatch(new RegExp(`^${first + line}:${line === 0 ? text.indexOf('ZC') + 1 : 1} ${rule} `, 'u'));
});

test('of three entries with one title the two younger ones are told at once, whatever their order', () => {
  const texts = new Map(soundContent);
  const second = texts.get('practices/second.mdx') ?? '';
  const copy = (number: string, day: string) => second.replace('SJ-002', number).replace(/(published: )"[^"]*"/u, `$1"${day}"`);
  texts.set('practices/a.mdx', copy('SJ-011', '2026-11-21'));
  texts.set('practices/b.mdx', copy('SJ-012', '2026-11-22'));
  const { issues } = checkFiles(storeTexts(texts), TODAY);
  expect(issues.filter(({ rule }) => rule === 'equal-title').map(({ file }) => file)).toEqual([
    'content/practices/a.mdx',
    'content/practices/b.mdx',
  ]);
});
