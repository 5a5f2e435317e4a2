/** `sources`: the five source documents, told paragraph by paragraph in our own words. */
import { z } from 'astro/zod';
import { commonFields, isoDay, partialDate, unknown } from './fields.ts';
import { text } from './texts.ts';
import { PLACE } from './number.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where in a document something stands: a paragraph, with or without sentences. */
const place = z.string().regex(PLACE).describe('段号，可带句号：¶03 或 ¶03#2。');

export const sourceSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('sources', vocabulary),
    shortName: text.max(10).describe('短名，正文和出处里这样称呼它，如 临泽县调研；全站只用这一个。'),
    titleAsWritten: z.union([unknown, text]).describe('原文标题；没有标题写“未载”。'),
    documentKind: z.enum(['调研报告', '经验材料', '专题报告', '新闻综述', '研讨发言']).describe('文种。'),
    stance: z.enum(['建议', '做法']).describe('立场：说的是建议（不能当作已经做了）还是做法。'),
    author: z.union([unknown, text]).describe('作者或署名。'),
    publisher: z.union([unknown, text]).describe('登载处。'),
    issued: z.union([unknown, partialDate]).describe('日期。'),
    notBefore: partialDate.optional().describe('据内容推定不早于何时。'),
    datingNote: text.describe('日期的依据和推定。'),
    place: text.describe('所写的地方，照来源的写法。'),
    retrieved: isoDay.describe('编者整理原件的日期。'),
    sections: z
      .array(
        z.strictObject({
          heading: text.describe('原文标题；编者加的用圆括号括起。'),
          depth: z.int().min(1).max(3).describe('标题的层级，1 到 3。'),
          from: z.int().min(0).describe('起始段号。'),
          to: z.int().min(0).describe('结束段号。'),
        }),
      )
      .min(1)
      .describe('提纲。'),
    paragraphs: z
      .array(
        z.strictObject({
          n: z.int().min(0).describe('段号。'),
          kind: z.enum(['元数据', '标题', '称呼', '正文', '缺口', '结束语', '残留']).describe('这一段是什么。'),
          sentences: z.int().min(0).describe('句数。'),
          heading: text.describe('这一段讲什么，几个字。'),
          gist: text.describe('编者概括的大意，用自己的话。'),
        }),
      )
      .min(1)
      .describe('逐段：段号、句数、小标题、大意。'),
    rhetoric: z
      .array(z.strictObject({ at: place, reason: text.describe('为什么不引。') }))
      .default([])
      .describe('不载事实的句子：不被任何条目引用，写明理由。'),
    gaps: z
      .array(z.strictObject({ at: place.optional(), text: text.describe('缺了什么。') }))
      .default([])
      .describe('缺口：原文没有、被截去或被隐藏的内容。'),
    masks: z
      .array(
        z.strictObject({
          id: text.describe('隐去处的编号，如 S3-M1。'),
          at: place,
          asWritten: text.describe('原文怎样隐去，照录星号。'),
          hides: text.describe('隐去的是什么。'),
          kind: z.enum(['比例', '人数', '名称']).describe('哪一类。'),
        }),
      )
      .default([])
      .describe('隐去的名称和数字，一律不补。'),
    slips: z
      .array(z.strictObject({ at: place, text: text.describe('疏漏是什么。') }))
      .default([])
      .describe('原文的疏漏，照录不改。'),
  });
