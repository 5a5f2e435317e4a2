/** What a page offers to a reader without a mouse: its controls by keyboard, and by name as a screen reader has them. */
import type { Page } from 'playwright-core';

/** A walk through a page by Tab. */
export interface Walk {
  /** Controls that can be focused, as the page has them. */
  expected: number;
  /** Controls that Tab did not come to. */
  missed: string[];
  /** Stops without a visible sign of focus, or outside of the window. */
  unseen: string[];
}

/** Presses Tab from the beginning of the page through its first `most` controls. */
export async function walkByTab(page: Page, most: number): Promise<Walk> {
  const expected = await page.evaluate(beginWalk, most);
  await pressTab(page, expected + 2);
  return { expected, ...(await page.evaluate(endWalk)) };
}

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
/** Presses that are on their way at once: waiting for each alone takes most of the time of a walk. */
const IN_A_ROW = 25;

/** The browser takes keys in the order in which they are sent. */
async function pressTab(page: Page, count: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (let pressed = 0; pressed < count; pressed += IN_A_ROW) {
    const row = Array.from({ length: Math.min(IN_A_ROW, count - pressed) }, () => [
      devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
      devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
    ]);
    await Promise.all(row.flat());
  }
  await devtools.detach();
}

interface WalkedWindow {
  walk: { expected: Element[]; reached: Set<Element>; unseen: string[] };
}

function beginWalk(most: number): number {
  const isOffered = (element: Element) =>
    element instanceof HTMLElement || element instanceof SVGElement
      ? element.tabIndex >= 0 && !(element as HTMLButtonElement).disabled && element.checkVisibility({ visibilityProperty: true })
      : false;
  const selector = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]';
  const offered = [...document.querySelectorAll(selector)].filter(isOffered);
  // Of a group of radio buttons Tab comes to one.
  const groups = new Set<string>();
  const all = offered.filter((element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = document.querySelectorAll(`input[type="radio"][name="${CSS.escape(element.name)}"]:checked`);
    if (group.length > 0) return element.checked;
    const isFirst = !groups.has(element.name);
    groups.add(element.name);
    return isFirst;
  });
  const expected = all.slice(0, most);
  const walk = { expected, reached: new Set<Element>(), unseen: [] as string[] };
  (globalThis as unknown as WalkedWindow).walk = walk;
  document.addEventListener('focusin', ({ target }) => {
    const element = target as Element;
    walk.reached.add(element);
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const hasRing = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    if (!isInside || !hasRing) walk.unseen.push(`${isInside ? 'no ring' : 'outside'}: ${element.outerHTML.slice(0, 120)}`);
  });
  (document.activeElement as HTMLElement | null)?.blur();
  return expected.length;
}

function endWalk(): { missed: string[]; unseen: string[] } {
  const { expected, reached, unseen } = (globalThis as unknown as WalkedWindow).walk;
  return { missed: expected.filter((element) => !reached.has(element)).map((element) => element.outerHTML.slice(0, 120)), unseen };
}

const CONTROLS = new Set(
  'button,checkbox,combobox,comboboxMenuList,DisclosureTriangle,link,listbox,menuitem,option,radio,searchbox,slider,spinbutton,switch,tab,textbox'.split(
    ',',
  ),
);

/** A control as the accessibility tree has it. */
export interface NamedControl {
  role: string;
  name: string;
  description: string;
}

/** Every control in the accessibility tree of the page. */
export async function readControls(page: Page): Promise<NamedControl[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const text = (field: { value?: unknown } | undefined) => (typeof field?.value === 'string' ? field.value : '');
  return nodes
    .filter(({ ignored, role }) => !ignored && CONTROLS.has(text(role)))
    .map(({ role, name, description }) => ({ role: text(role), name: text(name), description: text(description) }));
}

/** The short name of a place that its source masks, as `content/vocab/regions.yaml` has it: nothing may be put in its place. */
const MASKED_PLACE = /^\*\*（S\d+-M\d\d）/u;

/** Whether a Chinese screen reader has words to say: Chinese in the name, or a number of the site with Chinese that describes it. */
export function speaksChinese({ name, description }: NamedControl): boolean {
  const hasChinese = (words: string) => /\p{Script=Han}/u.test(words);
  return MASKED_PLACE.test(name) || hasChinese(name) || (name.trim() !== '' && hasChinese(description));
}
