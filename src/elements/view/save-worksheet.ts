/** Saves the worksheet for Word as it stands on the page: notes, the lists that are open with what is said of them, and what they quote. */
import { worksheetPaper } from '../../domain/case/worksheet-paper.ts';
import type { QuotedEntry, WorksheetSection } from '../../domain/case/worksheet-paper.ts';
import { chosenIn } from './choose-passages.ts';
import { loadBuild, versionText } from './desk-data.ts';
import { localDay } from './local-day.ts';
import { savePaper } from './save-file.ts';

/** Makes the file and hands it over; rejects when the library or the data cannot be read. */
export async function saveWorksheet(root: HTMLElement, base: string): Promise<void> {
  const steps = [...root.querySelectorAll<HTMLElement>('.worksheet-step')];
  const about = [
    { label: '研判人', value: '' },
    { label: '日期', value: localDay(new Date()) },
    { label: '数据版本', value: versionText(await loadBuild(base)) },
    { label: '网址', value: location.href.replace(/#.*$/u, '') },
  ];
  await savePaper('研判记录', worksheetPaper(steps.map(sectionOf), quotedIn(steps), about));
}

function sectionOf(section: HTMLElement): WorksheetSection {
  return {
    heading: textOf(section.querySelector('h2')),
    note: section.querySelector('textarea')?.value ?? '',
    lists: listsOf(section)
      .map((list) => ({
        heading: textOf(list.querySelector('summary')) || '规则的写法',
        items: chosenIn(list).map(withoutNotes),
        notes: [...(list.matches('ul') ? section : list).querySelectorAll('p.desk-hint')].map(textOf),
      }))
      .filter(({ items, notes }) => items.length + notes.length > 0),
  };
}

/** The lists that stand open. */
function listsOf(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('details[open], .worksheet-step > ul')];
}

/** The entries that the open lists quote, each once, with their addresses. */
function quotedIn(steps: readonly HTMLElement[]): QuotedEntry[] {
  const links = steps
    .flatMap(listsOf)
    .flatMap(chosenIn)
    .flatMap((line) => [...line.querySelectorAll<HTMLAnchorElement>(':scope > a[href]')]);
  return [...new Map(links.map((link) => [link.href, { title: textOf(link), address: decodeURI(link.href) }])).values()];
}

/** The text of a point; the numbers of notes mean nothing without the list of the page. */
function withoutNotes(item: HTMLElement): string {
  const copy = item.cloneNode(true) as HTMLElement;
  for (const note of copy.querySelectorAll('.cites')) note.remove();
  return textOf(copy);
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}
