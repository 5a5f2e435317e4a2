/** Faults in the build of the field section: fields dropped, misspelt, repeated, of another kind, badly indented. */
import type { EntryDraft } from './entry-draft.ts';
import { withLines } from './mutation.ts';
import type { Operator } from './mutation.ts';
import type { Random } from './seeded-random.ts';

export const fieldOperators: readonly Operator[] = [
  {
    name: 'drop a required field',
    apply(draft, random, world) {
      const fields = draft.fields.filter((field) => !field.opensItem && world.isRequired(draft, field.path));
      if (fields.length === 0) return undefined;
      const field = random.pick(fields);
      const owner = draft.fields.find(({ path }) => path.join() === field.path.slice(0, -1).join());
      // The first field stands for the whole entry, the first line of an item for the item.
      const first = draft.fields.find(
        ({ path }) => path.length === field.path.length && path.slice(0, -1).join() === field.path.slice(0, -1).join(),
      );
      const line = field.path.length === 1 ? 1 : owner ? owner.line + 1 : (first?.line ?? 0);
      return withLines(draft, field.line, field.end - field.line, [], `dropped ${field.path.join('.')}`, [line, owner?.line ?? line]);
    },
  },
  {
    name: 'misspell a field name',
    apply(draft, random, world) {
      const fields = draft.fields.filter(({ name }) => /^[A-Za-z]{3,}$/u.test(name));
      const field = random.pick(fields);
      const name = misspell(field.name, random);
      if (name === field.name || world.namesAt(draft, field.path).includes(name)) return undefined;
      return rename(draft, field, name);
    },
  },
  {
    name: 'write a field name in capitals',
    apply(draft, random) {
      const field = random.pick(draft.fields.filter(({ name }) => /^[a-z]/u.test(name)));
      return rename(draft, field, field.name.slice(0, 1).toUpperCase() + field.name.slice(1));
    },
  },
  {
    name: 'repeat a field',
    apply(draft, random) {
      const field = random.pick(draft.fields.filter(({ opensItem }) => !opensItem));
      const copy = draft.lines.slice(field.line, field.end);
      return withLines(draft, field.end, 0, copy, `repeated ${field.path.join('.')}`);
    },
  },
  {
    name: 'give a field another kind of value',
    apply(draft, random) {
      const field = random.pick(draft.fields);
      const values = {
        scalar: ['[甲, 乙]', '{ a: 1 }', '', 'true', '12'],
        list: ['某', '{ a: 1 }', '', '3'],
        group: ['某', '[甲]', '', '3'],
      }[field.kind];
      // A number where a number belongs is no fault.
      const number = draft.values.some(({ path, value }) => path.join() === field.path.join() && typeof value === 'number');
      const value = random.pick(number ? values.filter((written) => written !== '12') : values);
      const head = (draft.lines[field.line] ?? '').slice(0, field.column);
      return withLines(
        draft,
        field.line,
        field.end - field.line,
        [`${head}${quoted(field.name)}: ${value}`.trimEnd()],
        `${field.path.join('.')}: ${value}`,
      );
    },
  },
  {
    name: 'empty a field',
    apply(draft, random) {
      const values = draft.values.filter(({ value }) => typeof value === 'string' && value !== '');
      const { line, column, written, path } = random.pick(values);
      const text = draft.lines[line] ?? '';
      return withLines(draft, line, 1, [`${text.slice(0, column)}""${text.slice(column + written.length)}`], `emptied ${path.join('.')}`);
    },
  },
  {
    name: 'indent with a tab',
    apply(draft, random) {
      const field = pickNested(draft, random);
      if (!field) return undefined;
      const text = draft.lines[field.line] ?? '';
      return withLines(draft, field.line, 1, [`\t${text.trimStart()}`], `tab before ${field.path.join('.')}`);
    },
  },
  {
    name: 'drop the colon',
    apply(draft, random) {
      const field = random.pick(draft.fields);
      return changeAfterName(draft, field, (rest) => rest.replace(/^: ?/u, ' '));
    },
  },
  {
    name: 'drop the blank after the colon',
    apply(draft, random) {
      const fields = draft.fields.filter(
        ({ kind, line, column, name }) => kind === 'scalar' && /^: \S/u.test(afterName(draft, line, column, name)),
      );
      return fields.length > 0 ? changeAfterName(draft, random.pick(fields), (rest) => rest.replace(/^: /u, ':')) : undefined;
    },
  },
  {
    name: 'shift the indentation by one',
    apply(draft, random) {
      const field = pickNested(draft, random);
      if (!field) return undefined;
      const text = draft.lines[field.line] ?? '';
      const shifted = random.below(2) === 0 ? ` ${text}` : text.slice(1);
      // One line out of step with its neighbours: the reader may stumble over it or over the line before or after.
      return withLines(draft, field.line, 1, [shifted], `shifted ${field.path.join('.')}`, [field.line, field.line - 1, field.line + 1]);
    },
  },
  {
    name: 'drop the opening dashes',
    apply: (draft) => withLines(draft, 0, 1, [], 'no opening dashes', [0]),
  },
  {
    name: 'drop the closing dashes',
    apply: (draft) => withLines(draft, draft.fieldsEnd, 1, [], 'no closing dashes', [0]),
  },
];

/** A field that stands indented on a line of its own. */
function pickNested({ fields }: EntryDraft, random: Random) {
  const nested = fields.filter(({ column, opensItem }) => column > 0 && !opensItem);
  return nested.length > 0 ? random.pick(nested) : undefined;
}

function rename(draft: EntryDraft, { line, column, name }: { line: number; column: number; name: string }, changed: string) {
  const text = draft.lines[line] ?? '';
  return withLines(draft, line, 1, [text.slice(0, column) + changed + text.slice(column + name.length)], `${name} → ${changed}`);
}

function afterName(draft: EntryDraft, line: number, column: number, name: string): string {
  return (draft.lines[line] ?? '').slice(column + quoted(name).length);
}

function changeAfterName(draft: EntryDraft, field: { line: number; column: number; name: string }, change: (rest: string) => string) {
  const text = draft.lines[field.line] ?? '';
  const length = field.column + quotedAsWritten(text, field.column, field.name).length;
  const changed = text.slice(0, length) + change(text.slice(length));
  // A line that no longer is a field belongs to the one before it or after it.
  return withLines(draft, field.line, 1, [changed], `${text.trim()} → ${changed.trim()}`, [field.line, field.line - 1, field.line + 1]);
}

function quotedAsWritten(text: string, column: number, name: string): string {
  return /^["']/u.test(text.slice(column)) ? `'${name}'` : name;
}

/** `no` is no name to every reader of YAML. */
function quoted(name: string): string {
  return name === 'no' ? "'no'" : name;
}

/** A slip of the finger: two letters swapped, one left out, one typed twice. */
export function misspell(word: string, random: Random): string {
  const letters = [...word];
  const at = random.below(letters.length - 1);
  const slip = random.below(3);
  if (slip === 0)
    return letters
      .with(at, letters[at + 1] ?? '')
      .with(at + 1, letters[at] ?? '')
      .join('');
  return slip === 1 ? letters.toSpliced(at, 1).join('') : letters.toSpliced(at, 0, letters[at] ?? '').join('');
}
