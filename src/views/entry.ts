/** What an entry's page shows. */
import { blocksOf, contextOf } from '../domain/blocks.ts';
import type { Block } from '../domain/blocks.ts';
import { LOCAL_NOTE, LOCAL_NOTE_HEADING } from '../domain/local-notes.ts';
import { neighboursOf } from '../domain/graph.ts';
import { originalTextOf } from '../domain/original-text.ts';
import type { OriginalText } from '../domain/original-text.ts';
import { standingContext, standingOf } from '../domain/standing.ts';
import type { Neighbour } from '../domain/graph.ts';
import { inNumberOrder, isOf } from '../domain/records.ts';
import type { Entry, LocalNote } from '../domain/records.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { MeasureField, Region } from '../schema/vocabulary.ts';
import { href } from '../site.ts';
import { citeLink, toLink } from './links.ts';
import type { EntryLink, LinkGroup } from './links.ts';
import type { Site } from '../domain/site-index.ts';

export interface EntryView {
  entry: Entry;
  collectionName: string;
  blocks: Block[];
  /** The parts of the page that readers may jump to. */
  contents: { id: string; heading: string }[];
  regions: Region[];
  fields: MeasureField[];
  connections: LinkGroup[];
  /** What the entry cites, each work by its name, in the order of its fields. */
  cited: string[];
  /** Where the entry stands, in a sentence. */
  standing: string;
  original: OriginalText | undefined;
  /** What the unit that runs the site notes on the entry. */
  localNote: LocalNote | undefined;
  /** The situations that it helps with, the first few. */
  situations: EntryLink[];
}

/** Everything an entry's page shows. */
export function entryView(site: Site, entry: Entry): EntryView {
  const blocks = blocksOf(entry, contextOf(site.graph.byId));
  const regions = site.regions.items.filter((region) => entry.data.regions.includes(region.id));
  const cites = site.citations.get(entry.data.id) ?? [];
  const connections = connectionsOf(site, entry, blocks);
  const localNote = site.localNoteOf.get(entry.data.id);
  const cited = [...new Set(cites.flatMap((cite) => citeLink(site, cite)?.name ?? []))];
  return {
    entry,
    collectionName: COLLECTIONS[entry.collection].name,
    blocks,
    contents: [
      ...blocks.flatMap((block) => (block.kind === 'body' ? [] : [{ id: block.id, heading: block.heading }])),
      ...sourceContents(entry),
      ...(localNote ? [{ id: LOCAL_NOTE, heading: LOCAL_NOTE_HEADING }] : []),
      ...(cited.length > 0 ? [{ id: 'notes', heading: '出处' }] : []),
      ...(connections.length > 0 ? [{ id: 'connections', heading: '相连的条目' }] : []),
      { id: 'record', heading: '核对记录' },
    ],
    regions,
    fields: site.vocabulary['measure-fields'].items.filter((field) => entry.data.themes.includes(field.id)),
    connections,
    cited,
    standing: standingOf(entry, standingContext(site)),
    localNote,
    original: originalTextOf(entry, { byId: site.graph.byId, publicSources: site.publicSources }),
    situations: situationsFor(site, entry, connections),
  };
}

const MOST_SITUATIONS = 3;

/** The situations that an entry is connected with, or else those of the chains in which it stands, the closest first. */
function situationsFor(site: Site, { data }: Entry, connections: readonly LinkGroup[]): EntryLink[] {
  const direct = connections.find(({ id }) => id === 'links-situations')?.items ?? [];
  if (direct.length > 0) return direct.slice(0, MOST_SITUATIONS);
  const chains = site.vocabulary.chains.items.filter(({ problems, causes, measures }) =>
    [...problems, ...causes, ...measures].includes(data.id),
  );
  const chainIds = new Set(chains.map(({ id }) => id));
  const closeness = (own: readonly string[]) => own.filter((id) => chainIds.has(id)).length / own.length;
  return inNumberOrder([...new Set(chains.flatMap(({ id }) => site.situationsOfChain.get(id) ?? []))])
    .sort((a, b) => closeness(b.data.chains) - closeness(a.data.chains))
    .slice(0, MOST_SITUATIONS)
    .map((situation) => toLink(situation));
}

/** A block with a heading. */
type HeadedBlock = Exclude<Block, { kind: 'body' }>;

/** Beside what is filed stand as many short blocks as fill its height; what comes after them has the whole width. */
const MOST_TOLD = 3;

/** What reads well in the narrower column. */
const TOLD_KINDS = new Set<Block['kind']>(['statements', 'axis', 'rows']);

/** The blocks that are told with something beside them, and the rest; what stands beside comes after the first of them. */
export function arrangeBlocks(blocks: readonly Block[]): { told: HeadedBlock[]; rest: Block[] } {
  const beside = blocks.find((block): block is HeadedBlock => block.kind !== 'body' && block.isBeside === true);
  const others = blocks.filter((block) => block !== beside);
  const [first, ...after] = others;
  if (!beside || !first || first.kind === 'body') return { told: [], rest: [...blocks] };
  const end = after.findIndex((block) => !TOLD_KINDS.has(block.kind));
  const more = after
    .slice(0, Math.min(end < 0 ? after.length : end, MOST_TOLD - 1))
    .filter((block): block is HeadedBlock => block.kind !== 'body');
  return { told: [first, beside, ...more], rest: after.slice(more.length) };
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

function connectionsOf(site: Site, entry: Entry, blocks: Block[]): LinkGroup[] {
  const shown = new Set(blocks.flatMap(linkedIn));
  const neighbours = neighboursOf(site.graph, entry.data.id);
  const isOffered = ({ entry: other }: Neighbour) => !other.data.retired && !shown.has(other.data.id);
  const isNamed = ({ kinds }: Neighbour) => isOf(entry, 'policies') && kinds.includes('basis');
  const fields = site.vocabulary['measure-fields'].items.filter(({ id }) => entry.data.themes.includes(id));
  const group = (id: string, heading: string, items: Neighbour[], name?: CollectionName): LinkGroup[] => {
    if (items.length === 0) return [];
    const { listed, field } = name ? listedOf(items, fields) : { listed: items };
    const more = field && { total: items.length, name: field.name, href: href(`/themes/${field.slug}/#${name}`) };
    return [{ id, heading, items: listed.map((neighbour) => toLink(neighbour.entry, neighbour.why)), ...(more && { more }) }];
  };
  return [
    ...group(
      'links-named',
      NAMED_HEADING,
      [...neighbours.values()].flat().filter((neighbour) => isOffered(neighbour) && isNamed(neighbour)),
    ),
    ...COLLECTION_NAMES.filter((name) => name !== 'sources').flatMap((name) => {
      const items = (neighbours.get(name) ?? []).filter((neighbour) => isOffered(neighbour) && !isNamed(neighbour));
      return group(`links-${name}`, ownHeading(entry.collection, name) ?? CONNECTION_HEADINGS[name], items, name);
    }),
  ];
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

/** The parts of a source's page beside its blocks. */
function sourceContents(entry: Entry): { id: string; heading: string }[] {
  if (!isOf(entry, 'sources')) return [];
  const { gaps, masks, slips, rhetoric } = entry.data;
  return [
    { id: 'paragraphs', heading: '逐段大意', count: 1 },
    { id: 'gaps', heading: '缺口', count: gaps.length },
    { id: 'masks', heading: '隐去的名称和数字', count: masks.length },
    { id: 'slips', heading: '原文的疏漏', count: slips.length },
    { id: 'rhetoric', heading: '不载事实的句子', count: rhetoric.length },
  ].filter(({ count }) => count > 0);
}
