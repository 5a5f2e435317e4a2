/** Glue only: each collection is a loader and a schema. */
import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { createSchemas } from './schema/index.ts';
import { pageSchema } from './schema/pages.ts';
import { entryLoader, listLoader } from './store/collections.ts';
import { contentFolder } from './store/site-file.ts';
import { readVocabulary } from './store/vocabulary.ts';

const schemas = createSchemas(readVocabulary());

export const collections = {
  situations: defineCollection({ loader: entryLoader('situations'), schema: schemas.situations }),
  sources: defineCollection({ loader: entryLoader('sources'), schema: schemas.sources }),
  policies: defineCollection({ loader: entryLoader('policies'), schema: schemas.policies }),
  problems: defineCollection({ loader: entryLoader('problems'), schema: schemas.problems }),
  causes: defineCollection({ loader: entryLoader('causes'), schema: schemas.causes }),
  measures: defineCollection({ loader: entryLoader('measures'), schema: schemas.measures }),
  mechanisms: defineCollection({ loader: entryLoader('mechanisms'), schema: schemas.mechanisms }),
  practices: defineCollection({ loader: entryLoader('practices'), schema: schemas.practices }),
  tolerance: defineCollection({ loader: entryLoader('tolerance'), schema: schemas.tolerance }),
  courses: defineCollection({ loader: entryLoader('courses'), schema: schemas.courses }),
  terms: defineCollection({ loader: entryLoader('terms'), schema: schemas.terms }),
  tensions: defineCollection({ loader: entryLoader('tensions'), schema: schemas.tensions }),
  pages: defineCollection({ loader: glob({ base: join(contentFolder(), 'pages'), pattern: '*.mdx' }), schema: pageSchema }),
  lists: defineCollection({ loader: listLoader(), schema: z.record(z.string(), z.unknown()) }),
};
