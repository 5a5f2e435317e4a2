/** Draws a comparison into the table of the page. */
import { isUnknown } from '../../schema/unknown.ts';
import { isReadAcross, placesOf, shortName } from '../../domain/case/compare.ts';
import type { Cell, Comparable, ComparedRow } from '../../domain/case/compare.ts';

/** Fills the heading and the body of the table below `root`; text goes in as text, never as HTML. */
export function renderComparison(root: HTMLElement, entries: readonly Comparable[], rows: readonly ComparedRow[]): void {
  const first = root.querySelector('thead th:first-child');
  const last = root.querySelector('thead th:last-child');
  if (first && last) root.querySelector('thead tr')?.replaceChildren(first, ...entries.map(headingOf), last);
  const places = placesOf(entries);
  const width = entries.length + 2;
  const body = rows.flatMap((row, index) => {
    const isFirst = rows[index - 1]?.group !== row.group;
    const drawn = isReadAcross(row) ? acrossRow(row, entries, places) : rowOf(row, places);
    return isFirst ? [groupRow(row.group, width), drawn] : [drawn];
  });
  const said = rowOf({ group: '', label: '说明', cells: entries.map(({ notes }) => notes.join('；')), agreement: '' }, places);
  root.querySelector('tbody')?.replaceChildren(said, ...body);
}

function headingOf({ title, href }: Comparable): HTMLElement {
  const heading = element('th', 'col');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  heading.append(link);
  return heading;
}

function groupRow(name: string, width: number): HTMLElement {
  const row = document.createElement('tr');
  row.className = 'compared-lead';
  const heading = element('th', 'colgroup');
  heading.setAttribute('colspan', String(width));
  heading.className = 'compared-group';
  heading.textContent = name;
  row.append(heading);
  return row;
}

function rowOf({ label, cells, agreement }: ComparedRow, places: Comparable['places']): HTMLElement {
  const row = document.createElement('tr');
  const heading = element('th', 'row');
  heading.textContent = label;
  const mark = document.createElement('td');
  mark.className = agreement.startsWith('不同') ? 'agreement agreement-differs' : 'agreement';
  mark.textContent = agreement;
  row.append(heading, ...cells.map((cell) => cellOf(cell, places)), mark);
  return row;
}

/** A row that is too long for columns: each entry by its name, beside or below each other as the page has room. */
function acrossRow(row: ComparedRow, entries: readonly Comparable[], places: Comparable['places']): HTMLElement {
  const drawn = rowOf(row, places);
  const told = document.createElement('div');
  told.className = 'compared-told';
  for (const [index, entry] of entries.entries()) {
    const box = document.createElement('div');
    const name = paragraph(shortName(entry));
    name.className = 'compared-name';
    box.append(name, ...cellOf(row.cells[index] ?? '未载', places).childNodes);
    told.append(box);
  }
  const cell = document.createElement('td');
  cell.colSpan = entries.length;
  cell.append(told);
  const [heading, mark] = [drawn.firstElementChild, drawn.lastElementChild];
  if (heading && mark) drawn.replaceChildren(heading, cell, mark);
  return drawn;
}

function cellOf(cell: Cell, places: Comparable['places']): HTMLElement {
  const box = document.createElement('td');
  if (typeof cell === 'string') {
    const text = document.createElement('span');
    if (isUnknown(cell)) text.className = 'unknown';
    text.textContent = cell;
    box.append(text);
    return box;
  }
  for (const { text, cites } of cell) {
    const line = paragraph(text);
    const links = cites.flatMap((cite) => citeLink(cite, places[cite]));
    line.append(...links);
    box.append(line);
  }
  return box;
}

function citeLink(cite: string, place: Comparable['places'][string] | undefined): Node[] {
  if (!place) return [document.createTextNode(`［${cite}］`)];
  const link = document.createElement('a');
  link.className = 'cite';
  link.href = place.href;
  link.title = place.title;
  link.textContent = place.label;
  return [document.createTextNode(' '), link];
}

function paragraph(text: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

function element(name: 'th', scope: string): HTMLElement {
  const cell = document.createElement(name);
  cell.scope = scope;
  return cell;
}
