/** The desk in the browser: the list, or the entry that the address names after `#/`. */
import type { DeskChoices, DeskEntry, DeskList, DeskSources, DeskVocabulary, FormSection } from '../protocol.ts';
import { button, fill, freshId, make, openDialog } from './dom.ts';
import { EntryView } from './entry-view.ts';
import { importView } from './import-view.ts';
import { firstChoice, listView } from './list-view.ts';
import { signOffView } from './sign-off-view.ts';
import { ask, tell } from './talk.ts';
import { vocabulariesView, vocabularyView } from './vocabulary-view.ts';

const main = document.querySelector('main') ?? document.body;
const notices = document.querySelector('.notices') ?? document.body;
const choice = firstChoice();
let open: EntryView | undefined;
let waiting: number | undefined;
/** The entry that was shown last, until the list of all is: who goes to a controlled list from it is led back. */
let left: { place: string; title: string } | undefined;
const forms = new Map<string, FormSection[]>();

function notice(message: string, isError = false): void {
  const close = () => {
    line.remove();
  };
  const line = make(
    'p',
    { class: isError ? 'notice error' : 'notice' },
    message,
    button('×', close, { class: 'quiet', 'aria-label': '关闭这条消息' }),
  );
  fill(notices, line);
  if (!isError) window.setTimeout(close, 6000);
}

/** Where the link past the head leads. */
const SKIP = '#desk';

/** Grows with every address: what was asked for an earlier one and comes late is not shown. */
let turn = 0;

async function show(): Promise<void> {
  turn += 1;
  shown = window.location.hash === SKIP ? '#/' : window.location.href;
  const own = turn;
  window.clearTimeout(waiting);
  Array.prototype.forEach.call(document.querySelectorAll('dialog[open]'), (dialog: HTMLDialogElement) => {
    dialog.close();
  });
  const place = window.location.hash === SKIP ? '' : decodeURIComponent(window.location.hash.replace(/^#\/?/u, ''));
  await open?.close();
  open = undefined;
  // Nobody is to press a button of the page that is going while the next one is on its way.
  fill(main, make('p', {}, '正在打开……'));
  try {
    const list = /^lists\/([a-z-]+)$/u.exec(place)?.[1];
    if (place === '') await showList(own);
    else if (place === 'import') await showImport(own);
    else if (place === 'sign-off') await showSignOff(own);
    else if (place === 'lists') await showVocabularies(own);
    else if (list !== undefined) await showVocabulary(list, own);
    else await showEntry(place, own);
  } catch (error) {
    if (own !== turn) return;
    fill(
      main,
      make('p', { class: 'notice error' }, error instanceof Error ? error.message : String(error)),
      make('p', {}, make('a', { href: '#/' }, '全部条目')),
    );
  }
}

async function showList(own: number): Promise<void> {
  const list = await ask<DeskList>('list');
  if (own !== turn) return;
  left = undefined;
  document.title = '条目 · 编辑台';
  fill(
    main,
    listView(list, choice, () => {
      beginEntry(list);
    }),
  );
  if (!list.isChecked) waiting = window.setTimeout(() => void showListAgain(own), 3000);
}

/** The findings have come meanwhile; not while somebody is typing. */
async function showListAgain(own: number): Promise<void> {
  if (own !== turn) return;
  if (document.activeElement instanceof HTMLInputElement) waiting = window.setTimeout(() => void showListAgain(own), 3000);
  else await showList(own);
}

async function showImport(own: number): Promise<void> {
  const { collections } = await ask<DeskList>('list');
  if (own !== turn) return;
  document.title = '导入 · 编辑台';
  fill(main, importView(collections));
}

async function showSignOff(own: number): Promise<void> {
  const list = await ask<DeskList>('list');
  if (own !== turn) return;
  document.title = '审核发布 · 编辑台';
  fill(main, signOffView(list, { notice, again: () => void showSignOff(own) }));
  if (!list.isChecked) waiting = window.setTimeout(() => void showSignOffAgain(own), 3000);
}

/** The same, not once somebody has begun to choose or to type. */
async function showSignOffAgain(own: number): Promise<void> {
  if (own !== turn) return;
  const isBegun = Array.prototype.some.call(main.querySelectorAll('input'), (input: HTMLInputElement) =>
    input.type === 'checkbox' ? input.checked : input.value !== '',
  );
  // Whoever clicks beside everything gives the focus to the whole.
  const isInside = document.activeElement !== main && main.contains(document.activeElement);
  if (isBegun || isInside) waiting = window.setTimeout(() => void showSignOffAgain(own), 3000);
  else await showSignOff(own);
}

async function showVocabularies(own: number): Promise<void> {
  const lists = await ask<{ name: string; title: string; count: number }[]>('vocabularies');
  if (own !== turn) return;
  document.title = '词表 · 编辑台';
  fill(main, vocabulariesView(lists));
}

async function showVocabulary(name: string, own: number): Promise<void> {
  const [list, choices, sources, { today }] = await Promise.all([
    ask<DeskVocabulary>(`vocabulary?name=${name}`),
    ask<DeskChoices>('choices'),
    ask<DeskSources>('sources'),
    ask<{ today: string }>('today'),
  ]);
  if (own !== turn) return;
  document.title = `${list.title} · 编辑台`;
  fill(main, vocabularyView(list, { choices, sources, today, notice, left }));
}

async function showEntry(place: string, own: number): Promise<void> {
  const collection = place.split('/')[0] ?? '';
  const [entry, choices, sources, form, list] = await Promise.all([
    ask<DeskEntry>(`entry?place=${encodeURIComponent(place)}`),
    ask<DeskChoices>('choices'),
    ask<DeskSources>('sources'),
    formOf(collection),
    ask<{ today: string }>('today'),
  ]);
  if (own !== turn) return;
  const title = typeof entry.data?.['title'] === 'string' ? entry.data['title'] : place;
  left = { place, title };
  document.title = `${title} · 编辑台`;
  open = new EntryView(entry, {
    form,
    choices,
    sources,
    today: list.today,
    notice,
    leave: () => {
      window.location.hash = '#/';
    },
  });
  fill(main, open.element);
  main.focus();
}

async function formOf(collection: string): Promise<FormSection[]> {
  const known = forms.get(collection);
  if (known) return known;
  const form = await ask<FormSection[]>(`form?collection=${encodeURIComponent(collection)}`);
  forms.set(collection, form);
  return form;
}

function beginEntry({ collections }: DeskList): void {
  const kindId = freshId();
  const titleId = freshId();
  const kind = make('select', { id: kindId }, ...collections.map(({ name, title }) => make('option', { value: name }, title)));
  kind.value = choice.collection === '' ? 'tolerance' : choice.collection;
  const title = make('input', { id: titleId, type: 'text', autocomplete: 'off', required: true, maxlength: '60' });
  const problem = make('p', { class: 'finding error', role: 'status', hidden: true });
  const label = make('label', { class: 'label', for: titleId });
  const hint = make('p', { class: 'hint' });
  const tellKind = () => {
    const isNote = kind.value === 'notes';
    fill(label, isNote ? '注在哪一条上：它的编号或标题' : '标题，写明是谁的、什么事');
    fill(
      hint,
      isNote
        ? '本地注是本单位写在条目旁边的话，条目一个字不改；一条一个注，已经有的就打开它。也可以从条目的表单里点“写本地注”。'
        : '编号用下一个没有用过的，能写“未载”的先写“未载”，别的空着，都可以改。文件名也就是网址，用这个标题的拼音，以后不跟着标题改；要改，在“状态和记录”里点“改网址”。保存以前没有文件。',
    );
  };
  kind.addEventListener('change', tellKind);
  tellKind();
  const form = make(
    'form',
    {},
    make('p', { class: 'field' }, make('label', { class: 'label', for: kindId }, '栏目'), kind),
    make('p', { class: 'field' }, label, title),
    hint,
    problem,
    make('p', { class: 'dialog-actions' }, make('button', { type: 'submit', class: 'primary' }, '新建')),
  );
  const { close } = openDialog('新建条目', form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tell<DeskEntry>('new', { collection: kind.value, title: title.value })
      .then(({ place }) => {
        close();
        window.location.hash = `#/${place}`;
      })
      .catch((error: unknown) => {
        problem.hidden = false;
        fill(problem, error instanceof Error ? error.message : String(error));
      });
  });
  title.focus();
}

/** The address of what is shown; the link past the head of the page names another part of the same page. */
let shown = '';
window.addEventListener('hashchange', () => {
  if (window.location.hash === SKIP) {
    window.history.replaceState(undefined, '', shown);
    main.focus();
  } else void show();
});
window.addEventListener('beforeunload', (event) => {
  if (!open || open.isIdle) return;
  event.preventDefault();
  // Chromium before 119 asks only when this is set; today's types call it deprecated.
  Reflect.set(event, 'returnValue', true);
});
void show();
