/** What an entry's page shows. */
import { blocksOf, contextOf } from '../domain/entry/blocks.ts';
import type { Block } from '../domain/entry/blocks.ts';
import { LOCAL_NOTE, LOCAL_NOTE_HEADING } from '../domain/entry/local-notes.ts';
import { originalTextOf } from '../domain/entry/original-text.ts';
import type { OriginalText } from '../domain/entry/original-text.ts';
import { standingContext, standingOf } from '../domain/entry/standing.ts';
import { inNumberOrder, isOf } from '../domain/entry/records.ts';
import type { Entry, LocalNote } from '../domain/entry/records.ts';
import { cautionOf } from '../domain/policy/validity.ts';
import { COLLECTIONS } from '../schema/number.ts';
import type { MeasureField, Region } from '../schema/vocabulary.ts';
import { connectionsOf } from './connections.ts';
import { citeLink, toLink } from './links.ts';
import type { EntryLink, LinkGroup } from './links.ts';
import type { Site } from '../domain/site/site-index.ts';

export interface EntryView {
  entry: Entry;
  collectionName: string;
  /** What it is, as a page that names it by its address shows: a document that may not hold any more says so first. */
  description: string;
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
  /** The situations that it helps with, the first few, and how many its page lists where they are more. */
  situations: EntryLink[];
  situationsBelow: number | undefined;
}

/** Everything an entry's page shows. */
export function entryView(site: Site, entry: Entry): EntryView {
  const blocks = blocksOf(entry, contextOf(site.graph.byId));
  const regions = site.regions.items.filter((region) => entry.data.regions.includes(region.id));
  const cites = site.citations.get(entry.data.id) ?? [];
  const connected = connectionsOf(site, entry, blocks);
  const { first, below } = situationsFor(site, entry, connected);
  const connections = below === undefined ? connected.filter(({ id }) => id !== SITUATION_LINKS) : connected;
  const localNote = site.localNoteOf.get(entry.data.id);
  const cited = [...new Set(cites.flatMap((cite) => citeLink(site, cite)?.name ?? []))];
  const caution = isOf(entry, 'policies') ? cautionOf(entry, site.asOf, site.policies) : '';
  return {
    entry,
    collectionName: COLLECTIONS[entry.collection].name,
    description: `${caution && `${caution}。`}${entry.data.summary}`,
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
    original: originalTextOf(entry, { byId: site.graph.byId, publicSources: site.publicSources, ownDocuments: site.ownDocuments }),
    situations: first,
    situationsBelow: below,
  };
}

const MOST_SITUATIONS = 3;
/** The group of them on the page. */
const SITUATION_LINKS = 'links-situations';

/**
 * The situations that an entry is connected with, or else those of the chains in which it stands, the closest first. Few stand under the title
 * alone; of many the first do, and the page lists so many below. A situation has no such line: what is like it stands at its end.
 */
function situationsFor(site: Site, entry: Entry, connections: readonly LinkGroup[]): { first: EntryLink[]; below: number | undefined } {
  const { data } = entry;
  const group = connections.find(({ id }) => id === SITUATION_LINKS);
  if (group) {
    const total = group.more?.total ?? group.items.length;
    return {
      first: group.items.slice(0, MOST_SITUATIONS),
      below: isOf(entry, 'situations') || total > MOST_SITUATIONS ? total : undefined,
    };
  }
  const chains = site.vocabulary.chains.items.filter(({ problems, causes, measures }) =>
    [...problems, ...causes, ...measures].includes(data.id),
  );
  const chainIds = new Set(chains.map(({ id }) => id));
  const closeness = (own: readonly string[]) => own.filter((id) => chainIds.has(id)).length / own.length;
  const first = inNumberOrder([...new Set(chains.flatMap(({ id }) => site.situationsOfChain.get(id) ?? []))])
    .sort((a, b) => closeness(b.data.chains) - closeness(a.data.chains))
    .slice(0, MOST_SITUATIONS)
    .map((situation) => toLink(situation));
  return { first, below: undefined };
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
