/** A unit's site as it sets it: its own content folder, its names and offices, and a path that has to be encoded. Its build is watched. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultyFiles } from '../../src/export/checksums.ts';
import { readBuiltPages } from '../support/built-site.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { unpackedFiles } from '../support/unpacked-files.ts';
import { watchProcess } from '../support/watched-process.ts';
import type { Watch } from '../support/watched-process.ts';

const BASE = '/%E5%B9%B2%E9%83%A8%20%E5%AD%A6%E4%B9%A0/';

let root: string;
let remove: () => Promise<void>;
let said: string;
let watch: Watch;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  await rename(join(root, 'content'), join(root, '青川 内容'));
  await writeSite({ address: '"http://10.0.0.8"', base: '/干部 学习/', shortName: '青川担当库' });
  watch = watchProcess(join(root, 'watch'), 'build');
  const env = { ...watch.env, CONTENT_DIR: '青川 内容', SOURCE_DATE_EPOCH: '1764300000' };
  const { failed, output } = await runNode(['src/commands/build-folder.ts'], env, root);
  if (failed > 0) throw new Error(output);
  said = output;
});

afterAll(() => remove());

test('a build reaches no other machine and leaves nothing in the home folder', () => {
  expect(watch.attempts()).toEqual([]);
  expect(readdirSync(watch.home)).toEqual([]);
});

test('the content is read from the folder that CONTENT_DIR names, and from no other', () => {
  expect(existsSync(join(root, 'content'))).toBe(false);
  expect(said).toContain('12 个条目');
  expect(said).not.toContain('没有设置网址');
});

describe('a path with Chinese and spaces', () => {
  test('stands encoded in every address of every page', () => {
    const raw = pages().filter(({ html }) => /(?:href|src|action|content)="[^"]*干部 学习/u.test(html));
    expect(raw.map(({ path }) => path)).toEqual([]);
    expect(textOf('dist/index.html')).toContain(`href="${BASE}practices/"`);
    expect(textOf('dist/index.html')).toMatch(new RegExp(`src="${BASE}_astro/[^"]+\\.js"`, 'u'));
  });

  test('leaves canonical addresses whole, and the place of the page in the menu', () => {
    const faulty = pages().filter(
      ({ path, html, isRedirect }) =>
        !isRedirect && !html.includes(`rel="canonical" href="http://10.0.0.8${encodeURI(BASE_TYPED)}${path.slice(1)}"`),
    );
    expect(faulty.map(({ path }) => path)).toEqual([]);
    expect(textOf('dist/practices/index.html')).toMatch(new RegExp(`href="${BASE}practices/" aria-current="true"`, 'u'));
  });

  test('leaves a map of the site with every page once, and no page that only leads on', () => {
    const addresses = [...textOf('dist/sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, address]) => address);
    const readable = pages().filter(({ isRedirect, path }) => !isRedirect && path !== '/404.html');
    expect(addresses.toSorted()).toEqual(readable.map(({ path }) => `http://10.0.0.8${BASE}${path.slice(1)}`).toSorted());
  });

  test('stands in references, on pages and in Word files', () => {
    expect(textOf('dist/practices/example/index.html')).toContain(
      `SJ-001[EB/OL]. （2026-11-22）[引用日期]. http://10.0.0.8${BASE}id/SJ-001/.`,
    );
    const booklet = [...unpackedFiles(join(root, 'dist/courses/tolerance'))].find(({ path }) => path === 'teacher.docx!word/document.xml');
    const words = (booklet?.bytes.toString('utf8') ?? '').replaceAll(/<[^>]+>/gu, '');
    expect(words).toContain(`网址http://10.0.0.8${BASE}id/KC-01/`);
  });

  test('leaves the addresses of the folder edition the files of its pages', () => {
    expect(textOf('dist-folder/data/entry/SJ-001.json.js')).toContain('/id/SJ-001/index.html');
  });

  test('reaches the folder edition nowhere', () => {
    expect(textOf('dist-folder/practices/index.html')).not.toMatch(/(?:href|src|action)="[^"]*(?:干部 学习|%E5%B9%B2)/u);
  });
});

test('the names of the site stand where they belong', () => {
  const page = textOf('dist/practices/example/index.html');
  expect(page).toContain('<title>浙江：公开澄清不实举报_地区实践_青川担当库</title>');
  expect(page).toContain('<meta name="SiteName" content="担当作为知识库">');
  expect(page).toContain('<p>主办：中共青川山县委组织部</p>');
});

test('a situation shows the unit’s offices under whom to turn to', () => {
  const page = textOf('dist/situations/first/index.html');
  expect(page).toContain('本地受理（中共青川山县委组织部填写，不出自上面的规定）');
  expect(page).toContain('县委组织部干部监督室，电话 0000-1234567，工作日 8:30—17:30');
});

test('browsers with two engines are told which one to use, on every page', () => {
  expect(
    pages()
      .filter(({ html }) => !html.includes('<meta name="renderer" content="webkit">'))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('the build says what it is made of, the same whenever it is made', () => {
  const facts = JSON.parse(textOf('dist/data/build.json')) as Record<string, unknown>;
  expect(facts).toMatchObject({
    code: '0.1.0',
    commit: null,
    time: '2025-11-28T03:20:00Z',
    unit: 'QCS',
    base: BASE,
    address: 'http://10.0.0.8',
  });
  expect(textOf('dist/health.txt')).toBe(`ok\ncontent ${String(facts['version'])}\ncode 0.1.0\ncommit unknown\n`);
});

test.for(['dist', 'dist-folder'])('%s lists the checksum of every file', async (folder) => {
  expect(await faultyFiles(join(root, folder))).toEqual([]);
  await writeFile(join(root, folder, 'favicon.svg'), 'changed');
  expect(await faultyFiles(join(root, folder))).toEqual(['favicon.svg']);
});

test('settings that cannot be are refused with file, line, field and remedy, and the site stays', async () => {
  await writeSite({ address: '"http://10.0.0.8/kb"', base: '/', shortName: '青'.repeat(13) });
  const before = textOf('dist/index.html');
  const { failed, output } = await runNode(['src/commands/build.ts'], { CONTENT_DIR: '青川 内容' }, root);
  expect(failed).toBe(1);
  expect(output).toMatch(/青川 内容\/site\.yaml:\d+:\d+ {2}invalid-field\n {2}“shortName”有 13 个字，上限是 12 个字。请删去至少 1 个字。/u);
  await writeSite({ address: '"http://10.0.0.8/kb"', base: '/', shortName: '青川' });
  const second = await runNode(['src/commands/build.ts'], { CONTENT_DIR: '青川 内容' }, root);
  expect(second.output).toMatch(
    /青川 内容\/site\.yaml:\d+:\d+ {2}site-address\n.*主机和路径要分开写：address: "http:\/\/10\.0\.0\.8"，base: \/kb/u,
  );
  expect(textOf('dist/index.html')).toBe(before);
  await rm(join(root, '青川 内容/site.yaml'));
});

const BASE_TYPED = '/干部 学习/';

async function writeSite({ address, base, shortName }: { address: string; base: string; shortName: string }): Promise<void> {
  const path = join(root, '青川 内容/site.yaml');
  const text = (await readFile(join(SMALL_CONTENT, 'site.yaml'), 'utf8')).replace('address: ""', `address: ${address}`);
  await writeFile(path, text.replace('base: /', `base: ${base}\nshortName: ${shortName}`));
}

function pages() {
  return readBuiltPages(join(root, 'dist'));
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
