/** Other ways to write what was typed. Pure: each rule is a function from text to texts, and whoever uses one says so to the reader. */
import { meantNumber } from '../../schema/number.ts';
import { synonymsIn } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { numeralForms } from '../../domain/chinese/numerals.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';

/** What was done to a query, for the sentence that tells the reader. */
export interface Rewrite {
  kind:
    | 'copied'
    | 'traditional'
    | 'number'
    | 'document-number'
    | 'edition'
    | 'class-length'
    | 'asking'
    | 'punctuation'
    | 'pinyin'
    | 'homophone';
  from: string;
  to: string;
}

/** More words than this are not searched beside the typed ones: each costs the reader bytes and attention. */
const MAX_ALTERNATIVES = 4;

const DOCUMENT_NUMBER =
  /^([\p{Script=Han}]*)\s*[[(〔【（﹝［<《〈｛{「『]?\s*((?:19|20)\d{2})\s*(?:[\])〕】）﹞］>》〉｝}」』年]\s*第?|\s|\s*第)\s*(\d{1,4})\s*号?文?$/u;

/** A document number as documents print it, 中办发〔2018〕29号, from any brackets or none; `undefined` when the text is none. */
export function documentNumber(text: string): string | undefined {
  const match = DOCUMENT_NUMBER.exec(foldText(text).trim());
  if (!match) return undefined;
  const [, issuer = '', year = '', number = ''] = match;
  return `${issuer}〔${year}〕${number}号`;
}

const EDITION = /((?:19|20)\d{2})年?(?:新?版|修[订正]版?)的?|最新修[订正](?:版|的)?|(?:现行有效|现行|最新)(?:版|的)|新版的?|修[订正]版/gu;
/** A shorter rest is no name of a document. */
const SHORTEST_NAME = 4;

/** What is left of a text without words that ask which edition of a document is meant, but for its year (新版公务员法); `undefined` when there are none. */
export function withoutEdition(text: string): string | undefined {
  const rest = text
    .replace(EDITION, (_, year: string | undefined) => ` ${year ?? ''} `)
    .replace(/\s+/gu, ' ')
    .trim();
  return rest.replace(/[\d ]+/gu, '').length >= SHORTEST_NAME && rest !== text.trim() ? rest : undefined;
}

/** Words to search beside a phrase: numbers written otherwise, and the other words of its group. */
export function alternativesOf(phrase: string, lexicon: Lexicon): string[] {
  // What counts entries is written one way only.
  const numerals = meantNumber(phrase) === undefined ? numeralForms(phrase) : [];
  const known = foldText(phrase);
  const others = [...new Set([...synonymForms(phrase, lexicon), ...numerals])].filter((form) => foldText(form) !== known);
  // 躺平式干部 beside 躺平 leads to no entry that 躺平 does not.
  const telling = others.filter((form) => others.every((other) => other === form || !form.includes(other)));
  return telling.slice(0, MAX_ALTERNATIVES);
}

function synonymForms(phrase: string, lexicon: Lexicon): string[] {
  const folded = foldText(phrase);
  return synonymsIn(phrase, lexicon).flatMap(({ word, others }) =>
    // 澄清正名 has both words, and nobody writes 正名正名. 容错 → 容错纠错 finds nothing new, and 容错纠错 → 容错 is not the same thing but a wider one.
    others
      .filter((other) => !folded.replace(word, ' ').includes(foldText(other)))
      .map((other) => folded.replace(word, other))
      .filter((form) => !foldText(form).includes(folded) && !folded.includes(foldText(form))),
  );
}
