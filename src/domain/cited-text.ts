/** Sentences with their citations behind them, as tables, papers and slides have them. */

/** `一句话［S3-¶26#2、GK-0001］`; the sentence alone when it cites nothing. */
export function citedText({ text, cites }: { text: string; cites: readonly string[] }): string {
  return cites.length > 0 ? text + inBrackets(cites) : text;
}

/** `［S3-¶26#2、GK-0001］` */
export function inBrackets(cites: readonly string[]): string {
  return `［${cites.join('、')}］`;
}
