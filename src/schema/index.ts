/** All entry schemas by collection, built over one vocabulary, and the record types derived from them. */
import type { z } from 'astro/zod';
import { causeSchema } from './causes.ts';
import { courseSchema } from './courses.ts';
import type { CollectionName } from './number.ts';
import { measureSchema } from './measures.ts';
import { mechanismSchema } from './mechanisms.ts';
import { policySchema } from './policies.ts';
import { practiceSchema } from './practices.ts';
import { problemSchema } from './problems.ts';
import { situationSchema } from './situations.ts';
import { sourceSchema } from './sources.ts';
import { tensionSchema } from './tensions.ts';
import { termSchema } from './terms.ts';
import { toleranceSchema } from './tolerance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The zod schema of every collection's frontmatter. */
export function createSchemas(vocabulary: Vocabulary) {
  return {
    situations: situationSchema(vocabulary),
    sources: sourceSchema(vocabulary),
    policies: policySchema(vocabulary),
    problems: problemSchema(vocabulary),
    causes: causeSchema(vocabulary),
    measures: measureSchema(vocabulary),
    mechanisms: mechanismSchema(vocabulary),
    practices: practiceSchema(vocabulary),
    tolerance: toleranceSchema(vocabulary),
    courses: courseSchema(vocabulary),
    terms: termSchema(vocabulary),
    tensions: tensionSchema(vocabulary),
  };
}

type Schemas = ReturnType<typeof createSchemas>;

/** The validated frontmatter of each collection. */
export type RecordData = { [C in CollectionName]: z.infer<Schemas[C]> };
