/** What the home page shows: the three doors, the counts, what changed last. */
import { COLLECTIONS } from '../schema/fields.ts';
import type { CollectionName } from '../schema/fields.ts';
import { href } from '../site.ts';
import { lastChanges } from './changes.ts';
import type { Site } from '../domain/site-index.ts';

/** The ways in, by who comes: each leads to what that reader came for. */
export const DOORS = [
  {
    who: '我是干部',
    want: '遇到一种情况，想知道政策怎么说、别处怎么做。',
    links: [
      { label: '从问题走起：问题 → 原因 → 举措 → 实践', path: '/guide/' },
      { label: '怕出错、怕问责，怎么办', path: '/problems/bugan/' },
      { label: '我所在的地区有什么做法', path: '/regions/' },
    ],
  },
  {
    who: '我是教员',
    want: '备一堂课，要有案例、出处和别的地区的对照。',
    links: [
      { label: '教学课程：现成的讲义和幻灯片', path: '/courses/' },
      { label: '教学选编：挑案例，做学员册和教师册', path: '/pack/' },
      { label: '地区实践：可以进课堂的做法', path: '/practices/' },
      { label: '制度机制：怎样运行、和相近的有何不同', path: '/mechanisms/' },
      { label: '术语：出处与容易混淆的词', path: '/terms/' },
    ],
  },
  {
    who: '我是组工干部',
    want: '手头有一件事，要查规定、查案例、查数字的口径。',
    links: [
      { label: '按词检索全库', path: '/search/' },
      { label: '查案例：先筛选，再逐项比对、写成检索报告', path: '/tolerance/' },
      { label: '问责尺度与容错研判：逐项想一遍', path: '/worksheet/' },
      { label: '地方容错规则对照', path: '/matrix/rules/' },
      { label: '容错纠错的举措与机制', path: '/themes/fault-tolerance/' },
      { label: '数字一览：谁的、何时、什么口径', path: '/figures/' },
    ],
  },
] as const;

/** Collections in which something can be read, in the order of the walk. */
const COUNTED: CollectionName[] = [
  'problems',
  'causes',
  'measures',
  'mechanisms',
  'practices',
  'tolerance',
  'policies',
  'terms',
  'tensions',
  'sources',
];

const RECENT = 8;

/** Counts of entries by collection, and the last changes. */
export function homeView(site: Site) {
  const counts = COUNTED.map((name) => ({
    name: COLLECTIONS[name].name,
    count: site.entriesOf(name).length,
    href: href(`/${name}/`),
  })).filter(({ count }) => count > 0);
  return { counts, recent: lastChanges(site, RECENT) };
}
