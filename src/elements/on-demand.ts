/**
 * What a page's reader may come to use, fetched when it is first wanted: a page that is only read loads this file and `page-tools.ts` alone.
 * Suggestions come with the search field, the closing of menus with the first that is opened, marks with an address that asks for them, references and Word files with their buttons, and the tools
 * of an entry (比对篮, 选编) with the first look at theirs, or at once where this browser may hold a tray or a pack to count.
 */
for (const input of document.querySelectorAll<HTMLInputElement>('search-suggest input')) {
  input.addEventListener('focus', () => void import('./search-suggest.ts'), { once: true });
  if (input === document.activeElement) void import('./search-suggest.ts');
}

for (const menu of document.querySelectorAll('.site-header details')) {
  menu.addEventListener('toggle', () => void import('./site-menus.ts'), { once: true });
}

if (/[?&]hl=/u.test(location.search)) void import('./landing-marks.ts');
if (/[?&]view=class(?:&|$)/u.test(location.search)) void import('./class-view.ts');
if (document.documentElement.dataset['part'] === 'a') void import('./two-parts.ts');
for (const links of document.querySelectorAll<HTMLElement>('[data-part-links], [data-class-link]')) links.hidden = false;

// On paper the whole page is whole, and so is its address, even where the site was built without knowing its own.
window.addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details[data-part-b], .fold')) part.setAttribute('open', '');
  if (location.protocol === 'file:') return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.record-dates a')) link.textContent = link.href;
});

const tools = document.querySelector<HTMLElement>('[data-entry-tools]');
if (tools) {
  for (const part of [tools, ...tools.querySelectorAll<HTMLElement>('[data-pin], [data-pack]')]) part.hidden = false;
  for (const interest of ['pointerenter', 'focusin'])
    tools.addEventListener(interest, () => void import('./entry-tools.ts'), { once: true });
  // A press that comes before the tools are there is made again when they are.
  tools.addEventListener('click', (event) => void pressLater(event), { capture: true, once: true });
  if (mayHoldEntries()) void import('./entry-tools.ts');
}

// A note opens beside its mark; without the script for it the link leads to the list, as it does without any.
document.addEventListener('click', (event) => {
  const mark = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('sup.cites > a') : null;
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void import('./opened-note.ts').then(
    ({ toggleNote }) => toggleNote(mark),
    () => location.assign(mark.hash),
  );
});

// Whoever selects text may copy it, and a copy says where it is from.
document.addEventListener('selectionchange', () => void import('./copied-source.ts'), { once: true });

// 引用格式 and 存为 Word, under an entry.
const record = document.querySelector<HTMLElement>('[data-record]');
if (record) {
  record.hidden = false;
  record.addEventListener('click', ({ target }) => {
    const action = target instanceof HTMLElement ? target.dataset['action'] : undefined;
    if (!action) return;
    void import('./view/entry-record.ts').then(
      ({ useRecord }) => useRecord(record, action),
      () => record.append('没有读到所需的程序。'),
    );
  });
}

async function pressLater(event: MouseEvent): Promise<void> {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  event.stopPropagation();
  await import('./entry-tools.ts');
  button.click();
}

/** Whether this browser keeps a tray or a pack, be it of another site on the same host: `storedKey` would tell, and weigh on every page. */
function mayHoldEntries(): boolean {
  try {
    return Object.keys(localStorage).some((key) => /^(?:compare-tray|pack)(?:$|:)/u.test(key));
  } catch {
    return false;
  }
}
