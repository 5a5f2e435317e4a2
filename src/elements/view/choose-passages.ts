/** Sentences of the worksheet that the officer chooses for paper: of a list in which some are chosen, only these are printed and written for Word. */

/** Puts a box before each sentence; `onChange` is told of every choice. */
export function offerChoice(root: HTMLElement, onChange: () => void): void {
  for (const line of root.querySelectorAll<HTMLElement>('.points > li')) {
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', className: 'passage-box', autocomplete: 'off' });
    box.setAttribute('aria-label', '只印勾了的：印这一句');
    line.prepend(box);
  }
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.className !== 'passage-box') return;
    target.parentElement?.classList.toggle('is-chosen', target.checked);
    const list = target.closest('.points');
    list?.classList.toggle('has-chosen', list.querySelector('.is-chosen') !== null);
    onChange();
  });
}

/** The sentences of a list that go on paper. */
export function chosenIn(list: Element): HTMLElement[] {
  const points = list.matches('.points') ? list : list.querySelector('.points');
  return [...(points?.querySelectorAll<HTMLElement>(points.matches('.has-chosen') ? 'li.is-chosen' : 'li') ?? [])];
}
