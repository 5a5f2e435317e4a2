/**
 * What a reviewer remarks on a draft: lines of comment at the top of its file, where they go with it from desk to desk and never to readers. They go
 * when they have been seen to, and before that the draft does not go out.
 */

export interface Remark {
  date: string;
  /** By post. */
  by: string;
  text: string;
}

const REMARK = /^# 审核意见（(\d{4}-\d{2}-\d{2})，([^（），]+)）：(.*)$/u;

/** The remarks in a file, in their order. */
export function remarksIn(text: string): Remark[] {
  return remarkLines(text).flatMap((line) => {
    const [, date, by, words] = REMARK.exec(line) ?? [];
    return date !== undefined && by !== undefined && words !== undefined ? [{ date, by, text: words }] : [];
  });
}

export function isRemark(line: string): boolean {
  return REMARK.test(line);
}

/** The text with one more remark, behind those that are there. Of a text without fields nothing comes. */
export function withRemark(text: string, { date, by, text: words }: Remark): string {
  const plain = (written: string) => written.replace(/\s+/gu, ' ').trim();
  return withLines(text, [...remarkLines(text), `# 审核意见（${date}，${plain(by.replace(/[（），]/gu, ' '))}）：${plain(words)}`]);
}

/** The text without the remark at a place in their order. */
export function withoutRemark(text: string, place: number): string {
  return withLines(
    text,
    remarkLines(text).filter((_, index) => index !== place),
  );
}

/** What two have made of the remarks of one file, put into the text of one of them: what either has seen to is gone, what either has written is there. */
export function joinRemarks(base: string, mine: string, theirs: string): string {
  const [before, own, other] = [remarkLines(base), remarkLines(mine), remarkLines(theirs)];
  const kept = other.filter((line) => own.includes(line) || !before.includes(line));
  const come = own.filter((line) => !before.includes(line) && !other.includes(line));
  return withLines(theirs, [...kept, ...come]);
}

function remarkLines(text: string): string[] {
  return headOf(text).filter(isRemark);
}

/** The lines of the fields, with the first line of dashes; line ends are no part of them. */
function headOf(text: string): string[] {
  if (!/^\uFEFF?---/u.test(text) || !text.includes('# 审核意见（')) return [];
  const lines = text.split(/\r?\n/u);
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  return close < 0 ? [] : lines.slice(0, close);
}

function withLines(text: string, remarks: readonly string[]): string {
  const opening = /^\uFEFF?---[^\S\n]*\n/u.exec(text)?.[0];
  if (opening === undefined || JSON.stringify(remarks) === JSON.stringify(remarkLines(text))) return text;
  const end = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const count = headOf(text).length;
  const rest = text
    .slice(opening.length)
    .split('\n')
    .filter((line, index) => index >= count - 1 || !isRemark(line.replace(/\r$/u, '')));
  return opening + remarks.map((line) => line + end).join('') + rest.join('\n');
}
