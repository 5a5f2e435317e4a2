/** `policies`: a central document or a local rule, with its header as the State Council policy library writes it. */
import { z } from 'astro/zod';
import { webAddress } from './addresses.ts';
import { commonFields, entryRefs, finding, partialDate, statement, text, unknown } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How far a header field is known. */
const confidence = z.enum(['已见', '转引', '通识', '待核', '未见']).optional();

/** The parts of a policy whose confidence may be told. */
const confidences = z.strictObject({
  docNumber: confidence,
  documentKind: confidence,
  issuers: confidence,
  'dates.adopted': confidence,
  'dates.issued': confidence,
  'dates.published': confidence,
  'dates.effectiveFrom': confidence,
  'dates.effectiveTo': confidence,
  relations: confidence,
  clauses: confidence,
  says: confidence,
  rule: confidence,
  wording: confidence,
  text: confidence,
});

export const policySchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('policies', vocabulary),
    scope: z.enum(['中央', '地方']),
    docNumber: z.union([unknown, text]).describe('发文字号，如 中办发〔2018〕29号；不知道写“未载”。'),
    issuers: z.array(text).min(1).describe('发文机关。'),
    documentKind: text.describe('文种：意见、条例、规定、办法、讲话……'),
    dates: z.strictObject({
      adopted: z.union([unknown, partialDate]).default('未载').describe('通过日期。'),
      issued: z.union([unknown, partialDate]).default('未载').describe('成文（印发）日期。'),
      published: z.union([unknown, partialDate]).default('未载').describe('公开日期。'),
      effectiveFrom: z.union([unknown, partialDate]).default('未载').describe('施行日期。'),
      effectiveTo: partialDate.optional().describe('失效日期。'),
    }),
    amends: entryRefs('policies').describe('修改了哪些文件。'),
    replaces: entryRefs('policies').describe('代替、废止了哪些文件。'),
    implements: entryRefs('policies').describe('是为落实哪些文件而制定的。'),
    clauses: z
      .array(
        z.strictObject({
          no: text.describe('条、部分的原编号，如 第四部分、第五条。'),
          anchor: z
            .string()
            .regex(/^[a-z0-9-]+$/u)
            .describe('永久锚点，发布后不改。'),
          gist: text.describe('大意，用自己的话。'),
          themes: z.array(vocabulary.enumOf('measure-fields')).default([]),
          cites: z.array(text).min(1),
        }),
      )
      .default([])
      .describe('与本站有关的条款。'),
    wording: z
      .strictObject({ text, note: text.describe('异文和核对情况。'), cites: z.array(text).min(1) })
      .optional()
      .describe('必须一字不差的固定表述，连同出处。'),
    says: z.array(statement).default([]).describe('与本站有关的内容，看到多少写多少。'),
    rule: z
      .strictObject({
        initiation: finding,
        situations: finding,
        steps: finding,
        deadlines: finding,
        notTolerated: finding,
        decider: finding,
        effects: finding,
        correction: finding,
      })
      .optional()
      .describe('容错纠错规则要素：启动、情形、步骤、期限、不容、认定主体、结果运用、纠错。'),
    readAt: z
      .array(z.strictObject({ publisher: text, note: text, url: webAddress.optional().describe('只写首发机构自己的网址。') }))
      .default([])
      .describe('在哪里可以读到。'),
    textSeen: z.enum(['全文', '部分', '仅题名']).describe('编者看到多少原文。'),
    confidence: confidences.default({}).describe('各项的把握程度，如 docNumber: 待核。'),
  });
