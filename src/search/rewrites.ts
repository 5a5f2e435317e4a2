/** Other ways to write what was typed. Pure: each rule is a function from text to texts, and whoever uses one says so to the reader. */
import { meantNumber } from '../schema/number.ts';
import type { SearchWords } from './names.ts';
import { numeralForms } from './numerals.ts';
import { foldText } from './tokens.ts';

/** What was done to a query, for the sentence that tells the reader. */
export interface Rewrite {
  kind: 'traditional' | 'number' | 'document-number' | 'punctuation' | 'pinyin' | 'homophone';
  from: string;
  to: string;
}

/** More words than this are not searched beside the typed ones: each costs the reader bytes and attention. */
const MAX_ALTERNATIVES = 4;

/** A text in simplified characters; the table holds pairs, traditional first. */
export function simplify(text: string, table: string): string {
  const pairs = [...table];
  return [...text]
    .map((character) => {
      const at = pairs.findIndex((pair, index) => index % 2 === 0 && pair === character);
      return at < 0 ? character : (pairs[at + 1] ?? character);
    })
    .join('');
}

const DOCUMENT_NUMBER = /^(\p{Script=Han}*)\s*[[(〔【（﹝<〈]?\s*((?:19|20)\d{2})\s*(?:[\])〕】）﹞>〉年]\s*第?|\s)\s*(\d{1,4})\s*号?$/u;

/** A document number as documents print it, 中办发〔2018〕29号, from any brackets or none; `undefined` when the text is none. */
export function documentNumber(text: string): string | undefined {
  const match = DOCUMENT_NUMBER.exec(foldText(text).trim());
  if (!match) return undefined;
  const [, issuer = '', year = '', number = ''] = match;
  return `${issuer}〔${year}〕${number}号`;
}

/** Words to search beside a phrase: numbers written otherwise, and the other words of its group. */
export function alternativesOf(phrase: string, words: Pick<SearchWords, 'synonyms' | 'absent'>): string[] {
  // What counts entries is written one way only.
  const numerals = meantNumber(phrase) === undefined ? numeralForms(phrase) : [];
  const forms = [...synonymForms(phrase, words), ...numerals];
  const known = foldText(phrase);
  const others = [...new Set(forms)].filter((form) => foldText(form) !== known);
  // 躺平式干部 beside 躺平 leads to no entry that 躺平 does not.
  const telling = others.filter((form) => others.every((other) => other === form || !form.includes(other)));
  return telling.slice(0, MAX_ALTERNATIVES);
}

/** A word of the list that stands in a text, with the words that are searched for it: those that some entry has. */
export interface Synonym {
  word: string;
  others: readonly string[];
}

/** The longest words of the list that stand in a text, not overlapping. */
export function synonymsIn(text: string, { synonyms, absent }: Pick<SearchWords, 'synonyms' | 'absent'>): Synonym[] {
  const folded = foldText(text);
  const found = synonyms.flatMap((group) =>
    group
      .filter((word) => folded.includes(foldText(word)))
      .map((word) => ({ word, others: group.filter((other) => other !== word && !absent.includes(other)) })),
  );
  const kept: Synonym[] = [];
  for (const synonym of found.sort((a, b) => b.word.length - a.word.length)) {
    const isInside = kept.some(({ word }) => word !== synonym.word && word.includes(synonym.word));
    if (!isInside) kept.push(synonym);
  }
  return kept;
}

function synonymForms(phrase: string, words: Pick<SearchWords, 'synonyms' | 'absent'>): string[] {
  const folded = foldText(phrase);
  return synonymsIn(phrase, words).flatMap(({ word, others }) =>
    // 容错 → 容错纠错 finds nothing new, and 容错纠错 → 容错 is not the same thing but a wider one.
    others
      .map((other) => folded.replace(foldText(word), other))
      .filter((form) => !foldText(form).includes(folded) && !folded.includes(foldText(form))),
  );
}
