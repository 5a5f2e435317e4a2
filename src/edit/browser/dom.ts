/** Elements in a line each. */

type Child = Node | string | undefined | false;

/** An element with attributes and children; `true` is an attribute without a value, `false` and `undefined` are none. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  add(element, children);
  return element;
}

/** A button that does something. */
export function button(label: string, act: () => void, attributes: Record<string, string | boolean | undefined> = {}): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', act);
  return element;
}

/** Other children for an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.textContent = '';
  add(element, children);
}

let ids = 0;

/** An id that no other element of the page has. */
export function freshId(): string {
  ids += 1;
  return `f${ids}`;
}

/** A dialog with a heading, shown at once; it goes when it is closed. */
export function openDialog(heading: string, ...children: readonly Child[]): { dialog: HTMLDialogElement; close: () => void } {
  const id = freshId();
  const close = () => {
    dialog.close();
  };
  const dialog = make(
    'dialog',
    { 'aria-labelledby': id },
    make('div', { class: 'dialog-head' }, make('h2', { id }, heading), button('关闭', close, { class: 'quiet' })),
    ...children,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}

/** Has Esc close a dialog only while nothing would be lost; `tell` says so otherwise. Its button closes it all the same. */
export function closesUnless(dialog: HTMLDialogElement, isWritten: () => boolean, tell: () => void): void {
  dialog.addEventListener('cancel', (event) => {
    if (!isWritten()) return;
    event.preventDefault();
    tell();
  });
}

function add(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
}
