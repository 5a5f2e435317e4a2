/** Controlled lists: the shape of each `content/vocab/*.yaml` file, and the enumerations that the entry schemas draw from them. */
import { z } from 'astro/zod';
import { webAddress } from './addresses.ts';
import { text, timeWords } from './texts.ts';
import { describeNumber, numberPattern, PART } from './number.ts';
import { UNKNOWN_VALUES } from './unknown.ts';

const day = z.iso.date();
const id = text.describe('编号，条目里写的就是它；定了不再改。');
const name = text.describe('名称，页面上这样写。');
const note = text.describe('一句话的说明。');
const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/u)
  .describe('网址里用的小写字母、数字和连字符；定了不再改。');

const plainItem = z.strictObject({ id, name, note });

/** A plain list: permanent id, name, one line of explanation. */
const plainList = z.strictObject({ title: text, note: text.optional(), items: z.array(plainItem).min(1) });

/** A plain list whose values have pages: each has its own part of an address. */
const listWithPages = z.strictObject({ title: text, note: text.optional(), items: z.array(plainItem.extend({ slug })).min(1) });

/** Types of cases; not every one is a case of tolerance. */
const caseTypes = z.strictObject({
  title: text,
  note: text.optional(),
  items: z
    .array(
      z.strictObject({
        id,
        name,
        note,
        slug,
        counts: z.boolean().default(true).describe('检索报告、六因素对照和统计默认算不算这一类；不算的写 false。'),
      }),
    )
    .min(1),
});

/** Outcomes of cases, and what the comparison takes together. */
const outcomes = z.strictObject({
  title: text,
  note: text.optional(),
  items: z
    .array(
      z.strictObject({
        id,
        name,
        note,
        slug,
        group: text.optional().describe('比对和报告把哪些处理结果归在一起；不写就自成一组。归组只为查找，不是定性。'),
      }),
    )
    .min(1),
});

const measureFields = z.strictObject({
  title: text,
  note: text.optional(),
  items: z
    .array(
      z.strictObject({
        id,
        code: z
          .string()
          .regex(/^M\d{1,2}$/u)
          .describe('领域的代码，如 M1。'),
        slug,
        name,
        note,
      }),
    )
    .min(1),
});

/** Units of figures, as they are written; a new one is entered here first. */
const units = z.strictObject({
  title: text,
  note: text.optional(),
  items: z.array(z.strictObject({ id: text.describe('单位，数字里写的就是它；定了不再改。'), note: note.optional() })).min(1),
});

const regions = z.strictObject({
  title: text,
  note: text.optional(),
  asOf: day,
  items: z
    .array(
      z.strictObject({
        id: slug.describe('编号，用拼音，条目和网址里用它；定了不再改。'),
        name: text.describe('全称；隐去名称的单位照录来源的写法。'),
        short: text.describe('简称，用于标签。'),
        kind: z.enum(['省级', '市级', '县级', '乡级', '兵团', '跨省区域', '场所', '隐去单位']).describe('哪一级。'),
        parent: text.optional().describe('上一级的编号。'),
        parentFrom: z.enum(['来源', '政区常识', '推定']).optional().describe('上下级关系从哪里来。'),
        code: z
          .string()
          .regex(/^\d{6}$/u)
          .optional()
          .describe('行政区划代码，只在确定时写。'),
        at: z.array(text).optional().describe('隐去单位在来源中的位置。'),
        note: note.optional(),
      }),
    )
    .min(1),
});

const publicSources = z.strictObject({
  title: text,
  note: text.optional(),
  items: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(numberPattern('public-sources'))
        .describe(`公开资料的编号：${describeNumber('public-sources')}。`),
      title: text.describe('题名；没有见到的照内容起一个，写明题名未载。'),
      publisher: text.describe('发布机构。'),
      date: timeWords('date').describe('发布日期，知道多少写多少；不知道写“未载”。'),
      url: webAddress
        .optional()
        .describe('网址，只写首发机构自己的，以 https:// 或 http:// 开头，里面有汉字、空格的从浏览器的地址栏复制；转载、镜像不写。'),
      seen: z
        .enum(['全文', '摘录', '转引', '仅题名', '通识'])
        .describe('编者看到多少：全文；摘录是看到其中一部分；转引是从别的文章里看到；仅题名；通识是一般知识，没有查到原件。'),
      note: note.describe('一句话的说明；网页会改、会撤，写上哪一天看的。').optional(),
    }),
  ),
});

/** What the unit itself keeps: its rules, its circulars, its files. Cited by article or by page. */
const ownDocuments = z.strictObject({
  title: text,
  note: text.optional(),
  items: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(numberPattern('own-documents'))
        .describe(`本单位文件的编号：${describeNumber('own-documents')}。`),
      title: text.max(80).describe('文件的题名，照原件。'),
      issuer: text.max(60).describe('发文或者形成文件的单位。'),
      docNumber: z.union([z.enum(UNKNOWN_VALUES), text]).describe('发文字号；没有写“未载”。'),
      date: z.union([z.enum(UNKNOWN_VALUES), timeWords('date')]).describe('成文日期，知道多少写多少，带引号；不知道写“未载”。'),
      access: z.enum(['公开', '内部']).describe('公开范围：公开的可以写进网站；内部的只进内部版，引用它的条目也只能是内部的。'),
      kept: text.max(80).describe('原件在哪里、向谁查，写单位和科室，不写人名。'),
      parts: z
        .array(
          z.strictObject({
            at: z
              .string()
              .regex(PART)
              .describe('哪一条或者哪一页：art-3（第三条）、art-3-2（第三条第二款）、p-12（第12页）、p-12-13（第12—13页）。'),
            no: text.max(20).optional().describe('原件里的叫法同“第三条”“第12页”不一样才写，如 第三条第（一）项、附件2。'),
            gist: text.describe('这一条（页）讲什么，用自己的话。'),
          }),
        )
        .default([])
        .describe('可以引用的条、款、页，逐个写大意；只引整份的写 []。'),
    }),
  ),
});

/** Without `to` each word of a group leads to the others; with it they lead to those words alone, and nothing leads back. */
const synonymGroup = z
  .strictObject({
    id: text.describe('这一组的英文编号，全表不重复，定了不再改。'),
    words: z.array(text).min(1).describe('读者会输入的词。没有写 to 的组，词与词互相检索，至少写两个。'),
    to: z
      .array(text)
      .min(1)
      .optional()
      .describe('单向的组才写：输入 words 里的词时，同时检索这些词，反过来不检索；不要再写 words 里已有的词。'),
    why: text.describe('一句话的理由：为什么算同一件事，或者为什么只能单向。'),
  })
  .refine(({ words, to }) => to !== undefined || words.length > 1, { path: ['words'] })
  .refine(({ words, to = [] }) => new Set([...words, ...to]).size === words.length + to.length, { path: ['words'] });

const synonyms = z.strictObject({
  title: text,
  note: text.optional(),
  items: z.array(synonymGroup),
});

const chains = z.strictObject({
  title: text,
  note: text.optional(),
  items: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(numberPattern('chains'))
        .describe(`链的编号：${describeNumber('chains')}。`),
      title: text.describe('问题，读者的说法。'),
      strength: z.enum(['直接', '部分', '推定', '弱', '仅措施', '总括']).describe('来源在多大程度上支持这条链。'),
      note: note.optional(),
      problems: z.array(text).describe('问题条目的编号。'),
      causes: z.array(text).describe('原因条目的编号。'),
      measures: z.array(text).describe('举措条目的编号。'),
      practices: z.array(text).describe('实践条目的编号。'),
    }),
  ),
});

/** One schema for each file in `content/vocab/`, by file name. */
export const vocabularyFiles = {
  'measure-fields': measureFields,
  levels: listWithPages,
  outcomes,
  distinctions: plainList,
  factors: plainList,
  evidence: plainList,
  'source-levels': listWithPages,
  'problem-types': listWithPages,
  'mechanism-families': listWithPages,
  'mechanism-standings': listWithPages,
  'case-types': caseTypes,
  'case-fields': listWithPages,
  'teaching-methods': plainList,
  units,
  regions,
  'public-sources': publicSources,
  'own-documents': ownDocuments,
  synonyms,
  chains,
} as const;

export type VocabularyName = keyof typeof vocabularyFiles;
export type VocabularyData = { [N in VocabularyName]: z.infer<(typeof vocabularyFiles)[N]> };
export type Region = VocabularyData['regions']['items'][number];
export type MeasureField = VocabularyData['measure-fields']['items'][number];
export type PublicSource = VocabularyData['public-sources']['items'][number];

export type OwnDocument = VocabularyData['own-documents']['items'][number];

/** Lists that a content folder may do without: it has then nothing of the kind. */
export const MAY_BE_ABSENT: Partial<VocabularyData> = { 'own-documents': { title: '本单位文件', items: [] } };

/** The loaded lists, and the zod enumeration of the ids of each. */
export interface Vocabulary {
  data: VocabularyData;
  /** A zod enumeration of the ids of one list, for use as a field's type. */
  enumOf(name: VocabularyName): z.ZodEnum<Record<string, string>>;
}

/** Wraps parsed lists so that the entry schemas can draw their enumerations from them. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  return {
    data,
    enumOf: (name) => z.enum(data[name].items.map((item) => item.id)),
  };
}
