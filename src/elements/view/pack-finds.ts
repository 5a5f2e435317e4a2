/** The entries that have the words a trainer typed, each with a button that adds it; text goes in as text. */
import { printedNumber } from '../../schema/number.ts';
import { markedTitle } from '../../domain/site/register.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';

/** As many at a time as can be looked through. */
const FINDS_AT_A_TIME = 12;

/** Fills the list with the first finds, or as many as asked for; `undefined` hides it. */
export function showFinds(
  root: HTMLElement,
  found: readonly RegisterEntry[] | undefined,
  kinds: Readonly<Record<string, string>>,
  shown = FINDS_AT_A_TIME,
): void {
  root.hidden = found === undefined;
  const template = root.querySelector<HTMLTemplateElement>('template');
  const rows = (found ?? []).slice(0, shown).flatMap((entry) => {
    const row = template?.content.firstElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) return [];
    const title = markedTitle(entry);
    row.querySelector('[data-part="number"]')?.replaceChildren(printedNumber(entry.id));
    row.querySelector('[data-part="kind"]')?.replaceChildren([kinds[entry.collection] ?? '', ...taughtFor(entry)].join('，'));
    const link = row.querySelector<HTMLAnchorElement>('a');
    if (link) Object.assign(link, { href: entry.href, textContent: title });
    const button = row.querySelector('button');
    button?.setAttribute('data-find', entry.id);
    return [row];
  });
  root.querySelector('ul')?.replaceChildren(...rows);
  root.querySelector('[data-part="found"]')?.replaceChildren(String(found?.length ?? 0));
  const more = root.querySelector<HTMLElement>('[data-part="more"]');
  const left = (found?.length ?? 0) - rows.length;
  if (more) more.hidden = left <= 0;
  root.querySelector('[data-part="shown"]')?.replaceChildren(String(rows.length));
  root.querySelector('[data-part="rest"]')?.toggleAttribute('hidden', left <= 0);
  root.querySelector('[data-part="next"]')?.replaceChildren(String(Math.min(left, FINDS_AT_A_TIME)));
}

/** Lists the next finds below those that are listed, and leads the keyboard to the first of them. */
export function showMoreFinds(root: HTMLElement, found: readonly RegisterEntry[], kinds: Readonly<Record<string, string>>): void {
  const before = root.querySelectorAll('li').length;
  showFinds(root, found, kinds, before + FINDS_AT_A_TIME);
  root.querySelectorAll('li')[before]?.querySelector('button')?.focus();
}

function taughtFor({ isTaught, partA }: RegisterEntry): string[] {
  return isTaught ? ['有教学设计', ...(partA === undefined ? [] : [`材料够 ${partA} 分钟`])] : [];
}

/** Says of each find whether it is in the pack already. */
export function markAdded(root: HTMLElement, ids: ReadonlySet<string>): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-find]')) {
    const isAdded = ids.has(button.dataset['find'] ?? '');
    button.textContent = isAdded ? '已加入' : '加入';
    // Still reachable: a button that is taken away takes the place of the keyboard with it.
    button.setAttribute('aria-disabled', String(isAdded));
    button.setAttribute('aria-label', `${button.textContent}：${button.closest('li')?.querySelector('a')?.textContent ?? ''}`);
  }
}
