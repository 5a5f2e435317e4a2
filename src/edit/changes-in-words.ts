/** What has changed in an entry, field by field, for an editor who reads no YAML. */
import { remarksIn } from '../schema/remarks.ts';
import { isSame } from './change-field.ts';
import { changesBetween } from './join-changes.ts';
import type { FieldPath, FieldValue, ToldChange } from './protocol.ts';
import { isGroup, isList } from '../store/write-yaml.ts';

/** The fields in which two texts differ, by their labels; of a list that has got longer or shorter, the items that came and went. */
export function changesInWords(before: string, after: string, labelAt: (path: FieldPath) => string): ToldChange[] {
  const remarks = [before, after].map((text) => remarksIn(text).map(({ by, text: words }) => `${by}：${words}`));
  const [old = [], now = []] = remarks;
  const [gone, come] = apart(old, now);
  const told = isSame(old, now) ? [] : [{ label: '审核意见', before: shownOf(gone), after: shownOf(come) }];
  return [...told, ...fieldsInWords(before, after, labelAt)];
}

function fieldsInWords(before: string, after: string, labelAt: (path: FieldPath) => string): ToldChange[] {
  return changesBetween(before, after).map((change) => {
    const [old, now] = isList(change.before) && isList(change.after) ? apart(change.before, change.after) : [change.before, change.after];
    const [from, to] = excerpts(shownOf(old), shownOf(now));
    return { label: labelAt(change.path), before: from, after: to };
  });
}

/** A value as an editor reads it. */
export function shownOf(value: FieldValue | undefined): string {
  const isEmptyList = value !== undefined && isList(value) && value.length > 0;
  return wordsOf(value) || (isEmptyList ? `（${value.length} 项，还没有写）` : '（没有）');
}

/** Empty where nothing is said. */
function wordsOf(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (isList(value))
    return value
      .map(wordsOf)
      .filter(Boolean)
      .map((words) => `· ${words}`)
      .join('\n');
  if (isGroup(value)) return Object.values(value).map(wordsOf).filter(Boolean).join('；');
  return String(value);
}

/** Without the items that both have. */
function apart(before: readonly FieldValue[], after: readonly FieldValue[]): [FieldValue, FieldValue] {
  const without = (items: readonly FieldValue[], others: readonly FieldValue[]) =>
    items.filter((item) => !others.some((other) => isSame(item, other)));
  const [gone, come] = [without(before, after), without(after, before)];
  // Only the order has changed, or something stands there twice.
  return gone.length + come.length === 0 ? [[...before], [...after]] : [gone, come];
}

const LONG = 60;
const AROUND = 12;

/** Two texts where they differ, with a little of what stands around it. */
function excerpts(before: string, after: string): [string, string] {
  if (before.length <= LONG && after.length <= LONG) return [before, after];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const cut = (text: string) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, text.length - end + AROUND);
    return (from > 0 ? '……' : '') + text.slice(from, to) + (to < text.length ? '……' : '');
  };
  return [cut(before), cut(after)];
}
