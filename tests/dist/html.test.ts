import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { elements, pagesOfNewShape, parsedPages } from '../support/parsed-pages.ts';
import type { ParsedElement } from '../support/parsed-pages.ts';

const pages = parsedPages();
const readable = pages.filter(({ isRedirect }) => !isRedirect);

/** `ALL_PAGES=1` validates each page, as the nightly tests do; else one for every shape of element, which takes a fraction of the time. */
const validated = process.env['ALL_PAGES'] ? pages : pagesOfNewShape(pages);

test(`every ${process.env['ALL_PAGES'] ? 'page' : 'shape of element'} is valid HTML`, { timeout: 600_000 }, async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  expect(validated.length).toBeGreaterThan(40);
  const reports = await Promise.all(
    validated.map(({ path, html }) => validator.validateString(contentsOnly(html), `dist${path.replace(/\/$/u, '/index.html')}`)),
  );
  const faults = reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message, selector }) => `${filePath} ${ruleId}: ${message} ${selector ?? ''}`),
    ),
  );
  expect(summary(faults)).toEqual([]);
});

test('a link to a made-up scenario says that it is one, in its words or in the line in which it stands', () => {
  const scenarios = readExportedEntries().flatMap(({ nature, url }) => (nature === '教学情景' ? [url] : []));
  expect(scenarios.length).toBeGreaterThan(15);
  // On paper nobody sees what only stands in an attribute.
  const seen = (html: string) => html.replace(/<[^>]*>/gu, '');
  const silent = readable.flatMap(({ path, html }) =>
    [...html.matchAll(/<a\b[^>]*href="([^"]+)"[^>]*>.*?<\/a>/gsu)].flatMap(({ 0: link, 1: address = '', index }) => {
      if (seen(link).includes('虚构') || !scenarios.some((url) => address.includes(url))) return [];
      const before = html.slice(0, index);
      const start = Math.max(...['<p', '<li', '<td', '<dd', '<dt', '<h'].map((tag) => before.lastIndexOf(tag)));
      const line = html.slice(start, html.slice(index).search(/<\/(?:p|li|td|dd|dt|h\d)>/u) + index);
      return seen(line).includes('虚构') ? [] : [`${path} ${address}`];
    }),
  );
  expect(silent).toEqual([]);
});

test('what is passed on of a document that may not hold any more begins with that', () => {
  const cautious = readExportedEntries().filter(({ search }) => search.caution !== '');
  expect(cautious.length).toBeGreaterThan(20);
  const silent = cautious.filter(({ url, search }) => {
    const page = readable.find(({ path }) => path === url);
    return !elements(page?.all ?? [], 'meta').some(
      ({ properties: { name, content } }) => name === 'description' && String(content).startsWith(`${search.caution}。`),
    );
  });
  expect(silent.map(({ id }) => id)).toEqual([]);
});

describe('a page to read', () => {
  test('is in Chinese as spoken on the mainland', () => {
    expect(readable.filter(({ all }) => elements(all, 'html')[0]?.properties['lang'] !== 'zh-CN').map(({ path }) => path)).toEqual([]);
  });

  test('ends with </html>: a script after the layout would stand outside the page', () => {
    expect(readable.filter(({ html }) => !html.trimEnd().endsWith('</html>')).map(({ path }) => path)).toEqual([]);
  });

  test('has exactly one h1', () => {
    expect(readable.filter(({ all }) => elements(all, 'h1').length !== 1).map(({ path }) => path)).toEqual([]);
  });

  test('has a title of its own', () => {
    const titles = Map.groupBy(readable, (page) => page.title);
    const shared = [...titles].filter(([title, list]) => title === '' || list.length > 1);
    expect(shared.map(([title, list]) => `${title}: ${list.map(({ path }) => path).join(' ')}`)).toEqual([]);
  });

  test('has a description, a canonical address when the site knows its own, a skip link, and one main part', () => {
    const knowsAddress = existsSync(join(distFolder, 'sitemap.xml'));
    const faulty = readable.filter(({ all }) => {
      const hasDescription = elements(all, 'meta').some(({ properties }) => properties['name'] === 'description' && properties['content']);
      const hasCanonical = elements(all, 'link').some(({ properties }) => properties['rel']?.toString() === 'canonical');
      const hasSkipLink = elements(all, 'a')[0]?.properties['href'] === '#main';
      return !hasDescription || hasCanonical !== knowsAddress || !hasSkipLink || elements(all, 'main').length !== 1;
    });
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });

  test('reads without scripts: it has a heading, words in its main part, the frame round it, and a search form', () => {
    const faulty = readable.filter(({ html, all }) => {
      const [main = ''] = /<main\b[\s\S]*<\/main>/u.exec(html) ?? [];
      const [heading = ''] = /<h1\b[\s\S]*?<\/h1>/u.exec(main) ?? [];
      const hasFrame = ['header', 'main', 'footer'].every((name) => elements(all, name).length > 0);
      const columns = elements(all, 'nav').filter(({ properties }) => properties['ariaLabel'] === '栏目');
      const isSearched = elements(all, 'form').some(({ properties }) => properties['role'] === 'search');
      return textOf(heading) === '' || textOf(main).length <= 30 || !hasFrame || columns.length !== 1 || !isSearched;
    });
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });

  test('skips no level of heading', () => {
    const faults = readable.flatMap(({ path, all }) => {
      const levels = headingLevels(all);
      return levels.flatMap((level, index) =>
        level > (levels[index - 1] ?? 0) + 1 ? [`${path}: h${level} after h${levels[index - 1] ?? 0}`] : [],
      );
    });
    expect(summary(faults)).toEqual([]);
  });

  test('repeats no id', () => {
    const faults = pages.flatMap(({ path, all }) => {
      const ids = all.flatMap(({ properties }) => (typeof properties['id'] === 'string' ? [properties['id']] : []));
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(summary(faults)).toEqual([]);
  });
});

describe('the safety of a page', () => {
  test('scripts and styles are files: nothing stands in the page itself', () => {
    const faults = pages.flatMap(({ path, all }) =>
      all.flatMap(({ tagName, properties }) => {
        if (tagName === 'style' || (tagName === 'script' && !properties['src'])) return [`${path}: <${tagName}>`];
        return Object.keys(properties)
          .filter((name) => name === 'style' || /^on[A-Z]/u.test(name))
          .map((name) => `${path}: ${name} on <${tagName}>`);
      }),
    );
    expect(summary(faults)).toEqual([]);
  });

  test('the policy allows nothing by default and no inline code', () => {
    const faults = readable.flatMap(({ path, all }) => {
      const policies = elements(all, 'meta').filter(
        ({ properties }) => String(properties['httpEquiv']).toLowerCase() === 'content-security-policy',
      );
      const policy = policies[0]?.properties['content']?.toString() ?? '';
      const isStrict = policy.startsWith("default-src 'none'") && !/unsafe-inline|'unsafe-eval'|https?:|\*/u.test(policy);
      return policies.length === 1 && isStrict ? [] : [`${path}: ${policy || 'no policy'}`];
    });
    expect(summary(faults)).toEqual([]);
  });

  test('the policy stands before everything that it governs', () => {
    const late = readable.filter(({ html }) => html.search(/<(?:script|link rel="stylesheet")/u) < html.indexOf('content-security-policy'));
    expect(late.map(({ path }) => path)).toEqual([]);
  });

  test('a page asks no other host for anything', () => {
    const faults = pages.flatMap(({ path, all }) =>
      all.flatMap(({ tagName, properties }) => {
        const rel = properties['rel']?.toString() ?? '';
        const isLoaded = tagName !== 'a' && !(tagName === 'link' && /canonical|alternate/u.test(rel));
        const addresses = ['src', 'href', 'srcSet', 'poster', 'data', 'action'].flatMap((name) =>
          typeof properties[name] === 'string' ? [properties[name]] : [],
        );
        return isLoaded
          ? addresses.filter((address) => /^(?:[a-z]+:)?\/\//iu.test(address)).map((address) => `${path}: <${tagName}> ${address}`)
          : [];
      }),
    );
    expect(summary(faults)).toEqual([]);
  });
});

/** What is to be read of a piece of HTML that nothing was added to. */
function textOf(html: string): string {
  return contentsOnly(html)
    .replaceAll(/<[^>]*>/gu, '')
    .trim();
}

/** Templates are filled in by scripts: their empty headings and labels are no fault of the page. */
function contentsOnly(html: string): string {
  return html.replaceAll(/<template\b[\s\S]*?<\/template>/gu, '');
}

function headingLevels(all: readonly ParsedElement[]): number[] {
  return all.flatMap(({ tagName }) => (/^h[1-6]$/u.test(tagName) ? [Number(tagName[1])] : []));
}

/** The first faults, and how many more there are: a fault of a layout would otherwise print a thousand lines. */
function summary(faults: string[]): string[] {
  const shown = faults.slice(0, 20);
  return faults.length > shown.length ? [...shown, `… ${faults.length - shown.length} more`] : shown;
}
