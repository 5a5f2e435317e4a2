/** `content/pages/`: the site's own prose, one page a file. What only some pages have says so. */
import { z } from 'astro/zod';
import { isoDay } from './fields.ts';
import { text } from './texts.ts';
import { numberPattern } from './number.ts';

/** The pages that the site has; each needs its file. */
export const PAGE_NAMES = [
  'home',
  'about',
  'ratings',
  'operators',
  'browsers',
  'access',
  'guide',
  'list-situations',
  'list-sources',
  'list-policies',
  'list-problems',
  'list-causes',
  'list-measures',
  'list-mechanisms',
  'list-practices',
  'list-tolerance',
  'list-courses',
  'list-terms',
  'list-tensions',
] as const;

export type PageName = (typeof PAGE_NAMES)[number];

export const ACCESS_AIMS = ['可感知性', '可操作性', '可理解性', '兼容性'] as const;

/** What only a test of every page can say; the page tells it from what the nightly tests left. */
const PROOFS = ['axe 逐页', '320 像素逐页', '控件名称逐页', 'W3C 逐页'] as const;

export type Proof = (typeof PROOFS)[number];

const link = z.strictObject({
  label: text.describe('链接的文字。'),
  path: z.string().startsWith('/').describe('站内网址，以“/”开头。'),
  note: text.max(24).optional().describe('那里有什么，半句话。'),
});

const accessPoint = z
  .strictObject({
    aim: z.enum(ACCESS_AIMS).describe('目标。'),
    no: text.describe('WCAG 2.2 的编号，带引号，如 "1.1.1"。'),
    level: z.enum(['A', 'AA']).describe('级别。'),
    asks: text.describe('要求什么，用自己的话。'),
    state: z.enum(['符合', '部分符合', '未测', '不涉及']).describe('状态。只靠全面测试的，测试没有跑过时页面上写未测。'),
    basis: text.optional().describe('怎样知道的，结尾不加句号；全靠全面测试的可以不写。'),
    proofs: z.array(z.enum(PROOFS)).min(1).optional().describe('由全面测试得知的：页面自动写上日期和数目，不要手写。'),
  })
  .refine(({ basis, proofs }) => basis !== undefined || proofs !== undefined, { message: 'basis 和 proofs 至少写一个。' });

export type AccessPoint = z.infer<typeof accessPoint>;

export const pageSchema = z.strictObject({
  title: text.max(60).describe('页面标题。'),
  description: text.max(120).describe('一句话说这一页有什么，搜索和转发时显示。'),
  doors: z
    .array(
      z.strictObject({
        who: text.describe('谁，如 干部。'),
        links: z.array(link).min(1).describe('给他的入口。'),
      }),
    )
    .optional()
    .describe('只有首页有：给三种人的工具。'),
  situations: z
    .array(z.string().regex(numberPattern('situations')))
    .min(1)
    .max(12)
    .optional()
    .describe('只有首页有：首页做成卡片的情形，写编号，按先后；归在这个情形的 who 写的第一种人下面，其余的情形自动列在卡片下面。'),
  questions: z
    .array(text.max(20))
    .max(5)
    .optional()
    .describe('只有首页有：检索框下面的几个问题；哪个情形的 asked 里有这一句，就到那个情形，没有就检索。'),
  pointsChecked: isoDay.optional().describe('只有无障碍说明有：逐项核对的日期。'),
  points: z.array(accessPoint).optional().describe('只有无障碍说明有：逐项的状态。'),
});

export type PageData = z.infer<typeof pageSchema>;
