/** Bringing in a table or a document: first a look, with every problem by its cell; then the drafts; what was changed by hand is asked about. */
import type { DocumentLook, HeldRow, ImportLook, TableLook, TableProblem } from '../protocol.ts';
import { diffView } from './diff-view.ts';
import { button, fill, freshId, make } from './dom.ts';
import { sendFile } from './talk.ts';

const MOST_SHOWN = 200;

type Step = 'look' | 'all' | 'good rows';

/** The page of an import. */
export function importView(collections: readonly { name: string; title: string }[]): HTMLElement {
  const result = make('div', { class: 'import-result', role: 'status' });
  const kindId = freshId();
  const fileId = freshId();
  const kind = make(
    'select',
    { id: kindId },
    make('option', { value: '' }, '看文件自己怎么说'),
    ...collections.map(({ name, title }) => make('option', { value: name }, title)),
  );
  const file = make('input', { id: fileId, type: 'file', accept: '.xlsx,.csv,.tsv,.txt,.docx,.doc,.wps' });
  const template = make('a', { href: 'template?collection=tolerance', download: true }, '拿一份空白的表');
  const title = textField('标题（不写就用文件里的）');
  const cite = textField('处处引用的出处（不写就逐处再填），如 GK-0001、WJ-001');
  const forDocument = make('div', { hidden: true }, title.element, cite.element);
  let takes = new Set<string>();
  let turn = 0;

  const send = (step: Step) => {
    const [chosen] = Array.from(file.files ?? []);
    if (!chosen) {
      fill(result, make('p', { class: 'finding error' }, '请先选一个文件。'));
      return;
    }
    fill(result, make('p', { class: 'hint' }, step === 'look' ? '正在读，逐格检查……' : '正在写……'));
    const query = new URLSearchParams({ name: chosen.name, collection: kind.value, title: title.value(), cite: cite.value(), step });
    takes.forEach((id) => {
      query.append('take', id);
    });
    const own = (turn += 1);
    sendFile<ImportLook>(`import?${query.toString()}`, chosen)
      .then((look) => {
        // Of another file than is chosen by now nothing is offered to be written.
        if (own === turn || step !== 'look') fill(result, lookView(look, { send, takes }));
      })
      .catch((error: unknown) => {
        fill(result, make('p', { class: 'finding error' }, error instanceof Error ? error.message : String(error)));
      });
  };
  const begin = () => {
    takes = new Set();
    const [chosen] = Array.from(file.files ?? []);
    forDocument.hidden = !chosen || !/\.(?:docx?|wps)$/iu.test(chosen.name);
    if (chosen) send('look');
    else fill(result);
  };
  file.addEventListener('change', begin);
  kind.addEventListener('change', () => {
    template.setAttribute('href', `template?collection=${kind.value === '' ? 'tolerance' : kind.value}`);
    begin();
  });
  for (const field of [title, cite]) field.input.addEventListener('change', begin);
  return make(
    'div',
    { class: 'list-page' },
    make('h1', {}, '导入'),
    make(
      'p',
      { class: 'hint' },
      'Excel、WPS、LibreOffice 存的 .xlsx 和 .csv：一行一条。Word、WPS 存的 .docx：规定变成政策草稿，别的变成案例草稿。文件只送到这台电脑上的编辑台。',
    ),
    make('p', { class: 'field' }, make('label', { class: 'label', for: kindId }, '栏目'), kind, ' ', template),
    make('p', { class: 'field' }, make('label', { class: 'label', for: fileId }, '文件'), file, ' ', button('再看一遍', begin)),
    forDocument,
    result,
  );
}

interface Next {
  send: (step: Step) => void;
  takes: Set<string>;
}

function lookView(look: ImportLook, next: Next): HTMLElement {
  if (look.kind === 'unnamed')
    return make('p', { class: 'finding error' }, '看不出这份表是哪一类条目。请在上面选一个栏目，或者把工作表的名字改成“案例”之类。');
  return look.kind === 'document' ? documentView(look, next) : tableView(look, next);
}

function documentView({ id, title, place, notes, open, isWritten, collection }: DocumentLook, { send }: Next): HTMLElement {
  return make(
    'div',
    {},
    make('h2', {}, isWritten ? '写成了草稿' : `会写成草稿（${collection === 'policies' ? '政策法规' : '案例等'}）`),
    make('p', {}, `${id}　${title}`),
    notes.length > 0 && make('h3', {}, '请对照原件看的'),
    notes.length > 0 && make('ul', {}, ...notes.map((note) => make('li', {}, note))),
    open.length > 0 && make('h3', {}, `还要写的（${open.length} 项）`),
    open.length > 0 && make('ul', {}, ...open.map((what) => make('li', {}, what))),
    isWritten
      ? make('p', {}, make('a', { href: `#/${place}` }, '打开这一条，对照着写'))
      : make(
          'p',
          { class: 'dialog-actions' },
          button('写成草稿', () => send('all'), { class: 'primary' }),
        ),
  );
}

function tableView(look: TableLook, next: Next): HTMLElement {
  const { rows, columns, notes, problems, reminders, good, fresh, updated, same, held, isWritten, written } = look;
  const did = isWritten ? '' : '会';
  return make(
    'div',
    {},
    make('h2', {}, headingOf(look)),
    make('p', {}, `读到 ${rows} 行：${did}新建 ${fresh} 条，${did}更新 ${updated} 条，${same} 条没有变化。`),
    ...notes.map((note) => make('p', { class: 'hint' }, note)),
    !isWritten && problemTable('问题', problems),
    problemTable('提醒', reminders),
    heldView(held, next, isWritten),
    !isWritten &&
      make(
        'p',
        { class: 'dialog-actions' },
        problems.length === 0 && fresh + updated + next.takes.size > 0 && button('写成草稿', () => next.send('all'), { class: 'primary' }),
        problems.length > 0 && good > 0 && button(`只写没有问题的 ${good} 行`, () => next.send('good rows')),
        problems.length > 0 && '在原来的表里改好，存盘，再点“再看一遍”。',
      ),
    written.length > 0 &&
      make(
        'ul',
        { class: 'plain-list' },
        ...written.slice(0, MOST_SHOWN).map(({ place, id, title }) => make('li', {}, make('a', { href: `#/${place}` }, `${id}　${title}`))),
      ),
    columns.length > 0 &&
      make('details', {}, make('summary', {}, '各列读到的是什么'), make('ul', {}, ...columns.map((line) => make('li', {}, line)))),
  );
}

function headingOf({ rows, problems, isWritten }: TableLook): string {
  if (isWritten) return '导入好了';
  if (problems.length > 0) return `有 ${problems.length} 处要改，一条也没有写`;
  return rows === 0 ? '表里没有要导入的行' : '没有问题';
}

function problemTable(name: string, problems: readonly TableProblem[]): HTMLElement | false {
  if (problems.length === 0) return false;
  const rows = problems
    .slice(0, MOST_SHOWN)
    .map(({ sheet, cell, message }) =>
      make('tr', {}, make('td', { class: 'number' }, sheet), make('td', { class: 'number' }, cell), make('td', {}, message)),
    );
  return make(
    'div',
    { class: 'table-frame' },
    make(
      'table',
      { 'aria-label': name },
      make(
        'thead',
        {},
        make('tr', {}, ...['表', '格', name === '问题' ? '哪里不对，怎么改' : name].map((head) => make('th', { scope: 'col' }, head))),
      ),
      make('tbody', {}, ...rows),
    ),
    problems.length > MOST_SHOWN && make('p', { class: 'hint' }, `还有 ${problems.length - MOST_SHOWN} 处，改好这些再看。`),
  );
}

/** Rows whose entries were changed by hand or taken away: left as they are, unless the editor says otherwise. */
function heldView(held: readonly HeldRow[], { send, takes }: Next, isWritten: boolean): HTMLElement | false {
  if (held.length === 0) return false;
  const items = held.map(({ id, title, place, row, isGone, lines }) => {
    const box = make('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      if (box.checked) takes.add(id);
      else takes.delete(id);
    });
    return make(
      'section',
      { class: 'cite-place' },
      make('h4', {}, `${id}　${title}（第 ${row} 行）`),
      make(
        'p',
        {},
        isGone ? '导入以后，它的文件删去了。' : '导入以后有人手工改过它，表里这一行也改了。',
        !isGone && make('a', { href: `#/${place}` }, '打开看'),
      ),
      !isGone && make('details', {}, make('summary', {}, '换成表里的，会改这些行'), diffView(lines)),
      !isWritten && make('label', { class: 'tick' }, box, isGone ? ' 照表里的重新写出来' : ' 换成表里的（手工改的就没有了）'),
    );
  });
  return make(
    'div',
    {},
    make('h3', {}, isWritten ? `没有动的 ${held.length} 条` : `这 ${held.length} 条要问一问：不选就不动`),
    ...items,
    !isWritten &&
      make(
        'p',
        {},
        button('照所选的再算一遍', () => send('look')),
      ),
  );
}

function textField(label: string): { element: HTMLElement; input: HTMLInputElement; value: () => string } {
  const id = freshId();
  const input = make('input', { id, type: 'text', autocomplete: 'off' });
  const element = make('p', { class: 'field' }, make('label', { class: 'label', for: id }, label), input);
  return { element, input, value: () => input.value.trim() };
}
