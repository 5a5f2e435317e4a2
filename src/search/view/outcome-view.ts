/** The sentences above the results: how many, found how, and what to try when there are none. */
import type { Outcome } from '../search-entries.ts';

/** Fills the elements below `root`: `[data-search-count]`, `[data-mode]` notes, `[data-fill]` words. */
export function renderOutcome(root: HTMLElement, outcome: Outcome): void {
  const { mode, phrases, units, count, total } = outcome;
  const situation = total > 0 && count === 0 ? 'filtered-out' : mode;
  for (const note of root.querySelectorAll<HTMLElement>('[data-mode]')) {
    note.hidden = !(note.dataset['mode'] ?? '').split(' ').includes(situation);
  }
  const fills: Record<string, string> = {
    phrases: phrases.map((phrase) => `“${phrase}”`).join('和'),
    units: units.join('、'),
    total: String(total),
  };
  for (const element of root.querySelectorAll<HTMLElement>('[data-fill]')) {
    element.textContent = fills[element.dataset['fill'] ?? ''] ?? '';
  }
  const counter = root.querySelector('[data-search-count]');
  if (counter) counter.textContent = String(count);
}
