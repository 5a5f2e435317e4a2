/** The third step of a search: the ways in which a query may be read, in the order in which they are tried. */
import { meantNumber } from '../../schema/number.ts';
import { isQuestion, stripQuestionWords } from '../words/asking-words.ts';
import type { NamesPart } from '../words/names.ts';
import type { Normalised } from './normalise.ts';
import { withoutClassLength } from './intents.ts';
import { parse } from './parse.ts';
import type { Query } from './parse.ts';
import { isPinyin, isSpelling } from '../words/spelling.ts';
import { documentNumber, withoutEdition } from '../words/rewrites.ts';
import type { Rewrite } from '../words/rewrites.ts';

/** What the reader wants done beside looking for the words as typed. */
export interface SearchWish {
  /** Nothing at all. */
  isExact: boolean;
  /** Other words for the same. */
  hasSynonyms: boolean;
  /** Entries that answer what is asked for come first. */
  hasPreference: boolean;
}

export const PLAIN_WISH: SearchWish = { isExact: false, hasSynonyms: true, hasPreference: true };

/** A query as it is searched, with what was done to it before. */
export interface Reading {
  query: Query;
  rewrites: readonly Rewrite[];
}

export interface Plan {
  normalised: Normalised;
  wish: SearchWish;
  /** The first that some entry contains is the one that is searched; with none, the plain one is. */
  readings: readonly Reading[];
  plain: Reading;
  /** A reading as letters that only spell a sound gives way to a name that sounds so. */
  isSpelling: boolean;
  /** The parts of the names in which something that sounds or looks like the query is looked for, when nothing contains it. */
  names: readonly NamesPart[];
}

/** Where letters are read as pinyin: first in the names of matters. */
const SOUNDS_IN: readonly NamesPart[] = ['matters', 'words'];
/** Longer texts have enough words that are right. */
const LONGEST_NAME = 16;

/** Makes the plan for a query. */
export function makePlan(normalised: Normalised, wish: SearchWish = PLAIN_WISH): Plan {
  const { read: asTyped, text } = normalised;
  const before: Rewrite[] = [
    ...(normalised.wasCopied ? [{ kind: 'copied', from: asTyped, to: text } as const] : []),
    ...(normalised.wasTraditional ? [{ kind: 'traditional', from: asTyped, to: text } as const] : []),
  ];
  const plain: Reading = { query: parse(wish.isExact ? asTyped : text), rewrites: wish.isExact ? [] : before };
  if (wish.isExact) return { normalised, wish, readings: [plain], plain, isSpelling: false, names: [] };
  const read = (kind: Rewrite['kind'], to: string | undefined): Reading[] =>
    to === undefined || to === text ? [] : [{ query: parse(to), rewrites: [...before, { kind, from: text, to }] }];
  const readings = [
    ...read('document-number', documentNumber(text)),
    plain,
    ...read('number', meantNumber(text)),
    ...read('edition', withoutEdition(text)),
    // What is left of it no longer says what it asks for.
    ...[...read('class-length', withoutClassLength(text)), ...read('asking', withoutAsking(plain.query))].map(({ query, ...rest }) => ({
      ...rest,
      query: { ...query, intent: plain.query.intent },
    })),
  ];
  const isName = !text.includes(' ') && text.length <= LONGEST_NAME && !isQuestion(text) && plain.query.phrases.length === 1;
  const names = isPinyin(text) ? SOUNDS_IN : isName ? (['all'] as const) : [];
  return { normalised, wish, readings, plain, isSpelling: isSpelling(text), names };
}

/** The phrases of a query but those that only ask (名词解释 容错纠错); `undefined` where there are none, or nothing else. */
function withoutAsking({ phrases, without }: Query): string | undefined {
  const naming = phrases.filter(({ text, isQuoted }) => isQuoted || stripQuestionWords(text).trim() !== '');
  const isPart = without.length === 0 && naming.length > 0 && naming.length < phrases.length;
  return isPart ? naming.map(({ text, isQuoted }) => (isQuoted ? `“${text}”` : text)).join(' ') : undefined;
}

/** The phrases of a query as texts. */
export function textsOf({ phrases }: Query): string[] {
  return phrases.map(({ text }) => text);
}
