/** Whether the scripts and styles of the built site are written in what the oldest browser of the contract understands. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { LOWEST_TARGET } from '../../src/domain/site/browser-contract.ts';
import { distFolder } from '../support/built-site.ts';

/** Known since Chromium 64; esbuild counts only what is known of the newest Unicode. */
const supported = { 'regexp-unicode-property-escapes': true };

/** Scripts that only hold data are written by one function (`domain/site/script-form.ts`), and there are thousands: a few tell of all. */
const isLookedAt = (file: string, index: number) => !file.endsWith('.json.js') || index % 300 === 0;
const files = globSync('**/*.{js,css}', { cwd: distFolder }).sort().filter(isLookedAt);

test.for(files)('%s has nothing left to lower', (file) => {
  const source = readFileSync(join(distFolder, file), 'utf8');
  const loader = file.endsWith('.css') ? 'css' : 'js';
  const asIs = transformSync(source, { loader, supported, target: 'esnext' }).code;
  const lowered = transformSync(source, { loader, supported, target: LOWEST_TARGET }).code;
  expect(differences(asIs, lowered)).toEqual([]);
});

test('the site has scripts and styles to look at', () => {
  expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(10);
  expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(3);
});

/** The first lines that lowering would change. */
function differences(before: string, after: string): string[] {
  const lowered = new Set(after.split('\n'));
  return before
    .split('\n')
    .filter((line) => !lowered.has(line))
    .slice(0, 5);
}
