/** Draws a paper on the screen, as it will be printed. Text goes in as text, never as HTML. */
import { isAnyNumber, isPublicSource } from '../../schema/number.ts';
import { byFoot, isLeadIn, markOf, partsOfItem, plainText } from '../../domain/paper/paper.ts';
import type { Paper, PaperCell, PaperColumn, PaperPart } from '../../domain/paper/paper.ts';

/** Replaces the content of `root` by the parts of the paper; the page has its own title. */
export function renderPaper(root: HTMLElement, paper: Paper): void {
  // A screen has the contents of the page beside it.
  const parts = paper.parts.filter((part, index) => part.kind !== 'contents' && paper.parts[index + 1]?.kind !== 'contents');
  root.replaceChildren(
    ...byFoot(parts).flatMap(({ foot, startsPage, parts: run }) => {
      const nodes = run.flatMap((part, index) => nodesOf(part, run[index + 1]));
      if (foot === '') return nodes;
      // The whole starts a page, and not its first part alone: within a table no break is forced.
      nodes[0]?.classList.remove('paper-page');
      const marked = classed(filled('div', nodes), startsPage ? 'paper-marked paper-page' : 'paper-marked');
      marked.dataset['madeUp'] = foot;
      return [marked];
    }),
  );
}

function nodesOf(part: PaperPart, next: PaperPart | undefined): HTMLElement[] {
  const nodes = partOf(part);
  if (isLeadIn(part, next)) for (const node of nodes) node.classList.add('paper-lead');
  return nodes;
}

function partOf(part: PaperPart): HTMLElement[] {
  switch (part.kind) {
    case 'heading':
      return [part.startsPage ? classed(element('h2', part.text), 'paper-page') : element('h2', part.text)];
    case 'subheading':
      return [part.startsPage ? classed(element('h3', part.text), 'paper-page') : element('h3', part.text)];
    case 'note':
      return [classed(element('p', part.text), 'paper-note')];
    case 'paragraph':
      return [element('p', plainText(part.text))];
    case 'list':
      return [
        classed(
          filled(
            'ul',
            part.items.map((item, index) => pointOf(markOf(part, index), partsOfItem(item))),
          ),
          `paper-${part.look ?? 'usual'}`,
        ),
      ];
    case 'blank':
      return Array.from({ length: part.lines }, () => classed(element('p'), 'paper-blank'));
    case 'fields':
      return [
        classed(
          filled(
            'dl',
            part.rows.map(({ label, value }) => filled('div', [element('dt', label), multiline('dd', plainText(value))])),
          ),
          'rows paper-fields',
        ),
      ];
    case 'card':
      return [cardOf(part)];
    case 'contents':
      return [];
    case 'table': {
      const head = filled(
        'tr',
        part.columns.map(({ heading }) => scoped(element('th', heading), 'col')),
      );
      const rows = part.rows.map((cells) => filled('tr', cells.map(cellOf)));
      const table = filled('table', [columnsOf(part.columns), filled('thead', [head]), filled('tbody', rows)]);
      if (part.rowHeight !== undefined) table.className = 'paper-form';
      const box = classed(filled('div', [table]), 'table-scroll');
      // A table that may be wider than the screen is reachable by keyboard.
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', part.columns.map(({ heading }) => heading).join('、'));
      return [box];
    }
  }
}

/** The columns have their shares of the width: one that is left empty for the officer has room to write. */
function columnsOf(columns: readonly PaperColumn[]): HTMLElement {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return filled(
    'colgroup',
    columns.map(({ width }) => {
      const column = document.createElement('col');
      column.style.width = `${(100 * width) / total}%`;
      return column;
    }),
  );
}

/** The sign stands in the text, so that it is copied with it. */
function pointOf(sign: string, parts: readonly PaperPart[]): HTMLElement {
  const [first, ...more] = parts;
  if (first?.kind !== 'paragraph') return filled('li', [document.createTextNode(sign), ...parts.flatMap(partOf)]);
  return filled('li', [document.createTextNode(sign + plainText(first.text)), ...more.flatMap(partOf)]);
}

/** A box to be cut out, with lines to write on. */
function cardOf({ title, lines, blanks = [] }: Extract<PaperPart, { kind: 'card' }>): HTMLElement {
  const written = blanks.flatMap((label) => [element('p', `${label}：`), classed(element('p'), 'paper-blank')]);
  return classed(filled('section', [element('h3', title), ...lines.map((line) => element('p', line)), ...written]), 'paper-card');
}

function cellOf({ text: words, link }: PaperCell): HTMLElement {
  const text = plainText(words);
  if (link === undefined)
    return isAnyNumber(text) || isPublicSource(text) ? classed(element('td', text), 'paper-number') : multiline('td', text);
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.textContent = text;
  return filled('td', [anchor]);
}

function multiline(name: 'td' | 'dd', text: string): HTMLElement {
  const lines = text.split('\n');
  return lines.length === 1
    ? element(name, text)
    : filled(
        name,
        lines.map((line) => element('p', line)),
      );
}

function element(name: string, text = ''): HTMLElement {
  const node = document.createElement(name);
  if (text) node.textContent = text;
  return node;
}

function filled(name: string, children: Node[]): HTMLElement {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function classed(node: HTMLElement, name: string): HTMLElement {
  node.className = name;
  return node;
}

function scoped(node: HTMLElement, scope: string): HTMLElement {
  node.setAttribute('scope', scope);
  return node;
}
