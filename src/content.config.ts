/** Glue only: each collection is a loader and a schema. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { hasEntries } from './data/content-folders.ts';
import { readVocabulary } from './data/vocabulary.ts';
import { createSchemas } from './schema/index.ts';

const schemas = createSchemas(readVocabulary());

const files = (name: keyof typeof schemas) => (hasEntries(name) ? glob({ base: `./content/${name}`, pattern: '*.mdx' }) : () => []);

export const collections = {
  situations: defineCollection({ loader: files('situations'), schema: schemas.situations }),
  sources: defineCollection({ loader: files('sources'), schema: schemas.sources }),
  policies: defineCollection({ loader: files('policies'), schema: schemas.policies }),
  problems: defineCollection({ loader: files('problems'), schema: schemas.problems }),
  causes: defineCollection({ loader: files('causes'), schema: schemas.causes }),
  measures: defineCollection({ loader: files('measures'), schema: schemas.measures }),
  mechanisms: defineCollection({ loader: files('mechanisms'), schema: schemas.mechanisms }),
  practices: defineCollection({ loader: files('practices'), schema: schemas.practices }),
  tolerance: defineCollection({ loader: files('tolerance'), schema: schemas.tolerance }),
  courses: defineCollection({ loader: files('courses'), schema: schemas.courses }),
  terms: defineCollection({ loader: files('terms'), schema: schemas.terms }),
  tensions: defineCollection({ loader: files('tensions'), schema: schemas.tensions }),
};
