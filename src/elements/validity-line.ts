/**
 * `<validity-line data-timeline='[["2022-09-08","已被代替"]]' data-as-of="2026-11-22">`: on a day after that of the content, says that nobody has
 * checked since; a policy that has passed its known end or replacement by then is shown as ended. A state never rises here, and nothing is done
 * when the reader's clock is behind the content.
 */
import { fallSince } from '../domain/entry/timeline.ts';
import { localDay } from './view/local-day.ts';

class ValidityLine extends HTMLElement {
  connectedCallback(): void {
    const today = localDay(new Date());
    const asOf = this.dataset['asOf'] ?? '';
    if (today <= asOf) return;
    const fall = fallSince(this.#timeline(), asOf, today);
    if (fall) {
      const [from, state] = fall;
      this.#write('state', state);
      this.#write('since', `，自 ${from} 起`);
      this.#write('day', today);
    }
    const note = this.querySelector<HTMLElement>('[data-validity-unchecked]');
    if (note) note.hidden = false;
  }

  #write(part: string, text: string): void {
    const shown = this.querySelector(`[data-validity-${part}]`);
    if (shown) shown.textContent = text;
  }

  /** Pairs of date and state; empty when the page says nothing that can be read. */
  #timeline(): [string, string][] {
    try {
      return JSON.parse(this.dataset['timeline'] ?? '[]') as [string, string][];
    } catch {
      return [];
    }
  }
}

customElements.define('validity-line', ValidityLine);
