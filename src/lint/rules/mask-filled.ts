import { parseLocator } from '../../domain/entry/locator.ts';
import { paragraphMark } from '../../schema/number.ts';
import { masksAt } from '../known-facts.ts';
import type { KnownFacts, Mask } from '../known-facts.ts';
import { recordsIn, recordsWithin, textsIn } from '../../store/loose-data.ts';
import { sourceMatches } from '../source-matches.ts';
import { atField } from '../rule.ts';
import type { Finding, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

const PERCENTAGE = /\d(?:[\d.]*\d)?\s*[%％]|百分之[一二三四五六七八九十百零点]+|[一二三四五六七八九]成(?![长立为员果就功熟本品效绩都])/u;

/** Reports numbers and names where the documents have asterisks: what a document hides stays hidden, however easy the guess. */
export const maskFilled: Rule = {
  id: 'mask-filled',
  severity: 'error',
  docs: '来源用星号隐去的数字和名称一律不补：数字写“隐去”，地区用隐去单位的编号。',
  *check({ entries, known, files }) {
    for (const entry of entries) {
      if (entry.collection === 'sources') continue;
      yield* filledFigures(entry, known);
      yield* filledSentences(entry, known);
      yield* filledRegions(entry, known);
    }
    for (const region of known.regions.values()) {
      // A name such as `**市松山区` shows a part; that part with any other city before it is a guess.
      const [, shown] = /^\*+市(\p{Script=Han}{3,})$/u.exec(region.name) ?? [];
      if (!shown) continue;
      const guess = new RegExp(`\\p{Script=Han}{1,3}(?<![某个该隐]|隐去)市${shown}`, 'gu');
      for (const file of files)
        yield* sourceMatches(file, guess, ([text]) => `“${text}”补出了来源隐去的市名。请照录“${region.name}”，市名不补。`);
    }
  },
  examples: {
    ok: [
      { fields: { figures: [{ value: '隐去', unit: '%', what: '认为状况好的', whose: '某县干部', period: '未载', cite: 'S0-¶03#2' }] } },
      { fields: { regions: ['s1-m12'], actions: [{ text: '分三级提醒。', cites: ['S1-¶05#7'] }], figures: [] } },
    ],
    notOk: [
      { fields: { figures: [{ value: 62, unit: '%', what: '认为状况好的', whose: '某县干部', period: '未载', cite: 'S0-¶03#2' }] } },
      { fields: { actions: [{ text: '认为状况好的占 62%。', cites: ['S0-¶03#2'] }] } },
      { fields: { actions: [{ text: '认为状况好的占六成。', cites: ['S0-¶03#2'] }] } },
      { fields: { regions: ['zhejiang'], actions: [{ text: '分三级提醒。', cites: ['S1-¶05#7'] }], figures: [] } },
      { fields: { transfer: ['说的是宁波市松山区。'] } },
    ],
  },
};

function* filledFigures(entry: LintEntry, known: KnownFacts): Generator<Finding> {
  for (const { index, item } of recordsIn(entry.data['figures'])) {
    if (typeof item['value'] !== 'number' || typeof item['cite'] !== 'string') continue;
    const mask = masksIn([item['cite']], known).find((hidden) => isSameCount(hidden, item));
    if (mask)
      yield atField(
        entry,
        ['figures', index, 'value'],
        `这个数字在来源 ${item['cite']} 里是“${mask.asWritten}”，被隐去了。请把 value 写成“隐去”。`,
      );
  }
}

/** Whether a figure counts what the mask hides: any percentage for a hidden share, the same thing for a hidden number. */
function isSameCount({ kind, hides }: Mask, figure: Record<string, unknown>): boolean {
  const unit = String(figure['unit']);
  if (kind === '比例') return /[%％]|百分/u.test(unit);
  if (kind !== '人数' || !/^[人名]/u.test(unit)) return false;
  const subject = hides.replace(/人数|的|数/gu, '');
  return subject.length >= 2 && String(figure['what']).includes(subject.slice(0, 2));
}

/** A sentence that rests only on hidden shares and gives one nevertheless. */
function* filledSentences(entry: LintEntry, known: KnownFacts): Generator<Finding> {
  for (const { path, record } of recordsWithin(entry.data)) {
    const given = typeof record['text'] === 'string' ? PERCENTAGE.exec(record['text'])?.[0] : undefined;
    const cites = textsIn(record['cites']);
    if (given === undefined || cites.length === 0) continue;
    const areHidden = cites.every((cite) => masksIn([cite], known).some(({ kind }) => kind === '比例'));
    if (areHidden)
      yield atField(entry, [...path, 'text'], `“${given}”在来源 ${cites.join('、')} 里是隐去的。请写成“比例在原文中隐去”，不补数字。`);
  }
}

/** A real place in an entry that rests on one document alone, which hides its places and does not name this one. */
function* filledRegions(entry: LintEntry, known: KnownFacts): Generator<Finding> {
  // Comments in the body compare with other documents; the fields tell what the entry itself rests on.
  const cited = entry.citations.filter(({ path }) => path !== undefined).map(({ text }) => parseLocator(text));
  const documents = new Set(cited.map((locator) => locator?.source));
  const [document] = documents;
  const source = document === undefined || documents.size > 1 ? undefined : known.sources.get(document);
  const mask = source?.masks.find(({ kind, hides }) => kind === '名称' && /[市县区]名|地区|地名/u.test(hides));
  if (!source || !mask) return;
  const told = cited.map((locator) => source.paragraphs.get(locator?.paragraph ?? -1)?.gist ?? '').join() + source.place;
  for (const [index, id] of textsIn(entry.data['regions']).entries()) {
    const region = known.regions.get(id);
    if (!region || region.kind === '隐去单位' || region.kind === '跨省区域' || region.at || told.includes(region.short)) continue;
    const units = hiddenUnits(
      cited.map((locator) => `${document}-${paragraphMark(locator?.paragraph ?? 0)}`),
      known,
    );
    const message = `来源 ${document} 隐去了地名，没有写到“${region.short}”。请用隐去单位的编号${units}，不补名。`;
    yield atField(entry, ['regions', index], message);
  }
}

/** The ids of the masked units that stand in some paragraphs, in brackets; empty when the table has none there. */
function hiddenUnits(paragraphs: string[], known: KnownFacts): string {
  const regions = [...known.regions.values()].filter(({ kind }) => kind === '隐去单位');
  const units = regions.filter(({ at }) => at?.some((place) => paragraphs.includes(place.split('#')[0] ?? '')));
  return units.length > 0 ? `（${units.map(({ id }) => id).join('、')}）` : '';
}

function masksIn(cites: string[], known: KnownFacts): Mask[] {
  return cites.flatMap((cite) => {
    const locator = parseLocator(cite);
    return locator ? masksAt(known, locator) : [];
  });
}
