/** Sentences with what they rest on behind them, as tables, booklets and slides have them. The names are those that readers know (`citesText`). */

/** `一句话［2021年综述第26段第2句］`; the sentence alone when it cites nothing. */
export function citedText({ text, cites }: { text: string; cites: readonly string[] }): string {
  return cites.length > 0 ? `${text}［${cites.join('；')}］` : text;
}
