/** `practices`: what one region or unit did. */
import { z } from 'astro/zod';
import { commonFields, entryRefs, finding, lawLinks, reasonedRef, statement, teaching, unknown } from './fields.ts';
import { text, timeWords } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const practiceSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('practices', vocabulary),
    actor: text.describe('做事的主体，照来源的写法，如 浙江各级组织系统。'),
    period: z.union([unknown, timeWords('period')]).describe('时间，照来源的说法，没有写“未载”。'),
    actions: z.array(statement).min(1).describe('做了什么：一句一条，注明出处。'),
    problems: entryRefs('problems').describe('回应哪个问题。'),
    measures: entryRefs('measures').describe('属于哪项举措。'),
    mechanisms: entryRefs('mechanisms').describe('用到或建立的机制。'),
    ...lawLinks,
    conditions: finding.describe('实行的条件、前提。'),
    recognition: finding.describe('得到的评价、表彰。'),
    setbacks: finding.describe('遇到的困难或失败。'),
    evidence: vocabulary.enumOf('evidence').describe('证据性质：自述、报道、评估。'),
    comparable: z.array(reasonedRef('practices', '像在哪里、不同在哪里，用可核对的话。')).default([]).describe('别处相近的做法。'),
    transfer: z.array(text).default([]).describe('借鉴前要先弄清的事（编者意见）。'),
    teaching: teaching.optional().describe('教学用的一块：甲部到作出决定为止，乙部是后来怎样。'),
  });
