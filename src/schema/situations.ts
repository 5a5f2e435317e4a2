/** `situations`: a matter in a reader's own words: what the rules say, what others did, what can be done next, whom to ask. */
import { z } from 'astro/zod';
import { asked, cite, commonFields, entryRef, entryRefs, statement } from './fields.ts';
import { text } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Who comes with a situation. */
export const ASKERS = ['干部', '组工', '教员'] as const;

/** What a page says of whom to ask where no rule that the library holds names anybody. */
export const NO_CHANNEL_TEXT = '所见规定没有写。';

/** Pages of the site that a situation may send its reader to, by address, with the names that links bear. */
export const SITE_TOOLS = {
  '/worksheet/': '六因素研判单',
  '/matrix/rules/': '地方规则对照',
  '/compare/': '案例比对',
  '/report/': '类案检索报告',
  '/pack/': '教学选编',
  '/figures/': '数字一览',
  '/guide/': '问题导航',
  '/regions/': '地区',
} as const;

/** The address of a page of the site that situations may lead to. */
export type SiteTool = keyof typeof SITE_TOOLS;

const siteTools = Object.keys(SITE_TOOLS) as SiteTool[];

const step = z.strictObject({
  what: text.max(40).describe('做什么，一句短话，作这一步的标题。法律要求先批准的，不写批准以前就动手。'),
  who: text.max(60).describe('谁来做，对谁做。'),
  keep: text.max(80).describe('留下什么：哪几样纸面的东西。'),
  byWhen: text.max(60).describe('什么时候以前；规定没有写期限的写“未载”。'),
  cites: z.array(cite).default([]).describe('这一步的出处：规定、做法或案例；编者建议没有出处。'),
  isEditors: z.boolean().default(false).describe('编者建议写 true，页面会标出来；不能每一步都是编者建议。'),
});

const onward = z.union([
  z.strictObject({ id: text.describe('条目编号：课程、术语、举措或相近的情形。'), why: text.max(40).describe('去那里看什么，半句话。') }),
  z.strictObject({ path: z.enum(siteTools).describe('站内工具的网址。'), why: text.max(40).describe('用它做什么，半句话。') }),
]);

export const situationSchema = (vocabulary: Vocabulary) =>
  z.strictObject({
    ...commonFields('situations', vocabulary),
    who: z.array(z.enum(ASKERS)).min(1).describe('谁会带着这件事来：干部、组工、教员，一个或几个。'),
    asked: asked.min(8).describe('人们实际怎样问这件事，8到15句口语，供检索，不算事实；两个情形不能有相同的一句。'),
    forbids: z.array(statement).default([]).describe('法律不许的：一句一条，页面放在最前面；没有就不写。'),
    says: z
      .array(statement)
      .min(2)
      .max(4)
      .describe('政策怎么说：两到四句，每句写明哪部规定第几条、哪一版、现在用不用；只引政策法规，写“可以”的不写成“应当”。'),
    elsewhere: z
      .array(
        z.strictObject({
          id: z.union([entryRef('practices'), entryRef('tolerance')]).describe('地区实践或案例的编号；教学情景不能当案例用。'),
          why: text.max(60).describe('看它的什么，一句话。'),
        }),
      )
      .max(4)
      .default([])
      .describe('别处怎么做：两条做法、两个案例，有多少写多少。'),
    steps: z.array(step).min(2).max(6).describe('可以先做的几步，按先后。'),
    channel: z
      .union([z.literal('未载'), z.array(statement).min(1)])
      .describe('找谁：引规定写明的受理机关和条号，一件事一句，写成“什么事：找谁”；所见规定没有写的，写“未载”。'),
    refused: z.array(statement).default([]).describe('当心：规定不容的、要追究的，一句一条。'),
    rules: entryRefs('policies').describe('规则对照里该看的几行：写有容错规则要素的政策编号。'),
    next: z.array(onward).min(1).describe('接着看：研判单、课程、术语、相近的情形。'),
    chains: z.array(vocabulary.enumOf('chains')).min(1).describe('属于问题导航的哪几条链，见 vocab/chains.yaml。'),
  });
