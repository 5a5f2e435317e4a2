/**
 * One build, as hard as an operator may have it: a closed umask, no home folder, links to the folders that a web server serves, no address of the site, and
 * in the content what only the unit may see, and each form that authors may write. Then the internal edition of the same content.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { lstat, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBuiltPages } from '../support/built-site.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { heavyFiles } from '../support/site-limits.ts';
import { unpackedFiles } from '../support/unpacked-files.ts';

/** Not even the administrator can make a folder there. */
const NOWHERE = '/dev/null/home';
const LINKS = [
  ['dist', 'served'],
  ['dist-folder', 'copies'],
] as const;

/** Words that stand only in what is internal: in fields, figures, body, teaching, ownDocument and article. */
const MARKS = ['雾隐坡', '鹊渡堰', '砚池圩', '青穗仓', '檀石坞', '云栈岭'];
const ADDRESS = 'hushed-slope';
const NUMBERS = ['SJ-773', 'WJ-773'];

/** Each form that authors may write, in the text of an entry. */
const BODY = `
公开澄清，来源写作<Quote at="S3-¶26#2">短语</Quote>，另见<Term id="SY-001" />。

<EditorNote>一行的编者按。</EditorNote>

<EditorNote>
1. 甲

   | 环节 | 时限 |
   |---|---:|
   | 受理 | 未载 |
   | ${'a'.repeat(60)} | 1 |

   - 子项
     - 孙项
2. 见[那一部分](ZC-0001#part-4)。
</EditorNote>
`;

let root: string;
let remove: () => Promise<void>;
let said: string;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  writeInternal();
  writeFaultyDraft();
  appendFileSync(join(root, 'content/practices/second.mdx'), BODY);
  for (const [link, folder] of LINKS) {
    await mkdir(join(root, folder));
    await writeFile(join(root, folder, 'index.html'), 'old');
    await symlink(join(root, folder), join(root, link));
  }
  const build = ['-c', 'umask 077 && exec "$0" "$@"', process.execPath, 'src/commands/build-folder.ts'];
  const env = { ...process.env, SITE_URL: '', SITE_BASE: '/kb/', HOME: NOWHERE, USERPROFILE: NOWHERE };
  const { status, stdout, stderr } = spawnSync('sh', build, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
  said = stdout + stderr;
});

afterAll(() => remove());

test('no page and no script of the folder edition, which has each page’s scripts in one, is heavier than it may be', () => {
  expect(heavyFiles(join(root, 'dist-folder'))).toEqual([]);
  expect(globSync('scripts/*.js', { cwd: join(root, 'dist-folder') }).length).toBeGreaterThan(10);
});

describe('without SITE_URL', () => {
  test('the build says once, in Chinese, what is missing and where to write it', () => {
    expect(said.match(/没有设置网址/gu)).toHaveLength(1);
    expect(said).toContain('content/site.yaml');
    expect(said).toContain('address: "http://10.0.0.8"');
  });

  test.for(['dist', 'dist-folder'])('no file of %s, packed ones and Word files included, names this machine as its host', (folder) => {
    const files = [...unpackedFiles(join(root, folder))];
    expect(files.filter(({ path }) => path.endsWith('learner.docx!word/document.xml'))).toHaveLength(1);
    const naming = files.filter(({ bytes }) => bytes.includes('localhost') || bytes.includes('127.0.0.1') || bytes.includes(':4321'));
    expect(naming.map(({ path }) => path)).toEqual([]);
  });

  test('there is no map of the site, which has to be of whole addresses, and nothing leads to one', () => {
    expect(globSync('**/sitemap*', { cwd: join(root, 'dist') })).toEqual([]);
    expect(pages().filter(({ html }) => html.includes('sitemap'))).toEqual([]);
  });

  test('no page names an address that stands for it', () => {
    expect(pages().filter(({ html }) => html.includes('rel="canonical"'))).toEqual([]);
  });

  test('a reference names the site and the number instead of an address', () => {
    expect(textOf('dist/practices/example/index.html')).toContain(
      '引用本条：担当作为知识库. 浙江：公开澄清不实举报：SJ-001[Z]. 2026-11-22.',
    );
  });

  test('a course for Word names its number instead of an address', () => {
    const booklet = memberText('dist/courses/tolerance/teacher.docx!word/document.xml');
    expect(booklet).toContain('编号担当作为知识库 KC-01');
    expect(booklet).not.toContain('网址');
  });

  test('the configuration of nginx names no host', async () => {
    const { output } = await runNode(['src/commands/write-hosting.ts', 'nginx', '--out', 'nginx.conf'], { SITE_URL: '' }, root);
    expect(output).toContain('没有设网址，配置里没有主机名');
    expect(textOf('nginx.conf')).toMatch(/server_name _;/u);
    expect(textOf('nginx.conf')).not.toContain('localhost');
  });

  test('the data for booklets that the browser makes holds paths below the base, which the browser completes', () => {
    const item = (JSON.parse(textOf('dist/data/entry/SJ-001.json')) as { pack: { address: string; sourceLine: string; reference: string } })
      .pack;
    expect(item.address).toBe('/id/SJ-001/');
    expect(item.sourceLine).toContain('担当作为知识库 SJ-001，/id/SJ-001/；');
    expect(item.reference).toMatch(/\[EB\/OL\]\. .*\. \/id\/SJ-001\/\.$/u);
  });
});

test.for(LINKS)('the link %s stays, and the folder %s holds the new edition', async ([link, folder]) => {
  expect((await lstat(join(root, link))).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, folder, 'index.html'), 'utf8')).toContain('担当作为知识库');
});

test.for(LINKS)('every file and folder of %s can be read by the account of a web server', async ([link]) => {
  const folder = join(root, link);
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  expect(items.length).toBeGreaterThan(100);
  const closed = await Promise.all(
    items.map(async (item) => {
      const path = join(item.parentPath, item.name);
      const mode = ((await stat(path)).mode & 0o777).toString(8);
      return mode === (item.isDirectory() ? '755' : '644') ? [] : [`${path} ${mode}`];
    }),
  );
  expect(closed.flat()).toEqual([]);
});

describe.for(['dist', 'dist-folder'])('%s, beside what is internal,', (folder) => {
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
  beforeAll(async () => {
    // Below the same path the pages are drawn by the same program, which takes half the time to make.
    const { failed, output } = await runNode(['src/commands/build-internal.ts'], { SITE_URL: '', SITE_BASE: '/kb/' }, root);
    if (failed > 0) throw new Error(output);
  });

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

describe('an entry’s own text', () => {
  let body: string;

  beforeAll(() => {
    body = /<div class="prose">(.*?)<\/div><section/su.exec(textOf('dist/practices/second/index.html'))?.[1] ?? '';
  });

  test('a quotation within a sentence stays in its paragraph', () => {
    expect(body).toMatch(/<p>公开澄清，来源写作“短语”<sup[^>]*>(?:(?!<\/?p>|blockquote).)*<\/sup>，另见<a[^>]*>[^<]*<\/a>。<\/p>/u);
  });

  test('a term without words of its own is called after its entry', () => {
    expect(body).toMatch(/<a class="term" [^>]*>澄清正名<\/a>/u);
  });

  test('a note in one line is a note with a paragraph', () => {
    expect(body).toMatch(/<aside class="note note-editor"[^>]*><p class="note-label">编者按<\/p><p>一行的编者按。<\/p><\/aside>/u);
  });

  test('tables and lists in lists are drawn in their point', () => {
    expect(body).toMatch(
      /<ol><li><p>甲<\/p><div class="table-scroll".*?<td data-align="right">未载<\/td>.*?<\/div><ul><li>子项<ul><li>孙项<\/li><\/ul>/u,
    );
  });

  test('a long run of letters may break, or its column would be wider than the paper', () => {
    expect(body).toContain(`<td>${Array(5).fill('a'.repeat(12)).join('<wbr>')}</td>`);
  });

  test('a link to an article leads there', () => {
    expect(body).toMatch(/<a href="\/kb\/policies\/opinion\/#part-4"[^>]*>那一部分<\/a>/u);
  });
});

test('a draft that is half written holds nothing up, and readers get nothing of it', () => {
  expect(said).toMatch(/草稿里有 \d+ 个问题，没有挡住网站。列出来：npm run check:content/u);
  expect(existsSync(join(root, 'dist/practices/half'))).toBe(false);
  expect(textOf('dist/data/entries.json')).not.toContain('写了一半');
});

test('an address that cannot be one ends the build before it begins, with the way to write it', async () => {
  const { failed, output } = await runNode(['src/commands/build.ts'], { SITE_URL: 'http://10.0.0.8/kb' }, root);
  expect(failed).toBe(1);
  expect(output).toContain('主机和路径要分开写：SITE_URL=http://10.0.0.8 SITE_BASE=/kb');
  expect(output).not.toMatch(/\n\s+at /u);
});

/** An entry and a document of the unit that nobody else may see. */
function writeInternal(): void {
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
}

/** A draft in a region that is on no list, which leads to an entry that does not exist. */
function writeFaultyDraft(): void {
  const draft = readFileSync(join(root, 'content/practices/example.mdx'), 'utf8')
    .replace('id: SJ-001', 'id: SJ-901')
    .replace(/^status: .*$/mu, 'status: 草稿')
    .replace(/^title: .*$/mu, 'title: 别处：写了一半')
    .replace(/^regions: .*$/mu, 'regions: [qingchuan-xx]');
  writeFileSync(join(root, 'content/practices/half.mdx'), draft);
}

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

function pages() {
  return readBuiltPages(join(root, 'dist'));
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The words of one member of a Word file. */
function memberText(path: string): string {
  const [file = ''] = path.split('!');
  const member = [...unpackedFiles(join(root, file, '..'))].find((one) => path.endsWith(one.path));
  return (member?.bytes.toString('utf8') ?? '').replaceAll(/<[^>]+>/gu, '');
}
