/** The blocks of a case or a practice as rows to compare: each cell what the record says with its sources. */
import { blocksWithGaps, datedText } from '../entry/blocks.ts';
import type { Block, BlockContext } from '../entry/blocks.ts';
import type { Cell, CellItem, Comparable, ComparedField } from './compare.ts';
import { figureInWords } from '../entry/figures.ts';
import { formatQuote, nameOfLinked, policyCite } from '../entry/law-links.ts';
import type { LinkedPolicy } from '../entry/law-links.ts';
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';

export function isComparable(entry: Entry): entry is Extract<Entry, { collection: Comparable['collection'] }> {
  return isOf(entry, 'tolerance') || isOf(entry, 'practices');
}

/** The fields of an entry, what it is filed by first, then in the order of its page; entries of one collection have the same rows. */
export function comparedFields(entry: Entry, context: BlockContext): ComparedField[] {
  const blocks = blocksWithGaps(entry, context);
  const isBeside = (block: Block) => block.kind !== 'body' && block.isBeside === true;
  return [...blocks.filter(isBeside), ...blocks.filter((block) => !isBeside(block))].flatMap(fieldsOf);
}

/** What editors say of an entry beside its facts is for its own page, but for what the source leaves open. */
const EDITORS_COMPARED = new Set(['point', 'open-questions', 'related-policies']);

function fieldsOf(block: Block): ComparedField[] {
  if (block.kind === 'body') return [];
  const { heading, id, voice } = block;
  const field = (cell: Cell, label = heading): ComparedField => ({ group: heading, label, cell });
  if (voice === 'editor' && !EDITORS_COMPARED.has(id)) return [];
  switch (block.kind) {
    case 'rows':
      return block.rows.map(({ label, value, cites = [] }) => field(cites.length > 0 ? [{ text: value, cites }] : value, label));
    case 'statements':
      return [field(known(block.items.map(({ text, cites }) => ({ text, cites }))))];
    case 'axis':
      return [field(known(block.items.map((step) => ({ text: datedText(step), cites: step.cites }))))];
    case 'points':
      return [field(known(block.items.map((text) => ({ text, cites: [] }))))];
    case 'figures':
      return [field(known(block.items.map((figure) => ({ text: figureInWords(figure), cites: [figure.cite] }))))];
    case 'basis':
      return [field(known(block.items.map(({ text, cites, ...link }) => lawItem(link, text, cites))))];
    case 'links':
      return [field(known(block.items.map(({ why, ...link }) => lawItem(link, why, []))))];
    default:
      return [];
  }
}

function known(items: CellItem[]): Cell {
  return items.length > 0 ? items : '未载';
}

/** A link to the law, with the decisive words of the article where they are known. */
function lawItem(
  { id, clause, linked }: { id?: string | undefined; clause?: string | undefined; linked?: LinkedPolicy | undefined },
  text: string,
  cites: readonly string[],
): CellItem {
  const quoted = linked?.article?.quote ? `原文：${formatQuote(linked.article.quote)}` : '';
  const place = id === undefined ? [] : [policyCite({ id, clause })];
  return { text: `${linked ? `${nameOfLinked(linked)}：` : ''}${text}${quoted}`, cites: [...new Set([...cites, ...place])] };
}
