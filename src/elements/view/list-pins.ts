/**
 * The buttons 加入比对 and 加入选编 of the items of a list, `data-pins` of which names them. Their scripts make them: in the page they would weigh
 * more than all else that an item repeats.
 */

const NAMES = { pin: '加入比对', pack: '加入选编' };

/** Gives the items of the lists on this page the buttons that they have not; an item with `data-unpackable` is none for 选编. */
export function addPins(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-pins]')) {
    const kinds = (['pin', 'pack'] as const).filter((kind) => list.dataset['pins']?.split(' ').includes(kind));
    for (const item of list.children) {
      if (!(item instanceof HTMLElement) || item.querySelector('.pin')) continue;
      const { id = '', unpackable } = item.dataset;
      const own = kinds.filter((kind) => kind !== 'pack' || unpackable === undefined);
      item.lastElementChild?.append(...own.map((kind) => makePin(kind, id)));
    }
  }
}

/** As `PinButton.astro` draws it for the page of an entry. */
function makePin(kind: keyof typeof NAMES, id: string): HTMLButtonElement {
  const whose = Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: `：${id}` });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'pin' });
  button.dataset[kind] = id;
  button.setAttribute('aria-pressed', 'false');
  button.append(NAMES[kind], whose);
  return button;
}

/** Far down a list the tray is out of sight: the way to it, `link`, stands beside the button that was pressed last too. */
export function leadOn(button: Element, link: HTMLElement | null, name: string): void {
  if (!link) return;
  const way = ways.get(name) ?? (link.cloneNode() as HTMLElement);
  ways.set(name, way);
  button.parentElement?.append(Object.assign(way, { className: 'pin', textContent: name, hidden: false }));
}

const ways = new Map<string, HTMLElement>();
