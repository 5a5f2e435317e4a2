/** What a reader typed, as phrases to look for, and as words to fall back on. */
import { NO_WORDS } from './names.ts';
import type { PairFrequency } from './names.ts';
import { foldText, phraseTokens } from './tokens.ts';

/** A query taken apart; white space between phrases means that all of them are wanted. */
export interface Query {
  phrases: Phrase[];
}

export interface Phrase {
  /** As typed, without its quotation marks. */
  text: string;
  /** Set in quotation marks: never cut into words. */
  isQuoted: boolean;
}

/** The longest query that is read; the form has the same limit. */
export const QUERY_LIMIT = 100;

const QUOTED_OR_PLAIN = /“([^”]*)”|「([^」]*)」|『([^』]*)』|"([^"]*)"|([^\s“「『"]+)/gu;

/** With so many other words, frequent ones change no ranking (measured, like the share that makes one frequent). */
const ENOUGH_RARE = 5;

/** Words that ask, not name; taken out before a query is cut into words. */
const ASKING_WORDS = (
  '什么情况 哪些情况 什么情形 哪些情形 有没有 能不能 可不可以 是不是 为什么 怎么办 怎么样 怎样才能 怎么才能 如何才能 多少钱 是什么 有什么 什么样 什么时候 ' +
  '请问 请教 咋办 咋整 为啥 啥 咋 谈谈 试述 怎么 怎样 如何 哪些 哪里 哪个 什么 是否 多少 几个 为何 有哪些 介绍 应该 可以 论述 申论 是什么关系 有何 何 吗 呢'
).split(' ');
/** Words that join, not name; taken out too. */
const JOINING_WORDS = '吧 啊 么 的 了 和 与'.split(' ');

const ASKING_PATTERN = patternOf(ASKING_WORDS);
const QUESTION_PATTERN = patternOf([...ASKING_WORDS, ...JOINING_WORDS]);

/** Reads a query; phrases without a letter, digit or Han character are left out. */
export function parseQuery(raw: string): Query {
  const text = raw.slice(0, QUERY_LIMIT).replace(/[＂]/gu, '"');
  const phrases: Phrase[] = [];
  for (const match of text.matchAll(QUOTED_OR_PLAIN)) {
    const plain = match[5];
    const found = (plain ?? match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim();
    const isNew = phrases.every((phrase) => phrase.text !== found);
    if (isNew && phraseTokens(found).length > 0) phrases.push({ text: found, isQuoted: plain === undefined });
  }
  return { phrases };
}

/**
 * The words to look for when nothing contains the phrases as they stand: Han runs as overlapping pairs of characters, since no word list
 * knows this vocabulary; numbers, Latin words and quoted phrases whole. Question words and common pairs are left out unless nothing else
 * remains, and frequent pairs when enough others do.
 */
export function unitsOf(query: Query, { common, frequent }: PairFrequency = NO_WORDS): string[] {
  const isCommon = memberOf(common);
  const units = firstUnits(query, [
    (text) => cut(stripQuestionWords(text)).filter((unit) => !isCommon(unit)),
    (text) => cut(stripQuestionWords(text)),
    (text) => cut(text),
  ]);
  const isFrequent = memberOf(frequent);
  const rare = units.filter((unit) => !isFrequent(unit));
  return rare.length >= ENOUGH_RARE ? rare : units;
}

/** Those of the units that run over no border of a common pair, as 部被 does in 干部被诬告: the ones to show to a reader. */
export function readableUnits(units: readonly string[], query: Query, { common }: PairFrequency): string[] {
  if (common === '') return [...units];
  const apart = patternOf(pairsIn(common));
  const readable = new Set(firstUnits(query, [(text) => cut(stripQuestionWords(text).replace(apart, ' '))]));
  const kept = units.filter((unit) => readable.has(unit));
  return kept.length > 0 ? kept : [...units];
}

/** The units of the first way to cut a query that yields any; quoted phrases are never cut. */
function firstUnits({ phrases }: Query, ways: readonly ((text: string) => string[])[]): string[] {
  const found = ways.map((cutText) => phrases.flatMap(({ text, isQuoted }) => (isQuoted ? [text] : cutText(text))));
  return [...new Set(found.find((units) => units.length > 0) ?? [])];
}

function memberOf(pairs: string): (unit: string) => boolean {
  const list = new Set(pairsIn(pairs));
  return (unit) => list.has(unit);
}

function pairsIn(common: string): string[] {
  return common.match(/../gu) ?? [];
}

/** A text without the words that ask or join. */
export function stripQuestionWords(text: string): string {
  return text.replace(QUESTION_PATTERN, ' ');
}

/** Whether a text asks in a sentence, so that it can be no slip in writing a name. */
export function isQuestion(text: string): boolean {
  return text.search(ASKING_PATTERN) >= 0;
}

/** Whether a text is worth reading as pinyin: Latin letters, spaces and apostrophes, with or without Han characters. */
export function isPinyin(text: string): boolean {
  return /^[\p{Script=Han}a-zü'’ ]{2,}$/iu.test(text) && /[a-zü]/iu.test(text);
}

/** Whether a text can only be pinyin: at least four Latin letters and nothing else but spaces and apostrophes. */
export function isSpelling(text: string): boolean {
  return /^[a-zü'’ ]+$/iu.test(text) && text.replace(/[^a-zü]/giu, '').length >= 4;
}

/** The words as a reader would say them: overlapping pairs joined again. */
export function joinUnits(units: readonly string[]): string[] {
  const joined: string[] = [];
  for (const unit of units) {
    const last = joined[joined.length - 1];
    const overlaps = last !== undefined && /^\p{Script=Han}{2}$/u.test(unit) && last.endsWith(unit.slice(0, 1));
    if (overlaps) joined[joined.length - 1] = last + unit.slice(1);
    else joined.push(unit);
  }
  return joined;
}

function cut(text: string): string[] {
  const runs = foldText(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\d+)?%?/gu) ?? [];
  return runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs([...run]) : [run]));
}

function pairs(characters: string[]): string[] {
  if (characters.length < 2) return [characters.join('')];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** Matches any of the words, the longest that fits. */
function patternOf(words: readonly string[]): RegExp {
  return new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'gu');
}
