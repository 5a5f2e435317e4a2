/** A menu that lies over the page is gone when its reader is elsewhere, or presses Escape; without scripts it closes by its own name. */
export {};

const menus = document.querySelectorAll<HTMLDetailsElement>('.site-header details');

for (const event of ['click', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    for (const menu of menus) if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const menu of menus) {
    if (!menu.open) continue;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});
