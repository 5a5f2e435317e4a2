/** `tolerance`: the fault-tolerance case library. Findings with sources, never a score and never a verdict. */
import { z } from 'astro/zod';
import { commonFields, entryRefs, finding, reasonedRef, statement, teaching, text, unknown } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

export const FACTORS = ['motive', 'conditions', 'procedure', 'nature', 'consequence', 'remedy'] as const;

export const toleranceSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('tolerance', vocabulary),
    type: vocabulary.enumOf('case-types').describe('容错、澄清正名、诬告查处、重新使用、统计与汇编、教学情景。'),
    officialNo: z.union([unknown, text]).default('未载').describe('来源自己的案例编号。'),
    field: z.array(vocabulary.enumOf('case-fields')).min(1).describe('领域。'),
    year: z.union([unknown, text]).describe('事发或通报的年份。'),
    actor: z.union([unknown, text]).describe('当事人：职务加“某”，不写真名。'),
    facts: z.array(statement).min(1).describe('事实经过。'),
    point: text.describe('一句话要点。'),
    distinctions: z
      .array(z.strictObject({ which: vocabulary.enumOf('distinctions'), text, cites: z.array(text).min(1) }))
      .default([])
      .describe('来源支持的“三个区分开来”，没有就留空。'),
    factors: z.strictObject({
      motive: finding,
      conditions: finding,
      procedure: finding,
      nature: finding,
      consequence: finding,
      remedy: finding,
    }),
    outcome: vocabulary.enumOf('outcomes'),
    outcomeText: finding.describe('结论怎样表述。'),
    decidedBy: finding.describe('谁认定。'),
    procedureSteps: z.array(statement).default([]).describe('办理步骤。'),
    correction: finding.describe('怎样纠错。'),
    followUp: finding.describe('后续。'),
    basis: z
      .array(z.union([z.strictObject({ text, cites: z.array(text).min(1) })]))
      .default([])
      .describe('依据。'),
    contrast: z.array(reasonedRef('tolerance', '差在哪个因素（编者意见）。')).default([]).describe('对照案例。'),
    completeness: z.enum(['全文', '摘录', '仅题名', '不适用']).describe('看到的完整程度；教学情景写“不适用”。'),
    sourceLevel: vocabulary.enumOf('source-levels'),
    problems: entryRefs('problems'),
    measures: entryRefs('measures'),
    mechanisms: entryRefs('mechanisms'),
    teaching: teaching.optional(),
  });
