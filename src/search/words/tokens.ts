/**
 * One way of cutting text for index and query alike: every letter, digit and Han character is a token of its own, so that a quoted
 * phrase of tokens is a plain substring match, whatever segmenter the browser has. Pagefind's own cutting differs between build and
 * browser and misses most Chinese phrases (measured in the README's search section).
 */
import { foldText } from '../../domain/chinese/fold-text.ts';

/**
 * Stands for a run of punctuation, white space or a block border. 丶 is a stroke name that texts contain only as a slip for 、, which is
 * why a real 丶 may count as punctuation too.
 */
export const BORDER = '丶';
/** Stands for a percent sign, so that 20% and 20 differ; a stroke name like `BORDER`. */
export const PERCENT = '丿';

/** The tokens of a text in order, runs of punctuation as one `BORDER`. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const character of foldText(text)) {
    const token = tokenFor(character);
    if (token !== BORDER || tokens[tokens.length - 1] !== BORDER) tokens.push(token);
  }
  return tokens;
}

/** The tokens of a query phrase: like `tokensOf`, without borders at its ends. */
export function phraseTokens(phrase: string): string[] {
  const tokens = tokensOf(phrase);
  const from = tokens[0] === BORDER ? 1 : 0;
  const to = tokens[tokens.length - 1] === BORDER ? -1 : tokens.length;
  return tokens.slice(from, to);
}

/** A text folded to one string in which substring search means the same as phrase search in the index. */
export function matchText(text: string): string {
  return tokensOf(text).join('');
}

/** Where a phrase stands in a text: offsets into the text as given. */
export interface Match {
  start: number;
  end: number;
  phrase: string;
}

/** Every place where one of the phrases stands, in the order of the text; places of different phrases may overlap. */
export function findPhrases(text: string, phrases: readonly string[]): Match[] {
  const { folded, starts } = foldWithOffsets(text);
  const matches: Match[] = [];
  for (const phrase of phrases) {
    const needle = phraseTokens(phrase).join('');
    if (needle === '') continue;
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const last = starts[at + needle.length - 1] ?? 0;
      matches.push({ start: starts[at] ?? 0, end: last + characterLength(text, last), phrase });
    }
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A text has few different characters, and to look one up takes less than to tell letters from others. */
const knownTokens = new Map([['%', PERCENT]]);

function tokenFor(character: string): string {
  const known = knownTokens.get(character);
  if (known !== undefined) return known;
  const token = /[\p{L}\p{N}]/u.test(character) ? character : BORDER;
  knownTokens.set(character, token);
  return token;
}

/** `matchText` together with the offset in the original of each of its code units. */
function foldWithOffsets(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    for (const token of tokensOfCharacter(character)) {
      if (token === BORDER && folded.endsWith(BORDER)) continue;
      folded += token;
      for (let unit = 0; unit < token.length; unit++) starts.push(offset);
    }
    offset += character.length;
  }
  return { folded, starts };
}

/** A text has few different characters, and to fold one takes a hundred times as long as to look it up. */
const foldedCharacters = new Map<string, readonly string[]>();

function tokensOfCharacter(character: string): readonly string[] {
  const known = foldedCharacters.get(character) ?? tokensOf(character);
  foldedCharacters.set(character, known);
  return known;
}

function characterLength(text: string, at: number): number {
  return String.fromCodePoint(text.codePointAt(at) ?? 0).length;
}
