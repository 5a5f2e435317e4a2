/** `mechanisms`: a named system of the sources, with its parts and stages. */
import { z } from 'astro/zod';
import { commonFields, entryRefs, lawLinks, reasonedRef, statement, unknown } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

const known = z.union([unknown, text]);

export const mechanismSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('mechanisms', vocabulary),
    family: vocabulary.enumOf('mechanism-families').describe('同类组。'),
    standing: vocabulary.enumOf('mechanism-standings').describe('来源说它到了哪一步：已实行、探索、研究制定、建议、仅有名称。'),
    holder: known.describe('谁建立、谁运行，照来源的写法。'),
    statements: z.array(statement).min(1).describe('来源怎样说它，逐句注明出处。'),
    parts: z
      .array(
        z.strictObject({
          name: text.describe('名称。'),
          what: known.describe('做什么。'),
          cites: z.array(text).min(1).describe('出处，至少一个。'),
        }),
      )
      .default([])
      .describe('组成部分。'),
    stages: z
      .array(
        z.strictObject({
          name: text.describe('这一阶段的名称。'),
          who: known.describe('谁来做。'),
          what: known.describe('做什么。'),
          output: known.describe('得到什么、走向哪里。'),
          cites: z.array(text).min(1).describe('出处，至少一个。'),
        }),
      )
      .default([])
      .describe('阶段，按先后；来源只有名称的留空，不补写。'),
    stagesAre: z.enum(['先后步骤', '并列构成', '循环']).default('先后步骤').describe('各阶段之间的关系。'),
    problems: entryRefs('problems'),
    measures: entryRefs('measures'),
    ...lawLinks,
    relatives: z.array(reasonedRef('mechanisms', '和它像在哪里、差在哪里。')).default([]).describe('相近而不同的机制。'),
  });
