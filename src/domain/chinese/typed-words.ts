/** Words as readers type them into the field of a list, and texts as they are looked for in: the search page reads as much of them, and more. */
import { meantNumber } from '../../schema/number.ts';
import { foldText, plainCharacters } from './fold-text.ts';
import { plainNumerals } from './numerals.ts';

/** A word to look for. */
export interface TypedWord {
  /** As typed, in plain characters. */
  text: string;
  /** Folded, each way to write it that is meant: 二〇二二年 and 2022年, rc001 and rc-001. */
  forms: readonly string[];
}

/** The words of what was typed, in order; all of them are wanted. */
export function readWords(typed: string): TypedWord[] {
  return plainCharacters(typed)
    .split(/\s+/u)
    .flatMap(separated)
    .filter((text) => COUNTED.test(text))
    .map((text) => ({ text, forms: [...new Set([text, ...otherForms(text)].map(foldText))] }));
}

/** A text in which words are looked for by `hasWord`; fold once what is asked often. */
export function foldWords(text: string): string {
  const folded = foldText(text);
  const inDigits = plainNumerals(folded);
  return folded === inDigits ? folded : `${folded}\n${inDigits}`;
}

/** Whether a folded text has a word, however written. */
export function hasWord(folded: string, { forms }: TypedWord): boolean {
  return forms.some((form) => folded.includes(form));
}

/** The words for the reader, with what is looked for beside them: `问责 二〇二二年（也查2022年）`. */
export function describeWords(words: readonly TypedWord[]): string {
  return words.map(({ text }) => [text, ...otherForms(text).map((form) => `（也查${form}）`)].join('')).join(' ');
}

/** The parts of a text between signs, where each part is a word; the text as it is where not. */
export function separated(text: string): string[] {
  const parts = text.split(SEPARATORS).filter((part) => COUNTED.test(part));
  return parts.length > 1 && parts.every((part) => LONG_ENOUGH.test(part)) ? parts : [text];
}

const SEPARATORS = /[、，,+|/；;＋｜／&＆]+/u;
const COUNTED = /[\p{L}\p{N}%％]/u;
/** A part that is shorter is no word of its own: 1,600 and 一、二、三. */
const LONG_ENOUGH = /[\p{L}\p{N}%％].*[\p{L}\p{N}%％]/u;

function otherForms(text: string): string[] {
  const number = /[1-9]/u.test(text.normalize('NFKC')) ? meantNumber(text) : undefined;
  const known = foldText(text);
  return [plainNumerals(text), ...(number === undefined ? [] : [number])].filter((form) => foldText(form) !== known);
}
