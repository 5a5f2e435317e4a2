/** Saves the worksheet for Word as it stands on the page: notes, and the lists that are open. */
import { worksheetPaper } from '../../domain/worksheet-paper.ts';
import type { WorksheetSection } from '../../domain/worksheet-paper.ts';
import { loadBuild, versionText } from './desk-data.ts';
import { localDay } from './local-day.ts';
import { savePaper } from './save-file.ts';

/** Makes the file and hands it over; rejects when the library or the data cannot be read. */
export async function saveWorksheet(root: HTMLElement, base: string): Promise<void> {
  const sections = [...root.querySelectorAll<HTMLElement>('.worksheet-step')].map(sectionOf);
  const about = [
    { label: '研判人', value: '' },
    { label: '日期', value: localDay(new Date()) },
    { label: '数据版本', value: versionText(await loadBuild(base)) },
    { label: '网址', value: location.href.replace(/#.*$/u, '') },
  ];
  await savePaper('研判记录', worksheetPaper(sections, about));
}

function sectionOf(section: HTMLElement): WorksheetSection {
  const lists = [...section.querySelectorAll<HTMLElement>('details[open], .worksheet-step > ul')];
  return {
    heading: textOf(section.querySelector('h2')),
    note: section.querySelector('textarea')?.value ?? '',
    lists: lists
      .map((list) => ({
        heading: textOf(list.querySelector('summary')) || '规则写明不容的情形',
        items: [...list.querySelectorAll('li')].map(withoutNotes),
      }))
      .filter(({ items }) => items.length > 0),
  };
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
