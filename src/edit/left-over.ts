/** What a change takes away and what still stands elsewhere in the entry: an amount or a day that was corrected in one place only. */
import type { DiffLine, FieldValue } from './protocol.ts';

export interface LeftOver {
  /** The amount or day, as it stands in the texts. */
  words: string;
  /** The texts of the entry that still have it. */
  texts: string[];
}

/** Amounts and days of the lines that go, which none of the lines that come has, where texts of the entry as it will be still have them. */
export function leftOver(lines: readonly DiffLine[], entry: FieldValue): LeftOver[] {
  const come = lines.flatMap(({ kind, text }) => (kind === 'new' ? [text] : []));
  const gone = lines.flatMap(({ kind, text }) => (kind === 'old' ? wordsIn(text) : []));
  const texts = textsOf(entry);
  return gone
    .filter((words, index) => gone.indexOf(words) === index && !come.some((line) => has(line, words)))
    .map((words) => ({ words, texts: texts.filter((text) => has(text, words)) }))
    .filter((found) => found.texts.length > 0);
}

/** Numbers of one digit stand for too much; a day is looked for as texts write it. */
function wordsIn(line: string): string[] {
  const days = line.match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
  const amounts = line.replace(/\d{4}-\d{2}(?:-\d{2})?/gu, '').match(/\d+(?:\.\d+)?[万亿%]?/gu) ?? [];
  return days.map(dayInText).concat(amounts.filter((amount) => amount.length > 1 && has(line, amount)));
}

function dayInText(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** Whether a text has the words, not as a part of a longer number, of a code or of a locator. */
function has(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const after = text.slice(at + words.length, at + words.length + 2);
    const isPart =
      /[\d.,A-Za-z#¶-]$/u.test(text.slice(0, at)) || /^(?:\d|[.,]\d|-)/u.test(after) || (/\d$/u.test(words) && /^[万亿%]/u.test(after));
    if (!isPart) return true;
  }
  return false;
}

function textsOf(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly FieldValue[]).flatMap(textsOf);
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).flatMap((name) => textsOf((value as Record<string, FieldValue>)[name]));
  return [];
}
