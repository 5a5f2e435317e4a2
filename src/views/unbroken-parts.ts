/** A part of a heading: whether it is to stay on one line. */
export interface HeadingPart {
  text: string;
  isWhole: boolean;
}

/** Short enough for the narrowest screen. */
const WHOLE = /(“[^”]{1,10}”|《[^》]{1,10}》|（[^）]{1,12}）)/u;

/** A heading cut so that short quotations, names in brackets and additions stay whole; together the parts are the heading. */
export function unbrokenParts(heading: string): HeadingPart[] {
  return heading
    .split(WHOLE)
    .map((text, index) => ({ text, isWhole: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
