/** `causes`: a cause, with the layer at which each source puts it. */
import { z } from 'astro/zod';
import { commonFields, entryRefs, layering, statement } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const causeSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('causes', vocabulary),
    statements: z.array(statement).min(1).describe('来源怎样分析，逐句注明出处。'),
    layers: z.array(layering).min(1).describe('各文献把它放在哪一层。'),
    misreadings: z
      .array(z.strictObject({ text: text.describe('看错的是什么，应当怎样看。'), cites: z.array(text).default([]).describe('出处。') }))
      .default([])
      .describe('容易看错的地方。'),
    problems: entryRefs('problems'),
    measures: entryRefs('measures'),
  });
