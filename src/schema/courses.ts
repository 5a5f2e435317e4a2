/** `courses`: a course with sessions, what lies on the table in each, cases with alternatives, questions, board and assessment. */
import { z } from 'astro/zod';
import { commonFields, entryRefs } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a session hands out. Each is printed from fields that exist: nothing can be named here that the kit does not hold. */
export const HANDOUTS = {
  甲部: '案例到决定之前的材料',
  乙部: '结果与后续，装信封，议完再发',
  角色卡: '情景里各人知道的事，一人一张',
  消息卡: '情景中途的变化，由主持人发',
  条文: '政策的条款：大意和决定性的原词；不写条款的，是规则要素和与担当作为有关的内容',
  条目: '实践、术语、对读的阅读页',
  六因素表: '六因素空白表',
  会商记录: '会商记录页',
  报备表: '请示报备材料空白页',
  检索记录: '检索记录页',
  板书表: '照本环节板书画的空白表',
  卡片: '各人写的小卡片，四张一页',
} as const;

export type HandoutKind = keyof typeof HANDOUTS;

/** How a board is drawn. */
const BOARD_SHAPES = ['分栏', '行列', '时间轴', '两轴'] as const;

const board = z
  .strictObject({
    shape: z.enum(BOARD_SHAPES).describe('画法：分栏（几栏并排）、行列（表）、时间轴、两轴（两条轴分四格）。'),
    columns: z.array(text.max(24)).min(2).describe('各栏的标题；时间轴写各点，两轴写两条轴的名称。'),
    rows: z.array(text.max(24)).default([]).describe('行列的各行标题；没有就不写。'),
    note: text.optional().describe('怎样用，如每格下面写什么。'),
  })
  .describe('板书设计，会画成一页图。');

const handout = z.strictObject({
  kind: z.enum(Object.keys(HANDOUTS) as [HandoutKind, ...HandoutKind[]]).describe('发哪一样，见作者手册的印件表。'),
  of: text.optional().describe('条文、条目写条目编号；甲部、乙部、角色卡、消息卡不写就是本环节的案例。'),
  clauses: z.array(text).default([]).describe('只印哪几条：政策条款的锚点，如 art-44。'),
  heads: z.array(text.max(24)).default([]).describe('卡片上要写的几项。'),
  isLate: z.boolean().default(false).describe('议完再发写 true；乙部总是议完再发。'),
});

export const courseSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('courses', vocabulary),
    audience: text.describe('对象。'),
    hours: z.number().positive().describe('总学时（小时）。'),
    classType: text.describe('班次类型。'),
    objectives: z.array(text).min(1).describe('教学目标，用可观察的动词。'),
    units: z
      .array(
        z.strictObject({
          title: text.describe('环节的名称；学员也看得到，不露结果。'),
          minutes: z.int().positive().describe('分钟数，连同课间休息。'),
          pause: z.int().min(0).default(0).describe('其中课间休息的分钟数。'),
          method: vocabulary.enumOf('teaching-methods').describe('教学方法，见 vocab/teaching-methods.yaml。'),
          case: text.optional().describe('所用案例或实践的编号。'),
          alternatives: z.array(text).default([]).describe('备选案例的编号。'),
          questions: z
            .array(z.strictObject({ question: text.describe('讨论题。'), purpose: text.describe('这道题的用意。') }))
            .default([])
            .describe('讨论题和用意。'),
          board: board.optional(),
          handouts: z.array(handout).default([]).describe('这一环节发的印件，成套材料照它印；分钟数由它们撑起。'),
          materials: z.array(text).default([]).describe('现场要备的物品，如便利贴、红笔；印件写在“这一环节发的印件”里。'),
        }),
      )
      .min(1)
      .describe('各节，按先后。'),
    readings: z.array(text).default([]).describe('阅读材料：条目编号或公开资料编号。'),
    assessment: z
      .strictObject({
        task: text.describe('学员交什么，什么时候交，怎样算合格。'),
        items: z
          .array(
            z.strictObject({
              ask: text.describe('检验单上要学员写的一项。'),
              key: text.describe('批改要点：看什么，什么情形退回。'),
            }),
          )
          .min(1)
          .describe('检验单的各项和批改要点。'),
      })
      .describe('怎样检验学习效果。'),
    measures: entryRefs('measures'),
    problems: entryRefs('problems'),
    terms: entryRefs('terms'),
  });
