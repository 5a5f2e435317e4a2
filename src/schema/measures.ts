/** `measures`: what to do, in one of the fifteen measure fields. */
import { z } from 'astro/zod';
import { commonFields, entryRefs, finding, lawLinks, statement } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const measureSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('measures', vocabulary),
    problems: entryRefs('problems'),
    causes: entryRefs('causes'),
    mechanisms: entryRefs('mechanisms'),
    practices: entryRefs('practices').describe('别处的实例。'),
    actions: z.array(statement).min(1).describe('做什么：一句一条。建议和做法按所引文献自动分列，一条之内不混引。'),
    actor: finding.describe('谁来做。'),
    steps: z
      .array(
        z.strictObject({
          name: text.describe('这一步的名称。'),
          who: text.optional().describe('谁来做。'),
          what: text.describe('做什么。'),
          cites: z.array(text).min(1).describe('出处，至少一个。'),
        }),
      )
      .default([])
      .describe('步骤，来源写了才有。'),
    conditions: z.array(statement).default([]).describe('适用条件。'),
    notFor: z.array(statement).default([]).describe('不适用、要防止的情形。'),
    risks: z.array(text).default([]).describe('实行时要留心的（编者意见）。'),
    ...lawLinks,
  });
