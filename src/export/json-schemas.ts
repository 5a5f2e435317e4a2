/** The schemas of the content as JSON Schema, for editors and for programs: every field with its sentence for authors, every list with its values. */
import { z } from 'astro/zod';
import { COLLECTION_NAMES } from '../schema/number.ts';
import { createSchemas } from '../schema/index.ts';
import { ledgerSchema } from '../schema/ledger.ts';
import { localNoteSchema } from '../schema/local-notes.ts';
import { pageSchema } from '../schema/pages.ts';
import { siteSchema } from '../schema/site.ts';
import { vocabularyFiles } from '../schema/vocabulary.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/** The fields of every collection's entries, by the collection's name. */
export function entrySchemas(vocabulary: Vocabulary): Map<string, string> {
  const schemas = createSchemas(vocabulary);
  return new Map(COLLECTION_NAMES.map((name) => [name, toText(schemas[name])]));
}

/** The fields of the pages of the site's own prose. */
export function pageFieldsSchema(): string {
  return toText(pageSchema);
}

/** The fields of a unit's own notes. */
export function noteFieldsSchema(): string {
  return toText(localNoteSchema);
}

/** The shape of every controlled list, of the ledger and of the site's settings, by the file's path below the content folder. */
export function listSchemas(): Map<string, string> {
  return new Map([
    ...Object.entries(vocabularyFiles).map(([name, schema]) => [`vocab/${name}.yaml`, toText(schema)] as const),
    ['ledger.yaml', toText(ledgerSchema)],
    ['site.yaml', toText(siteSchema)],
  ]);
}

/** As an author writes it, not as it is after defaults have been filled in. */
function toText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 1)}\n`;
}
