/** The controlled lists: what is in each, and an item added or changed by its form. */
import type { DeskChoices, DeskSources, DeskVocabulary, FieldGroup, FieldPath, FieldValue, ListSaved } from '../protocol.ts';
import { button, closesUnless, fill, freshId, make, openDialog } from './dom.ts';
import { formView, withInner } from './form-view.ts';
import { Places } from './places.ts';
import { ask, tell } from './talk.ts';

const MOST_SHOWN = 100;

export interface VocabularyFrame {
  choices: DeskChoices;
  sources: DeskSources;
  today: string;
  notice(message: string, isError?: boolean): void;
  /** The entry from which the list was opened. */
  left: { place: string; title: string } | undefined;
}

/** All lists by name. */
export function vocabulariesView(lists: readonly { name: string; title: string; count: number }[]): HTMLElement {
  return make(
    'div',
    { class: 'list-page' },
    make('h1', {}, '词表'),
    make(
      'p',
      { class: 'hint' },
      '条目里只能选的词：地区、单位、公开资料、本单位文件等。这里添加一项、改一项的名称和说明；编号定了不再改，也不删。',
    ),
    make(
      'ul',
      { class: 'plain-list' },
      ...lists.map(({ name, title, count }) => make('li', {}, make('a', { href: `#/lists/${name}` }, title), ` ${count} 项`)),
    ),
  );
}

/** One list. */
export function vocabularyView(list: DeskVocabulary, frame: VocabularyFrame): HTMLElement {
  let shown = list;
  let most = MOST_SHOWN;
  const search = make('input', { type: 'search', 'aria-label': '在词表里查找', placeholder: '名称、编号', autocomplete: 'off' });
  const rows = make('tbody', {});
  const status = make('p', { class: 'hint', role: 'status' });
  const more = make('p', {});
  const draw = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/u);
    const found = shown.items.filter((item) => words.every((word) => JSON.stringify(item).toLowerCase().includes(word)));
    fill(rows, ...found.slice(0, most).map(rowView));
    fill(status, `${found.length} 项`);
    fill(
      more,
      found.length > most &&
        button(`再列 ${Math.min(MOST_SHOWN, found.length - most)} 项`, () => {
          most += MOST_SHOWN;
          draw();
        }),
    );
  };
  const saved = (next: DeskVocabulary, item: FieldGroup) => {
    shown = next;
    frame.notice(`写好了：content/vocab/${next.name}.yaml 的“${wordsOf(item).name}”。`);
    draw();
  };
  const rowView = (item: FieldGroup) => {
    const { id, name, note } = wordsOf(item);
    const edit = () => {
      editItem(shown, item, item, frame, saved);
    };
    return make(
      'tr',
      {},
      make('td', { class: 'number' }, id),
      make('td', {}, name, note !== '' && make('small', {}, note)),
      make('td', {}, button('改', edit, { class: 'quiet', 'aria-label': `改“${name}”` })),
    );
  };
  search.addEventListener('input', () => {
    most = MOST_SHOWN;
    draw();
  });
  draw();
  return make(
    'div',
    { class: 'list-page' },
    make(
      'p',
      { class: 'crumb' },
      make('a', { href: '#/lists' }, '全部词表'),
      frame.left && '　',
      frame.left && make('a', { href: `#/${frame.left.place}` }, `回到正在写的“${frame.left.title}”`),
    ),
    make(
      'div',
      { class: 'list-head' },
      make('h1', {}, list.title),
      button('添加一项', () => beginItem(shown, frame, saved), { class: 'primary' }),
    ),
    list.note !== '' && make('p', { class: 'hint' }, list.note),
    make('div', { class: 'filters', role: 'search' }, search),
    status,
    make(
      'div',
      { class: 'table-frame' },
      make(
        'table',
        {},
        make('thead', {}, make('tr', {}, ...['编号', '名称和说明', ''].map((head) => make('th', { scope: 'col' }, head)))),
        rows,
      ),
    ),
    more,
  );
}

type Saved = (list: DeskVocabulary, item: FieldGroup) => void;

/** What is told first: the rest follows from it as far as it can. */
function beginItem(list: DeskVocabulary, frame: VocabularyFrame, saved: Saved): void {
  const id = freshId();
  const label =
    list.name === 'regions'
      ? '地名，从上往下写全，如 四川省广元市青川县'
      : list.fields.some(({ name }) => name === 'title')
        ? '题名'
        : '名称';
  const words = make('input', { id, type: 'text', autocomplete: 'off', required: true });
  const problem = make('p', { class: 'finding error', role: 'status', hidden: true });
  const form = make(
    'form',
    {},
    make('p', { class: 'field' }, make('label', { class: 'label', for: id }, label), words),
    problem,
    make('p', { class: 'dialog-actions' }, make('button', { type: 'submit', class: 'primary' }, '下一步')),
  );
  const { close } = openDialog(`${list.title}：添加一项`, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask<FieldGroup>(`new-item?name=${list.name}&words=${encodeURIComponent(words.value)}`)
      .then((item) => {
        close();
        editItem(list, undefined, item, frame, saved);
      })
      .catch((error: unknown) => {
        problem.hidden = false;
        fill(problem, error instanceof Error ? error.message : String(error));
      });
  });
  words.focus();
}

/** The form of an item; `was` is the one that it takes the place of. */
function editItem(list: DeskVocabulary, was: FieldGroup | undefined, begun: FieldGroup, frame: VocabularyFrame, saved: Saved): void {
  let item = begun;
  const problems = make('div', { class: 'findings', role: 'status' });
  const places = new Places();
  const changed = (path: FieldPath, value: FieldValue | undefined) => {
    item = withInner(item, path, value) as FieldGroup;
  };
  const sections = formView([{ heading: '', fields: list.fields }], begun, { ...frame, places, cited: [], changed });
  const save = button(
    '检查，写进词表',
    () => {
      save.disabled = true;
      fill(problems, make('p', { class: 'hint' }, '正在连同全部条目检查一遍，要十来秒……'));
      void tell<ListSaved>('item', { name: list.name, ...(was && { was }), item: withoutEmpty(item) })
        .then((answer) => {
          if (answer.kind === 'saved') {
            close();
            saved(answer.list, item);
            return;
          }
          const told = answer.problems.map((message) => make('p', { class: 'finding error' }, make('strong', {}, '要改：'), message));
          fill(problems, ...told, make('p', { class: 'hint' }, '没有写。改好再来一次。'));
        })
        .catch((error: unknown) => {
          fill(problems, make('p', { class: 'finding error' }, error instanceof Error ? error.message : String(error)));
        })
        .then(() => {
          save.disabled = false;
        });
    },
    { class: 'primary' },
  );
  const { dialog, close } = openDialog(
    was ? `${list.title}：改“${wordsOf(was).name}”` : `${list.title}：添加一项`,
    make('div', { class: 'pane-form' }, ...sections),
    problems,
    make('p', { class: 'dialog-actions' }, save),
  );
  closesUnless(
    dialog,
    () => item !== begun,
    () => fill(problems, make('p', { class: 'finding warning' }, '改了的还没有写进词表。不要了，点“关闭”。')),
  );
}

/** A field that may be left out is left out when nothing stands in it. */
function withoutEmpty(item: FieldGroup): FieldGroup {
  const filled = Object.entries(item).filter(([, value]) => value !== '');
  return Object.fromEntries(filled);
}

function wordsOf(item: FieldGroup): { id: string; name: string; note: string } {
  const text = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
  const name = text('name') || text('title') || text('id');
  const facts = ['kind', 'issuer', 'publisher', 'docNumber', 'date', 'access', 'note', 'why'].map(text).filter(Boolean);
  return { id: text('id'), name, note: facts.join('，') };
}
