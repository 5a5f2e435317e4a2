/**
 * `<validity-line data-timeline='[["2022-09-08","已被代替"]]' data-as-of="2026-11-22">`: shows a policy's state on the reader's day instead
 * of the day of the build. Does nothing when the reader's clock is behind the build.
 */
import { stateOn } from '../domain/timeline.ts';

class ValidityLine extends HTMLElement {
  connectedCallback(): void {
    const today = new Date().toISOString().slice(0, 10);
    if (today <= (this.dataset['asOf'] ?? '')) return;
    const state = stateOn(this.#timeline(), today);
    const shown = this.querySelector('[data-validity-state]');
    const day = this.querySelector('[data-validity-day]');
    if (state && shown) shown.textContent = state;
    if (day) day.textContent = today;
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
