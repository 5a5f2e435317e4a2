/** What the home page shows beside its prose: the counts, what changed last. */
import { COLLECTIONS } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { href } from '../site.ts';
import { lastChanges } from './changes.ts';
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

/** Counts of entries by collection, and the last changes. */
export function homeView(site: Site) {
  const counts = COUNTED.map((name) => ({
    name: COLLECTIONS[name].name,
    count: site.entriesOf(name).length,
    href: href(`/${name}/`),
  })).filter(({ count }) => count > 0);
  return { counts, recent: lastChanges(site, RECENT) };
}
