/** What only the unit may see: in the internal edition, where every page says so, and in no output for the public. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBuiltPages } from '../support/built-site.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { unpackedFiles } from '../support/unpacked-files.ts';

/** Words that stand only in what is internal: in fields, figures, body, teaching, ownDocument and article. */
const MARKS = ['雾隐坡', '鹊渡堰', '砚池圩', '青穗仓', '檀石坞', '云栈岭'];
const ADDRESS = 'hushed-slope';
const NUMBERS = ['SJ-773', 'WJ-773'];

let root: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  const example = readFileSync(join(root, 'content/practices/example.mdx'), 'utf8');
  const internal = example
    .replace('id: SJ-001', 'id: SJ-773\naccess: 内部')
    .replace(/^title: .*$/mu, 'title: 雾隐坡：怎样认定')
    .replace(/^summary: .*$/mu, 'summary: 鹊渡堰一事怎样认定。')
    .replace(/^keywords: .*$/mu, 'keywords: [砚池圩]')
    .replace(/\n---\n[^]*$/u, '\n---\n\n青穗仓的事，会上这样认定。<Cite at="WJ-773#p-2" />\n');
  writeFileSync(join(root, 'content/practices', `${ADDRESS}.mdx`), internal);
  const list = join(root, 'content/vocab/own-documents.yaml');
  const ownDocuments = readFileSync(list, 'utf8')
    .replace('青川山县容错认定会议纪要', '檀石坞认定会议纪要')
    .replace('WJ-002', 'WJ-773')
    .replace('会上怎样认定。', '云栈岭怎样认定。');
  writeFileSync(list, ownDocuments);
  for (const command of ['build-folder', 'build-internal']) {
    const { failed, output } = await runNode([`src/commands/${command}.ts`], { SOURCE_DATE_EPOCH: '1764300000' }, root);
    if (failed > 0) throw new Error(output);
  }
});

afterAll(() => remove());

describe.for(['dist', 'dist-folder'])('%s', (folder) => {
  test('has nothing of it in any file, packed ones unpacked, and no file is named after it', () => {
    expect(filesWithMarks(folder)).toEqual([]);
  });

  test('has the public document, with its article', () => {
    const page = readFileSync(join(root, folder, 'about/own-documents/index.html'), 'utf8');
    expect(page).toContain('青川山县容错纠错实施办法');
    expect(page).toContain('<dt id="wj-001-art-3">第三条</dt>');
  });
});

describe('the internal edition', () => {
  test('has it in pages, data, feed and index, where the same looking finds it', () => {
    const found = filesWithMarks('dist-internal').join('\n');
    for (const kind of [/practices\/hushed-slope\/index\.html/u, /data\/.*json/u, /feed\.xml/u, /pagefind/u]) expect(found).toMatch(kind);
  });

  test('says on every page that it is one', () => {
    const silent = readBuiltPages(join(root, 'dist-internal')).filter(
      ({ html, isRedirect }) => !isRedirect && !html.includes('<strong>内部版</strong>'),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('has the internal entry, marked, and leads to the page of its document', () => {
    const page = readFileSync(join(root, 'dist-internal/practices', ADDRESS, 'index.html'), 'utf8');
    expect(page).toContain('<strong class="retired">内部</strong>');
    expect(page).toContain('/about/own-documents/#wj-773-p-2');
    expect(page).toContain('檀石坞认定会议纪要');
  });

  test('is open to the owner and the group alone', () => {
    if (process.platform === 'win32') return;
    const modes = ['', 'practices', `practices/${ADDRESS}/index.html`].map(
      (path) => statSync(join(root, 'dist-internal', path)).mode & 0o777,
    );
    expect(modes.map((mode) => mode.toString(8))).toEqual(['750', '750', '640']);
  });
});

/** The files that have any of the marks, packed ones unpacked, and those that are named after the entry. */
function filesWithMarks(folder: string): string[] {
  const words = [...MARKS, ...MARKS.map((mark) => encodeURI(mark)), ADDRESS, ...NUMBERS];
  const found = [...unpackedFiles(join(root, folder))].flatMap(({ path, bytes }) => {
    const text = bytes.toString('utf8');
    const here = words.filter((word) => text.includes(word));
    return here.length > 0 || path.includes(ADDRESS) ? [`${path}: ${here.join()}`] : [];
  });
  return found;
}
