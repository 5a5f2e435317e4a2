import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { mapStrings } from '../../src/domain/entry/map-strings.ts';
import { jsonOf, scriptForm } from '../../src/domain/site/script-form.ts';
import { bundleApart, bundleModules } from '../../src/export/folder/bundle-scripts.ts';
import { folderPage } from '../../src/export/folder/folder-page.ts';
import { fileAddress, relativeAddress, rootFrom } from '../../src/export/folder/relative-address.ts';

const files = new Set([
  'index.html',
  'practices/index.html',
  'practices/x/index.html',
  'data/entries.csv',
  '_astro/a.css',
  '_astro/a.js',
  '_astro/b.js',
]);
const built = { files, base: '/kb/' };

describe('an address of the site', () => {
  test.for([
    ['/kb/', 'practices/x/index.html', '../../index.html'],
    ['/kb/', 'index.html', 'index.html'],
    ['/kb/practices/x/?hl=容错#facts', 'practices/index.html', '../practices/x/index.html?hl=容错#facts'],
    ['/kb/data/entries.csv', 'index.html', 'data/entries.csv'],
  ])('%s in %s leads to %s', ([address = '', file = '', expected = '']) => {
    expect(relativeAddress(address, file, built)).toBe(expected);
  });

  test.for(['/kb/nothing/', '/other/', 'https://www.gov.cn/', '#facts', '%E0%A4%A'])(
    '%s stays as it is when it leads to no file',
    (address) => {
      expect(relativeAddress(address, 'index.html', built)).toBe(address);
    },
  );

  test('as data keeps its beginning and names its file', () => {
    const data = { url: '/practices/x/', deep: [{ text: '原文' }, null, 3] };
    expect(mapStrings(data, (text) => fileAddress(text, built))).toEqual({
      url: '/practices/x/index.html',
      deep: [{ text: '原文' }, null, 3],
    });
  });
});

test('the root of the site is as many folders up as the file is deep', () => {
  expect(['index.html', 'search/index.html', 'practices/x/index.html'].map(rootFrom)).toEqual(['./', '../', '../../']);
});

test('a page becomes one of plain scripts, relative links, also inside templates, and a policy for files', () => {
  const html = `<!doctype html><html><head><meta http-equiv="content-security-policy" content="script-src 'self'">
    <link rel="canonical" href="http://a.cn/kb/practices/"><link rel="stylesheet" href="/kb/_astro/a.css"></head>
    <body data-base="/kb/"><a href="/kb/practices/x/">甲</a><template><a href="/kb/">乙</a></template>
    <script type="module" src="/kb/_astro/a.js"></script><script type="module" src="/kb/_astro/b.js"></script></body></html>`;
  const asked: string[][] = [];
  const page = folderPage(html, 'practices/index.html', built, (modules) => {
    asked.push([...modules]);
    return 'scripts/1.js';
  });
  expect(asked).toEqual([['_astro/a.js', '_astro/b.js']]);
  expect(page).not.toMatch(/canonical|type="module"|"\/kb\//u);
  expect(page).toContain('script-src file:');
  expect([...page.matchAll(/(?:href|src|data-base)="([^"]*)"/gu)].map(([, value]) => value)).toEqual([
    ...['../_astro/a.css', '../', '../practices/x/index.html', '../index.html', '../scripts/1.js'],
  ]);
});

test('a page that only leads on leads to a file', () => {
  const html = '<html><head><meta http-equiv="refresh" content="0; url=/kb/practices/x/"></head><body></body></html>';
  expect(folderPage(html, 'id/SJ-001/index.html', built, () => '')).toContain('content="0; url=../../practices/x/index.html"');
});

test('the script form of data gives the data back, and not that of another file', () => {
  const script = scriptForm('data/a.json', '{"甲":"</script>\u2028"}');
  expect(JSON.parse(jsonOf('data/a.json', script))).toEqual({ 甲: '</script>\u2028' });
  expect(() => jsonOf('data/b.json', script)).toThrow('not the script form of data/b.json');
});

test('a style sheet that a script asks for lies beside the folder of scripts, however the sub-path is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, '_astro/late.js'), 'export const styles = `/%E7%9F%A5/_astro/cite.css`;');
  writeFileSync(join(folder, '_astro/a.js'), 'globalThis.read = () => import("./late.js").then(({ styles }) => styles);');
  const { code } = await bundleModules(folder, '/%E7%9F%A5/', ['_astro/a.js']);
  rmSync(folder, { recursive: true });
  const world = { URL, document: { currentScript: { src: 'file:///E:/%231/scripts/x.js' } as { src: string } | null } };
  runInNewContext(code, world);
  world.document.currentScript = null;
  expect(await (world as unknown as { read: () => Promise<string> }).read()).toBe('file:///E:/%231/_astro/cite.css');
});

test('a large module that is imported later is a script of its own, which a page loads once, when it wants it', async () => {
  const real = mkdtempSync(join(tmpdir(), 'scripts-'));
  // As where `dist` is a link to another disk.
  const folder = `${real}-link`;
  symlinkSync(real, folder, 'junction');
  mkdirSync(join(folder, '_astro'));
  writeFileSync(
    join(folder, '_astro/large.js'),
    `export const text = ${JSON.stringify('甲'.repeat(50_000))}; export const write = () => text.length;`,
  );
  writeFileSync(join(folder, '_astro/small.js'), 'export const two = 2;');
  writeFileSync(
    join(folder, '_astro/a.js'),
    'globalThis.read = async () => (await import(`./large.js`)).write() + (await import("./small.js")).two;',
  );
  const page = await bundleModules(folder, '/', ['_astro/a.js']);
  expect(page.apart).toEqual(['_astro/large.js']);
  expect(page.code.length).toBeLessThan(2_000);
  const large = await bundleApart(folder, '/', '_astro/large.js');
  rmSync(folder);
  rmSync(real, { recursive: true });

  const asked: string[] = [];
  const appendChild = (script: { src: string; onload: () => void; onerror: () => void; remove: () => void }) => {
    asked.push(script.src);
    if (asked.length === 1) script.onerror();
    else {
      runInNewContext(large.code, world);
      script.onload();
    }
  };
  const createElement = () => ({ remove: () => undefined });
  const document = { currentScript: { src: 'file:///E:/%231/scripts/x.js' } as unknown, createElement, head: { appendChild } };
  const world: Record<string, unknown> = { URL, document };
  world['self'] = world;
  runInNewContext(page.code, world);
  document.currentScript = null;
  const read = world['read'] as () => Promise<number>;
  await expect(read()).rejects.toThrow('cannot be read');
  expect([await read(), await read()]).toEqual([50_002, 50_002]);
  expect(asked).toEqual(Array.from({ length: 2 }, () => `file:///E:/%231/${large.path}`));
});
