/** The entries that an entry is connected with, in either direction, as its page lists them. */
import { BEST_FIRST, bestFirst } from '../domain/entry/best-first.ts';
import { blocksOf, contextOf } from '../domain/entry/blocks.ts';
import type { Block } from '../domain/entry/blocks.ts';
import { neighboursOf } from '../domain/entry/graph.ts';
import type { Neighbour } from '../domain/entry/graph.ts';
import { entryPath, isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { COLLECTION_NAMES, COLLECTIONS, compareNumbers } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { MeasureField } from '../schema/vocabulary.ts';
import { href } from '../site.ts';
import { toLink } from './links.ts';
import type { LinkGroup } from './links.ts';
import type { EntryList } from './lists.ts';

/** Of one kind: the page has its own text to show. */
const MOST_LISTED = 12;

/** The groups of an entry's page. Of more than a dozen the best are listed, and the rest stands on pages of its own; see `connectionLists`. */
export function connectionsOf(site: Site, entry: Entry, blocks: readonly Block[]): LinkGroup[] {
  const fields = site.vocabulary['measure-fields'].items.filter(({ id }) => entry.data.themes.includes(id));
  return connectedKinds(site, entry, blocks).map(({ name, heading, items }) => {
    const id = `links-${name}`;
    const linksTo = (listed: readonly Neighbour[]) => listed.map((neighbour) => toLink(neighbour.entry, neighbour.why));
    if (items.length > MOST_LISTED) {
      const best = bestFirst(items.map((item) => item.entry)).slice(0, MOST_LISTED);
      const byEntry = new Map(items.map((item) => [item.entry, item]));
      const label = `全部 ${items.length} 条（这里列 ${MOST_LISTED} 条，${BEST_FIRST}）`;
      const more = { total: items.length, label, href: href(listPath(entry, name)) };
      return { id, heading, items: linksTo(best.flatMap((one) => byEntry.get(one) ?? [])), more };
    }
    const { listed, field } = name === NAMED ? { listed: items } : listedOf(items, fields);
    const label = `共 ${items.length} 条，其余见“${field?.name ?? ''}”领域`;
    const more = field && { total: items.length, label, href: href(`/themes/${field.slug}/#${name}`) };
    return { id, heading, items: linksTo(listed), ...(more && { more }) };
  });
}

/** Of every entry with more connections of a kind than its page lists: all of them, as a list. */
export function connectionLists(site: Site): EntryList[] {
  return site.entries.flatMap((entry) => {
    const neighbours = neighboursIn(site, entry);
    // To work out what the page shows takes long, and few entries have so many.
    if ([...neighbours.values()].flat().length <= MOST_LISTED) return [];
    const kinds = connectedKinds(site, entry, blocksOf(entry, contextOf(site.graph.byId)));
    const column = COLLECTIONS[entry.collection].name;
    return kinds
      .filter(({ items }) => items.length > MOST_LISTED)
      .map(({ name, heading, items }) => ({
        path: listPath(entry, name),
        title: `${heading}：${entry.data.title}`,
        column,
        entries: items.map((item) => item.entry),
        crumbs: [
          { label: column, href: href(`/${entry.collection}/`) },
          { label: entry.data.title, href: href(entryPath(entry)) },
        ],
        facets: [],
      }));
  });
}

/** What pointing from or to a collection means on an entry's page. */
const CONNECTION_HEADINGS: Record<CollectionName, string> = {
  situations: '遇到这件事怎么办',
  problems: '回应哪些问题',
  causes: '有关的原因',
  measures: '有关的举措',
  mechanisms: '有关的制度机制',
  practices: '哪些地区这样做',
  tolerance: '有关的案例',
  courses: '被哪些课程使用',
  policies: '有关的政策法规',
  terms: '有关的术语',
  tensions: '文献对读',
  sources: '来源文献',
};

/** On a source's page the same links say what the document speaks of. */
const SOURCE_HEADINGS: Partial<Record<CollectionName, string>> = { problems: '论及的问题', causes: '论及的原因' };

/** On a course's page they say what the class uses. */
const COURSE_HEADINGS: Partial<Record<CollectionName, string>> = {
  practices: '用到的地区实践',
  tolerance: '用到的案例',
  courses: '相关课程',
};

/** On a policy's page nothing is said to carry it out: likeness is no basis. */
const POLICY_HEADINGS: Partial<Record<CollectionName, string>> = { practices: '有关的地区实践', policies: '前后相关的文件' };
const NAMED = 'named';
const NAMED_HEADING = '写明以它为依据的';

/** Headings that read differently among entries of one kind. */
const SAME_KIND_HEADINGS: Partial<Record<CollectionName, string>> = {
  situations: '相近的情形',
  problems: '更大、更细和相近的问题',
  practices: '还有相近的做法',
  mechanisms: '还有相近的机制',
};

/** Of one kind; a measure that half the library points to would list half the library. */
const MOST_CONNECTIONS = 6;

function listPath(entry: Entry, name: string): string {
  return `${entryPath(entry)}${name}/`;
}

/** What is connected with an entry and stands nowhere else on its page: what names it as its basis, then kind by kind. */
function connectedKinds(site: Site, entry: Entry, blocks: readonly Block[]): { name: string; heading: string; items: Neighbour[] }[] {
  const shown = new Set(blocks.flatMap(linkedIn));
  const neighbours = neighboursIn(site, entry);
  const isOffered = ({ entry: other }: Neighbour) => !other.data.retired && !shown.has(other.data.id);
  const isNamed = ({ kinds }: Neighbour) => isOf(entry, 'policies') && kinds.includes('basis');
  const offered = COLLECTION_NAMES.flatMap((name) => neighbours.get(name) ?? []).filter(isOffered);
  const groups = [
    { name: NAMED, heading: NAMED_HEADING, items: offered.filter(isNamed) },
    ...COLLECTION_NAMES.filter((name) => name !== 'sources').map((name) => ({
      name,
      heading: ownHeading(entry.collection, name) ?? CONNECTION_HEADINGS[name],
      items: offered.filter((neighbour) => neighbour.entry.collection === name && !isNamed(neighbour)),
    })),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The neighbours of an entry in the graph, and the situations that rest on it: who reads a statute wants to know what it helps with. */
function neighboursIn(site: Site, { data: { id } }: Entry): Map<CollectionName, Neighbour[]> {
  const neighbours = neighboursOf(site.graph, id);
  const linked = neighbours.get('situations') ?? [];
  const isLinked = (situation: Entry) => linked.some(({ entry }) => entry === situation);
  const resting = (site.situationsOn.get(id) ?? []).filter((situation) => !isLinked(situation));
  if (resting.length === 0) return neighbours;
  const all = [...linked, ...resting.map((entry) => ({ entry, kinds: [], why: [] }))];
  return new Map([...neighbours, ['situations', all.sort((a, b) => compareNumbers(a.entry.data.id, b.entry.data.id))]]);
}

/** What is listed of a long list, and the field whose page has all that is not; the whole list where no field has it. */
function listedOf(items: Neighbour[], fields: readonly MeasureField[]): { listed: Neighbour[]; field?: MeasureField } {
  if (items.length <= MOST_CONNECTIONS) return { listed: items };
  for (const field of fields) {
    const outside = items.filter(({ entry }) => !entry.data.themes.includes(field.id));
    if (outside.length > MOST_CONNECTIONS) continue;
    const inside = items.filter((item) => !outside.includes(item)).slice(0, MOST_CONNECTIONS - outside.length);
    return { listed: items.filter((item) => outside.includes(item) || inside.includes(item)), field };
  }
  return { listed: items };
}

/** Numbers that a block leads to already. */
function linkedIn(block: Block): (string | undefined)[] {
  if (block.kind === 'links' || block.kind === 'basis') return block.items.map(({ id }) => id);
  if (block.kind === 'units') return block.items.flatMap((unit) => [unit.case, ...unit.alternatives]);
  if (block.kind === 'readings') return block.items;
  if (block.kind === 'onward') return [...block.rules, ...block.items.map((item) => ('id' in item ? item.id : undefined))];
  return [];
}

function ownHeading(own: CollectionName, other: CollectionName): string | undefined {
  if (own === 'sources') return SOURCE_HEADINGS[other];
  if (own === 'courses') return COURSE_HEADINGS[other];
  if (own === 'policies') return POLICY_HEADINGS[other];
  return own === other ? SAME_KIND_HEADINGS[other] : undefined;
}
