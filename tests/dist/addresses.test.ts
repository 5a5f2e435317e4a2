import { expect, test } from 'vitest';
import { settings } from '../../src/site.ts';
import { distFolder } from '../support/built-site.ts';
import { unpackedFiles } from '../support/unpacked-files.ts';

test('no file names the machine that built it, the ready files of courses included', () => {
  const own = settings.url === '' ? '' : new URL(settings.url).host;
  const names = ['localhost', '127.0.0.1', ':4321/'].filter((name) => !own.includes(name));
  const files = [...unpackedFiles(distFolder)];
  expect(files.filter(({ path }) => /\.(?:docx|pptx)!/u.test(path)).length).toBeGreaterThan(0);
  expect(files.filter(({ bytes }) => names.some((name) => bytes.includes(name))).map(({ path }) => path)).toEqual([]);
});
