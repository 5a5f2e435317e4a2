/** What can take the place of a case in a class: found by groups, it is what a comparison with every other case finds. */
import { describe, expect, test } from 'vitest';
import { alternativesTo, indexTaught } from '../../src/domain/course/alternatives.ts';
import type { TaughtFacts } from '../../src/domain/course/alternatives.ts';
import { isTaught } from '../../src/domain/case/two-parts.ts';
import type { TaughtEntry } from '../../src/domain/case/two-parts.ts';
import { compareNumbers } from '../../src/schema/number.ts';
import { contentOf } from '../../src/store/library.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { ownLibrary } from '../support/own-library.ts';
import { seededRandom } from '../support/seeded-random.ts';

const random = seededRandom(20_261_128);
const site = indexSite(contentOf(await ownLibrary()));
const real = site.entries.filter(isTaught);

/** Real cases with the fields, themes, places and state of others, so that many are as like one another. */
const grown = Array.from({ length: 400 }, (_, at): TaughtEntry => {
  const mould = random.pick(real);
  const others = real.filter(({ collection }) => collection === mould.collection);
  const [field, themes, regions] = [random.pick(others), random.pick(others), random.pick(others)].map(({ data }) => data);
  const data = {
    ...mould.data,
    id: `${mould.data.id.replace(/\d+$/u, '')}${5_000 + ((at * 37) % 400)}`,
    ...(field && 'field' in field && { field: field.field }),
    ...(themes && { themes: themes.themes }),
    ...(regions && { regions: regions.regions }),
    status: random.below(9) === 0 ? '退出' : '发布',
  };
  return { ...mould, data } as TaughtEntry;
});

/** By comparing with all. */
function plainly(own: TaughtFacts, all: readonly TaughtFacts[], atMost: number, named: readonly string[]): string[] {
  const common = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one)).length;
  const scored = all.flatMap((other) => {
    const [a, b] = [own.entry.data, other.entry.data];
    if (other === own || b.status !== '发布' || other.isScenario !== own.isScenario || other.entry.collection !== own.entry.collection)
      return [];
    const isElsewhere = !own.isScenario && common(a.regions, b.regions) === 0;
    const like =
      4 * Math.min(2, common(own.fields, other.fields)) + Math.min(2, common(a.themes, b.themes)) + common(own.factors, other.factors);
    const score = like + (isElsewhere ? 1 : 0) + (Math.round(other.minutes) >= own.minutes * 0.75 ? 3 : 0);
    return score > 3 ? [{ id: b.id, score }] : [];
  });
  const order = scored.sort((a, b) => b.score - a.score || compareNumbers(a.id, b.id)).map(({ id }) => id);
  return [...order.filter((id) => named.includes(id)), ...order.filter((id) => !named.includes(id)).slice(0, atMost)];
}

describe.each([
  ['of this library', real],
  ['of many cases that are as like one another', grown],
])('%s', (_, entries) => {
  test('the alternatives to every case are those that comparing with all gives, in their order', () => {
    const taught = indexTaught(entries);
    let found = 0;
    for (const own of taught.all) {
      const named = [random.pick(entries), random.pick(entries)].map(({ data }) => data.id);
      const ids = alternativesTo(own.entry, taught, site.regions, { atMost: 5, named }).map(({ id }) => id);
      expect(ids, own.entry.data.id).toEqual(plainly(own, taught.all, 5, named));
      found += ids.length;
    }
    expect(found).toBeGreaterThan(entries.length);
  });
});

test('an entry that is not taught in two parts has none', () => {
  const other = site.entries.find((entry) => !isTaught(entry));
  expect(other && alternativesTo(other, site.taught, site.regions, { atMost: 5 })).toEqual([]);
});
