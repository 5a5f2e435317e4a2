/** `content/site.yaml`: whose site this is and where it stands. Whatever is left out has the value that stands here; a variable of the environment wins. */
import { z } from 'astro/zod';
import { UNIT_NAME } from './number.ts';
import { text } from './texts.ts';

/** Whom a unit's own channel belongs to; situations show the kinds that their rules name. */
const CHANNEL_KINDS = ['组织人事', '纪检监察', '信访', '审计', '督查', '法制审核', '统计', '本单位'] as const;

export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What is made of the content: for a web server, for a stick. */
export const EDITIONS = ['网站', '文件夹版'] as const;

const channel = z.strictObject({
  kind: z.enum(CHANNEL_KINDS).describe('管哪一类事：情形的“找谁”写到这一类机关时，下面列出这一条；“本单位”是其余的事。'),
  office: text.max(40).describe('本地由哪个单位、哪个科室受理，如“组织部干部监督室”；写岗位，不写人名。'),
  phone: text
    .regex(/^[0-9０-９][0-9０-９ ()（）\-—转、，]*$/u)
    .optional()
    .describe('值班电话，如 010-00000000 转 12；只写办公电话，没有就不写。'),
  hours: text.max(40).optional().describe('什么时候有人接，如“工作日 8:30—17:30”。'),
});

const CODE = /^[A-Z][A-Z0-9]{1,7}$/u;

/** What this site does with another unit's library. */
const UNIT_USES = ['检索时问', '汇集'] as const;

/** More would be asked at once than a reader waits for; a site that gathers them has one index. */
export const MOST_ASKED = 10;

const unit = z.strictObject({
  name: text
    .regex(UNIT_NAME)
    .refine((name) => name !== '本库')
    .describe('在本库里怎么叫它，1到8个汉字、大写字母或数字，如 青川；跨单位的编号用它，写作 青川:RC-014，定了就不要改。'),
  code: z.string().regex(CODE).describe('它自己的 site.yaml 里的 unitCode，如 QC；读之前先核对，不一致就不读。'),
  address: text
    .regex(/^(?:https?:\/\/[^\s/?#@"';]+)?\/(?:[^\s?#"';]+\/)?$/u)
    .describe('它的网站从哪里开始，以 / 结尾，如 "http://10.0.0.9/kb/"；和本站同一台主机的只写路径，如 /qingchuan/。'),
  folder: text
    .regex(/^[^/\\:*?"<>|]{1,60}$/u)
    .optional()
    .describe('文件夹版放在同一个 U 盘里时，它的文件夹叫什么；要和本库的文件夹并排放。不写就不从文件夹读。'),
  use: z
    .enum(UNIT_USES)
    .default('检索时问')
    .describe('“检索时问”：读者同意以后，检索时直接问它，最多10个；“汇集”：把它的条目收进本站的索引。'),
  from: text
    .optional()
    .describe('只用于“汇集”：从哪个文件夹取它的数据（它的 dist，或者拷来的网站文件夹）；不写就由 npm run fetch:units 到它的网址去取。'),
});

export const siteSchema = z.strictObject({
  name: text.max(30).default('担当作为知识库').describe('网站的名称，最多30个字；引用、订阅和文件里用它。'),
  shortName: text.max(12).optional().describe('简称，最多12个字，用在页眉和窗口标题；不写就用名称。'),
  tagline: text.max(40).default('激励干部担当作为的政策、机制、实践与案例').describe('一句话说它是什么，接在首页的窗口标题里。'),
  description: text
    .max(120)
    .default('问题、原因、举措、机制、地区实践与容错纠错案例，逐句注明出处，未载之处如实写明。')
    .describe('两三句话的介绍，写进页面的说明，读者在搜索结果里看到它。'),
  owner: text.max(40).optional().describe('主办单位的全称，写在页脚；没有就不写。'),
  footer: text.max(120).default('非官方网站，内容以原文为准。').describe('页脚的一行字，写明网站的性质。'),
  address: z.string().trim().default('').describe('网址，只到主机，如 "http://10.0.0.8"；还没有定就写 ""。'),
  base: text.default('/').describe('放在哪个路径下，如 /kb/；整个主机都归它就写 /。'),
  unitCode: z
    .string()
    .regex(CODE)
    .optional()
    .describe('本单位的短代码，2到8个大写字母和数字，以字母开头，如 QC；写进版本说明和打包的文件名，几个单位的库放在一起时用它分清。'),
  idCode: z
    .string()
    .regex(/^[0-9A-Za-z]{10}$/u)
    .optional()
    .describe('政府网站标识码，10位；只有政府网站才写。'),
  channels: z.array(channel).default([]).describe('本地找谁：按类列出受理的科室和值班电话；没有就写 []。'),
  editions: z
    .array(z.enum(EDITIONS))
    .min(1)
    .default(['网站'])
    .describe('npm run publish 发布哪几版：网站、文件夹版（双击就能打开，拷进 U 盘用）。'),
  units: z.array(unit).default([]).describe('别的单位的库：检索时可以一起问的，或者汇集进来的；没有就写 []。'),
  allow: z
    .array(
      text
        .regex(/^https?:\/\/[^\s/?#@"';\\]+$/u)
        .describe('以 http:// 或 https:// 开头，只写到主机和端口，后面不带斜杠，如 "http://10.0.0.7"。'),
    )
    .default([])
    .describe('许哪些网站的页面来问本库，只写到主机，如 "http://10.0.0.7"；同一台主机上的不用写。写了以后请重新写出服务器的配置。'),
});

export type SiteUnit = SiteFile['units'][number];
export type SiteFile = z.infer<typeof siteSchema>;
export type LocalChannel = SiteFile['channels'][number];
