/** Places in a query: named by their whole name or without their rank, 浙江 for 浙江省. */
import { foldText } from '../../domain/chinese/fold-text.ts';
import type { Lexicon } from './lexicon.ts';
import { endsIn, pairsOf } from './lexicon.ts';

/** The peoples after whom places that govern themselves are called, most of them with 族; 蒙古 belongs to the name of 内蒙古. */
const PEOPLE =
  '[壮回藏苗彝满侗瑶白傣黎佤畲水土羌怒各]族|(?:维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|(?<!内)蒙古|布依|朝鲜|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|普米|鄂温克|保安|裕固|独龙|鄂伦春)族?';
/** What a place is, at the end of its name. */
const RANK = new RegExp(`(?:特别行政区|(?:${PEOPLE})*自治[区州县旗]|[省市县区旗])$`, 'u');

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
