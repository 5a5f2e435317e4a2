/** What a draft does not say yet, and how it is read all the same: so that it can be looked at before it is finished. */
import type { z } from 'astro/zod';
import { definitionOf, schemaAt, unwrap, valueAt } from './field-guide.ts';
import type { FieldProblem } from './messages.ts';

/** What no draft does without: by it the entry is known. */
const NEEDED = new Set(['id', 'title', 'status']);

/** Whether a problem is that something has not been written yet, and not that something wrong has. */
export function isGap({ kind, path }: FieldProblem, data: unknown): boolean {
  if (path.length === 1 && NEEDED.has(String(path[0]))) return false;
  const value = valueAt(data, path);
  return kind === 'missing-field' || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The fields of a draft with something in every gap, for a page to show; `undefined` when they do not fit the schema even so. */
export function withStandIns(schema: z.ZodType, data: unknown, gaps: readonly FieldProblem[]): unknown {
  const filled: unknown = structuredClone(data);
  for (const { path } of gaps) setAt(filled, path, standIn(schemaAt(schema, path)));
  const read = schema.safeParse(filled);
  if (!read.success) return undefined;
  // A list that needed an item shows none: no source is named that nobody has named.
  for (const { path } of gaps) if (Array.isArray(valueAt(read.data, path))) setAt(read.data, path, []);
  return read.data;
}

/** No list needs more items. */
const MOST_NEEDED = 8;

/** Choices that claim least; of a list without any the first is shown, and the page says that it may be a stand-in. */
const NEUTRAL = ['未载', '其他', '不适用', '编者综合', '待核', '仅题名'];

/** Forms that fields ask of a text. */
const TEXTS = ['未载', '2000-01-01', 'GK-0001', 'ZC-0001', 'S1', 'a'];

/** The plainest value that a field takes; 未载 wherever it may stand. */
function standIn(type: z.ZodType | undefined): unknown {
  if (!type) return undefined;
  const text = TEXTS.find((candidate) => type.safeParse(candidate).success);
  if (text !== undefined) return text;
  const plain = unwrap(type);
  const { options, element, shape, entries } = definitionOf(plain);
  const choices = Object.values(entries ?? {});
  const choice = NEUTRAL.find((word) => choices.includes(word)) ?? choices[0];
  if (choice !== undefined) return choice;
  if (element) {
    const item = standIn(element);
    return Array.from({ length: MOST_NEEDED + 1 }, (_, count) => Array.from({ length: count }, () => item)).find(
      (list) => type.safeParse(list).success,
    );
  }
  if (options) return options.map(standIn).find((value) => type.safeParse(value).success);
  if (!shape) return [0, 1, true].find((value) => type.safeParse(value).success);
  const needed = Object.entries(shape).filter(([, field]) => !field.safeParse(undefined).success);
  return Object.fromEntries(needed.map(([name, field]) => [name, standIn(field)]));
}

function setAt(data: unknown, path: readonly PropertyKey[], value: unknown): void {
  const holder = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof holder === 'object' && holder !== null && last !== undefined) (holder as Record<PropertyKey, unknown>)[last] = value;
}
