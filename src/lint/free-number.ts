/** The next number that nobody has: a number once given stays with its entry, also when that is withdrawn. */
import { compareNumbers, FIRST_OWN, formatNumber, isOwnNumber, nextNumber, numberPattern } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { KnownFacts } from './known-facts.ts';

/** The free number of a collection, of a unit's own where the library came as a package, that comes `after` so many others. */
export function freeNumber(
  known: Pick<KnownFacts, 'byId' | 'unreadIds' | 'draftIds' | 'ledger' | 'common'>,
  collection: CollectionName,
  after = 0,
): string {
  const shape = numberPattern(collection);
  const isOwn = known.common !== undefined;
  const registered = known.ledger?.data.entries.map(({ id }) => id) ?? [];
  const used = [...known.byId.keys(), ...known.unreadIds, ...known.draftIds, ...registered].filter(
    (id) => shape.test(id) && (!isOwn || isOwnNumber(id)),
  );
  let number =
    used.length > 0
      ? nextNumber(used.reduce((last, id) => (compareNumbers(id, last) > 0 ? id : last)))
      : formatNumber(collection, isOwn ? FIRST_OWN : 1);
  for (let count = 0; count < after; count += 1) number = nextNumber(number);
  return number;
}
