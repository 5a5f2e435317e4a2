/** The feed after RFC 4287 and the site map after sitemaps.org, read with a browser's XML parser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSitemap } from '../../src/export/feed.ts';
import { publicAddress } from '../../src/site.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readBuiltFile, readBuiltPages } from '../support/built-site.ts';

/** An element as the parser hands it over. */
interface Node {
  name: string;
  namespace: string | null;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

const ATOM = 'http://www.w3.org/2005/Atom';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** RFC 3339, which RFC 4287 asks for: with seconds and a zone. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  // Trusted Types let no page of the site parse a text, and the parser is all that is wanted here.
  visit = await openPage(site, { bypassCSP: true });
  await visit.page.goto(site.at('/about/'));
});

afterAll(() => site.close());

describe('the feed', () => {
  let feed: Node;

  beforeAll(async () => {
    feed = await parse('feed.xml', readBuiltFile('feed.xml'));
  });

  test('is an Atom feed, and nothing in it is of another kind', () => {
    expect([feed.name, feed.namespace]).toEqual(['feed', ATOM]);
    expect(everyNode(feed).filter(({ namespace }) => namespace !== ATOM)).toEqual([]);
  });

  test('names itself once, with a title, a time, an author and its own address', () => {
    for (const name of ['id', 'title', 'updated']) expect(children(feed, name), name).toHaveLength(1);
    expect(children(feed, 'author').map((author) => children(author, 'name').length)).toEqual([1]);
    expect(
      children(feed, 'link')
        .filter(({ attributes }) => attributes['rel'] === 'self')
        .map(({ attributes }) => attributes['href']),
    ).toEqual([publicAddress('/feed.xml')]);
    expect(children(feed, 'updated')[0]?.text).toMatch(MOMENT);
  });

  test('has entries with an id of their own, a title, a time, one page and a summary', () => {
    const entries = children(feed, 'entry');
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'link', 'summary']) expect(children(entry, name), name).toHaveLength(1);
      expect(children(entry, 'updated')[0]?.text).toMatch(MOMENT);
      expect(children(entry, 'title')[0]?.text.trim()).not.toBe('');
      expect(URL.canParse(children(entry, 'id')[0]?.text ?? '')).toBe(true);
    }
    const ids = entries.map((entry) => children(entry, 'id')[0]?.text);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leads to pages that are there', () => {
    const built = new Set(readBuiltPages().map(({ path }) => publicAddress(path)));
    const links = children(feed, 'entry').map((entry) => children(entry, 'link')[0]?.attributes['href'] ?? '');
    expect(links.filter((link) => !built.has(link))).toEqual([]);
  });
});

describe('the site map', () => {
  const paths = readBuiltPages().flatMap(({ isRedirect, path }) => (isRedirect || path === '/404.html' ? [] : [path]));
  // Only a site that knows its address writes one.
  const written = toSitemap(paths.map((path) => `http://kb.example${path}`));
  let map: Node;

  beforeAll(async () => {
    map = await parse('sitemap.xml', written);
  });

  test('is a list of addresses and of nothing else', () => {
    expect([map.name, map.namespace]).toEqual(['urlset', SITEMAP]);
    expect(map.children.filter(({ name, children: parts }) => name !== 'url' || parts.map((part) => part.name).join() !== 'loc')).toEqual(
      [],
    );
  });

  test('holds every page to read once, within the limits of the protocol', () => {
    const addresses = map.children.map((url) => url.children[0]?.text ?? '');
    expect(addresses).toEqual(paths.map((path) => `http://kb.example${path}`));
    expect(addresses.length).toBeLessThanOrEqual(50_000);
    expect(addresses.every((address) => address.length < 2048)).toBe(true);
    expect(Buffer.byteLength(written)).toBeLessThan(50 * 1024 * 1024);
  });
});

async function parse(file: string, text: string): Promise<Node> {
  const root = await visit.page.evaluate((xml): Node | string => {
    const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
    const error =
      documentElement.querySelector('parsererror') ?? (documentElement.localName === 'parsererror' ? documentElement : undefined);
    if (error) return error.textContent;
    const read = (element: Element): Node => ({
      name: element.localName,
      namespace: element.namespaceURI,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.children.length > 0 ? '' : element.textContent,
      children: [...element.children].map(read),
    });
    return read(documentElement);
  }, text);
  if (typeof root === 'string') throw new Error(`${file} is not XML: ${root}`);
  return root;
}

function children(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name);
}

function everyNode(node: Node): Node[] {
  return [node, ...node.children.flatMap(everyNode)];
}
