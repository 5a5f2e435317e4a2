/** The second step of a search: a query as phrases that are wanted, phrases that are not, and what is asked for. */
import { intentOf } from './intents.ts';
import type { Intent } from './intents.ts';
import { separated } from '../../domain/chinese/typed-words.ts';
import { phraseTokens } from '../words/tokens.ts';

/** A query taken apart; all of its phrases are wanted. */
export interface Query {
  phrases: readonly Phrase[];
  /** Phrases that no entry may contain. */
  without: readonly string[];
  /** What the question asks for. */
  intent: Intent | undefined;
  /** Signs and words that were read as something else than text. */
  commands: readonly Command[];
}

export interface Phrase {
  /** As typed, without its quotation marks. */
  text: string;
  /** Set in quotation marks: never cut into words. */
  isQuoted: boolean;
}

/** `separator`: a sign that parts words as a space does. `or` is not done, and the reader is told. */
export type Command = 'separator' | 'and' | 'or' | 'without';

const QUOTED_OR_PLAIN = /“([^”]*)”|「([^」]*)」|『([^』]*)』|"([^"]*)"|([^\s“「『"]+)/gu;
const WITHOUT = /^(?:[-－—–−](?=[\p{L}\p{N}“「『"])|不含|不要含)(.*)$/u;
const OPERATORS = new Map<string, Command>([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'without'],
  ['不含', 'without'],
  ['不要含', 'without'],
]);

/** Reads a query; phrases without a letter, digit or Han character are left out. */
export function parse(text: string): Query {
  const parts = textParts(text);
  // What is not wanted is told from what is wanted only beside it.
  const isOnlyWithout = parts.every(({ kind }) => kind !== 'wanted');
  const wanted = isOnlyWithout ? parts : parts.filter(({ kind }) => kind === 'wanted');
  const commands = new Set(parts.flatMap(({ command }) => command ?? []));
  const without = isOnlyWithout ? [] : parts.filter(({ kind }) => kind === 'unwanted').map((part) => part.text);
  if (without.length === 0) commands.delete('without');
  return {
    phrases: firstOfEach(wanted.map((part) => ({ text: isOnlyWithout ? part.whole : part.text, isQuoted: part.isQuoted }))),
    without: [...new Set(without)],
    intent: intentOf(text),
    commands: [...commands],
  };
}

/** The phrases of a text alone, as the small form within the results takes them. */
export function phrasesOf(text: string): string[] {
  return parse(text).phrases.map((phrase) => phrase.text);
}

interface Part extends Phrase {
  /** The text with the sign before it. */
  whole: string;
  kind: 'wanted' | 'unwanted';
  command: Command | undefined;
}

function textParts(typed: string): Part[] {
  const text = typed.replace(/＂/gu, '"');
  const parts: Part[] = [];
  let negates = false;
  let command: Command | undefined;
  const add = (part: Phrase, own: Command | undefined, isUnwanted: boolean, whole = part.text) => {
    if (phraseTokens(part.text).length > 0) parts.push({ ...part, whole, kind: isUnwanted ? 'unwanted' : 'wanted', command: own });
  };
  for (const match of text.matchAll(QUOTED_OR_PLAIN)) {
    const plain = match[5];
    const quoted = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim();
    if (plain === undefined) {
      add({ text: quoted, isQuoted: true }, negates ? 'without' : command, negates);
      [negates, command] = [false, undefined];
      continue;
    }
    const operator = OPERATORS.get(plain);
    if (operator && parts.length > 0) {
      negates = operator === 'without';
      command = operator;
      continue;
    }
    if (/^[-－—–−]$/u.test(plain)) {
      // -“诬告”: the sign stands before the quotation mark.
      negates = /[“「『"]/u.test(text.charAt(match.index + plain.length));
      continue;
    }
    const unwanted = WITHOUT.exec(plain)?.[1];
    const isUnwanted = negates || (unwanted !== undefined && unwanted !== '');
    const phrases = isUnwanted ? [unwanted ?? plain] : separated(plain);
    for (const phrase of phrases) {
      const own = isUnwanted ? 'without' : phrases.length > 1 ? 'separator' : command;
      add({ text: phrase, isQuoted: false }, own, isUnwanted, isUnwanted ? plain : phrase);
    }
    [negates, command] = [false, undefined];
  }
  return parts;
}

function firstOfEach(phrases: readonly Phrase[]): Phrase[] {
  return phrases.filter((phrase, at) => phrases.findIndex(({ text }) => text === phrase.text) === at);
}
