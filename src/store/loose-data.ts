/** Reading frontmatter that may not fit its schema: what is there is used, what is not is passed over. */

export type Path = (string | number)[];

/** A text in the frontmatter and where it stands. */
export interface FieldText {
  path: Path;
  text: string;
}

/** The groups of fields in a list, with their index; other items are passed over. */
export function recordsIn(list: unknown): { index: number; item: Record<string, unknown> }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) => (isRecord(item) ? [{ index, item }] : []));
}

/** The texts of a list; a single text counts as a list of one. */
export function textsIn(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}

/** A value that should be a single text or number, as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every text in the frontmatter, at any depth, in order. */
export function fieldTexts(value: unknown, path: Path = []): FieldText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldTexts(item, [...path, index]));
  return isRecord(value) ? Object.entries(value).flatMap(([key, item]) => fieldTexts(item, [...path, key])) : [];
}

/** The name of the field that a path leads to, whether to the field or to an item of its list. */
export function lastName(path: Path): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

/** Every group of fields in the frontmatter, at any depth, outermost first. */
export function* recordsWithin(value: unknown, path: Path = []): Generator<{ path: Path; record: Record<string, unknown> }> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* recordsWithin(item, [...path, index]);
  if (!isRecord(value)) return;
  yield { path, record: value };
  for (const [key, item] of Object.entries(value)) yield* recordsWithin(item, [...path, key]);
}
