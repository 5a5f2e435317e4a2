/** What the home page shows beside its prose: the counts, what changed last. */
import { facetSlug } from '../domain/facet-names.ts';
import { isOf } from '../domain/records.ts';
import { COLLECTIONS } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { PageData } from '../schema/pages.ts';
import { ASKERS } from '../schema/situations.ts';
import { href } from '../site.ts';
import { lastChanges } from './changes.ts';
import { toLink } from './links.ts';
import type { Site } from '../domain/site-index.ts';

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

const WHY_THEY_ASK = { 干部: '事情落在自己头上', 组工: '替组织拿意见，要依据', 教员: '要上课，要讨论得起来' } as const;

/** Counts of entries by collection, the last changes, and the situations chosen for the page by who asks. */
export function homeView(site: Site, { situations = [] }: Pick<PageData, 'situations'>) {
  const counts = COUNTED.map((name) => ({
    name: COLLECTIONS[name].name,
    count: site.entriesOf(name).length,
    href: href(`/${name}/`),
  })).filter(({ count }) => count > 0);
  const chosen = situations.map((id) => {
    const entry = site.graph.byId.get(id);
    if (!entry || !isOf(entry, 'situations')) throw new Error(`content/pages/home.mdx: 没有发布编号为 ${id} 的情形`);
    return entry;
  });
  const asked = ASKERS.map((who) => ({
    who,
    why: WHY_THEY_ASK[who],
    href: href(`/situations/who/${facetSlug(site, 'who', who)}/`),
    items: chosen.filter(({ data }) => data.who[0] === who).map((entry) => toLink(entry)),
  })).filter(({ items }) => items.length > 0);
  return { asked, counts, recent: lastChanges(site, RECENT) };
}
