/**
 * The tools of an entry (比对篮, 选编), fetched with the first look at their buttons, or at once where this browser holds a tray or a pack to count. A
 * press that comes before the tools are there is made again when they are.
 */
import { storedKey } from '../domain/kept/stored-key.ts';
import { storedPlace } from './stored-place.ts';

/** Has the tools fetched when somebody comes to the buttons inside `root`; `base` is that of the site. */
export function awaitTools(root: HTMLElement, base: string): void {
  for (const interest of ['pointerenter', 'focusin'])
    root.addEventListener(interest, () => void import('./entry-tools.ts'), { once: true });
  root.addEventListener('click', (event) => void pressLater(event), { capture: true, once: true });
  if (['compare-tray', 'pack'].some((name) => hasStored(storedKey(name, storedPlace(base))))) void import('./entry-tools.ts');
}

async function pressLater(event: MouseEvent): Promise<void> {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pin], [data-pack]') : null;
  if (!button) return;
  event.stopPropagation();
  await import('./entry-tools.ts');
  button.click();
}

function hasStored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
