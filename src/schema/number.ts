/**
 * Numbers: what an entry, a public source and a place in a source document are called. A number is the letters of its kind and at least so many
 * digits, filled up with zeros: `RC-999` is followed by `RC-1000`, and `RC-0014` is no number. No other module knows a shape of its own
 * (`tests/unit/number.test.ts` looks for that), and none puts numbers in order as plain text.
 */

/** The collections by folder, with the letters and the fewest digits of their numbers: `SJ-007` names its collection by itself. */
export const COLLECTIONS = {
  situations: { prefix: 'QX-', digits: 3, name: '情形' },
  sources: { prefix: 'S', digits: 1, name: '来源文献' },
  policies: { prefix: 'ZC-', digits: 4, name: '政策法规' },
  problems: { prefix: 'WT-', digits: 2, name: '问题表现' },
  causes: { prefix: 'YY-', digits: 2, name: '原因分析' },
  measures: { prefix: 'CS-', digits: 3, name: '对策举措' },
  mechanisms: { prefix: 'JZ-', digits: 3, name: '制度机制' },
  practices: { prefix: 'SJ-', digits: 3, name: '地区实践' },
  tolerance: { prefix: 'RC-', digits: 3, name: '容错纠错案例库' },
  courses: { prefix: 'KC-', digits: 2, name: '教学课程' },
  terms: { prefix: 'SY-', digits: 3, name: '术语' },
  tensions: { prefix: 'ZD-', digits: 2, name: '文献对读' },
} as const satisfies Record<string, NumberForm & { name: string }>;

/** A collection's folder name under `content/`. */
export type CollectionName = keyof typeof COLLECTIONS;

/** All collection names, in the order in which the site presents them. */
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** What has numbers in the controlled lists. */
const LISTED = {
  'public-sources': { prefix: 'GK-', digits: 4 },
  'own-documents': { prefix: 'WJ-', digits: 3 },
  chains: { prefix: 'L', digits: 2 },
} as const;

/** Whatever has numbers of its own. */
export type NumberKind = CollectionName | keyof typeof LISTED;

/** A longer run of digits is noise, which an address may hold and a page would show. */
const MOST_DIGITS = 9;
/** The search index packs counts below a hundred million. */
const LAST_DIGITS = /\d{1,8}$/u;

/** Whether the items of a controlled list have numbers. */
export function isListedKind(name: string): name is keyof typeof LISTED {
  return name in LISTED;
}

/** Matches the numbers of some kinds and nothing else. */
export function numberPattern(...kinds: NumberKind[]): RegExp {
  return new RegExp(`^(?:${kinds.map(shapeOf).join('|')})$`, 'u');
}

/** The shape of a kind's numbers in a sentence for authors: `RC- 加三位数字，如 RC-001；RC-999 之后是 RC-1000`. */
export function describeNumber(kind: NumberKind): string {
  const { prefix, digits } = FORMS[kind];
  const last = formatNumber(kind, 10 ** digits - 1);
  return `${prefix} 加${'一两三四'.charAt(digits - 1)}位数字，如 ${formatNumber(kind, 1)}；${last} 之后是 ${nextNumber(last)}`;
}

/** The number of a kind with a count: `RC-014` for 14. */
export function formatNumber(kind: NumberKind, count: number): string {
  const { prefix, digits } = FORMS[kind];
  return prefix + String(count).padStart(digits, '0');
}

/** A unit that takes a common library over gives its own entries numbers from here on, and the common library never does: no package can meet them. */
export const FIRST_OWN = 50_001;

/** Whether a number is one that only units give. */
export function isOwnNumber(number: string): boolean {
  return Number(/\d+$/u.exec(number)?.[0] ?? 0) >= FIRST_OWN;
}

/** `SJ-009` after `SJ-008`. */
export function nextNumber(number: string): string {
  return number.replace(/\d+$/u, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}

/**
 * A number as what stands before its last digits, the digits as a count, and how many they are: none in a text that does not end in digits. Of more
 * than eight digits, which documents of other collections have, the first stay with what stands before.
 */
export interface SplitNumber {
  prefix: string;
  count: number;
  digits: number;
}

export function splitNumber(text: string): SplitNumber {
  const digits = LAST_DIGITS.exec(text)?.[0] ?? '';
  return { prefix: text.slice(0, text.length - digits.length), count: Number(digits), digits: digits.length };
}

export function joinNumber({ prefix, count, digits }: SplitNumber): string {
  return prefix + (digits === 0 ? '' : String(count).padStart(digits, '0'));
}

/** Orders numbers, and citations too: letters by the alphabet, digits by what they count. */
export function compareNumbers(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [left, right] = [digitsFrom(a, at), digitsFrom(b, at)];
  if (left > 0 && right > 0 && left !== right) return left - right;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The collection that a permanent number belongs to; `undefined` when the text is not an entry's number. */
export function collectionOf(text: string): CollectionName | undefined {
  const kind = kindOf(text);
  return kind !== undefined && kind in COLLECTIONS ? (kind as CollectionName) : undefined;
}

/** Whether a text has the form of an entry's permanent number. */
export function isEntryNumber(text: string): boolean {
  return collectionOf(text) !== undefined;
}

/** What classes and reports cite by number; everything else is known by its title. */
const CITED_BY_NUMBER: ReadonlySet<CollectionName | undefined> = new Set(['tolerance', 'practices', 'courses']);

/** The number to print beside a title: empty for what readers know by its title alone. */
export function printedNumber(number: string): string {
  return CITED_BY_NUMBER.has(collectionOf(readAnyNumber(number).id)) ? number : '';
}

/** A number where several libraries are spoken of: `青川:RC-014`; `unit` is empty for this library's own. */
export interface AnyNumber {
  unit: string;
  id: string;
}

/** What `content/site.yaml` may call a unit in its numbers. */
export const UNIT_NAME = /^[\p{Script=Han}A-Z][\p{Script=Han}A-Z0-9]{0,7}$/u;

/** Takes `青川:RC-014` apart; a text without a unit is a number of this library, whatever it is. */
export function readAnyNumber(text: string): AnyNumber {
  const sign = text.indexOf(UNIT_SIGN);
  const unit = text.slice(0, Math.max(0, sign));
  return UNIT_NAME.test(unit) ? { unit, id: text.slice(sign + 1) } : { unit: '', id: text };
}

/** `青川:RC-014`, a number of the unit; of this library the number alone. */
export function writeAnyNumber({ unit, id }: AnyNumber): string {
  return unit === '' ? id : unit + UNIT_SIGN + id;
}

/** Whether a text is the number of an entry, of this library or of another unit's. */
export function isAnyNumber(text: string): boolean {
  return isEntryNumber(readAnyNumber(text).id);
}

/** Text that is a number or a citation of a unit's library as other libraries write it; any other text as it is. */
export function numberOfUnit(unit: string, text: string): string {
  return kindOf(text) !== undefined || CITE.test(text) ? writeAnyNumber({ unit, id: text }) : text;
}

/** Whether a text has the form of a public source's number. */
export function isPublicSource(text: string): boolean {
  return kindOf(text) === 'public-sources';
}

/** The number of a document of the unit's own and the part of it that a citation means, empty for the whole; `undefined` for other citations. */
export function ownPlace(cite: string): { number: string; part: string } | undefined {
  const [, number, part = ''] = OWN_PLACE.exec(cite) ?? [];
  return number === undefined ? undefined : { number, part };
}

/** The number that a reader or an author meant: `rc14`, `ＲＣ—0014` and `RC-14` are `RC-014`; `undefined` when the letters are no kind's. */
export function meantNumber(typed: string): string | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]+)[\s\p{Pd}_.]*0*(\d{1,9})$/u.exec(typed.normalize('NFKC').trim().toUpperCase()) ?? [];
  const kind = KIND_OF_PREFIX.get(letters) ?? KIND_OF_PREFIX.get(`${letters}-`);
  return kind && formatNumber(kind, Number(digits));
}

/** The locator that an author meant: `S3-26#2`, `S3 ¶26 #2` and `s3-第26段第2句` are `S3-¶26#2`; `undefined` when it is none. */
export function meantLocator(typed: string): string | undefined {
  const [, document, paragraph, first, last] =
    /^S(\d{1,3})\s*[\p{Pd}_]?\s*[¶Pp第]?\s*0*(\d{1,4})段?\s*[#第]\s*(\d{1,3})(?:\s*[\p{Pd}~至]\s*(\d{1,3}))?句?$/u.exec(
      typed.normalize('NFKC').trim().replace(/^s/u, 'S'),
    ) ?? [];
  if (document === undefined) return undefined;
  return `S${document}-${paragraphMark(Number(paragraph))}#${first}${last === undefined ? '' : `-${last}`}`;
}

/** A paragraph of a source document as citations have it, `¶03`. */
export function paragraphMark(paragraph: number): string {
  return `¶${String(paragraph).padStart(2, '0')}`;
}

/** The entry that a link in a text means, and the part of its page, empty for the whole: `ZC-0001#art-5`; `undefined` for any other address. */
export function linkTarget(url: string): { id: string; anchor: string } | undefined {
  const [, id = '', anchor = ''] = /^([^#]*)(?:#([a-z0-9-]+))?$/u.exec(url) ?? [];
  return isEntryNumber(id) ? { id, anchor } : undefined;
}

/** What stands in a text as the number of an entry, digits missing or too many included; source documents are left out, for `S3` begins a locator. */
export function mentionsIn(text: string): string[] {
  return MAY_HOLD_CODE.test(text) ? (text.match(MENTION) ?? []) : [];
}

/** The codes that stand in a sentence, as written (`S3-¶26#2`, `GK-0001`), and the number in each. */
export function codesIn(text: string): { code: string; number: string }[] {
  if (!MAY_HOLD_CODE.test(text)) return [];
  return [...text.matchAll(CODE)].map(([code, document, number = document]) => ({ code, number: number ?? '' }));
}

/** The number of the document, the policy, the public source or the document of one's own that a citation names; `undefined` when the text is no citation. */
export function citedNumber(cite: string): string | undefined {
  const { unit, id } = readAnyNumber(cite);
  const [, source, , , , policy, publicSource, own] = CITE.exec(id) ?? [];
  const number = source ?? policy ?? publicSource ?? own;
  return number && writeAnyNumber({ unit, id: number });
}

/** Parts the name of a unit from a number. */
const UNIT_SIGN = ':';

const FORMS: Record<NumberKind, NumberForm> = { ...COLLECTIONS, ...LISTED };
const KINDS = Object.keys(FORMS) as NumberKind[];
const KIND_OF_PREFIX = new Map(KINDS.map((kind) => [FORMS[kind].prefix, kind]));
const PATTERN_OF_KIND = new Map(KINDS.map((kind) => [kind, numberPattern(kind)]));
const MENTIONED = COLLECTION_NAMES.filter((name) => name !== 'sources').map((name) => COLLECTIONS[name].prefix);
/** Most sentences hold no letter before a digit, and looking for that takes a fifth of looking for codes. */
const MAY_HOLD_CODE = /[A-Z]-?\d/u;
/** Documents with what may follow in a locator or in the number of a mask; then all numbers, digits missing or too many included. */
const CODE = new RegExp(
  `(?<![A-Za-z0-9-])(?:(${COLLECTIONS.sources.prefix}\\d{1,2})(?![\\dA-Za-z])(?:-[¶M]\\d+(?:#\\d+(?:-\\d+)?)?)?|((?:${[...MENTIONED, LISTED['public-sources'].prefix, LISTED['own-documents'].prefix].join('|')})\\d+))`,
  'gu',
);
const MENTION = new RegExp(`(?<![A-Za-z0-9-])(?:${MENTIONED.join('|')})\\d+`, 'gu');

/** Few digits: a range is taken apart into each of its sentences. */
const SENTENCES = '(\\d{1,3})(?:-(\\d{1,3}))?';
/** A paragraph with too few or too many digits is read all the same: the check says how it is written. */
const LOCATED = `(${shapeOf('sources')})-¶(\\d{1,${MOST_DIGITS}})#${SENTENCES}`;

/** Matches a place in a source document, `¶03` or `¶03#2-3`; groups: paragraph, first and last sentence. */
export const PLACE = new RegExp(`^¶(${digitsShape(2)})(?:#${SENTENCES})?$`, 'u');

/** Matches a locator such as `S3-¶26#2` or `S3-¶26#2-3`; groups: source, paragraph, first and last sentence. */
export const LOCATOR = new RegExp(`^${LOCATED}$`, 'u');

/** An article, with its paragraph where one is meant, or a page or run of pages: `art-3`, `art-3-2`, `p-12`, `p-12-13`. */
const OWN_PART = '(?:art|p)-[1-9]\\d{0,3}(?:-[1-9]\\d{0,3})?';

/** Matches a part of a document of the unit's own. */
export const PART = new RegExp(`^${OWN_PART}$`, 'u');

const OWN_PLACE = new RegExp(`^(${shapeOf('own-documents')})(?:#(${OWN_PART}))?$`, 'u');

/** Matches what a statement may cite: a locator, a policy (with or without a clause), a public source, or a document of one's own with its part. */
export const CITE = new RegExp(
  `^(?:${LOCATED}|(${shapeOf('policies')})(?:#[a-z0-9-]+)?|(${shapeOf('public-sources')})|(${shapeOf('own-documents')})(?:#${OWN_PART})?)$`,
  'u',
);

function kindOf(text: string): NumberKind | undefined {
  const kind = KIND_OF_PREFIX.get(/^[A-Z]+-?(?=\d)/u.exec(text)?.[0] ?? '');
  return kind && PATTERN_OF_KIND.get(kind)?.test(text) ? kind : undefined;
}

function shapeOf(kind: NumberKind): string {
  const { prefix, digits } = FORMS[kind];
  return prefix + digitsShape(digits);
}

/** So many digits, or more that begin with none that only fills up. */
function digitsShape(fewest: number): string {
  return `(?:\\d{${fewest}}|[1-9]\\d{${fewest},${MOST_DIGITS - 1}})`;
}

function digitsFrom(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return at - start;
}

interface NumberForm {
  prefix: string;
  /** The fewest. */
  digits: number;
}
