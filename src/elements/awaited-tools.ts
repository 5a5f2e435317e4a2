/**
 * The tools of an entry (比对篮, 选编), fetched with the first look at their buttons, or at once where this browser may hold a tray or a pack to count. All
 * presses that come before the tools are there are made again when they are.
 */

/** Has the tools fetched when somebody comes to the buttons inside `root`. */
export function awaitTools(root: HTMLElement): void {
  const load = () => import('./entry-tools.ts');
  for (const interest of ['pointerenter', 'focusin']) root.addEventListener(interest, () => void load(), { once: true });
  const press = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pin], [data-pack]') : null;
    if (!button) return;
    event.stopPropagation();
    void load().then(({ pressIn }) => {
      root.removeEventListener('click', press, true);
      pressIn(root, button);
    });
  };
  root.addEventListener('click', press, true);
  if (mayHoldEntries()) void load();
}

/** Whether this browser keeps a tray or a pack, be it of another site on the same host: `storedKey` would tell, and weigh on every page. */
function mayHoldEntries(): boolean {
  try {
    return Object.keys(localStorage).some((key) => /^(?:compare-tray|pack)(?:$|:)/u.test(key));
  } catch {
    return false;
  }
}
