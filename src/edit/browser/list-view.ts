/** All entries: by collection and state, found by a part of their title or number. */
import type { DeskList, DeskRow, EntryState } from '../protocol.ts';
import { button, fill, make } from './dom.ts';

const STATES: readonly EntryState[] = ['草稿', '可以发布', '已发布', '已退出'];
const MOST_SHOWN = 100;

/** What the reader of the list has chosen; it stays while the page is open. */
export interface ListChoice {
  words: string;
  collection: string;
  state: string;
  onlyFound: boolean;
  onlyUnsaved: boolean;
  onlyDue: boolean;
  onlyRemarked: boolean;
  /** Saved or brought in at this computer, or not saved yet; remembered in this browser. */
  onlyHere: boolean;
}

const ONLY_HERE = 'desk-only-here';

/** What is chosen when the desk is opened. */
export function firstChoice(): ListChoice {
  const only = { onlyFound: false, onlyUnsaved: false, onlyDue: false, onlyRemarked: false, onlyHere: false };
  try {
    only.onlyHere = localStorage.getItem(ONLY_HERE) !== null;
  } catch {
    // Without storage nothing is remembered.
  }
  return { words: '', collection: '', state: '', ...only };
}

function rememberHere(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(ONLY_HERE, '1');
    else localStorage.removeItem(ONLY_HERE);
  } catch {
    // Then it is chosen anew the next time.
  }
}

export function listView(list: DeskList, choice: ListChoice, begin: () => void): HTMLElement {
  const search = make('input', { type: 'search', 'aria-label': '在条目里查找', placeholder: '标题、编号或文件名', autocomplete: 'off' });
  search.value = choice.words;
  const rows = make('tbody', {});
  const status = make('p', { class: 'hint', role: 'status' });
  const more = make('p', {});
  let most = MOST_SHOWN;

  const draw = () => {
    const found = list.rows.filter((row) => fits(row, choice));
    // What one has just worked on is looked for first.
    if (choice.onlyHere) found.sort((a, b) => (lastHere(b) > lastHere(a) ? 1 : lastHere(b) < lastHere(a) ? -1 : 0));
    fill(rows, ...found.slice(0, most).map((row) => rowView(row, list)));
    const stopping = list.rows.filter(({ stops }) => stops > 0).length;
    const held = stopping > 0 ? `；有 ${stopping} 条的问题挡住网站更新，标着“挡住网站”` : '';
    const here = choice.onlyHere ? '（只列这台电脑上改过的，最近改的在前）' : '';
    fill(status, `${found.length} 条${here}${list.isChecked ? held : '；正在核对全部条目，问题数过一会儿显示'}`);
    fill(
      more,
      found.length > most &&
        button(`再列 ${Math.min(MOST_SHOWN, found.length - most)} 条`, () => {
          most += MOST_SHOWN;
          draw();
        }),
    );
  };
  search.addEventListener('input', () => {
    choice.words = search.value;
    most = MOST_SHOWN;
    draw();
  });

  const count = (test: (row: DeskRow) => boolean) => list.rows.filter(test).length;
  const collections = select('栏目', choice.collection, [
    { value: '', label: `全部栏目（${list.rows.length}）` },
    ...list.collections.map(({ name, title }) => ({ value: name, label: `${title}（${count((row) => row.collection === name)}）` })),
  ]);
  collections.addEventListener('change', () => {
    choice.collection = collections.value;
    draw();
  });
  const states = select('状态', choice.state, [
    { value: '', label: '全部状态' },
    ...STATES.map((state) => ({ value: state, label: `${state}（${count((row) => row.state === state)}）` })),
  ]);
  states.addEventListener('change', () => {
    choice.state = states.value;
    draw();
  });
  const withFindings = tick(`有问题的（${count(hasFindings)}）`, choice.onlyFound, (isOn) => {
    choice.onlyFound = isOn;
    draw();
  });
  const unsaved = tick(`没有保存的（${count(({ isChanged }) => isChanged)}）`, choice.onlyUnsaved, (isOn) => {
    choice.onlyUnsaved = isOn;
    draw();
  });
  const due = tick(`到期重看的（${count((row) => row.due !== '')}）`, choice.onlyDue, (isOn) => {
    choice.onlyDue = isOn;
    draw();
  });
  const remarked = tick(`有审核意见的（${count(({ remarks }) => remarks > 0)}）`, choice.onlyRemarked, (isOn) => {
    choice.onlyRemarked = isOn;
    draw();
  });
  const here = tick(`这台电脑上改过的（${count(isOfHere)}）`, choice.onlyHere, (isOn) => {
    choice.onlyHere = isOn;
    rememberHere(isOn);
    draw();
  });
  draw();
  return make(
    'div',
    { class: 'list-page' },
    make('div', { class: 'list-head' }, make('h1', {}, '条目'), button('新建条目', begin, { class: 'primary' })),
    make('div', { class: 'filters', role: 'search' }, search, collections, states, here, unsaved, remarked, withFindings, due),
    status,
    make(
      'div',
      { class: 'table-frame' },
      make(
        'table',
        {},
        make(
          'thead',
          {},
          make(
            'tr',
            {},
            ...['编号', '标题', '状态', '问题'].map((name) => make('th', { scope: 'col' }, name)),
            make('th', { scope: 'col', class: 'when' }, '修改'),
          ),
        ),
        rows,
      ),
    ),
    more,
  );
}

function rowView(row: DeskRow, { collections, today }: DeskList): HTMLElement {
  const collection = collections.find(({ name }) => name === row.collection)?.title ?? '';
  return make(
    'tr',
    {},
    make('td', { class: 'number' }, row.id),
    make(
      'td',
      {},
      make('a', { href: `#/${row.place}` }, row.title),
      make('small', {}, `${collection}　${row.place.replace(/^[^/]*\//u, '')}`),
      row.due !== '' && make('small', {}, `应当重看：${row.due}`),
      row.here !== '' && make('small', {}, `这台电脑上改过：${row.here === today ? '今天' : row.here}`),
      row.remarks > 0 && make('strong', { class: 'unsaved' }, `有 ${row.remarks} 条审核意见`),
      row.isChanged && make('strong', { class: 'unsaved' }, '有改动没有保存'),
      row.isElsewhere && make('strong', { class: 'unsaved' }, '另一个编辑台有改动没有保存'),
    ),
    make('td', {}, make('span', { class: `state state-${STATES.indexOf(row.state)}` }, row.state)),
    make(
      'td',
      {},
      row.errors > 0 && make('span', { class: 'badge error' }, `${row.errors} 处要改${row.stops > 0 ? '，挡住网站' : ''}`),
      row.warnings > 0 && make('span', { class: 'badge' }, `${row.warnings} 处提醒`),
    ),
    make('td', { class: 'number when' }, row.updated),
  );
}

function fits(row: DeskRow, { words, collection, state, ...only }: ListChoice): boolean {
  const text = `${row.id} ${row.title} ${row.place}`.toLowerCase();
  return (
    (collection === '' || row.collection === collection) &&
    (state === '' || row.state === state) &&
    (!only.onlyFound || hasFindings(row)) &&
    (!only.onlyUnsaved || row.isChanged) &&
    (!only.onlyDue || row.due !== '') &&
    (!only.onlyRemarked || row.remarks > 0) &&
    (!only.onlyHere || isOfHere(row)) &&
    words
      .trim()
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => text.includes(word))
  );
}

function isOfHere({ here, isChanged }: DeskRow): boolean {
  return here !== '' || isChanged;
}

/** What is not saved is the latest. */
function lastHere({ here, isChanged }: DeskRow): string {
  return isChanged ? '9' : here;
}

function hasFindings({ errors, warnings }: DeskRow): boolean {
  return errors + warnings > 0;
}

function select(label: string, value: string, options: readonly { value: string; label: string }[]): HTMLSelectElement {
  const element = make(
    'select',
    { 'aria-label': label },
    ...options.map((option) => make('option', { value: option.value }, option.label)),
  );
  element.value = value;
  return element;
}

function tick(label: string, isOn: boolean, act: (isOn: boolean) => void): HTMLElement {
  const box = make('input', { type: 'checkbox' });
  box.checked = isOn;
  box.addEventListener('change', () => {
    act(box.checked);
  });
  return make('label', { class: 'tick' }, box, ` ${label}`);
}
