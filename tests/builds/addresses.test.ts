/** The address of the site in what readers get: the one that the operator has named, and none while there is none. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBuiltPages } from '../support/built-site.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { unpackedFiles } from '../support/unpacked-files.ts';

let root: string;
let remove: () => Promise<void>;
let said: string;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
});

afterAll(() => remove());

describe('without SITE_URL', () => {
  beforeAll(() => build({ SITE_URL: '', SITE_BASE: '/kb/' }));

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
    expect(booklet).toContain('本册的编号：担当作为知识库 KC-01');
    expect(booklet).not.toContain('网址：');
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

test('an address that cannot be one ends the build before it begins, with the way to write it', async () => {
  const { failed, output } = await runNode(['src/commands/build.ts'], { SITE_URL: 'http://10.0.0.8/kb' }, root);
  expect(failed).toBe(1);
  expect(output).toContain('主机和路径要分开写：SITE_URL=http://10.0.0.8 SITE_BASE=/kb');
  expect(output).not.toMatch(/\n\s+at /u);
});

async function build(env: Record<string, string>): Promise<void> {
  const { failed, output } = await runNode(['src/commands/build-folder.ts'], env, root);
  if (failed > 0) throw new Error(output);
  said = output;
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
