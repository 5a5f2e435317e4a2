/**
 * 六因素研判单: what rules and cases actually ask, factor by factor, as a form to think with. Nothing here weighs, counts or concludes.
 */
import type { StatementOrUnknown } from '../entry/blocks.ts';
import { bestFirst } from '../entry/best-first.ts';
import { isOf } from '../entry/records.ts';
import { asideOf } from './set-aside.ts';
import type { Entry, EntryOf } from '../entry/records.ts';

export type Factor = keyof EntryOf<'tolerance'>['data']['factors'];

/** A sentence of a rule or a case with its sources and where it stands. */
export interface Passage {
  entry: Entry;
  text: string;
  cites: string[];
}

/** Of so many sentences a group of a step shows the first: of newer and more fully seen entries before others. */
const MOST_PASSAGES = 15;

/** The sentences that a group shows, in the order of the entries that are worth a look first. */
export function firstPassages(passages: readonly Passage[]): readonly Passage[] {
  if (passages.length <= MOST_PASSAGES) return passages;
  const order = new Map(bestFirst([...new Set(passages.map(({ entry }) => entry))]).map((entry, place) => [entry, place]));
  return passages.toSorted((a, b) => (order.get(a.entry) ?? 0) - (order.get(b.entry) ?? 0)).slice(0, MOST_PASSAGES);
}

/** One step of the worksheet. */
export interface WorksheetStep {
  /** The factor's or distinction's id. */
  id: string;
  rules: Passage[];
  /** Published cases. */
  cases: Passage[];
  /** Constructed scenarios, never told among published cases. */
  scenarios: Passage[];
  /** Types of the entries left out, one for each passage: they are no cases of tolerance. */
  leftOut: string[];
}

/**
 * Words by which a rule's sentence is seen to ask about a factor. A sentence may ask about several; one that asks about none is listed apart, so
 * that nothing a rule says is lost.
 */
const FACTOR_WORDS: Record<Factor, RegExp> = {
  motive: /公心|私利|牟取|谋取|不正当利益|主观|故意|无意|动机|恶意|为公|弄虚作假/u,
  conditions: /政策界限|政策调整|先行先试|缺乏经验|没有先例|不可抗|难以预见|自然灾害|历史遗留|突发|明确限制|条件(?!缺一)|法规修改/u,
  procedure: /程序|集体|民主|决策|请示|报备|明确反对|合规/u,
  nature: /明令禁止|违纪|违法|禁止性|政治纪律|性质|法纪|遵纪|八项规定|同样失误/u,
  consequence: /损失|后果|影响|未达预期|事故|损害/u,
  remedy: /挽回|阻止|消除|纠错|知错|主动.*改|补救/u,
};

const FACTORS = Object.keys(FACTOR_WORDS) as Factor[];

/** Sentences that say only that nothing was seen. */
const UNSEEN = /(?:没有见到|没有写|未见|待核)[。；]?$/u;

/** For each factor: what rules ask about it, and the cases that have a finding on it, except those whose type is one of `asides`. */
export function factorSteps(entries: readonly Entry[], asides: ReadonlySet<string>): WorksheetStep[] {
  const rules = rulePassages(entries, ['situations', 'notTolerated']);
  const cases = casesIn(entries);
  return FACTORS.map((factor) => ({
    id: factor,
    rules: rules.filter(({ text }) => FACTOR_WORDS[factor].test(text)),
    ...sortCases(
      cases.flatMap((entry) => passageOf(entry, entry.data.factors[factor])),
      asides,
    ),
  }));
}

/** For each of the three distinctions: the cases that a source connects with it. */
export function distinctionSteps(
  entries: readonly Entry[],
  distinctions: readonly { id: string }[],
  asides: ReadonlySet<string>,
): WorksheetStep[] {
  const cases = casesIn(entries);
  return distinctions.map(({ id }) => ({
    id,
    rules: [],
    ...sortCases(
      cases.flatMap((entry) =>
        entry.data.distinctions.filter(({ which }) => which === id).map(({ text, cites }) => ({ entry, text, cites })),
      ),
      asides,
    ),
  }));
}

/** What the rules put outside tolerance, as far as it has been seen. */
export function notTolerated(entries: readonly Entry[]): Passage[] {
  return rulePassages(entries, ['notTolerated']);
}

/** What was retired is told no more. */
function casesIn(entries: readonly Entry[]): EntryOf<'tolerance'>[] {
  return entries.filter((entry) => isOf(entry, 'tolerance')).filter(({ data }) => !data.retired);
}

type RuleField = keyof NonNullable<EntryOf<'policies'>['data']['rule']>;

/** The seen parts of some elements of all rules, sentence by sentence. */
function rulePassages(entries: readonly Entry[], fields: readonly RuleField[]): Passage[] {
  return entries
    .filter((entry) => isOf(entry, 'policies'))
    .filter(({ data }) => !data.retired)
    .flatMap((entry) =>
      fields.flatMap((name) => {
        const finding: StatementOrUnknown = entry.data.rule?.[name] ?? '未载';
        if (typeof finding === 'string') return [];
        return finding.text
          .split(/(?<=[。；])/u)
          .filter((text) => !UNSEEN.test(text))
          .map((text) => ({ entry, text: text.replace(/[；。]$/u, ''), cites: finding.cites }));
      }),
    );
}

function passageOf(entry: Entry, finding: StatementOrUnknown): Passage[] {
  return typeof finding === 'string' ? [] : [{ entry, text: finding.text, cites: finding.cites }];
}

/** Published cases, constructed scenarios, and what is neither. */
function sortCases(passages: readonly Passage[], asides: ReadonlySet<string>): Pick<WorksheetStep, 'cases' | 'scenarios' | 'leftOut'> {
  const isScenario = ({ entry }: Passage) => entry.data.nature === '教学情景';
  const isAside = ({ entry }: Passage) => asideOf(entry, asides) !== undefined;
  return {
    cases: passages.filter((passage) => !isScenario(passage) && !isAside(passage)),
    scenarios: passages.filter(isScenario),
    leftOut: passages.flatMap(({ entry }) => asideOf(entry, asides) ?? []),
  };
}
