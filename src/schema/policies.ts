/** `policies`: a central document or a local rule, with its header as the State Council policy library writes it. */
import { z } from 'astro/zod';
import { webAddress } from './addresses.ts';
import { cites, commonFields, entryRefs, finding, partialDate, quote, statement, unknown } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The kinds of bodies that issue policies and rules. */
const ISSUER_KINDS = [
  '党中央',
  '国务院',
  '全国人大',
  '中央部门',
  '地方党委',
  '地方人大',
  '地方政府',
  '纪检监察',
  '组织部门',
  '地方部门',
  '国企',
  '联合',
  '其他',
] as const;

/** How an article was read; only one that was read word for word may be quoted. */
const READ_STATES = ['逐字读过', '见于引文', '条文未见'] as const;

/** The units of a deadline. */
const DEADLINE_UNITS = ['工作日', '日', '月', '年'] as const;

/** How far a header field is known. */
const confidence = z.enum(['已见', '转引', '通识', '待核', '未见']).optional();

/** The parts of a policy whose confidence may be told. */
const confidences = z.strictObject({
  docNumber: confidence.describe('发文字号。'),
  documentKind: confidence.describe('文种。'),
  issuers: confidence.describe('发文机关。'),
  'dates.adopted': confidence.describe('通过日期。'),
  'dates.issued': confidence.describe('成文日期。'),
  'dates.published': confidence.describe('公开日期。'),
  'dates.effectiveFrom': confidence.describe('施行日期。'),
  'dates.effectiveTo': confidence.describe('失效日期。没有写失效日期、不知道现在还有没有效的，写“待核”：时效一栏就不写“现行”。'),
  relations: confidence.describe('修改、代替、落实的关系。'),
  clauses: confidence.describe('条款。'),
  says: confidence.describe('有关内容。'),
  rule: confidence.describe('规则要素。'),
  wording: confidence.describe('固定表述。'),
  text: confidence.describe('全文。'),
});

export const policySchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('policies', vocabulary),
    scope: z.enum(['中央', '地方']).describe('中央的还是地方的。'),
    docNumber: z.union([unknown, text]).describe('发文字号，如 中办发〔2018〕29号；不知道写“未载”。'),
    issuers: z.array(text).min(1).describe('发文机关。'),
    issuerKind: z.enum(ISSUER_KINDS).describe('发文机关的类别。几类机关一起发的写“联合”；只知道地方、不知道机关的写“其他”。'),
    documentKind: text.describe('文种：意见、条例、规定、办法、讲话……'),
    dates: z
      .strictObject({
        adopted: z.union([unknown, partialDate]).default('未载').describe('通过日期。'),
        issued: z.union([unknown, partialDate]).default('未载').describe('成文（印发）日期。'),
        published: z.union([unknown, partialDate]).default('未载').describe('公开日期。'),
        effectiveFrom: z.union([unknown, partialDate]).default('未载').describe('施行日期。'),
        effectiveTo: partialDate.optional().describe('失效日期。'),
      })
      .describe('各种日期。'),
    edition: z
      .strictObject({
        name: text.describe('本条说的是哪一版，如 2018年修订。'),
        from: z.union([unknown, partialDate]).describe('这一版从什么时候起施行。'),
        to: partialDate.optional().describe('这一版到什么时候为止；还在施行的不写。'),
      })
      .optional()
      .describe('本条所说的版本和它的施行时间。'),
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
            .describe('永久锚点：小写字母、数字和连字符，如 art-5、part-4；发布后不改。'),
          gist: text.describe('大意，用自己的话。'),
          quote: quote.optional().describe('决定性的原词，照录，不超过40字；只在逐字读过时写。'),
          why: text.optional().describe('这一条对读者有什么用，一句话（编者的话）。'),
          read: z.enum(READ_STATES).default('见于引文').describe('这一条读到什么程度：逐字读过、见于引文、条文未见。'),
          themes: z.array(vocabulary.enumOf('measure-fields')).default([]).describe('这一条的举措领域。'),
          cites: z.array(text).min(1).describe('出处，至少一个。'),
        }),
      )
      .default([])
      .describe('与本站有关的条款。'),
    wording: z
      .strictObject({
        text: text.describe('固定表述，一字不差。'),
        note: text.describe('异文和核对情况。'),
        cites: z.array(text).min(1).describe('出处，至少一个。'),
      })
      .optional()
      .describe('必须一字不差的固定表述，连同出处。'),
    says: z.array(statement).default([]).describe('与本站有关的内容，看到多少写多少。'),
    rule: z
      .strictObject({
        initiation: finding.describe('启动：谁提出，怎样启动。'),
        situations: finding.describe('情形：哪些可以容。'),
        steps: finding.describe('步骤。'),
        deadlines: finding.describe('期限。'),
        notTolerated: finding.describe('不容的情形。'),
        decider: finding.describe('认定主体：谁认定。'),
        effects: finding.describe('结果运用：容了以后怎样。'),
        correction: finding.describe('纠错：怎样纠正。'),
      })
      .optional()
      .describe('容错纠错规则要素：启动、情形、步骤、期限、不容、认定主体、结果运用、纠错。'),
    deadlines: z
      .array(
        z.strictObject({
          of: text.describe('什么事的期限，如 作出容错认定、反馈申请人、申诉。'),
          value: z.number().positive().max(1000).describe('数值，写成普通数字，大于 0。'),
          unit: z.enum(DEADLINE_UNITS).describe('单位：工作日、日、月、年。'),
          from: text.describe('从何时起算，照来源的意思；来源没有写就写“未载”。'),
          cites,
        }),
      )
      .default([])
      .describe('来源写明的每一个期限：什么事、多少、从何时起。没有写明的不列。'),
    readAt: z
      .array(
        z.strictObject({
          publisher: text.describe('发布机构。'),
          note: text.describe('那里登的是什么。'),
          url: webAddress
            .optional()
            .describe('网址，只写首发机构自己的，以 https:// 或 http:// 开头，里面有汉字、空格的从浏览器的地址栏复制。'),
        }),
      )
      .default([])
      .describe('在哪里可以读到。'),
    textSeen: z.enum(['全文', '部分', '仅题名']).describe('编者看到多少原文。'),
    confidence: confidences.default({}).describe('各项的把握程度，如 docNumber: 待核。'),
  });
