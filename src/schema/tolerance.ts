/** `tolerance`: the fault-tolerance case library. Findings with sources, never a score and never a verdict. */
import { z } from 'astro/zod';
import {
  cites,
  commonFields,
  entryRefs,
  finding,
  lawLinks,
  quotedWords,
  partialDate,
  reasonedRef,
  statement,
  teaching,
  unknown,
} from './fields.ts';
import { text, timeWords } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

export const FACTORS = ['motive', 'conditions', 'procedure', 'nature', 'consequence', 'remedy'] as const;

export const toleranceSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('tolerance', vocabulary),
    type: vocabulary.enumOf('case-types').describe('案例类型，见 vocab/case-types.yaml。'),
    officialNo: z.union([unknown, text]).default('未载').describe('来源自己的案例编号。'),
    field: z.array(vocabulary.enumOf('case-fields')).min(1).describe('领域。'),
    year: z.union([unknown, timeWords('year')]).describe('事发或通报的年份，如 2024、2023—2024；来源没有写“未载”。'),
    actor: z.union([unknown, text]).describe('当事人：职务加“某”，不写真名。'),
    facts: z.array(statement).min(1).describe('事实经过。'),
    point: text.describe('一句话要点。'),
    distinctions: z
      .array(
        z.strictObject({
          which: vocabulary.enumOf('distinctions').describe('哪一个区分。'),
          text: text.describe('来源怎样说。'),
          cites: z.array(text).min(1).describe('出处，至少一个。'),
        }),
      )
      .default([])
      .describe('“三个区分开来”，来源支持才写，没有就留空。'),
    factors: z
      .strictObject({
        motive: finding.describe('动机态度。'),
        conditions: finding.describe('客观条件。'),
        procedure: finding.describe('程序方法。'),
        nature: finding.describe('性质程度。'),
        consequence: finding.describe('后果影响。'),
        remedy: finding.describe('挽回损失。'),
      })
      .describe('研判六因素：来源怎样说，不打分，不下结论。'),
    outcome: vocabulary.enumOf('outcomes').describe('处理结果，照来源的说法归类，见 vocab/outcomes.yaml；来源没有说得更细才写“其他”。'),
    outcomeWords: quotedWords.optional().describe('来源对结果的原话，照录几个词，如 不予追究责任；两头不加引号，页面会加上。'),
    outcomeText: finding.describe('结论怎样表述。'),
    decidedBy: finding.describe('谁认定。'),
    procedureSteps: z
      .array(
        z.strictObject({
          text: text.describe('这一步做了什么，用自己的话。'),
          date: z.union([unknown, partialDate]).optional().describe('这一步的日期，知道多少写多少；来源没有写就写“未载”。'),
          cites,
        }),
      )
      .default([])
      .describe('办理步骤，按先后。'),
    correction: finding.describe('怎样纠错。'),
    followUp: finding.describe('后续。'),
    ...lawLinks,
    contrast: z.array(reasonedRef('tolerance', '差在哪个因素（编者意见）。')).default([]).describe('对照案例。'),
    completeness: z.enum(['全文', '摘录', '仅题名', '不适用']).describe('看到的完整程度；教学情景写“不适用”。'),
    sourceLevel: vocabulary.enumOf('source-levels').describe('来源级别，见 vocab/source-levels.yaml。'),
    problems: entryRefs('problems'),
    measures: entryRefs('measures'),
    mechanisms: entryRefs('mechanisms'),
    teaching: teaching.optional().describe('教学用的一块：甲部到作出决定为止，乙部是后来怎样。'),
  });
