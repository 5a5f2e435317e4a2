/** Lines of Chinese: the end of a line inside a sentence is no space, as it is between words of English. */

const CHINESE = '[\\p{Script=Han}\\u{3001}-\\u{303f}\\u{ff01}-\\u{ff60}“”‘’—…·]';
/** A line that begins with a dash is a second title, which stands apart. */
const BEGINNING = `(?![—·])${CHINESE}`;
const BREAK = new RegExp(`(?<=${CHINESE})[ \\t]*\\n[ \\t]*(?=${BEGINNING})`, 'gu');

/** The text with nothing where a line ended between two Chinese characters; empty lines stay. */
export function withoutChineseBreaks(text: string): string {
  return text.replace(BREAK, '');
}

/** Whether a text ends or begins with a Chinese character or mark. */
export function isChineseEdge(text: string, edge: 'start' | 'end'): boolean {
  return new RegExp(edge === 'start' ? `^${BEGINNING}` : `${CHINESE}$`, 'u').test(text);
}
