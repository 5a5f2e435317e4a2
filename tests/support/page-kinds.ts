/** One page of every kind that the site has: what every browser test walks through. */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTION_NAMES, COLLECTIONS } from '../../src/schema/number.ts';
import { distFolder, readExportedEntries } from './built-site.ts';

/** A kind of page with an address that shows it. */
export interface PageKind {
  name: string;
  /** Address below the base. */
  path: string;
  /** Selector of what the page shows once its scripts have done their work. */
  ready?: string;
  /** Status that the server answers with, when it is not 200. */
  status?: number;
  /** Another kind is drawn alike, of other content: what is asked of each kind by day is asked of that one. */
  hasLike?: boolean;
}

const FIXED: PageKind[] = [
  { name: 'home', path: '/' },
  { name: 'regions index', path: '/regions/' },
  { name: 'region', path: '/regions/zhejiang/' },
  { name: 'themes', path: '/themes/' },
  { name: 'theme', path: '/themes/fault-tolerance/' },
  { name: 'families', path: '/families/' },
  { name: 'family of mechanisms', path: '/families/lists/' },
  { name: 'rule matrix', path: '/matrix/rules/' },
  { name: 'field matrix', path: '/matrix/fields/' },
  { name: 'counts of cases', path: '/matrix/cases/', hasLike: true },
  { name: 'list with a filter', path: '/tolerance/?type=%E5%AE%B9%E9%94%99', ready: '[data-filter-chips]:not([hidden])' },
  { name: 'comparison of cases', path: '/compare/?ids=RC-001,RC-006', ready: '[data-state="done"]' },
  { name: 'comparison of practices', path: '/compare/?ids=SJ-008,SJ-014,SJ-016,SJ-001', ready: '[data-state="done"]', hasLike: true },
  { name: 'comparison before a choice', path: '/compare/?ids=RC-999', ready: '[data-state="choose"]' },
  { name: 'report of a search', path: '/report/?q=%E5%AE%B9%E9%94%99&ids=RC-001,RC-006', ready: '[data-state="done"]' },
  { name: 'report without hits', path: '/report/?q=%E9%87%8F%E5%AD%90%E7%BA%A0%E7%BC%A0', ready: '[data-state="done"]', hasLike: true },
  { name: 'worksheet', path: '/worksheet/' },
  { name: 'pack', path: '/pack/?items=RC-001,SJ-008,SY-001', ready: '[data-state="done"]' },
  { name: 'part A alone', path: '/id/RC-101/a/' },
  { name: 'kit of a course', path: '/courses/tolerance-half-day/kit/' },
  { name: 'empty pack', path: '/pack/', ready: '[data-state="choose"]' },
  { name: 'figures', path: '/figures/' },
  { name: 'figures that look alike', path: '/figures/look-alikes/', hasLike: true },
  { name: 'second page of figures', path: '/figures/page/2/', hasLike: true },
  { name: 'guide', path: '/guide/' },
  { name: 'policies by year', path: '/timeline/' },
  { name: 'changes', path: '/changes/' },
  { name: 'changes of a month', path: '/changes/2026-11/', hasLike: true },
  { name: 'about', path: '/about/' },
  { name: 'access', path: '/about/access/', hasLike: true },
  { name: 'browsers', path: '/about/browsers/', hasLike: true },
  { name: 'coverage', path: '/about/coverage/', hasLike: true },
  { name: 'freshness', path: '/about/freshness/' },
  { name: 'ratings', path: '/about/ratings/', hasLike: true },
  { name: 'operators', path: '/about/operators/', hasLike: true },
  { name: 'rules of the check', path: '/about/rules/' },
  { name: 'rule of the check', path: '/about/rules/control-character/' },
  { name: 'public sources', path: '/about/public-sources/' },
  { name: 'search before a query', path: '/search/', ready: '[data-search-state="idle"]' },
  { name: 'search with results', path: '/search/?q=%E5%AE%B9%E9%94%99', ready: '[data-search-state="done"]' },
  { name: 'search without results', path: '/search/?q=%E9%87%8F%E5%AD%90%E7%BA%A0%E7%BC%A0', ready: '[data-search-state="done"]' },
  { name: 'not found', path: '/no-such-page/', status: 404 },
];

/** Every page kind of the built site. An entry stands for its collection by being the longest one: it shows the most blocks. */
export function pageKinds(folder = distFolder): readonly PageKind[] {
  const known = kinds.get(folder) ?? [...FIXED, ...listKinds(folder), ...entryKinds(folder), ...maskedRegion(folder)];
  kinds.set(folder, known);
  return known;
}

const kinds = new Map<string, readonly PageKind[]>();

function listKinds(folder: string): PageKind[] {
  const empty = COLLECTION_NAMES.find((name) => !readExportedEntries(folder).some(({ collection }) => collection === name));
  const facets = ['practices', 'mechanisms'].flatMap((collection) =>
    globSync(`${collection}/{level,standing}/*/index.html`, { cwd: folder }).sort().slice(0, 1),
  );
  return [
    { name: 'list', path: '/practices/' },
    { name: 'second page of a list', path: '/policies/page/2/', hasLike: true },
    ...globSync('themes/*/*/index.html', { cwd: folder })
      .sort()
      .slice(0, 1)
      .map((file) => ({ name: 'list below a hub', path: `/${file.replaceAll('\\', '/').replace('index.html', '')}`, hasLike: true })),
    ...(empty ? [{ name: 'empty list', path: `/${empty}/` }] : []),
    ...facets.map((file) => ({
      name: `facet list of ${file.split(/[/\\]/u).slice(0, 2).join(' by ')}`,
      path: `/${file.replaceAll('\\', '/').replace('index.html', '')}`,
      hasLike: true,
    })),
  ];
}

/** Of facts in lists, as problems are. */
const DRAWN_ALIKE: ReadonlySet<string> = new Set(['causes', 'measures', 'tensions']);

function entryKinds(folder: string): PageKind[] {
  const entries = readExportedEntries(folder);
  return COLLECTION_NAMES.flatMap((name) => {
    const [longest] = entries.filter(({ collection }) => collection === name).sort((a, b) => b.text.length - a.text.length);
    const hasLike = DRAWN_ALIKE.has(name);
    return longest ? [{ name: `entry of ${name} (${COLLECTIONS[name].name})`, path: longest.url, hasLike }] : [];
  });
}

function maskedRegion(folder: string): PageKind[] {
  const [masked] = globSync('regions/s[0-9]-m*/index.html', { cwd: folder }).sort();
  const path = masked && `/${masked.replaceAll('\\', '/').replace('index.html', '')}`;
  return path && existsSync(join(folder, path)) ? [{ name: 'region with a masked name', path, hasLike: true }] : [];
}
