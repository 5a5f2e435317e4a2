/**
 * Shapes that several collections share, each defined once. Every field carries one Chinese sentence for authors: it becomes the
 * description in the JSON Schema that editors see while they write.
 */
import { z } from 'astro/zod';
import { QUALIFIERS } from './hedged-number.ts';
import { CITE, COLLECTIONS, describeNumber, numberPattern } from './number.ts';
import type { CollectionName } from './number.ts';
import { text, timeWords } from './texts.ts';
import { UNKNOWN_VALUES } from './unknown.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A calendar day, `"2026-11-22"`; a quoted string, because YAML turns a bare date into a UTC instant. */
export const isoDay = z.iso.date().describe('日期，写成带引号的 "2026-11-22"。');

/** A day, a month or a year, as exact as the source is. */
export const partialDate = z
  .string()
  .regex(new RegExp(`^\\d{4}(-(0[1-9]|1[0-2]))?$|${z.regexes.date.source}`, 'u'))
  .describe('日期，知道多少写多少："2021"、"2021-08" 或 "2021-08-23"，带引号。');

export const unknown = z.enum(UNKNOWN_VALUES).describe('没有的信息：未载（来源没有写）、未公开、隐去（来源用星号隐去）。');

/** One citation: a sentence of a source document, a policy (clause), a public source, or a document of the unit's own (article, page). */
export const cite = z
  .string()
  .regex(CITE)
  .describe('出处：来源文献的句子 S3-¶26#2（连续几句写 S3-¶26#2-3），政策编号 ZC-0001，公开资料编号 GK-0001，或本单位文件 WJ-001#art-3。');

export const cites = z.array(cite).min(1).describe('出处，至少一个。');

/** A sentence of fact together with where it comes from. */
export const statement = z.strictObject({
  text: text.describe('一句话的事实，用自己的话写，保留“一般”“探索”“研究制定”等限定语。'),
  cites,
});

/** The longest passage of a law that may be quoted, in characters. */
const LONGEST_QUOTE = 40;

/** A source's own words, to be printed in quotation marks. */
export const quotedWords = text.max(LONGEST_QUOTE).refine((words) => !/^“[^“”]*”$/u.test(words));

/** The decisive words of an article exactly as printed, and where and when an editor read them. */
export const quote = z.strictObject({
  words: quotedWords.describe('条文里起决定作用的几个词，照印本一字不差，不超过40字，两头不加引号，页面会加上。'),
  edition: text.describe('哪一版，如 2018年修订。'),
  readAt: text.describe('在哪里读到：发布机构名，或“公开法规文本（转录）”；不写网址。'),
  day: isoDay.describe('哪一天读的，带引号。'),
});

/** A fact with its source, or one of the unknown values. */
export const finding = z.union([unknown, statement]).describe('一句有出处的事实，或“未载”“未公开”“隐去”。');

/** A typed number: what was counted, whose it is, over which period, and where it stands. */
export const figure = (vocabulary: Vocabulary) =>
  z.strictObject({
    value: z.union([z.number().min(0).max(1e13), unknown]).describe('数值，写成普通数字（3.5万写 35000）；来源隐去的写“隐去”。'),
    asWritten: text.optional().describe('来源的写法与数值不同时照录，如 3.5万。'),
    unit: vocabulary.enumOf('units').describe('单位，见 vocab/units.yaml，如 名、起、人次、%、元/月。'),
    qualifier: z.enum(QUALIFIERS).optional().describe('约数或界限：余、多、约、左右、不低于等，来源有就必须写。'),
    what: text.describe('数的是什么，如 得到澄清正名的干部。'),
    whose: text.describe('谁的数，如 浙江各级组织系统；主体必须和来源一致。'),
    scope: text.optional().describe('口径：在什么范围、什么条件下数的。'),
    period: z.union([unknown, timeWords('period')]).describe('时间范围，照来源的说法，如 3年来累计；没有就写“未载”。'),
    cite,
  });

/** Ways in which people ask what an entry answers, in their own words; searched in a layer of their own, never facts. */
export const asked = z.array(text.max(40)).max(15).describe('人们怎样问这一条所答的事，5到15句，用他们自己的话；供检索，不算事实。');

/** A reference to another entry by its permanent number. */
export const entryRef = (collection: CollectionName) =>
  z
    .string()
    .regex(numberPattern(collection))
    .describe(`${COLLECTIONS[collection].name}条目的编号：${describeNumber(collection)}。`);

/** A list of references to entries of one collection, empty when there is none. */
export const entryRefs = (collection: CollectionName) => z.array(entryRef(collection)).default([]);

/** A link to another entry with the reason for it in words. */
export const reasonedRef = (collection: CollectionName, why: string) =>
  z.strictObject({ id: entryRef(collection), why: text.describe(why) });

/** Where the editors looked for a related article and found none. */
export const NONE_FOUND = '未找到';

const clauseAnchor = text.optional().describe('条款的锚点，照那份政策的条款写，如 art-17。');

/**
 * What an entry rests on, in two kinds that are never mixed: what its source itself names as the basis, and what the editors connect.
 * A likeness in content is a connection, never a basis.
 */
export const lawLinks = {
  basis: z
    .array(
      z.strictObject({
        id: entryRef('policies').optional().describe('来源点名的文件在本库的编号；本库没有这份文件就不写。'),
        clause: clauseAnchor,
        text: text.describe('来源自己写明的依据：点了哪份文件、哪一条，用自己的话。'),
        cites,
      }),
    )
    .default([])
    .describe('依据（来源写明）：只写来源自己点名的依据。内容相像不算，写进“相关条文（编者所列）”。'),
  relatedPolicies: z
    .union([
      z.literal(NONE_FOUND),
      z.array(
        z.strictObject({
          id: entryRef('policies'),
          clause: clauseAnchor,
          why: text.describe('为什么放在一起，一句话；案例要写明是不是当时有效的那一版。'),
        }),
      ),
    ])
    .default([])
    .describe('相关条文、相关政策（编者所列）：编者认为该对照着读的条文。查过确实没有，写“未找到”。'),
};

/** How each document treats a matter: as a problem, a cause or a measure, and under which heading. */
export const layering = z.strictObject({
  source: entryRef('sources'),
  layer: z.enum(['问题', '表现', '原因', '措施', '危害', '间接提到']).describe('这份文献把它放在哪一层。'),
  heading: text.describe('原文放在哪个标题或说法之下，简述。'),
  cites,
});

/** When a paragraph of a scenario comes up in class: it lies on the table, or arrives while people talk. */
const MOMENTS = ['桌上', '途中'] as const;

/** A sentence of part A; in a scenario it may be what one person knows, or what turns up. */
const partAStatement = statement.extend({
  role: text.max(16).optional().describe('这一段是谁知道的：印成他的角色卡。只用于教学情景。'),
  moment: z.enum(MOMENTS).optional().describe('什么时候拿出来：“桌上”是摆在桌上的材料，“途中”是讨论中途才来的消息，印成消息卡。'),
});

/** The teaching block of a case or a practice: part A ends at the decision, part B is what came of it. */
export const teaching = z.strictObject({
  decisionPoint: text.describe('学员要作的决定：谁、在什么时候、面对什么选择。'),
  audience: text.describe('适合的对象和班次。'),
  objectives: z.array(text).min(1).describe('教学目标，用可观察的动词。'),
  questions: z
    .array(
      z.strictObject({
        question: text.describe('讨论题。'),
        purpose: text.describe('这道题的用意。'),
        minutes: z.int().positive().describe('建议分钟数。'),
      }),
    )
    .min(2)
    .max(5)
    .describe('讨论题，两到五道。'),
  background: z.array(statement).default([]).describe('背景：国家政策、别的地区怎么做，逐句注明出处。'),
  keyPoints: z.array(text).min(1).describe('教学要点（编者建议）。'),
  partA: z.array(partAStatement).min(1).describe('甲部：到作出决定之前为止的事实。'),
  partB: z.array(statement).min(1).describe('乙部：结果、理由、纠错和后续。'),
});

/** Who wrote an entry and who looked at it before it went out; by post, never by name. */
export const signOff = z.strictObject({
  writer: text.max(40).describe('谁写的：岗位，如 县委组织部干部监督科一级主任科员。'),
  reviewer: text.max(40).describe('谁审核的：岗位，和写的人不是同一个。'),
  date: isoDay.describe('哪一天审核的，带引号。'),
  secrecy: z.literal('已做').describe('保密审查：做过了才写“已做”。'),
});

/** Fields that every entry has; `collection` decides the shape of its number. */
export function commonFields(collection: CollectionName, vocabulary: Vocabulary) {
  return {
    id: entryRef(collection).describe(`永久编号，发布后不再改动：${describeNumber(collection)}。`),
    title: text.max(60).describe('标题，写明是谁的、什么事。'),
    summary: text.max(120).describe('一两句话的摘要，不超过120字。'),
    takeaway: text
      .max(100)
      .optional()
      .describe('对读者意味着什么：能拿它做什么、要注意什么，一句话，不超过100字。编者的话，页面会标明，不写新的事实和数字。'),
    asked: asked.default([]),
    keywords: z.array(text).default([]).describe('关键词。'),
    aliases: z.array(text).default([]).describe('别名、俗称、来源里的其他叫法，供检索。'),
    status: z.enum(['草稿', '发布', '退出']).describe('状态：草稿不进网站；退出的条目保留页面并指向替代条目。'),
    access: z.literal('内部').optional().describe('只给内部看的写“内部”：只进内部版，公开的网站里没有它；公开的条目不写这一行。'),
    retired: z
      .strictObject({
        date: isoDay,
        reason: text.describe('为什么退出。'),
        replacedBy: text.optional().describe('替代条目的编号。'),
      })
      .optional()
      .describe('退出的说明，状态为“退出”时必填。'),
    published: isoDay.describe('首次发布日期，带引号。'),
    updated: isoDay.describe('最近一次实质修改的日期，带引号。'),
    changes: z
      .array(z.strictObject({ date: isoDay, what: text.max(100).describe('改了什么，一句话，读者看得懂，如 补上文号，改正施行日期。') }))
      .default([])
      .describe('发布以后的每一次实质修改：日期和改了什么。最后一次的日期就是修改日期；错别字不记。'),
    checked: z.strictObject({ date: isoDay, against: text.describe('对照什么核对的。') }).describe('上次核对：日期和所对照的材料。'),
    signOff: signOff.optional().describe('审核和保密审查：写的人、审核的人（岗位）、日期。新条目发布以前要有，用编辑台的“审核发布”写。'),
    reviewDue: isoDay.optional().describe('应当复核的日期，带引号。'),
    nature: z.enum(['来源文献', '公开报道', '本单位材料', '编者综合', '教学情景']).describe('内容性质。'),
    themes: z.array(vocabulary.enumOf('measure-fields')).default([]).describe('举措领域，15个领域之一或几个。'),
    level: z.array(vocabulary.enumOf('levels')).default([]).describe('层级。'),
    regions: z.array(vocabulary.enumOf('regions')).default([]).describe('地区编号，见 vocab/regions.yaml；隐去名称的单位也有编号。'),
    cites: z.array(cite).default([]).describe('支撑全条的出处；正文和各字段里已经注明的不必重复。'),
    figures: z.array(figure(vocabulary)).default([]).describe('条目里的每一个数字。'),
    openQuestions: z.array(text).default([]).describe('来源没有写明的事：读者会问而原文没有答的。'),
    related: z
      .array(z.strictObject({ id: text.describe('条目的编号。'), why: text.describe('为什么相关，一句话。') }))
      .default([])
      .describe('其他相关条目，编号和理由。'),
  };
}
