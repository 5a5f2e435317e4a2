/** What the build makes of private members in the scripts that readers get. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readerPlugins } from '../../src/commands/reader-plugins.ts';

const SOURCES = join(import.meta.dirname, '../../src');

function shipped(code: string, environment = 'client'): string | undefined {
  const { transform } = readerPlugins.find(({ name }) => name === 'plain-members') ?? {};
  if (typeof transform !== 'function') throw new Error('there is no such plugin');
  const given = Reflect.apply(transform, { environment: { name: environment } }, [code, '/src/elements/a.ts']) as
    | { code: string }
    | undefined;
  return given?.code;
}

test('they have short plain names, each the same wherever it stands; what only looks like one is left', () => {
  const code = [
    'class A {',
    "  readonly #base: string = '#base';",
    '  #count = 0;',
    '  get #twice(): number { return 2 * this.#count; }',
    '  #find(): Element | null { return document.querySelector(\'#base\') ?? document.querySelector(`a[href="#${this.#base}"]`); }',
    '  add = () => { this.#count += 1; /* #count */ return this.#twice; };',
    '}',
  ].join('\n');
  expect(shipped(code)?.split('\n')).toEqual([
    'class A {',
    "  readonly _0: string = '#base';",
    '  _1 = 0;',
    '  get _2(): number { return 2 * this._1; }',
    '  _3(): Element | null { return document.querySelector(\'#base\') ?? document.querySelector(`a[href="#${this._0}"]`); }',
    '  add = () => { this._1 += 1; /* #count */ return this._2; };',
    '}',
  ]);
});

test('what the build itself runs keeps them, and a script without any is left as it is', () => {
  expect(shipped('class A { #a = 1; b() { return this.#a; } }', 'prerender')).toBeUndefined();
  expect(shipped('export const a = 1;')).toBeUndefined();
});

test('no class of a script has a parent of ours with members of its own: two of the same plain name would be one', () => {
  const files = ['elements', 'search', 'edit/browser', 'domain'].flatMap((folder) =>
    readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(SOURCES, folder, name), 'utf8')),
  );
  const parents = files.flatMap((code) => [...code.matchAll(/class \w+ extends (\w+)/gu)].map(([, parent = '']) => parent));
  expect(parents.length).toBeGreaterThan(10);
  expect(new Set(parents)).toEqual(new Set(['HTMLElement', 'Error', 'SearchUnavailable']));
  expect(files.find((code) => code.includes('class SearchUnavailable'))).not.toMatch(/class SearchUnavailable[^}]*#/u);
});
