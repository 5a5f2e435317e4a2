/** `terms`: a term, where its meaning comes from, and what it is confused with. */
import { z } from 'astro/zod';
import { cites, commonFields, entryRefs, reasonedRef, statement, unknown } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const termSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('terms', vocabulary),
    term: text.describe('术语本身。'),
    pinyin: text.describe('拼音，不标声调，按词分写。'),
    definition: z
      .union([
        unknown,
        z.strictObject({
          text: text.describe('释义，用自己的话。'),
          from: z.enum(['来源文献', '公开资料', '编者释义']).describe('释义从哪里来。'),
          confidence: z.enum(['已见原文', '已见转引', '通识', '待核']).describe('把握程度。'),
          cites: z.array(text).default([]).describe('出处；编者释义可以没有。'),
        }),
      ])
      .describe('释义；没有可查的来源写“未载”。'),
    origin: z.union([unknown, z.strictObject({ text: text.describe('从哪里来。'), cites })]).describe('最早或最主要的出处。'),
    usage: z.array(statement).default([]).describe('五份文献怎样用它。'),
    variants: z.array(text).default([]).describe('异写和常见误写，供检索。'),
    confusedWith: z
      .array(
        z.strictObject({
          term: text.describe('哪个词。'),
          id: text.optional().describe('它在本库的编号。'),
          how: text.describe('差在哪里。'),
        }),
      )
      .default([])
      .describe('容易混淆的词。'),
    broader: entryRefs('terms').describe('上位词。'),
    narrower: entryRefs('terms').describe('下位词。'),
    mechanisms: entryRefs('mechanisms'),
    measures: entryRefs('measures'),
    seeAlso: z.array(reasonedRef('terms', '关系。')).default([]).describe('参见的术语。'),
  });
