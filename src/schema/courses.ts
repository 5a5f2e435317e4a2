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
          title: text.describe('这一节的名称。'),
          minutes: z.int().positive().describe('分钟数。'),
          method: vocabulary.enumOf('teaching-methods').describe('教学方法，见 vocab/teaching-methods.yaml。'),
          case: text.optional().describe('所用案例或实践的编号。'),
          alternatives: z.array(text).default([]).describe('备选案例的编号。'),
          questions: z
            .array(z.strictObject({ question: text.describe('讨论题。'), purpose: text.describe('这道题的用意。') }))
            .default([])
            .describe('讨论题和用意。'),
          board: text.optional().describe('板书设计。'),
          materials: z.array(text).default([]).describe('要准备的材料。'),
        }),
      )
      .min(1)
      .describe('各节，按先后。'),
    readings: z.array(text).default([]).describe('阅读材料：条目编号或公开资料编号。'),
    assessment: text.describe('怎样检验学习效果。'),
    measures: entryRefs('measures'),
    problems: entryRefs('problems'),
    terms: entryRefs('terms'),
  });
