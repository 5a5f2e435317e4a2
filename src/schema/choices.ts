/** What to say when a value is not one of a closed list: which list, which values, and the one probably meant. */
import { didYouMean, nearest } from './nearest.ts';
import type { VocabularyData, VocabularyName } from './vocabulary.ts';

/** Lists up to this length are shown whole. */
export const SHOWN = 20;

interface Choice {
  kind: 'invalid-field' | 'unknown-region' | 'unknown-vocabulary';
  message: string;
}

/** The rule and the sentence for a value outside `allowed`; a controlled list is recognised by its values. */
export function explainChoice(allowed: string[], given: unknown, lists: Partial<VocabularyData>): Choice {
  const word = String(given);
  const name = listOf(allowed, lists);
  if (name === undefined) {
    const meant = meantValue(word, new Map(allowed.map((value) => [value, value])));
    return { kind: 'invalid-field', message: `不在可选的值里。${didYouMean(meant?.id)}可选：${allowed.join('、')}。` };
  }
  const times = name === 'units' ? unitWithTimes(word, allowed) : undefined;
  if (times) {
    const { sign, unit, factor } = times;
    return {
      kind: 'unknown-vocabulary',
      message: `vocab/units.yaml 里没有这一项：“${sign}”算在数里。单位写“${unit}”，数值（value）写成原数乘以 ${factor}，来源的写法照录（asWritten）。`,
    };
  }
  const meant = meantValue(word, nearWords(name, lists), notesIn(name, lists));
  const file = `vocab/${name}.yaml`;
  const all = allowed.length > SHOWN ? `可选的值见 ${file}。` : `可选：${allowed.join('、')}。`;
  const options = meant?.isMistyped ? '' : all;
  return {
    kind: name === 'regions' ? 'unknown-region' : 'unknown-vocabulary',
    message: `${file} 里没有这一项。${didYouMean(meant?.id)}${options}`,
  };
}

/**
 * The value that is probably meant by a word that is none, by the words for each: the one mistyped; in a list short enough to be shown, the only one
 * that is part of the other, or the only one whose note has the word, or both halves of it. Never one that says no where the word says yes, or the other way round.
 */
export function meantValue(
  word: string,
  words: ReadonlyMap<string, string>,
  notes: ReadonlyMap<string, string> = new Map(),
): MeantValue | undefined {
  const meant = (known: string, isMistyped: boolean): MeantValue => ({ known, id: words.get(known) ?? known, isMistyped });
  if (words.has(word)) return meant(word, true);
  const isShort = new Set(words.values()).size <= SHOWN;
  // In a name such as 无锡 it says nothing.
  const alike = [...words.keys()].filter((known) => !isShort || saysNo(known) === saysNo(word));
  const mistyped = nearest(word, alike);
  if (mistyped !== undefined) return meant(mistyped, true);
  if (word.length < 2 || !isShort) return undefined;
  const within = alike.filter((known) => known.length > 1 && (word.includes(known) || known.includes(word)));
  const notedWith = (parts: readonly string[]) =>
    [...notes].flatMap(([id, note]) => (parts.every((part) => hasAsSaid(note, part)) ? [id] : []));
  const found = only(within) ?? only(notedWith([word])) ?? only(notedWith(halves(word)));
  return found === undefined ? undefined : meant(found, false);
}

/** A value that is probably meant, and the word for it that is nearest to the one written. */
export interface MeantValue {
  id: string;
  known: string;
  /** By its letters alone; otherwise by what it means, and other values are to be told too. */
  isMistyped: boolean;
}

function saysNo(word: string): boolean {
  return /[不未免无没非]/u.test(word);
}

/** Whether a text has a word, and not a no before it: 不予追究 does not say 追究. */
function hasAsSaid(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/[不未免无没非].?$/u.test(text.slice(0, at));
}

/** 诫勉谈话 in 诫勉、提醒谈话; words of another length have no halves. */
function halves(word: string): string[] {
  return word.length === 4 ? [word.slice(0, 2), word.slice(2)] : [word];
}

function only<T>(found: readonly T[]): T | undefined {
  const [first, ...more] = new Set(found);
  return more.length === 0 ? first : undefined;
}

/** The unit behind a word for so many times: 元 of 万元. */
export function unitWithTimes(word: string, units: readonly string[]): { sign: string; unit: string; factor: number } | undefined {
  const times = TIMES.find(([sign]) => word.startsWith(sign) && units.includes(word.slice(sign.length)));
  return times && { sign: times[0], unit: word.slice(times[0].length), factor: times[1] };
}

/** Words for so many times, which are no part of a unit: taken away, the number would be too small. */
const TIMES: [sign: string, factor: number][] = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1000],
  ['百', 100],
];

function listOf(allowed: string[], lists: Partial<VocabularyData>): VocabularyName | undefined {
  const key = allowed.join('\n');
  return (Object.keys(lists) as VocabularyName[]).find((name) => lists[name]?.items.map((item) => item.id).join('\n') === key);
}

/** What is said of each value. */
function notesIn(name: VocabularyName, lists: Partial<VocabularyData>): Map<string, string> {
  return new Map(
    (lists[name]?.items ?? []).flatMap((item) => ('note' in item && typeof item.note === 'string' ? [[item.id, item.note]] : [])),
  );
}

/** Every word an author may have had in mind (id, name, short name), and the id it stands for. */
function nearWords(name: VocabularyName, lists: Partial<VocabularyData>): Map<string, string> {
  const words = new Map<string, string>();
  for (const item of lists[name]?.items ?? []) {
    words.set(item.id, item.id);
    if ('name' in item && typeof item.name === 'string' && !item.name.includes('*')) words.set(item.name, item.id);
    if ('short' in item && typeof item.short === 'string' && !item.short.includes('*')) words.set(item.short, item.id);
    if ('code' in item && typeof item.code === 'string') words.set(item.code, item.id);
  }
  return words;
}
