import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleKey } from '../../src/commands/page-bundle.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bundle-'));
  await put('content/pages/about.mdx', '本站');
  await put('content/practices/example.mdx', '做法');
  await put('public/favicon.svg', '<svg/>');
});

afterEach(() => rm(root, { recursive: true }));

test.each([
  ['a word of the prose', 'content/pages/about.mdx'],
  ['a new page of prose', 'content/pages/new.mdx'],
  ['a public file', 'public/favicon.svg'],
])('%s is bundled anew', async (_, path) => {
  const before = bundleKey(root);
  await put(path, 'other');
  expect(bundleKey(root)).not.toBe(before);
});

test('a changed entry and the same again need no other bundle', async () => {
  const before = bundleKey(root);
  await put('content/practices/example.mdx', '别的做法');
  await put('public/favicon.svg', '<svg/>');
  expect(bundleKey(root)).toBe(before);
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
