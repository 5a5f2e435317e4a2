/** Words of questions: they ask, join or point, and name nothing that could be looked up. */

/** They ask for something; what for, `intents.ts` says. */
const ASKING = (
  '是指 哪[两三四五六]个 什么情况 哪些情况 什么情形 哪些情形 有没有 能不能 可不可以 可以不 是不是 会不会 要不要 该不该 算不算 行不行 为什么 怎么办 怎么样 怎么处理 怎样才能 怎么才能 如何才能 ' +
  '多少钱 是什么 有什么 什么样 什么时候 什么意思 啥意思 请问 请教 咋办 咋整 咋弄 为啥 啥 咋 谈谈 试述 怎么 怎样 如何 哪些 哪里有 哪里 哪儿 哪个 什么 是否 多少 哪几个 哪几名 哪几起 几个 几天 多久 ' +
  '多长时间 为何 有哪些 介绍 论述 申论 简述 名词解释 是什么关系 什么关系 的关系 有何 吗 呢 找谁 找哪个 该找 谁来 谁管 归谁 向谁 凭什么 哪条 依据是什么 怎么弄 怎么写 怎么定 怎么算 怎么做 可否 能否 行吗 算吗 会吗 能吗 可以吗 多少天 多少人 几个月 几年'
).split(' ');

/** They join or point. */
const JOINING = (
  '但是 可是 因为 所以 如果 要是 或者 还是 而且 应该 可以 一个 一些 一下 这个 那个 这样 那样 这种 那种 我们 他们 人家 自己 被人 ' +
  '已经 还没 没有 做了 做出 做好 进行 采取 对于 以及 关于 针对 得知 不能 还能 还要 就是 都是 有人 别人 有些 有的 不了 起来 下来 出来'
).split(' ');

const ASKING_PATTERN = patternOf(ASKING);
const QUESTION_PATTERN = patternOf([...ASKING, ...JOINING]);
/** Single characters that are no words to look up, where a text falls apart into them. */
const PARTICLES = new Set(
  '的了和与是在有被把对给向从到为以于不也都就还又很太更最要会能可该得着过吧吗呢啊么但而或且若如让叫跟同及其之所等个只再才刚没别请去来上下里中前后这那我你他她它们人啥咋谁几',
);

/** A text without the words that ask or join, a space in the place of each. */
export function stripQuestionWords(text: string): string {
  return text.replace(QUESTION_PATTERN, ' ');
}

/** Whether a text asks in a sentence, so that it can be no slip in writing a name. */
export function isQuestion(text: string): boolean {
  return text.search(ASKING_PATTERN) >= 0;
}

/** Whether a single character names nothing. */
export function isParticle(character: string): boolean {
  return PARTICLES.has(character);
}

/** Matches any of the words, the longest that fits. */
function patternOf(words: readonly string[]): RegExp {
  return new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'gu');
}
