/** The links of the built site, followed over its files: every server that sends them answers as they lie there (`tests/hosting/`). */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../src/site.ts';
import { distFolder } from '../support/built-site.ts';
import { parsedPages } from '../support/parsed-pages.ts';
import type { ParsedElement } from '../support/parsed-pages.ts';

const HERE = 'http://site.invalid';

/** Attributes that name a file or a place; forms and templates of scripts lead to pages as well. */
const NAMING = ['href', 'src', 'action'] as const;

const pages = parsedPages();
const anchors = new Map(pages.map(({ path, all }) => [path, new Set(all.flatMap(anchorsOf))]));
const links = pages.map(({ path, all }) => ({ path, to: all.flatMap((element) => addressesOf(element, path)) }));

test('every link on every page, linked or not, leads to a page and to a place in it', () => {
  const asked = new Map<string, boolean>();
  const leads = (url: URL) => {
    const key = url.pathname + url.hash;
    const known = asked.get(key) ?? isThere(url);
    asked.set(key, known);
    return known;
  };
  const broken = links.flatMap(({ path, to }) =>
    to.filter(({ url }) => !leads(url)).map(({ url }) => `${path} → ${url.pathname}${url.hash}`),
  );
  expect(links.flatMap(({ to }) => to).length).toBeGreaterThan(10_000);
  expect(broken.slice(0, 20)).toEqual([]);
});

test('every page to read can be reached from home by links alone', () => {
  const next = new Map(links.map(({ path, to }) => [path, to.filter(({ isLink }) => isLink).map(({ url }) => withoutBase(url.pathname))]));
  const reached = new Set(['/']);
  for (const path of reached) for (const to of next.get(path) ?? []) reached.add(to);
  const readable = pages.filter(({ isRedirect, path }) => !isRedirect && path !== '/404.html');
  expect(readable.length).toBeGreaterThan(0);
  expect(readable.filter(({ path }) => !reached.has(path)).map(({ path }) => path)).toEqual([]);
});

/** What an element leads to within the site; other hosts are not asked for anything. */
function addressesOf({ tagName, properties }: ParsedElement, path: string): { url: URL; isLink: boolean }[] {
  const named = NAMING.map((name) => properties[name]);
  const refresh = properties['httpEquiv'] === undefined ? undefined : /url=(.*)$/u.exec(String(properties['content']))?.[1];
  return [...named, refresh].flatMap((value) => {
    if (typeof value !== 'string') return [];
    const url = URL.parse(value, HERE + settings.base.slice(0, -1) + path);
    return url?.origin === HERE ? [{ url, isLink: tagName === 'a' || value === refresh }] : [];
  });
}

function isThere({ pathname, hash }: URL): boolean {
  if (!pathname.startsWith(settings.base)) return false;
  const path = withoutBase(pathname);
  const known = anchors.get(path);
  if (!known) return hash === '' && isFile(decodeURIComponent(path));
  return hash === '' || known.has(decodeURIComponent(hash.slice(1)));
}

function withoutBase(pathname: string): string {
  return `/${pathname.slice(settings.base.length)}`;
}

function isFile(path: string): boolean {
  const file = join(distFolder, path);
  return existsSync(file) && statSync(file).isFile();
}

function anchorsOf({ properties: { id, name } }: ParsedElement): string[] {
  return [id, name].filter((value) => typeof value === 'string');
}
