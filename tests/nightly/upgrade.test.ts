/** The common library goes out as a package and a unit takes it over, by the commands, as an operator does it: a note stays on an entry that changes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { treeHash } from '../support/tree-hash.ts';

let root: string;
let remove: () => Promise<void>;
const inRoot = (...parts: string[]) => join(root, ...parts);
const run = (command: string, args: string[], content: string) =>
  runNode(
    ['-r', './src/commands/guard.cjs', `src/commands/${command}.ts`, ...args],
    { CONTENT_DIR: content, SITE_URL: '', SITE_BASE: '' },
    root,
  );
const pack = (version: string, content = '共同 库') => run('pack-library', ['--out', `${version}.zip`, '--version', version], content);
const upgrade = (file: string, ...args: string[]) => run('upgrade-library', [file, ...args], '本 单位');
const change = (place: string, from: string | RegExp, to: string) => {
  const text = readFileSync(inRoot(place), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(inRoot(place), text.replace(from, to));
};

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  await cp(SMALL_CONTENT, inRoot('共同 库'), { recursive: true });
  change('共同 库/site.yaml', 'name: 担当作为知识库', 'name: 省里的共同库');
  mkdirSync(inRoot('本 单位/notes'), { recursive: true });
  await cp(join(SMALL_CONTENT, 'site.yaml'), inRoot('本 单位/site.yaml'));
});

afterAll(() => remove());

test('the common library is packed once its numbers are registered', async () => {
  expect((await pack('2026.11.23')).output).toContain('请先运行 npm run register');
  expect((await run('register', [], '共同 库')).failed).toBe(0);
  expect((await pack('2026.11.20')).output).toContain('比内容最后改动的那一天（2026.11.22）早');
  expect((await pack('2026.11.23')).output).toMatch(/打好了共同库“省里的共同库”的包，版本 2026\.11\.23：12 个条目/u);
});

test('a unit that has only its settings takes it over', async () => {
  expect((await upgrade('2026.11.23.zip')).output).toContain('加 --yes 再运行一次。现在什么也没有写入。');
  expect((await upgrade('2026.11.23.zip', '--yes')).output).toContain('换上了 2026.11.23');
  expect((await run('check-content', [], '本 单位')).output).toContain('没有问题');
  expect((await run('pack-library', [], '本 单位')).output).toContain('是从共同库“省里的共同库”的包来的单位库');
});

test('it writes an entry and a note of its own; a number of the common library is refused', async () => {
  await cp(join(SMALL_CONTENT, 'notes/SJ-002.mdx'), inRoot('本 单位/notes/SJ-002.mdx'));
  const second = readFileSync(inRoot('本 单位/practices/second.mdx'), 'utf8');
  const own = second
    .replace(/^title: .*$/mu, 'title: 本县：先当面听本人说')
    .replace(/\n---\n/u, '\nrelated: [{ id: SJ-002, why: 写法相近。 }]\n---\n')
    .replace(/\n---\n/u, '\nsignOff: { writer: 科员, reviewer: 科长, date: "2026-11-22", secrecy: 已做 }\n---\n');
  writeFileSync(inRoot('本 单位/practices/own.mdx'), own.replace('SJ-002', 'SJ-077'));
  expect((await run('check-content', [], '本 单位')).output).toContain('请换成 50001 起没有用过的，如“SJ-50001”');
  writeFileSync(inRoot('本 单位/practices/own.mdx'), own.replace('SJ-002', 'SJ-50001'));
  expect((await run('check-content', [], '本 单位')).output).toContain('没有问题');
});

test('a later package is shown before anything is written, with what rests on it, and then comes whole', async () => {
  change(
    '共同 库/practices/second.mdx',
    /^updated: .*$/mu,
    'updated: "2026-11-27"\nchanges:\n  - { date: "2026-11-27", what: 补上口径。 }',
  );
  expect((await pack('2026.11.27')).failed).toBe(0);
  const before = treeHash(inRoot('本 单位'));
  const shown = await upgrade('2026.11.27.zip');
  expect(shown.output).toMatch(
    /改动：条目 1，词表和网站文字 0\n {2}SJ-002 .+\n {4}2026-11-27 补上口径。\n {4}本单位的要看看：SJ-50001 本县：先当面听本人说；本地注（2026-11-22，县委组织部干部监督室）/u,
  );
  expect(treeHash(inRoot('本 单位'))).toBe(before);
  expect((await upgrade('2026.11.27.zip', '--yes')).output).toContain('换上了 2026.11.27：写了 2 个文件，删了 0 个');
  expect((await run('check-content', [], '本 单位')).output).toContain('没有问题');
});

test('the page has the note, and says that the entry has changed since; the data of the entry do not have it', async () => {
  const built = await run('build', [], '本 单位');
  expect(built.failed, built.output).toBe(0);
  const page = readFileSync(inRoot('dist/practices/second/index.html'), 'utf8');
  expect(page).toMatch(/<h2 id="local-note">本地注（本单位）<\/h2>/u);
  expect(page).toContain('2026-11-22；条目此后有改动（2026-11-27），这条注还没有重新核对。');
  expect(readFileSync(inRoot('dist/data/local-notes.json'), 'utf8')).toContain('十个工作日内答复');
  expect(readFileSync(inRoot('dist/data/entries.json'), 'utf8')).not.toContain('十个工作日内答复');
  expect(readFileSync(inRoot('dist/search/index.html'), 'utf8')).toContain('data-search-notes');
});

test('what the unit and the package have both changed is not written before the unit has chosen', async () => {
  change('本 单位/terms/clearing.mdx', 'title: 澄清正名', 'title: 本县的澄清正名');
  change('共同 库/terms/clearing.mdx', 'title: 澄清正名', 'title: 新的澄清正名');
  expect((await pack('2026.11.28')).failed).toBe(0);
  const before = treeHash(inRoot('本 单位'));
  const shown = await upgrade('2026.11.28.zip');
  expect(shown.failed).toBe(0);
  expect(shown.output).toContain('留本单位的：--keep SY-001　换成包里的：--take SY-001');
  const refused = await upgrade('2026.11.28.zip', '--yes');
  expect(refused.failed).toBe(1);
  expect(refused.output).toContain('有 1 处本单位改过、包里也改了，请先选一边');
  expect(treeHash(inRoot('本 单位'))).toBe(before);
  expect((await upgrade('2026.11.28.zip', '--keep', 'SY-001', '--yes')).failed).toBe(0);
  expect(readFileSync(inRoot('本 单位/terms/clearing.mdx'), 'utf8')).toContain('title: 本县的澄清正名');
});

test('the same package once more is nothing to do; an older, another library’s or a doubtful one is refused in one sentence', async () => {
  expect((await upgrade('2026.11.28.zip')).output).toContain('已经是这一版，没有要换的。');
  const saysOf = async (file: string) => {
    const { failed, output } = await upgrade(file);
    expect(failed).toBe(1);
    expect(output).not.toMatch(/\n\s+at /u);
    return output;
  };
  expect(await saysOf('2026.11.23.zip')).toContain('这个包是 2026.11.23，比本单位现在用的 2026.11.28 旧。');
  expect(await saysOf('没有.zip')).toContain('没有.zip 这个文件，或者不能读。');
  change('共同 库/terms/clearing.mdx', 'title: 新的', 'title: 又新的');
  expect((await pack('2026.11.28')).failed).toBe(0);
  expect(await saysOf('2026.11.28.zip')).toContain('都写着 2026.11.28，内容却不同，不知道哪个新。');
  change('共同 库/site.yaml', 'name: 省里的共同库', 'name: 市里的共同库');
  expect((await pack('2026.11.28.2')).failed).toBe(0);
  expect(await saysOf('2026.11.28.2.zip')).toContain('这是共同库“市里的共同库”的包，本单位用的是“省里的共同库”的');
});

test('a package of newer code is refused in one sentence', async () => {
  change('共同 库/site.yaml', 'name: 市里的共同库', 'name: 省里的共同库');
  const schema = 'src/schema/terms.ts';
  const here = readFileSync(inRoot(schema), 'utf8');
  change(schema, "term: text.describe('术语本身。'),", "term: text.describe('术语本身。'), spoken: text.optional().describe('口语。'),");
  change('共同 库/terms/clearing.mdx', 'term: 澄清正名', 'term: 澄清正名\nspoken: 还清白');
  expect((await pack('2026.11.29')).failed).toBe(0);
  writeFileSync(inRoot(schema), here);
  change('共同 库/terms/clearing.mdx', 'term: 澄清正名\nspoken: 还清白', 'term: 澄清正名');
  const { failed, output } = await upgrade('2026.11.29.zip', '--take', 'all', '--yes');
  expect(failed).toBe(1);
  expect(output).toMatch(/包里的内容与这里的代码不合（terms\/clearing\.mdx：没有“spoken”这个字段。/u);
});

test('a package with which an entry of the unit would not stand is shown with the reason, and not written', async () => {
  change('本 单位/practices/own.mdx', 'why: 写法相近。 }', 'why: 写法相近。 }, { id: SY-001, why: 术语。 }');
  change('共同 库/ledger.yaml', /.*SY-001.*\n/u, '');
  await rm(inRoot('共同 库/terms/clearing.mdx'));
  expect((await pack('2026.11.30')).failed).toBe(0);
  const before = treeHash(inRoot('本 单位'));
  const { failed, output } = await upgrade('2026.11.30.zip', '--take', 'all', '--yes');
  expect(failed).toBe(1);
  expect(output).toMatch(/没有编号为“SY-001”的条目[\s\S]+换上以后会有上面 \d+ 个问题，没有换。/u);
  expect(treeHash(inRoot('本 单位'))).toBe(before);
});
