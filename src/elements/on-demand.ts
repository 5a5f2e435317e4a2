/**
 * What a page's reader may come to use, fetched when it is first wanted: a page that is only read loads this file and `page-tools.ts` alone.
 * Suggestions come with the search field, the closing of menus with the first that is opened, marks with an address that asks for them, references and Word files with their buttons, and the tools
 * of an entry (比对篮, 选编) with the first look at theirs, or at once where this browser may hold a tray or a pack to count.
 */
import { awaitTools } from './awaited-tools.ts';

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

// On paper the whole page is whole; the screen is then as it was, also when nothing was printed.
for (const part of document.querySelectorAll<HTMLDetailsElement>('.part-b, .fold')) {
  let isOpened = false;
  window.addEventListener('beforeprint', () => {
    if (!part.open) isOpened = part.open = true;
  });
  window.addEventListener('afterprint', () => {
    if (isOpened) isOpened = part.open = false;
  });
}

const tools = document.querySelector<HTMLElement>('[data-entry-tools]');
if (tools) {
  for (const part of [tools, ...tools.querySelectorAll<HTMLElement>('[data-pin], [data-pack]')]) part.hidden = false;
  awaitTools(tools);
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
document.addEventListener('selectionchange', awaitSelection);

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

/** A cursor in a field is no selection; the search page sets one when it opens. */
function awaitSelection(): void {
  if (document.getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', awaitSelection);
  void import('./copied-source.ts');
}
