/**
 * <paged-anchors>: addresses of lines from before the list had pages, `/about/public-sources/#gk-0123`, lead on to the page that has the line. Its
 * links say with which lines each page begins and ends (`data-first`, `data-last`).
 */
import { compareNumbers } from '../schema/number.ts';

class PagedAnchors extends HTMLElement {
  connectedCallback(): void {
    window.addEventListener('hashchange', () => this.#lead());
    this.#lead();
  }

  #lead(): void {
    const line = location.hash.slice(1);
    if (line === '' || document.getElementById(line)) return;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-first]')) {
      const { first = '', last = '' } = link.dataset;
      if (compareNumbers(first, line) <= 0 && compareNumbers(line, last) <= 0) location.replace(`${link.href}#${line}`);
    }
  }
}

customElements.define('paged-anchors', PagedAnchors);
