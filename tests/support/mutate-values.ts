/** Faults in single values: days, units, numbers, locators, references, closed lists, widths, quotation marks. */
import { misspell } from './mutate-fields.ts';
import { withLines, withValue } from './mutation.ts';
import type { EntryDraft, DraftValue } from './entry-draft.ts';
import type { Mutation, Operator } from './mutation.ts';
import type { Random } from './seeded-random.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const LOCATOR = /^S\d+-¶\d+#\d+(?:-\d+)?$/u;
const ENTRY = /^(?:ZC-\d{4,}|(?:WT|YY|KC|ZD)-\d{2,}|(?:CS|JZ|SJ|RC|SY)-\d{3,})$/u;
/** Days on which something has been done; a policy may take effect in a month, and a review is due in time to come. */
const DONE = ['published', 'updated', 'checked.date', 'retired.date', 'retrieved'];

export const valueOperators: readonly Operator[] = [
  operator(
    'a day that does not exist',
    isDay,
    (_, random) => `"${random.pick(['2026-02-30', '2026-13-01', '2025-04-31', '2025-02-29', '2026-00-10'])}"`,
  ),
  operator(
    'a day written another way',
    isDay,
    (_, random) => `"${random.pick(['2026/11/22', '2026年11月22日', '26-11-22', '22.11.2026', '2026-1-2', '昨天'])}"`,
  ),
  operator(
    'a day that has not come',
    ({ path }) => DONE.includes(path.join('.')),
    () => '"2099-01-01"',
  ),
  operator('a day without quotation marks', isDay, ({ value }) => String(value)),
  operator(
    'a misspelt unit',
    ({ name }) => name === 'unit',
    ({ value }, random) =>
      `"${random.pick([`${String(value)}${String(value)}`, `${String(value)}左右`, 'kg', '％', ` ${String(value)}`, '名次人'])}"`,
  ),
  operator('a number in words or with signs', isNumber, ({ value }, random) =>
    random.pick([`"${String(value)}"`, `${String(value)}余`, '3.5万', '1,200', '二百', '１２', '约 200', '-3', '0x1F']),
  ),
  operator('a paragraph or sentence that a source does not have', isLocator, ({ value }, random) => {
    const [source, rest = ''] = String(value).split('-¶');
    return random.pick([`${source ?? ''}-¶99#1`, `${source ?? ''}-¶${rest.split('#')[0] ?? ''}#99`, `S9-¶${rest}`]);
  }),
  operator('a locator written another way', isLocator, ({ value }, random) => {
    const text = String(value);
    const other = [
      text.replace('¶', ''),
      text.replace('#', '＃'),
      text.replace('-', ''),
      `${text.replace('#', '第')}句`,
      text.toLowerCase(),
      text.replace('¶', '¶0'),
      text.slice(0, text.indexOf('#')),
    ];
    return random.pick(other);
  }),
  operator(
    'a source that is not registered',
    ({ value }) => /^(?:ZC|GK)-\d{4}/u.test(String(value)),
    ({ value }) => `${String(value).slice(0, 3)}9987`,
  ),
  operator(
    'a reference to no entry',
    ({ value, path }) => ENTRY.test(String(value)) && path.join() !== 'id',
    ({ value }, random) => {
      const text = String(value);
      const nines = text.replace(/\d/gu, '9');
      return random.pick([nines, text.toLowerCase(), text.replace('-', ''), `${text}0`, `XX${text.slice(2)}`]);
    },
  ),
  {
    name: 'a value outside a closed list',
    apply(draft, random, world) {
      const closed = draft.values.filter(({ path, value }) => typeof value === 'string' && world.choicesAt(draft, path)?.includes(value));
      if (closed.length === 0) return undefined;
      const chosen = random.pick(closed);
      const text = String(chosen.value);
      const wrong = random.pick([`${text}的`, text.slice(0, -1), [...text].toReversed().join(''), misspell(`${text}x`, random)]);
      if (wrong === '' || world.choicesAt(draft, chosen.path)?.includes(wrong)) return undefined;
      return withValue(draft, chosen, `"${wrong}"`);
    },
  },
  operator(
    'a number of the entry in other letters',
    ({ path }) => path.join() === 'id',
    ({ value }, random) => {
      const text = String(value);
      return random.pick([
        wide(text),
        text.toLowerCase(),
        text.replace('S', 'Ѕ').replace('C', 'С').replace('-', '－'),
        text.slice(0, -1),
        `${text}0`,
        `../${text}`,
      ]);
    },
  ),
  operator(
    'full-width letters and digits',
    ({ value }) => LOCATOR.test(String(value)) || ENTRY.test(String(value)) || DAY.test(String(value)),
    ({ value }) => `"${wide(String(value))}"`,
  ),
  {
    name: 'full-width punctuation of YAML',
    apply(draft, random) {
      const field = random.pick(draft.fields);
      const text = draft.lines[field.line] ?? '';
      const at = text.indexOf(':', field.column);
      return withLines(draft, field.line, 1, [`${text.slice(0, at)}：${text.slice(at + 1)}`], text.trim(), [
        field.line,
        field.line - 1,
        field.line + 1,
      ]);
    },
  },
  {
    name: 'full-width comma in a list',
    apply(draft, random) {
      const lists = [...draft.lines.keys()].filter(
        (line) => line < draft.fieldsEnd && /^\s*(?:- )?[A-Za-z]+: \[[^"'“]+, [^"'“]+\]$/u.test(draft.lines[line] ?? ''),
      );
      if (lists.length === 0) return undefined;
      const line = random.pick(lists);
      const text = draft.lines[line] ?? '';
      return withLines(draft, line, 1, [text.replace(', ', '，')], text.trim());
    },
  },
  {
    name: 'a missing closing quotation mark',
    apply(draft, random) {
      const quoted = draft.values.filter(({ written }) => /^(["']).*\1$/u.test(written));
      if (quoted.length === 0) return undefined;
      const value = random.pick(quoted);
      return withValue(draft, value, value.written.slice(0, -1));
    },
  },
  {
    name: 'Chinese quotation marks for straight ones',
    apply(draft, random) {
      const days = draft.values.filter((value) => isDay(value) && value.written.startsWith('"'));
      if (days.length === 0) return undefined;
      const value = random.pick(days);
      return withValue(draft, value, `“${String(value.value)}”`);
    },
  },
  {
    name: 'the number of another entry',
    apply(draft, random, world) {
      const others = world.drafts.filter((other) => other.collection === draft.collection && other.place !== draft.place);
      const id = draft.values.find(({ path }) => path.join() === 'id');
      const other = random.pick(others).values.find(({ path }) => path.join() === 'id');
      return id && other ? withValue(draft, id, String(other.value)) : undefined;
    },
  },
  {
    name: 'a new number for a published entry',
    apply(draft) {
      const id = draft.values.find(({ path }) => path.join() === 'id');
      return id && draft.collection !== 'sources' ? withValue(draft, id, String(id.value).replace(/\d/gu, '8')) : undefined;
    },
  },
];

function operator(name: string, fits: (value: DraftValue) => boolean, write: (value: DraftValue, random: Random) => string): Operator {
  return {
    name,
    apply(draft: EntryDraft, random: Random): Mutation | undefined {
      const values = draft.values.filter(fits);
      if (values.length === 0) return undefined;
      const value = random.pick(values);
      return withValue(draft, value, write(value, random));
    },
  };
}

function isDay({ value, path }: DraftValue): boolean {
  return typeof value === 'string' && DAY.test(value) && !path.includes('title') && !path.includes('period');
}

function isNumber({ name, value }: DraftValue): boolean {
  return name === 'value' && typeof value === 'number';
}

function isLocator({ value }: DraftValue): boolean {
  return LOCATOR.test(String(value));
}

function wide(text: string): string {
  return text.replace(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
}
