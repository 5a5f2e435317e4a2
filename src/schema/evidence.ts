/** `tests/evidence.json`: what the nightly tests proved of the whole site, when and of which commit. Written by the tests, told by the pages. */
import { z } from 'astro/zod';

const count = z.int().min(0);

/** A browser in which the whole site was tried. */
const triedBrowser = z.strictObject({
  name: z.string().min(1).describe('浏览器，照浏览器约定里的叫法。'),
  version: z.string().describe('它自己报的版本；没有启动成的写空。'),
  passed: count.describe('试过而没有差错的项数。'),
  failed: count.describe('有差错的项数。'),
});

const part = z.strictObject({
  at: z.iso.datetime().describe('什么时候做完的，UTC。'),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/u)
    .describe('测的是哪一个提交。'),
  isChanged: z.boolean().describe('测的时候有没有还没提交的改动。'),
  passed: count.describe('通过的项数。'),
  failed: count.describe('没有通过的项数。'),
  seconds: z.number().min(0).describe('用了多少秒。'),
});

/** The nightly parts, in the order in which they run. */
export const evidenceSchema = z.strictObject({
  access: part
    .extend({
      counts: z.strictObject({
        pages: count.describe('逐页打开的页面数。'),
        controls: count.describe('读出名称的控件数。'),
        axe: count.describe('axe 的意见数。'),
        wide: count.describe('在 320 像素宽下横向滚动的页面数。'),
        unnamed: count.describe('没有中文名称的控件数。'),
      }),
    })
    .optional()
    .describe('每一个页面的无障碍检查。'),
  html: part.optional().describe('每一个页面的 HTML。'),
  search: part.optional().describe('每一个名称的检索条数和先后。'),
  kinds: part.optional().describe('每一类页面的全部宽度，浏览器测试的全部取值。'),
  hosting: part.optional().describe('每一类页面经过 nginx 和别的服务器。'),
  content: part.optional().describe('条目与标准 MDX 一致，编辑器里的提示。'),
  mutations: part.optional().describe('弄坏的内容都被指出来。'),
  fuzz: part.optional().describe('胡乱的网址和保存内容。'),
  browsers: part
    .extend({ browsers: z.array(triedBrowser).min(1) })
    .optional()
    .describe('浏览器约定里的每一种浏览器。'),
  judges: part
    .extend({
      counts: z.strictObject({
        pages: count.describe('W3C 检查器看过的页面数。'),
        remarks: count.describe('W3C 检查器的意见数。'),
        headers: count.describe('不合的响应头数。'),
        low: count.describe('Lighthouse 低于要求的项数。'),
      }),
    })
    .optional()
    .describe('外部的检查工具。'),
  reproducible: part.optional().describe('同样的输入生成同样的字节。'),
  kills: part.optional().describe('生成、发布或退回到一半被杀掉，网站仍是完整的。'),
  bundle: part.optional().describe('离线包在断网的空机器上照说明走一遍。'),
  citations: part.optional().describe('每一部作品的著录与公开的 GB/T 7714 样式逐条比对。'),
  office: part.optional().describe('每一个 Word、Excel、PPTX 文件合乎 ECMA-376。'),
  build: part.optional().describe('生成要用的时间和内存。'),
});

export type Evidence = z.infer<typeof evidenceSchema>;

/** What is told of any part. */
export type EvidencePart = z.infer<typeof part>;

export type EvidenceName = keyof Evidence;

export const EVIDENCE_NAMES = evidenceSchema.keyof().options;
