/** The head of the search page names every script that its scripts import. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preloadModules } from '../../src/commands/preload-modules.ts';

test('what scripts import, and what that imports, is asked for at once; what is imported later is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preload-'));
  mkdirSync(join(folder, '_astro'));
  mkdirSync(join(folder, 'search'));
  const scripts = {
    'search.js': 'import"./old.js";import{a as b}from"./query.js";const c="./no.js";function f(){return import(`./later.js`)}',
    'old.js': 'export{}',
    'query.js': 'import{x}from"./ground.js";export{x as a};',
    'ground.js': 'export const x=1;',
    'later.js': '',
  };
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, '_astro', name), code);
  const page = join(folder, 'search/index.html');
  writeFileSync(page, '<html><head></head><body><script type="module" src="/kb/_astro/search.js"></script></body></html>');
  preloadModules(folder, 'search/index.html', '/kb/');
  const named = [...readFileSync(page, 'utf8').matchAll(/<link rel="modulepreload" href="([^"]+)">/gu)].map(([, source]) => source);
  expect(named.sort()).toEqual(['/kb/_astro/ground.js', '/kb/_astro/old.js', '/kb/_astro/query.js']);
});
