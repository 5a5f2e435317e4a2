/** How it stands with the other units' libraries, in the list above the results. */
import { readAnyNumber } from '../../schema/number.ts';
import { OWN_UNIT } from '../../search/engine.ts';
import type { UnitState } from './unit-search.ts';

/** Fills the list in `panel`; `counts` has how many of the results are of each unit, once there are any. */
export function showUnits(panel: HTMLElement, states: readonly UnitState[], counts: ReadonlyMap<string, number> | undefined): void {
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
  panel.querySelector('[data-part="summary"]')?.replaceChildren(isOn ? summary : '没有开');
  const status = panel.querySelector('[data-part="status"]');
  const sentence = asking > 0 ? '' : named && `${named}，没有算在结果里。`;
  if (status && status.textContent !== sentence) status.textContent = sentence;
  show(panel, 'ask', !isOn);
  show(panel, 'leave', isOn);
  show(panel, 'again', away.length > 0);
  panel.querySelector('[data-part="wanted"]')?.toggleAttribute('hidden', true);
}

const REASONS: Partial<Record<UnitState['state'], string>> = {
  没有回应: '没有回应',
  回应太慢: '回应太慢',
  版本较旧: '的网站版本比本站旧',
  版本较新: '的网站版本比本站新',
  是别的单位的库: '的网址上是别的单位的库',
  没有文件夹: '没有放在旁边的文件夹',
};

function tell({ unit, state, entries }: UnitState, counts: ReadonlyMap<string, number> | undefined): string {
  if (state === '在问') return '正在问……';
  if (state !== '已问') return (REASONS[state] ?? '').replace(/^的/u, '');
  return counts ? `共 ${entries} 条，这次 ${counts.get(unit.name) ?? 0} 条` : `共 ${entries} 条`;
}

function show(panel: HTMLElement, what: string, isShown: boolean): void {
  panel.querySelector(`[data-units="${what}"]`)?.toggleAttribute('hidden', !isShown);
}

/** How many of the counted results are of each library. */
export function countUnits(entries: readonly { key: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of entries) {
    const unit = readAnyNumber(key).unit || OWN_UNIT;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** What was searched, in words, for the record. */
export function tellScope(states: readonly UnitState[], counts: ReadonlyMap<string, number>, own: string): string {
  const parts = states.map(({ unit, state, entries }) =>
    state === '已问'
      ? `${unit.name}（${counts.get(unit.name) ?? 0} 条，共 ${entries} 条）`
      : `${unit.name}（${REASONS[state] ?? state}，没有问到）`,
  );
  return `${own}（${counts.get(own) ?? 0} 条）；同时问了${parts.join('、')}`;
}
