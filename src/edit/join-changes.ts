/** Two people have changed one file: what each has changed, field by field, and both together. */
import { joinRemarks } from '../schema/remarks.ts';
import { bodyOf, withBody } from './entry-source.ts';
import { fieldsOf, isSame, withField } from './change-field.ts';
import type { OrderAt } from './change-field.ts';
import type { FieldPath, FieldValue } from './protocol.ts';
import { isGroup, isList } from '../store/write-yaml.ts';

/** The path by which the body goes among the fields; no field has an empty name. */
export const BODY: FieldPath = [''];

/** A field that differs between two texts. */
export interface FieldChange {
  path: FieldPath;
  before: FieldValue | undefined;
  after: FieldValue | undefined;
}

/** The fields in which two texts differ, each as far inside as can be told; the body last. */
export function changesBetween(before: string, after: string): FieldChange[] {
  const bodies = [bodyOf(before), bodyOf(after)] as const;
  const fields = differences(fieldsOf(before), fieldsOf(after), []);
  return bodies[0] === bodies[1] ? fields : [...fields, { path: BODY, before: bodies[0], after: bodies[1] }];
}

function differences(before: FieldValue | undefined, after: FieldValue | undefined, path: FieldPath): FieldChange[] {
  if (isSame(before, after)) return [];
  if (isGroup(before) && isGroup(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], [...path, name]));
  }
  if (isList(before) && isList(after) && before.length === after.length)
    return before.flatMap((item, index) => differences(item, after[index], [...path, index]));
  return [{ path, before, after }];
}

export interface Joined {
  /** Theirs, with what only this side has changed. */
  text: string;
  kept: FieldChange[];
  /** What both have changed, not in the same way. */
  clashes: { path: FieldPath; before: FieldValue | undefined; theirs: FieldValue | undefined; mine: FieldValue | undefined }[];
}

/** Puts the changes from `base` to `mine` into `theirs`; of what both have changed, those for which `takesMine` says so. */
export function joinChanges(
  base: string,
  mine: string,
  theirs: string,
  orderAt: OrderAt,
  takesMine: (path: FieldPath) => boolean = () => false,
): Joined {
  const others = changesBetween(base, theirs);
  const joined: Joined = { text: theirs, kept: [], clashes: [] };
  for (const change of changesBetween(base, mine)) {
    const other = others.filter(({ path }) => isWithin(path, change.path) || isWithin(change.path, path));
    const isClash = other.some(({ path, after }) => !(isSame(path, change.path) && isSame(after, change.after)));
    if (isClash) {
      const inTheirs = change.path === BODY ? bodyOf(theirs) : valueAt(fieldsOf(theirs), change.path);
      joined.clashes.push({ path: change.path, before: change.before, theirs: inTheirs, mine: change.after });
    } else if (other.length === 0) {
      joined.kept.push(change);
    }
    if (other.length === 0 || (isClash && takesMine(change.path))) joined.text = withChangeMade(joined.text, change, orderAt);
  }
  joined.text = joinRemarks(base, mine, joined.text);
  return joined;
}

function withChangeMade(text: string, { path, after }: FieldChange, orderAt: OrderAt): string {
  return path === BODY ? withBody(text, typeof after === 'string' ? after : '') : withField(text, path, after, orderAt);
}

function isWithin(inner: FieldPath, outer: FieldPath): boolean {
  return outer.every((step, index) => inner[index] === step);
}

function valueAt(data: FieldValue | undefined, path: FieldPath): FieldValue | undefined {
  return path.reduce<FieldValue | undefined>((at, step) => {
    if (isList(at)) return at[Number(step)];
    return isGroup(at) ? at[step] : undefined;
  }, data);
}
