/** Walks a zod schema along a field path: what the field is for, which keys stand next to it, and how to name it to an author. */
import type { z } from 'astro/zod';

type Path = readonly PropertyKey[];

/** The parts of a schema that a walk needs; zod keeps them in `def`. */
export interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, string | number>;
  /** Of a literal. */
  values?: readonly unknown[];
  checks?: readonly unknown[];
}

/** The Chinese sentence that the schema gives for the field at `path`, if it gives one. */
export function describeField(schema: z.ZodType, path: Path): string | undefined {
  const found = schemaAt(schema, path);
  for (let layer = found; layer; layer = definitionOf(layer).innerType) if (layer.description) return layer.description;
  return undefined;
}

/** A sentence of the schema without what concerns only those who write the file: forms and tables set quotation marks, and offer what a list has. */
export function withoutFileWords(description: string): string {
  return description.replace(WRITTEN_BY_HAND, '').replace(/^[，。；]+/u, '');
}

const WRITTEN_BY_HAND = /，?(?:[^，；。]*带引号[^，；。]*|见 vocab\/[a-z-]+\.yaml)/u;

/** The names of the fields that may stand at `path`; empty when no fields may. */
export function fieldNames(schema: z.ZodType, path: Path): string[] {
  const found = schemaAt(schema, path);
  const options = found ? (definitionOf(unwrap(found)).options ?? [found]) : [];
  return options.flatMap((option) => Object.keys(definitionOf(unwrap(option)).shape ?? {}));
}

/** Whether the field at `path` may say that something is not known. */
export function mayBeUnknown(schema: z.ZodType, path: Path): boolean {
  const found = schemaAt(schema, path);
  if (!found) return false;
  const options = definitionOf(unwrap(found)).options ?? [];
  return options.some((option) => definitionOf(unwrap(option)).type === 'enum' && option.safeParse('未载').success);
}

/** A path in words, such as `“figures”第 1 项的“cite”`. */
export function fieldLabel(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `第 ${step + 1} 项`;
      return `${index > 0 ? '的' : ''}“${String(step)}”`;
    })
    .join('');
}

/** The value at `path` in what the author wrote. */
export function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[String(step)] : undefined), input);
}

/** The schema of the field at `path`; `undefined` when there is none. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const definition = definitionOf(unwrap(schema));
  for (const option of definition.options ?? []) {
    const found = schemaAt(option, path);
    if (found) return found;
  }
  const next = typeof step === 'number' ? definition.element : (definition.shape?.[String(step)] ?? definition.valueType);
  return next && schemaAt(next, rest);
}

/** A schema without its optional and default wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = definitionOf(schema);
  return innerType ? unwrap(innerType) : schema;
}

/** What zod keeps of a schema. */
export function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
