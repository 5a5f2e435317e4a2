/** A part of a heading: whether it is to stay on one line, and if not, the pieces between which a line may end. */
export interface HeadingPart {
  text: string;
  isWhole: boolean;
  pieces: string[];
}

/** Short enough for the narrowest screen. */
const WHOLE = /(“[^”]{1,10}”|《[^》]{1,10}》|（[^）]{1,12}）)/u;

/** A heading cut so that short quotations, names in brackets and additions stay whole; together the parts are the heading. */
export function unbrokenParts(heading: string): HeadingPart[] {
  return heading
    .split(WHOLE)
    .map((text, index) => ({ text, isWhole: index % 2 === 1, pieces: index % 2 === 1 ? [text] : piecesOf(text) }))
    .filter(({ text }) => text !== '');
}

/**
 * A text in pieces between which a line may end: a long run of letters, an address mostly, would make its column of a table wider than the paper. CSS
 * alone would break short numbers too, where a column is narrow.
 */
export function breakable(text: string): string[] {
  return text.replace(/[!-~]{30,}/gu, (run) => (run.match(/.{1,12}/gu) ?? []).join(BREAK)).split(BREAK);
}

/** Stands in no text: it is not allowed in HTML. */
const BREAK = '\0';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Runs of a text that are no shorter than two words may be. Dictionaries of words cut 公务员法 into 公务, 员 and 法: a single character belongs to what
 * stands before it, or at the beginning to what comes after.
 */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = pieces.length - 1;
    const before = pieces[last];
    if (before !== undefined && (segment.length === 1 || before.length === 1)) pieces[last] = before + segment;
    else pieces.push(segment);
  }
  return pieces;
}
