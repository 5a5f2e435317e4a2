/** Places in a query: named by their whole name or without their rank, 浙江 for 浙江省. */
import { foldText } from '../../domain/chinese/fold-text.ts';
import type { Lexicon } from './lexicon.ts';
import { endsIn, pairsOf } from './lexicon.ts';

/** What a place is, at the end of its name. */
const RANK = /(?:特别行政区|[壮回维吾尔]*族?自治[区州县]|[省市县区旗])$/u;

/** The shortest name of a place by which a query names it. */
export function placeName(region: string): string {
  const bare = region.replace(RANK, '');
  return bare.length > 1 ? bare : region;
}

/** Whether a text names a place that some entry is of. */
export function namesPlace(text: string, lexicon: Lexicon): boolean {
  const folded = foldText(text);
  return pairsOf(text).some((pair) => endsIn(lexicon.get(pair)?.[4]).some((end) => folded.includes(pair + end)));
}
