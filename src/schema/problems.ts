/** `problems`: a type of problem (不想 不会 不敢 不愿 …) or one manifestation of it. */
import { z } from 'astro/zod';
import { commonFields, entryRef, entryRefs, layering, statement } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const problemSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('problems', vocabulary),
    kind: z.enum(['类型', '表现']).describe('一类问题，还是一类问题的一种表现。'),
    types: z.array(vocabulary.enumOf('problem-types')).min(1).describe('属于哪一类或几类。'),
    partOf: entryRefs('problems').describe('所属的类型条目；类型条目留空。'),
    manifestations: z.array(statement).min(1).describe('表现：来源怎样描写，逐句注明出处。'),
    layers: z.array(layering).min(1).describe('各文献把它放在哪一层。'),
    misreadings: z
      .array(z.strictObject({ text: text.describe('看错的是什么，应当怎样看。'), cites: z.array(text).default([]).describe('出处。') }))
      .default([])
      .describe('容易看错的地方：同名不同义、层次错位等。'),
    causes: entryRefs('causes'),
    measures: entryRefs('measures'),
    practices: entryRefs('practices').describe('直接回应这个问题的代表性实践。'),
    unanswered: z
      .array(
        z.strictObject({
          source: entryRef('sources'),
          text: text.describe('提了什么，没有答什么。'),
          cites: z.array(text).min(1).describe('出处，至少一个。'),
        }),
      )
      .default([])
      .describe('文内未给出对策：哪份文献提了问题而没有对应办法。'),
  });
