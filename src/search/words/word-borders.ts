/** Where the words of a text begin and end, by the browser's own list of words, where it has one (Chromium from 87 on). */

/**
 * Whether a part of a text is whole words: 元宇宙 in 元宇宙项目, and not 机飞手 in 无人机飞手, which is what is left of words that the list does not have.
 * Nothing is, where there is no list.
 */
export function isWholeWords(part: string, text: string): boolean {
  const start = text.indexOf(part);
  const end = start + part.length;
  const words = start < 0 ? [] : wordsOf(text);
  const own = words.filter(({ index, segment }) => index >= start && index + segment.length <= end);
  return own.reduce((sum, { segment }) => sum + segment.length, 0) === part.length && own.some(({ segment }) => segment.length > 1);
}

interface Word {
  segment: string;
  index: number;
}

interface Segmenter {
  segment(text: string): Iterable<Word>;
}

function wordsOf(text: string): Word[] {
  const { Segmenter: Known } = Intl as { Segmenter?: new (locale: string, options: { granularity: 'word' }) => Segmenter };
  return Known ? [...new Known('zh', { granularity: 'word' }).segment(text)] : [];
}
