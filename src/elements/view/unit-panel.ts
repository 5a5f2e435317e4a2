/** How it stands with the other units' libraries, in the list above the results. */
import { readAnyNumber } from '../../schema/number.ts';
import { OWN_UNIT } from '../../search/engine/engine.ts';
import type { UnitState } from './unit-search.ts';

/** Fills the list in `panel`; `counts` has how many of the results are of each unit that was searched for them. */
export function showUnits(panel: HTMLElement, states: readonly UnitState[], counts: UnitCounts): void {
  for (const item of panel.querySelectorAll<HTMLElement>('[data-unit]')) {
    const found = states.find(({ unit }) => unit.name === item.dataset['unit']);
    item.querySelector('[data-part="state"]')?.replaceChildren(found ? tell(found, counts) : '没有问');
    item.classList.toggle('search-unit-away', found !== undefined && found.state !== '在问' && found.state !== '已问');
  }
  const isOn = states.length > 0;
  const away = states.filter(({ state }) => state !== '已问' && state !== '在问');
  const asking = states.filter(({ state }) => state === '在问').length;
  const answered = states.length - away.length - asking;
  const named = away.map(({ unit, state }) => `${unit.name}${REASONS[state] ?? ''}`).join('，');
  const summary = [`${answered} 个已问`, ...(asking > 0 ? [`${asking} 个在问`] : []), ...(named ? [named] : [])].join('；');
  panel.querySelector('[data-part="summary"]')?.replaceChildren(isOn ? summary : '还没有问');
  show(panel, 'ask', !isOn);
  show(panel, 'leave', isOn);
  show(panel, 'again', away.length > 0);
  panel.querySelector('[data-part="wanted"]')?.toggleAttribute('hidden', true);
}

/** What the results above are of, beside their count: what each library has, and who is not among them. */
export function tellBeside(states: readonly UnitState[], counts: UnitCounts): string {
  if (counts.size === 0) return '先列本库的，正在问别的单位，问到以后一起列。';
  const parts = [...counts].map(([name, count]) => `${name} ${count} 条`).join('、');
  const missing = states.filter(({ unit }) => !counts.has(unit.name)).map(({ unit, state }) => unit.name + whyMissing(state));
  return `其中${parts}。${missing.length > 0 ? `${missing.join('，')}，没有算在内。` : ''}`;
}

function whyMissing(state: UnitState['state']): string {
  if (state === '已问') return '刚有回应';
  return state === '在问' ? '还没有回应' : (REASONS[state] ?? '');
}

const REASONS: Partial<Record<UnitState['state'], string>> = {
  没有回应: '没有回应',
  回应太慢: '回应太慢',
  读不出来: '的数据读不出来',
  版本较旧: '的网站版本比本站旧',
  版本较新: '的网站版本比本站新',
  是别的单位的库: '的网址上是别的单位的库',
  没有文件夹: '的文件夹没有放在旁边',
};

function tell({ unit, state, entries }: UnitState, counts: UnitCounts): string {
  if (state === '在问') return '正在问……';
  if (state !== '已问') return (REASONS[state] ?? '').replace(/^的/u, '');
  const count = counts.get(unit.name);
  return count === undefined ? `共 ${entries} 条` : `共 ${entries} 条，这次 ${count} 条`;
}

function show(panel: HTMLElement, what: string, isShown: boolean): void {
  panel.querySelector(`[data-units="${what}"]`)?.toggleAttribute('hidden', !isShown);
}

/** How many of the counted results are of each library that was searched, this one first; empty while only this one was. */
export type UnitCounts = ReadonlyMap<string, number>;

export const NO_COUNTS: UnitCounts = new Map();

export function countUnits(entries: readonly { key: string }[], states: readonly UnitState[]): UnitCounts {
  const searched = states.flatMap(({ unit, state }) => (state === '已问' ? [unit.name] : []));
  const counts = new Map([OWN_UNIT, ...searched].map((name) => [name, 0]));
  for (const { key } of entries) {
    const unit = readAnyNumber(key).unit || OWN_UNIT;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** What was searched, in words, for the record; `states` as they stood for the results. */
export function tellScope(states: readonly UnitState[], counts: UnitCounts): string {
  const parts = states.map(({ unit, state, entries }) =>
    state === '已问'
      ? `${unit.name}（${counts.get(unit.name) ?? 0} 条，共 ${entries} 条）`
      : `${unit.name}（${state === '在问' ? '还没有回应' : (REASONS[state] ?? state)}，没有问到）`,
  );
  return `${OWN_UNIT}（${counts.get(OWN_UNIT) ?? 0} 条）；同时问了${parts.join('、')}`;
}
