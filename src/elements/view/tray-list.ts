/** What is in 比对篮, one entry a line, with the buttons that move it or take it out. */
import { markedTitle } from '../../domain/site/register.ts';
import { unitsIn } from '../../domain/site/units.ts';
import { loadRegister } from './desk-data.ts';

/** Fills the list below `root`, so that a focus finds its button at once; titles follow when they have been fetched. */
export function listTray(root: HTMLElement, ids: readonly string[], base: string): void {
  const template = root.querySelector<HTMLTemplateElement>('template[data-template="tray-item"]')?.content.firstElementChild;
  const items = ids.flatMap((id, index) => {
    const item = template?.cloneNode(true);
    if (!(item instanceof HTMLElement)) return [];
    item.dataset['trayId'] = id;
    item.querySelector('[data-part="number"]')?.replaceChildren(id);
    for (const button of item.querySelectorAll<HTMLButtonElement>('button'))
      button.setAttribute('aria-label', `${button.textContent} ${id}`);
    const [up, down] = item.querySelectorAll<HTMLButtonElement>('button');
    if (up) up.disabled = index === 0;
    if (down) down.disabled = index === ids.length - 1;
    return [item];
  });
  root.querySelector('[data-tray-items]')?.replaceChildren(...items);
  nameItems(items, base).catch(console.error);
}

/** Numbers that nobody has stay listed, so that they can be taken out. */
async function nameItems(items: readonly HTMLElement[], base: string): Promise<void> {
  const register = await loadRegister(
    base,
    items.flatMap(({ dataset }) => dataset['trayId'] ?? []),
  );
  for (const item of items) {
    const entry = register.get(item.dataset['trayId'] ?? '');
    const link = item.querySelector('a');
    if (entry && link) Object.assign(link, { href: entry.href, textContent: `${markedTitle(entry)}${entry.retired ? '（已退出）' : ''}` });
    else link?.replaceWith(unitsIn([item.dataset['trayId'] ?? '']).length > 0 ? '没有读到那个单位的库' : '本库没有这个编号');
  }
}
