/**
 * <two-parts>: a teaching block. With `?part=a` the page shows and prints part A alone: title for learners, facts, decision, questions. The
 * styles hide the rest (see `styles/two-parts.css`); a static page cannot take it out of its own source, and says so.
 */
class TwoParts extends HTMLElement {
  connectedCallback(): void {
    const links = this.querySelector<HTMLElement>('[data-part-links]');
    if (links) links.hidden = false;
    const isPartA = new URLSearchParams(location.search).get('part') === 'a';
    for (const link of this.querySelectorAll('[data-part-link]')) {
      if ((link.getAttribute('data-part-link') === 'a') === isPartA) link.setAttribute('aria-current', 'true');
    }
    if (isPartA) this.#showPartA();
    else window.addEventListener('beforeprint', () => this.#openPartB());
  }

  /** The title of a case tells its outcome: learners get another. */
  #showPartA(): void {
    document.documentElement.dataset['part'] = 'a';
    const title = this.dataset['title'] ?? '';
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading) {
      heading.textContent = title;
      heading.dataset['partA'] = '';
    }
    document.title = title;
  }

  /** On paper the whole page is whole. */
  #openPartB(): void {
    this.querySelector('details')?.setAttribute('open', '');
  }
}

customElements.define('two-parts', TwoParts);
