/** The last step of a search: what is said about it, computed from what was run. The page says nothing else. */
import type { SearchFinding } from './rank.ts';
import type { Command } from './parse.ts';
import { QUERY_LIMIT } from './normalise.ts';
import type { RankedEntry } from './ranking.ts';
import type { Rewrite } from '../words/rewrites.ts';

/** A sentence about a search, and the other search that it offers. */
export interface Said {
  kind: string;
  text: string;
  /** Whether a screen reader hears it with the count. */
  isSpoken: boolean;
  offer?: { change: Change; label: string };
}

/** How another search differs from this one. */
export type Change = 'exact' | 'forgiving' | 'no-synonyms' | 'synonyms' | 'no-preference' | 'preference';

/** What is said above the results, and below the headings of the lists beside them. */
export interface Explanation {
  said: Said[];
  also: string;
  near: string;
  leading: string;
}

/** What is left of a finding after the filters. */
export interface Shown {
  count: number;
  also: number;
  leading: readonly RankedEntry[];
}

/** The sentences about a search. */
export function explain(finding: SearchFinding, { also, leading }: Shown): Explanation {
  return {
    said: [...readingOf(finding), ...resultOf(finding), ...absentOf(finding), ...besideOf(finding, also), ...wishOf(finding)],
    also: `以下 ${also} 条${lacking(finding)}，而含有${formsOf(finding)}，不计入上面的条数。`,
    near: '以下条目只含检索词中的一部分，或者名称、常见问法相近，不计入上面的条数。',
    leading: leadingOf(finding, leading),
  };
}

const REWRITTEN: Record<Rewrite['kind'], (rewrite: Rewrite) => string> = {
  copied: ({ to }) => `形似的部首已换成通用的字：${quoted(to)}。`,
  traditional: ({ from }) => `已按简体字检索：${quoted(from)}。`,
  number: ({ to }) => `已按编号${quoted(to)}检索。`,
  'document-number': ({ to }) => `已按文号${quoted(to)}检索。`,
  edition: ({ to }) => `问的是哪一版（“新版”一类的字没有检索），已按${quoted(to)}检索。`,
  'class-length': ({ to }) => `课有多长没有当检索词，已按${quoted(to)}检索。`,
  asking: ({ to }) => `只用来提问的词没有检索，已按${quoted(to)}检索。`,
  punctuation: ({ to }) => `已按带标点的名称${quoted(to)}检索。`,
  pinyin: ({ to }) => `已按拼音理解为${quoted(to)}。`,
  homophone: ({ from, to }) => `没有条目的正文含有${quoted(from)}，已按同音的${quoted(to)}检索。`,
};

/** Rewritings that a reader may not want. */
const DOUBTFUL: ReadonlySet<Rewrite['kind']> = new Set([
  'number',
  'document-number',
  'edition',
  'class-length',
  'asking',
  'punctuation',
  'pinyin',
  'homophone',
]);

/** How a sign was read: where every entry has every word, and where that had to be given up; nothing where the next sentence says all. */
const COMMANDS: Record<Exclude<Command, 'without'>, { all: string; some?: string }> = {
  separator: { all: '顿号、逗号、加号等隔开的词各自查找，都要有。' },
  and: { all: 'AND 按空格理解：几个词都要有。', some: 'AND 按空格理解。' },
  or: { all: 'OR 没有照办，几个词都要有；只要有其一，请分两次检索。', some: 'OR 没有照办；只要有其一，请分两次检索。' },
};

function readingOf({ plan, reading, mode }: SearchFinding): Said[] {
  const { isCut } = plan.normalised;
  const { rewrites, query } = reading;
  return [
    ...(isCut ? [said('cut', `输入的字太多，只检索了前 ${QUERY_LIMIT} 个字。`)] : []),
    ...rewrites.map((rewrite) => ({
      ...said(`rewrite-${rewrite.kind}`, REWRITTEN[rewrite.kind](rewrite)),
      ...(DOUBTFUL.has(rewrite.kind) && { offer: { change: 'exact', label: '照原样检索' } as const }),
    })),
    ...query.commands.flatMap((command) => {
      const told =
        command === 'without' ? undefined : mode === 'relaxed' || mode === 'none' ? COMMANDS[command].some : COMMANDS[command].all;
      return told === undefined ? [] : [said('command', told)];
    }),
  ];
}

function resultOf(finding: SearchFinding): Said[] {
  const { mode, phrases, words, fewestWords, reading } = finding;
  const without = reading.query.without.map(quoted).join('、');
  const rest = without === '' ? '' : `，都不含${without}`;
  if (mode === 'exact') return [said('exact', `每一条都含有${phrases.map(quoted).join('和')}${rest}。`)];
  if (mode === 'alternatives') {
    const none = `没有条目的正文${phrases.length > 1 ? '同时' : ''}含有${phrases.map(quoted).join('和')}${without === '' ? '' : `而不含${without}`}`;
    const text = `${none}；每一条都含有${formsOf(finding)}${rest}。`;
    return [{ ...said('alternatives', text), offer: { change: 'no-synonyms', label: '不要同义词' } }];
  }
  if (mode === 'relaxed') {
    const least = words.length > 1 ? `每一条至少有其中 ${fewestWords} 个${rest}` : `每一条都有${rest}`;
    const text = `没有完全一致的结果，已放宽为按词语查找：${words.map(wordText).join('、')}。${least}。`;
    return [{ ...said('relaxed', text), offer: { change: 'exact', label: '只要完全一致的结果' } }];
  }
  return [];
}

/** Whoever asks for what nothing here is about must not take what has the other words for it. */
function absentOf({ absent }: SearchFinding): Said[] {
  return absent.length > 0 ? [said('absent', `${absentText(absent)}。`)] : [];
}

/** A clause: 没有条目的正文含有“元宇宙”. A way of asking that a hit shows may have the word. */
export function absentText(absent: readonly string[]): string {
  return `没有条目的正文含有${absent.map(quoted).join('或')}`;
}

function besideOf(finding: SearchFinding, also: number): Said[] {
  if (finding.mode !== 'exact' || also === 0) return [];
  const text = `同时检索了${[...new Set(finding.forms.map(({ form }) => quoted(form)))].join('、')}，另有 ${also} 条，列在后面。`;
  return [{ ...said('also', text), isSpoken: false, offer: { change: 'no-synonyms', label: '不要同义词' } }];
}

function wishOf({ plan, preference, mode }: SearchFinding): Said[] {
  const { wish } = plan;
  const quiet = (kind: string, text: string, change: Change, label: string): Said => ({
    ...said(kind, text),
    isSpoken: false,
    offer: { change, label },
  });
  if (wish.isExact) return [quiet('exact-only', '只查完全一致的结果，没有作任何改写。', 'forgiving', '放宽检索')];
  const { intent } = plan.plain.query;
  return [
    ...(wish.hasSynonyms ? [] : [quiet('no-synonyms', '没有检索同义词和数字的其他写法。', 'synonyms', '同时检索同义词')]),
    ...(preference ? [quiet('preference', `${preferenceText(preference)}。`, 'no-preference', '不按这个排')] : []),
    ...(!wish.hasPreference && intent && mode !== 'none'
      ? [quiet('no-preference', `没有按“${intent.name}”调整先后。`, 'preference', `优先列出${intent.told}`)]
      : []),
  ];
}

/** What is preferred stands first, or at least further to the front. */
export function preferenceText({ intent: { name, told }, standsFirst }: NonNullable<SearchFinding['preference']>): string {
  return standsFirst ? `按“${name}”优先列出${told}` : `按“${name}”把${told}往前排，更接近的仍在前面`;
}

/** Why some entries stand first, and how many of them are among those that are counted. */
function leadingOf({ leadingBy, entries }: SearchFinding, leading: readonly RankedEntry[]): string {
  const keys = new Set(entries.map(({ key }) => key));
  const counted = leading.filter(({ key }) => keys.has(key)).length;
  if (leadingBy === 'asked') {
    const why = leading.every(({ sentence }) => sentence !== undefined)
      ? '常见问法同你的话相近'
      : '常见问法同你的话相近，或者是讲这件事的课程';
    return counted > 0
      ? `${why}；其中 ${counted} 条计入上面的条数，下面不再重复，其余的页面里不一定有这几个字。`
      : `${why}；页面里不一定有这几个字，不计入上面的条数。`;
  }
  // Who has found nothing and is asked for in no such way is told that what is closest may be about something else.
  const isSure = entries.length > 0 || leading.some(({ sentence }) => sentence !== undefined);
  const how = isSure ? '先看这几条，最接近的在前；' : '先看这几条，最接近的在前，不一定讲的是这件事，本库也可能没有；';
  if (counted === leading.length) return `${how}都计入上面的条数，下面不再重复。`;
  return counted > 0 ? `${how}其中 ${counted} 条计入上面的条数，下面不再重复。` : `${how}不计入上面的条数。`;
}

/** What the entries beside the result do not contain. */
function lacking({ phrases }: SearchFinding): string {
  return phrases.length > 1 ? `没有同时含有${phrases.map(quoted).join('和')}` : `不含${phrases.map(quoted).join('')}`;
}

/** What entries contain that have another form of a phrase: “甲”或“乙”; of several phrases each with its forms. */
export function formsOf({ phrases, forms }: SearchFinding): string {
  const each = phrases.map((phrase) => {
    const own = forms.filter((use) => use.phrase === phrase).map(({ form }) => quoted(form));
    return phrases.length > 1 ? [quoted(phrase), ...own].join('或') : own.join('或');
  });
  return each.join('，并含有');
}

/** A word that was looked for, with what counted as it. */
export function wordText({ word, via }: SearchFinding['words'][number]): string {
  return via.length > 0 ? `${word}（${via.map(quoted).join('、')}也算）` : word;
}

function said(kind: string, text: string): Said {
  return { kind, text, isSpoken: true };
}

/** As words of a reader stand in a sentence. */
export function quoted(text: string): string {
  return `“${text}”`;
}
