/** `tensions`: where the documents pull in different directions; each side in its own words, no verdict. */
import { z } from 'astro/zod';
import { cites, commonFields, entryRefs, statement } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const tensionSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('tensions', vocabulary),
    question: text.describe('分歧落在哪个问题上。'),
    sides: z
      .array(
        z.strictObject({
          name: text.describe('这一方的说法，几个字。'),
          statements: z.array(statement).min(1).describe('怎样说，逐句注明出处。'),
        }),
      )
      .min(2)
      .describe('各方的说法，分别列出。'),
    differences: z
      .array(z.strictObject({ text: text.describe('不同在哪里。'), cites }))
      .default([])
      .describe('层级、时间、对象的不同：为什么不宜写成直接冲突。'),
    problems: entryRefs('problems'),
    measures: entryRefs('measures'),
    mechanisms: entryRefs('mechanisms'),
    practices: entryRefs('practices'),
  });
