/**
 * <worksheet-notes>: the officer's notes beside each factor. They live in the page's text boxes only: never stored, never sent, gone with the
 * page; leaving with notes asks first. For printing, each note is copied into an element that can break across pages.
 */
class WorksheetNotes extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const copy = target.nextElementSibling;
      if (copy) copy.textContent = target.value;
    });
    window.addEventListener('beforeunload', (event) => {
      if (!this.#notes().some(({ value }) => value.trim() !== '')) return;
      event.preventDefault();
      // Chromium before 119 asks only when this is set; today's types call it deprecated.
      Reflect.set(event, 'returnValue', true);
    });
  }

  #notes(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll('textarea')];
  }
}

customElements.define('worksheet-notes', WorksheetNotes);
