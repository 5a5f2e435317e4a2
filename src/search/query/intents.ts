/** What a question asks for, and which entries answer that best. A table: each line can be read, tested and argued about. */
import type { EntryCard, Offer } from '../engine/engine.ts';

export interface Intent {
  id: string;
  /** How it is called in the sentence that says what is preferred. */
  name: string;
  /** What is listed first, in words. */
  told: string;
  /** Words that ask for it. */
  asks: readonly string[];
  /** Collections that answer it. */
  collections: readonly string[];
  /** What an entry of any collection must have to answer it. */
  offers: readonly Offer[];
}

/** In the order in which they are tried: the more special before the more general. */
export const INTENTS: readonly Intent[] = [
  {
    ...{ id: 'who', name: '找谁', told: '写有程序和渠道的条目' },
    asks: words(
      '找谁 找哪个 找哪里 找什么部门 谁来管 谁管 谁负责 谁说了算 谁来定 谁认定 谁来认定 归谁 向谁 跟谁 哪个部门 哪个单位 什么部门 哪里反映 到哪反映 向哪里 去哪里 去哪儿 渠道',
    ),
    ...{ collections: ['situations'], offers: ['channel', 'decider'] },
  },
  {
    ...{ id: 'when', name: '几天', told: '写明期限的条目' },
    asks: words('几天 多少天 几日 几个月 多少个月 几年 多久 多长时间 什么时候 何时 时限 期限 多少日 几个工作日'),
    ...{ collections: [], offers: ['deadline'] },
  },
  {
    ...{ id: 'how-many', name: '多少', told: '有数字的条目' },
    asks: words('多少 几个 几名 几人 几起 占比 比例是 百分之几 人数 数量 有几'),
    ...{ collections: [], offers: ['figure'] },
  },
  {
    ...{ id: 'class', name: '上课', told: '课程和案例' },
    asks: words(
      '一堂课 一节课 半天课 党课 微课 短课 上课 讲课 备课 教案 课件 教学 讨论题 思考题 分组讨论 研讨题 案例教学 情景模拟 模拟演练 开场 素材 学员 ' +
        '一堂 专题课 授课 讲稿 讲义 讲起 开讲 怎么讲 课程 课堂 学时 课时 教学设计 培训班 专题班 研讨班 轮训班 分组研讨 小组讨论 结构化研讨 分组题 提问单 打分表 评分表 ' +
        '情景 模拟 角色扮演 辩论 研讨案例 讨论案例 小案例',
    ),
    ...{ collections: ['courses', 'tolerance'], offers: [] },
  },
  {
    ...{ id: 'case', name: '案例', told: '案例' },
    asks: words(
      '案例 例子 实例 先例 判例 类案 有人因为 有没有人 真人真事 真事 事例 正面典型 反面典型 先进典型 典型事例 正面教材 反面教材 通报案例 典型通报 哪个通报 哪些通报 哪份通报 警示案例',
    ),
    ...{ collections: ['tolerance'], offers: [] },
  },
  {
    ...{ id: 'basis', name: '依据', told: '政策法规' },
    asks: words(
      '依据是什么 依据 凭什么 哪条规定 哪一条 哪个文件 哪份文件 什么规定 有没有规定 文件依据 政策依据 法律依据 怎么规定 规定在哪 哪部法 ' +
        '号令 条例 细则 条款 条文 若干规定 实施办法 暂行办法 暂行规定 适用情形 调整情形 哪些情形 几种情形 哪几种情形 年版 新版 现行版 全文 原文',
    ),
    ...{ collections: ['policies'], offers: [] },
  },
  {
    ...{ id: 'where', name: '哪里有', told: '地区实践' },
    asks: words(
      '哪里有 哪里 哪儿有 哪些地方 哪个地方 哪个省 哪个市 哪个县 哪些省 哪些市 别的地方 其他地方 外地 兄弟县 谁家 有哪些做法 别人怎么做',
    ),
    ...{ collections: ['practices'], offers: [] },
  },
  {
    ...{ id: 'may', name: '能不能', told: '情形、政策法规和案例' },
    asks: words(
      '能不能 可不可以 可以不 能否 可否 是否 行不行 算不算 会不会 要不要 该不该 还能 能吗 可以吗 行吗 算吗 会吗 有影响吗 合规吗 违规吗',
    ),
    ...{ collections: ['situations', 'policies', 'tolerance'], offers: [] },
  },
  {
    ...{ id: 'meaning', name: '是什么', told: '术语' },
    asks: words('什么是 是什么意思 什么意思 啥意思 是什么 指什么 是指 何谓 含义 定义 区别 名词解释'),
    ...{ collections: ['terms'], offers: [] },
  },
  {
    ...{ id: 'why', name: '为什么', told: '问题表现和原因分析' },
    asks: words('为什么 为啥 为何 什么原因 原因'),
    ...{ collections: ['causes', 'problems', 'tensions'], offers: [] },
  },
  {
    ...{ id: 'how', name: '怎么办', told: '情形、对策举措和制度机制' },
    asks: words('怎么办 咋办 咋整 咋弄 怎么弄 怎么处理 怎么做 怎么写 怎么定 怎么 怎样 如何 咋'),
    ...{ collections: ['situations', 'measures', 'mechanisms'], offers: [] },
  },
];

/** Whoever is looked for after an accident (出事找谁) is who answers for it: nobody asks there where to go. */
const BLAMED =
  /(?:出|惹|闹)[了过]?(?:事|事故|问题|乱子|岔子|纰漏)(?:了|以后|之后)?[要会都还是]*找谁(?!反映|汇报|报告|说|问|帮|解决|处理|协调|要)/gu;

/** Who speaks to learners, or for so long, gives a class: 给新提任干部讲, 用一上午讲. Who points at one, or asks how it goes, wants one: 这堂课, 哪个课, 能上能下的课, 课怎么上. */
const TEACHES =
  /(?:[给对向为]\p{Script=Han}{0,8}(?:干部|学员|书记|支书|党员|教师|老师|校长|选调生|公务员|同志们?|新人|班)|[用拿花](?:\p{Script=Han}|\d){0,3}(?:上午|下午|半天|天|小时|钟头|分钟|课时|学时))讲(?!话|情|清楚)|(?:[这那哪][堂节门]|哪个?)课(?!题)|(?<![停旷逃缺补])课(?=[怎咋])|(?:什么|的)课(?=[\s，、,？?]|$)/gu;

/** Which ones, and some, are no question for a number: 用哪几个通报, 单位几个人光拿钱. */
const WHICH = /哪几[个名起]/gu;
const SOME = /(?<=[这那好们]|单位|手下|底下|[村局镇]里)几[个名位]/gu;

/** Who names a year with an edition, or articles by their number, wants the document: 2022版, 第15条. */
const OF_DOCUMENT = /(?:19|20)\d\d年?版|第\d+条|(?:^|\s)\d+条(?=\s|$)/u;

const MINUTES = '(?:[3-9]\\d|[1-3]\\d\\d|[三四五六七八九]十五?)个?分钟';
const HOURS = '(?:半个?|(?:[1-4](?:\\.5)?|[一两二三四])(?:个半|个)?)(?:小时|钟头)';
const LESSONS = '(?:\\d|[一二两三四五六])个?(?:节课|课时|学时)';

/** A length of time that stands apart from the matter (减负 90分钟), or by what a class is made of (30分钟案例), is that of a class. */
const LASTS = new RegExp(`(?<=[\\s，、,]|^)(?:${MINUTES}|${HOURS}|${LESSONS})(?:(?=[\\s，、,]|$)|的?(?=案例|情景))`, 'gu');

/** A class by its length (一小时的容错课), or by its name alone. */
const CLASS = new RegExp(
  `(?:${MINUTES}|${HOURS})的?(?=\\p{Script=Han}{0,8}(?:课|讲座)(?=[\\s，、,]|$))|(?<=[\\s，、,]|^)课(?=[\\s，、,]|$)`,
  'gu',
);

/** The name of a class after its matter (容错课), where a length before it has said that it is one. */
const CLASS_AFTER = /(?<=\p{Script=Han}{2}|[\s，、,]|^)(?:的?课|的?讲座|讲)(?=[\s，、,]|$)/gu;

/** What else lasts minutes and hours. */
const OTHERWISE =
  /加班|值班|值守|[上下]班|[在脱离]岗|迟到|早退|旷工|缺勤|请假|[午公]?休|哺乳|工时|工作时间|通勤|上报|报告|响应|回复|办结|开会|会议/u;

/** What a text asks for: of the words that stand in it the longest decides, of equals the earlier line. */
export function intentOf(text: string): Intent | undefined {
  let best: { intent: Intent; length: number } | undefined;
  const asking = text.replace(BLAMED, ' ').replace(WHICH, '哪些').replace(SOME, ' ');
  if (asking.search(TEACHES) >= 0 || isTimed(asking)) return INTENTS.find(isOfClass);
  for (const intent of INTENTS) {
    for (const word of intent.asks) if (asking.includes(word) && word.length > (best?.length ?? 0)) best = { intent, length: word.length };
  }
  return best?.intent ?? (OF_DOCUMENT.test(asking) ? INTENTS.find(({ id }) => id === 'basis') : undefined);
}

/** Whether an entry is of a kind that an intent prefers. */
export function isPreferred({ collections, offers }: Intent, card: EntryCard | undefined): boolean {
  return card !== undefined && (collections.includes(card.collection) || card.offers.some((offer) => offers.includes(offer)));
}

/** Whether a course is asked for, which the words of its matter tell: there are few, and a class is made of nothing else. */
export function isOfClass(intent: Intent | undefined): boolean {
  return intent?.id === 'class';
}

/** What a class is made of, which is no class by itself. */
const MATERIAL = /案例(?!教学|课)|情景|模拟|辩论|[论讨考组]题|素材/u;

/** Whether it is a case that a class is to be given, and no course. */
export function asksForMaterial(text: string): boolean {
  return MATERIAL.test(text);
}

export function asksForCases(intent: Intent | undefined): boolean {
  return intent?.id === 'case';
}

/** What a class is to be about: a text without the words that ask for one, and without who is to sit in it (中青班, 乡镇党委书记班). */
export function matterOfClass(text: string): string {
  return text
    .replace(TEACHES, ' ')
    .replace(CLASS, ' ')
    .replace(LASTS, ' ')
    .replace(CLASS_PATTERN, ' ')
    .replace(/\p{Script=Han}{1,8}班(?!子)/gu, ' ');
}

/** What is left of a text that asks for a class of some length, without the length and the name of it; `undefined` where there is none, or nothing is left. */
export function withoutClassLength(text: string): string | undefined {
  if (!isTimed(text)) return undefined;
  const rest = text
    .replace(CLASS, ' ')
    .replace(LASTS, ' ')
    .replace(CLASS_AFTER, ' ')
    .replace(/[\s，、,]+/gu, ' ')
    .trim();
  return rest === '' ? undefined : rest;
}

/** Whether a text is a matter and a class, or a length of time that may be that of one. */
function isTimed(text: string): boolean {
  if (OTHERWISE.test(text)) return false;
  const matter = text.replace(CLASS, ' ').replace(LASTS, ' ');
  return matter !== text && matter.trim() !== '';
}

function words(list: string): string[] {
  return list.split(' ');
}

const CLASS_PATTERN = new RegExp(
  INTENTS.filter(isOfClass)
    .flatMap(({ asks }) => asks)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
);
