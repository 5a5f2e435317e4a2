/** The dialogs around saving: what will be written, and what to do when somebody else has changed the file. */
import type { DeskEntry, FieldPath, Overtaking, SavingLook, ToldChange } from '../protocol.ts';
import { diffView } from './diff-view.ts';
import { leftOver } from '../left-over.ts';
import { button, freshId, make, openDialog } from './dom.ts';

/** Shows what will change, in words and line by line; `save` gets the sentence for the record of changes, empty when none was written. */
export function askToSave(entry: DeskEntry, { changes, lines }: SavingLook, save: (what: string) => void): void {
  const errors = entry.findings.filter(({ isError }) => isError).length;
  const stopsSite = entry.findings.some((finding) => finding.stopsSite);
  const isOut = entry.data?.['status'] === '发布';
  const whatId = freshId();
  const hintId = freshId();
  const what = make('input', { id: whatId, type: 'text', maxlength: '100', autocomplete: 'off', 'aria-describedby': hintId });
  const isNew = lines.length > 0 && lines.every(({ kind, text }) => kind === 'new' || text === '');
  const still = entry.data ? leftOver(lines, { ...entry.data, body: entry.body }) : [];
  const { close } = openDialog(
    '保存以前看一看',
    changesView(changes),
    isNew && make('p', {}, '这是新的一条，保存以后才有文件。'),
    make(
      'details',
      { open: changes.length === 0 && !isNew },
      make('summary', {}, `在文件里是这样（content/${entry.place}.mdx${changes.length > 0 ? '，别的行一个字节也不动' : ''}）`),
      diffView(lines),
    ),
    ...still
      .slice(0, MOST_STILL)
      .map(({ words, texts }) =>
        make(
          'div',
          { class: 'finding' },
          make(
            'p',
            {},
            make('strong', {}, '提醒：'),
            `改掉的“${words}”，这一条里还写在下面 ${texts.length} 处。说的是同一个数、同一天，就一起改；不是就不用管。`,
          ),
          make('ul', {}, ...texts.slice(0, MOST_TEXTS).map((text) => make('li', {}, around(text, words)))),
        ),
      ),
    errors > 0 &&
      make(
        'p',
        { class: 'finding error' },
        `还有 ${errors} 处要改。可以先保存；改好以前，${stopsSite ? '网站不会更新' : '这一条不能发布，网站照常更新'}。`,
      ),
    isOut &&
      make(
        'div',
        { class: 'field' },
        make('label', { for: whatId, class: 'label' }, '这次改了什么'),
        make('p', { class: 'hint', id: hintId }, '一句话，读者看得懂，如 补上文号。写了就记进“更新记录”，修改日期写成今天。错别字不用写。'),
        what,
      ),
    make(
      'p',
      { class: 'dialog-actions' },
      button(
        '保存',
        () => {
          close();
          save(what.value.trim());
        },
        { class: 'primary', disabled: lines.length === 0 },
      ),
      button('再改改', () => {
        close();
      }),
    ),
  );
}

const MOST_CHANGES = 30;

function changesView(changes: readonly ToldChange[]): HTMLElement | false {
  if (changes.length === 0) return false;
  return make(
    'div',
    { class: 'told-changes' },
    make('h3', {}, `改了 ${changes.length} 处`),
    make(
      'ul',
      {},
      ...changes
        .slice(0, MOST_CHANGES)
        .map(({ label, before, after }) =>
          make(
            'li',
            {},
            label,
            make('span', { class: 'clash-text' }, '原来：', before),
            make('span', { class: 'clash-text' }, '改成：', after),
          ),
        ),
    ),
    changes.length > MOST_CHANGES && make('p', { class: 'hint' }, `还有 ${changes.length - MOST_CHANGES} 处，见下面逐行列出的。`),
  );
}

const MOST_STILL = 3;
const MOST_TEXTS = 6;
const AROUND = 18;

/** The words with a little of what stands before and behind them. */
function around(text: string, words: string): string {
  const at = text.indexOf(words);
  const from = Math.max(0, at - AROUND);
  const to = at + words.length + AROUND;
  return (from > 0 ? '…' : '') + text.slice(from, to) + (to < text.length ? '…' : '');
}

/** Shows what the other has changed; `join` gets the fields of which this side's words are to stand. */
export function askToJoin(overtaking: Overtaking, join: (mine: FieldPath[]) => void): void {
  const mine = new Map<string, FieldPath>();
  const { isGone, theirs, kept, clashes } = overtaking;
  const { close } = openDialog(
    isGone ? '这个文件不在了' : '这个文件被别人改过',
    isGone
      ? make('p', {}, '打开以后，有人删去了这个文件，或者给它改了名。可以照编辑台里的样子重新写出这个文件；也可以关闭，先问清楚。')
      : make('p', {}, '打开以后，另一个人或另一个程序保存过这个文件。两边的改动都在，没有丢；合在一起以后再看一遍，然后保存。'),
    !isGone && make('h3', {}, '别人改的'),
    !isGone && diffView(theirs),
    kept.length > 0 && make('h3', {}, '只有你这边改了的（会照样留下）'),
    kept.length > 0 && make('ul', {}, ...kept.map((label) => make('li', {}, label))),
    clashes.length > 0 && make('h3', {}, '两边都改了的：用哪一边'),
    ...clashes.map(({ path, label, before, theirs: other, mine: own }) => {
      const name = freshId();
      const option = (text: string, words: string, isMine: boolean) => {
        const input = make('input', { type: 'radio', name });
        input.checked = !isMine;
        input.addEventListener('change', () => {
          if (isMine) mine.set(JSON.stringify(path), path);
          else mine.delete(JSON.stringify(path));
        });
        return make('label', { class: 'clash-option' }, make('span', {}, input, ` ${words}`), make('span', { class: 'clash-text' }, text));
      };
      return make(
        'fieldset',
        { class: 'clash' },
        make('legend', {}, label),
        make('p', { class: 'hint' }, `原来：${before}`),
        option(other, '用别人的', false),
        option(own, '用我的', true),
      );
    }),
    make(
      'p',
      { class: 'dialog-actions' },
      button(
        isGone ? '重新写出这个文件' : '合在一起',
        () => {
          close();
          join(Array.from(mine.values()));
        },
        { class: 'primary' },
      ),
      button('先不动', () => {
        close();
      }),
    ),
  );
}
