/** What the published JSON schemas say of a path: which fields are required, which names and which values there may be. */
import type { World } from './mutation.ts';

/** The part of JSON Schema that the published schemas use. */
interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  enum?: unknown[];
}

/** The questions of operators, answered from the schema of each collection. */
export function jsonSchemaWorld(schemaOf: (collection: string) => object): Omit<World, 'drafts'> {
  const schemas = new Map<string, JsonSchema>();
  const at = (collection: string, path: readonly (string | number)[]) => {
    const schema = schemas.get(collection) ?? schemaOf(collection);
    schemas.set(collection, schema);
    return path.reduce<JsonSchema[]>((found, step) => found.flatMap((part) => below(part, step)), [schema]).flatMap(branches);
  };
  return {
    isRequired: ({ collection }, path) => at(collection, path.slice(0, -1)).some(({ required }) => required?.includes(String(path.at(-1)))),
    namesAt: ({ collection }, path) => at(collection, path.slice(0, -1)).flatMap(({ properties }) => Object.keys(properties ?? {})),
    choicesAt({ collection }, path) {
      const found = at(collection, path);
      const isClosed = found.length > 0 && found.every((part) => part.enum);
      return isClosed ? found.flatMap((part) => (part.enum ?? []).map(String)) : undefined;
    },
  };
}

function branches(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(branches) : [schema];
}

function below(schema: JsonSchema, step: string | number): JsonSchema[] {
  return branches(schema).flatMap((part) => {
    const next = typeof step === 'number' ? part.items : part.properties?.[step];
    return next ? [next] : [];
  });
}
