/**
 * What is copied from a page says where it is from: of an entry number, title and permanent address down to the paragraph's place, of another page
 * its title and address. Only what is shown is copied, so that a folded part B never gets out, and links are whole addresses; the numbers of notes
 * and the buttons of the page mean nothing elsewhere. Short copies, of a name or a number, and what a button copies stay as they are.
 */
const SHORTEST = 30;

document.addEventListener('copy', (event) => {
  const selection = document.getSelection();
  const main = document.querySelector<HTMLElement>('main');
  if (!main || !selection?.rangeCount || !event.clipboardData || isField(event.target)) return;
  const range = selection.getRangeAt(0);
  const anchor = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  if (!anchor || !main.contains(anchor) || anchor.closest(PLAIN)) return;
  if (selection.toString().length < SHORTEST) return;
  const copy = shownCopy(range);
  const text = textOf(copy, main);
  const source = sourceOf(main, range);
  const line = document.createElement('p');
  line.textContent = source;
  copy.append(line);
  event.clipboardData.setData('text/plain', `${text}\n\n${source}`);
  event.clipboardData.setData('text/html', new XMLSerializer().serializeToString(copy));
  event.preventDefault();
});

/** What buttons copy. */
const PLAIN = '.cite-text, [data-tray="link"]';
/** Marks for a moment what is not shown; no page may have it. */
const HIDDEN = 'data-unseen';
/** What is pressed or filled in, and drawings, which stand in words beside them. */
const CONTROLS = 'button, input, select, textarea, svg, compare-tray, pack-add, .pin';

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** The part of the page in a range without what is not shown, and with whole addresses. */
function shownCopy(range: Range): HTMLElement {
  const around = range.commonAncestorContainer;
  const inside = around instanceof Element ? [...around.querySelectorAll<HTMLElement>('*')] : [];
  const hidden = inside.filter((element) => range.intersectsNode(element) && isNotShown(element));
  for (const element of hidden) element.setAttribute(HIDDEN, '');
  const copy = document.createElement('div');
  copy.append(range.cloneContents());
  for (const element of hidden) element.removeAttribute(HIDDEN);
  for (const heading of copy.querySelectorAll('.sort-button')) heading.replaceWith(...heading.childNodes);
  for (const element of copy.querySelectorAll(`[${HIDDEN}], .cites, .opened-note, ${CONTROLS}`)) element.remove();
  for (const element of copy.querySelectorAll('*')) if (element.localName.includes('-')) element.replaceWith(asDivision(element));
  for (const link of copy.querySelectorAll('a')) if (link.hasAttribute('href')) link.setAttribute('href', link.href);
  return copy;
}

/** A custom element as one that does nothing: in the page again, a copy of it would begin its work anew and hide what it has not made yet. */
function asDivision(element: Element): HTMLElement {
  const division = document.createElement('div');
  for (const { name, value } of element.attributes) division.setAttribute(name, value);
  division.append(...element.childNodes);
  return division;
}

/** The text of a copy as it is laid out; that of the selection has what stands in folded parts too. */
function textOf(copy: HTMLElement, main: HTMLElement): string {
  copy.style.position = 'fixed';
  copy.style.left = '-200vw';
  main.append(copy);
  const text = copy.innerText;
  copy.remove();
  copy.removeAttribute('style');
  return text;
}

/** Not laid out at all, or for those only who hear the page. */
function isNotShown(element: HTMLElement): boolean {
  const folded = element.parentElement?.closest('details:not([open])');
  const isFolded = folded?.contains(element) === true && !element.closest('summary');
  return isFolded || element.classList.contains('visually-hidden') || getComputedStyle(element).display === 'none';
}

function sourceOf(main: HTMLElement, range: Range): string {
  const title = document.querySelector('h1')?.textContent.trim() ?? '';
  const entry = document.querySelector<HTMLElement>('[data-source-name]');
  if (!entry || !range.intersectsNode(entry)) {
    const site = document.querySelector('.site-name')?.textContent.trim() ?? '';
    return `——${site}，《${title}》，${location.href.replace(/#.*$/u, '')}${placeOf(main, range)}`;
  }
  const { entry: id = '', sourceName = '', sourcePath = '/' } = entry.dataset;
  const state = document.querySelector('[data-validity-state]')?.textContent ?? '现行';
  const caution = state === '现行' || state === '不适用' ? '' : `（${state}）`;
  return `——${sourceName}，${id}《${title}》${caution}，${new URL(sourcePath + placeOf(entry, range), location.href).href}`;
}

/** `#facts`: the last permanent anchor of the page at or before the beginning of a range; empty above the first. */
function placeOf(root: HTMLElement, range: Range): string {
  const anchors = [...root.querySelectorAll('h2[id], h3[id], section[id], dl > div[id]')];
  const before = anchors.filter((anchor) => range.comparePoint(anchor, 0) < 0 || anchor.contains(range.startContainer));
  const id = before[before.length - 1]?.id;
  return id ? `#${id}` : '';
}

// A module without exports: it is fetched for what it does.
export {};
