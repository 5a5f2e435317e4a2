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
}

export const NO_CHOICE: ListChoice = { words: '', collection: '', state: '', onlyFound: false, onlyUnsaved: false, onlyDue: false };

export function listView(list: DeskList, choice: ListChoice, begin: () => void): HTMLElement {
  const search = make('input', { type: 'search', 'aria-label': '在条目里查找', placeholder: '标题、编号或文件名', autocomplete: 'off' });
  search.value = choice.words;
  const rows = make('tbody', {});
  const status = make('p', { class: 'hint', role: 'status' });
  const more = make('p', {});
  let most = MOST_SHOWN;

  const draw = () => {
    const found = list.rows.filter((row) => fits(row, choice));
    fill(rows, ...found.slice(0, most).map((row) => rowView(row, list)));
    const stopping = list.rows.filter(({ stops }) => stops > 0).length;
    const held = stopping > 0 ? `；有 ${stopping} 条的问题挡住网站更新，标着“挡住网站”` : '';
    fill(status, `${found.length} 条${list.isChecked ? held : '；正在核对全部条目，问题数过一会儿显示'}`);
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
  draw();
  return make(
    'div',
    { class: 'list-page' },
    make('div', { class: 'list-head' }, make('h1', {}, '条目'), button('新建条目', begin, { class: 'primary' })),
    make('div', { class: 'filters', role: 'search' }, search, collections, states, withFindings, unsaved, due),
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

function rowView(row: DeskRow, { collections }: DeskList): HTMLElement {
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

function fits(row: DeskRow, { words, collection, state, onlyFound, onlyUnsaved, onlyDue }: ListChoice): boolean {
  const text = `${row.id} ${row.title} ${row.place}`.toLowerCase();
  return (
    (collection === '' || row.collection === collection) &&
    (state === '' || row.state === state) &&
    (!onlyFound || hasFindings(row)) &&
    (!onlyUnsaved || row.isChanged) &&
    (!onlyDue || row.due !== '') &&
    words
      .trim()
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => text.includes(word))
  );
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
