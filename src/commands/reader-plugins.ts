/** How Vite bundles the scripts and styles that readers get, beyond what its own options say. */
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import type { Plugin } from 'vite';
import { LOWEST_TARGET } from '../domain/site/browser-contract.ts';

/** Written modern, shipped for the desktops that readers have. Astro sets a target of its own for the client, which only a plugin can change. */
const lowerForReaders: Plugin = {
  name: 'lower-for-readers',
  configEnvironment: (name) =>
    name === 'client'
      ? { build: { target: LOWEST_TARGET, rolldownOptions: { transform: { assumptions: { setPublicClassFields: true } } } } }
      : undefined,
};

/**
 * `import()` as it is written. Vite wraps each one in a helper that preloads its parts and its styles; here what is loaded on demand is one or two
 * small files without styles, and the helper would weigh as much as all other scripts of a page to read.
 */
const plainDynamicImports: Plugin = {
  name: 'plain-dynamic-imports',
  enforce: 'pre',
  // Astro sets this for the client by itself, so a setting of the whole build does not reach it.
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined),
};

/**
 * Scripts that go together, in one file each: left alone, a search needs 28 files, some of a hundred bytes, and on a slow line every one of them costs a
 * question and an answer. No page may get more than it uses: what few need stays apart. `typed-words` is how fields read words, `ground` what the tools
 * of lists know, `search-engine` what suggestions need too, `search` the way of a query, `current-index` what the search page asks for before all that.
 */
const SCRIPT_GROUPS = [
  {
    name: 'page',
    test: /src\/elements\/(?:page-tools|on-demand|awaited-tools)\.ts$|vite\/preload-helper/u,
  },
  { name: 'number', test: /src\/schema\/number\.ts$/u },
  { name: 'typed-words', test: /src\/domain\/chinese\/(?:typed-words|fold-text|numerals)\.ts$/u },
  {
    name: 'ground',
    test: /src\/domain\/(?:site\/units|list\/(?:columns|facet-titles))\.ts$|src\/search\/engine\/engine\.ts$|src\/elements\/older-browsers\.ts$/u,
  },
  { name: 'current-index', test: /src\/search\/engine\/current-index\.ts$/u },
  {
    name: 'search-engine',
    test: /src\/search\/(?:engine\/(?:choose-engine|stored-index|word-files|packed-numbers|pagefind-engine|card-table|layout)|words\/(?:names|tokens|spelling))\.ts$/u,
  },
  // Before the search, which would take along what both keep in the browser, and then came whole with every list.
  { name: 'tray', test: /src\/domain\/kept\/tray\.ts$|src\/elements\/view\/stored-tray\.ts$/u },
  {
    name: 'search',
    test: /src\/search\/query\/(?:search-entries|describe-filters|detail-facets)\.ts$|src\/elements\/view\/unit-consent\.ts$/u,
  },
  {
    name: 'hit-view',
    test: /src\/search\/(?:view\/hit-view|query\/landing-address)\.ts$|src\/domain\/region\/region-branches\.ts$/u,
  },
].map((group, place, all) => ({ ...group, priority: all.length - place }));

const groupedScripts: Plugin = {
  name: 'grouped-scripts',
  configEnvironment: (name) =>
    name === 'client' ? { build: { rolldownOptions: { output: { codeSplitting: { groups: SCRIPT_GROUPS } } } } } : undefined,
};

/** The roles of `tokens.css` stand some five hundred times in what a page loads; there they have a letter or two. */
const TOKENS = new Set(readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').match(/--[a-z][\w-]*/gu));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const shortNames = new Map(
  [...TOKENS].sort().map((name, index) => [name, `--${LETTERS[index % 26] ?? ''}${index < 26 ? '' : Math.floor(index / 26)}`]),
);
const shortTokens: Plugin = {
  name: 'short-tokens',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) =>
    /\.css(?:\?|$)/u.test(id) ? code.replaceAll(/--[a-z][\w-]*/gu, (name) => shortNames.get(name) ?? name) : undefined,
};

/**
 * Private members, under short public names, as the compiler has seen by then that nobody else touches them. Browsers that know private fields but not
 * private methods (Chromium before 84) would else get a WeakMap for every one of them and a call for every use.
 */
const plainMembers: Plugin = {
  name: 'plain-members',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    if (this.environment.name !== 'client' || !id.endsWith('.ts') || !code.includes('#')) return undefined;
    const short = new Map<string, string>();
    const pieces: string[] = [];
    let end = 0;
    for (const found of privateNames(parseSync(id, code).program).sort((a, b) => a.start - b.start)) {
      const name = short.get(found.name) ?? `_${short.size.toString(36)}`;
      short.set(found.name, name);
      pieces.push(code.slice(end, found.start), name);
      end = found.end;
    }
    return { code: pieces.join('') + code.slice(end), map: null };
  },
};

interface PrivateName {
  name: string;
  /** Offsets in the text, with the sign before the name. */
  start: number;
  end: number;
}

function privateNames(node: unknown): PrivateName[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'PrivateIdentifier') return [node as unknown as PrivateName];
  return Object.values(node).flatMap(privateNames);
}

/** A script of a component has the component's name: Astro's own, which is forty letters longer, is on every page. */
export const nameScript = ({ name }: { name: string }) =>
  `_astro/${(name.split('.astro')[0] ?? name).replaceAll(/[^\w.-]/gu, '_')}.[hash].js`;

/** All of it, in the order in which Vite is to run them. */
export const readerPlugins = [shortTokens, plainMembers, lowerForReaders, plainDynamicImports, groupedScripts];
