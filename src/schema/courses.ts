/** `courses`: a course with sessions, cases with alternatives, and questions. */
import { z } from 'astro/zod';
import { commonFields, entryRefs, text } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

export const courseSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('courses', vocabulary),
    audience: text.describe('对象。'),
    hours: z.number().positive().describe('总学时（小时）。'),
    classType: text.describe('班次类型。'),
    objectives: z.array(text).min(1).describe('教学目标，用可观察的动词。'),
    units: z
      .array(
        z.strictObject({
          title: text,
          minutes: z.int().positive(),
          method: vocabulary.enumOf('teaching-methods'),
          case: text.optional().describe('所用案例或实践的编号。'),
          alternatives: z.array(text).default([]).describe('备选案例的编号。'),
          questions: z.array(z.strictObject({ question: text, purpose: text })).default([]),
          board: text.optional().describe('板书设计。'),
          materials: z.array(text).default([]),
        }),
      )
      .min(1),
    readings: z.array(text).default([]).describe('阅读材料：条目编号或公开资料编号。'),
    assessment: text.describe('怎样检验学习效果。'),
    measures: entryRefs('measures'),
    problems: entryRefs('problems'),
    terms: entryRefs('terms'),
  });
