/** Letting drafts out after a second person has read them: those that are ticked, all of them or none. */
import type { DeskList, DeskRow, SignedOff } from '../protocol.ts';
import { button, fill, freshId, make } from './dom.ts';
import { tell } from './talk.ts';

export interface SignOffFrame {
  notice: (message: string, isError?: boolean) => void;
  /** The list again, with what has gone out. */
  again: () => void;
}

export function signOffView(list: DeskList, { notice, again }: SignOffFrame): HTMLElement {
  const drafts = list.rows.filter(
    ({ state, collection, isUnsigned }) => collection !== 'notes' && (state === '草稿' || state === '可以发布' || isUnsigned),
  );
  const chosen = new Set<string>();
  const result = make('div', { class: 'findings', role: 'status' });
  const count = make('span', {}, '');
  const boxes = new Map<string, HTMLInputElement>();
  const tellCount = () => {
    fill(count, `选了 ${chosen.size} 条`);
  };
  const set = (row: DeskRow, isOn: boolean) => {
    const box = boxes.get(row.id);
    if (box) box.checked = isOn;
    if (isOn) chosen.add(row.id);
    else chosen.delete(row.id);
    tellCount();
  };
  const rows = drafts.map((row) => {
    const box = make('input', { type: 'checkbox', 'aria-label': `选 ${row.id}`, disabled: row.id === '' || row.isChanged });
    boxes.set(row.id, box);
    box.addEventListener('change', () => {
      set(row, box.checked);
    });
    const collection = list.collections.find(({ name }) => name === row.collection)?.title ?? '';
    return make(
      'tr',
      {},
      make('td', {}, box),
      make('td', { class: 'number' }, row.id),
      make('td', {}, make('a', { href: `#/${row.place}` }, row.title), make('small', {}, collection)),
      make(
        'td',
        {},
        row.isChanged && '有改动没有保存',
        row.remarks > 0 && make('span', { class: 'badge error' }, `${row.remarks} 条审核意见没有处理`),
        row.isUnsigned && make('span', { class: 'badge' }, '已改为发布，等审核'),
        mistakesOf(row) > 0 && make('span', { class: 'badge error' }, `${mistakesOf(row)} 处要改`),
        list.isChecked && row.errors === 0 && row.state === '草稿' && make('span', { class: 'badge' }, '没有写完'),
        row.warnings > 0 && make('span', { class: 'badge' }, `${row.warnings} 处提醒`),
      ),
    );
  });
  const writer = postField('写的人（岗位，不写姓名）');
  const reviewer = postField('审核的人（岗位，和写的人不是同一个）');
  const secrecy = make('input', { type: 'checkbox' });
  const sign = button(
    '审核过了，发布所选的',
    () => {
      sign.disabled = true;
      const body = { ids: Array.from(chosen), writer: writer.input.value, reviewer: reviewer.input.value, isSecrecyDone: secrecy.checked };
      void tell<SignedOff>('sign-off', body)
        .then((answer) => {
          if (answer.kind === 'signed') {
            notice(
              `发布了 ${answer.ids.length} 条：${answer.ids.join('、')}。对外更新以前，请部署的人运行 npm run register 和 npm run build。`,
            );
            again();
            return;
          }
          const told = answer.problems.map(({ id, place, message }) =>
            make('p', { class: 'finding error' }, make('a', { href: `#/${place}` }, id), `　${message}`),
          );
          fill(result, make('p', {}, `照发布的要求还有 ${answer.problems.length} 处要改，一条也没有发布：`), ...told);
        })
        .catch((error: unknown) => {
          fill(result, make('p', { class: 'finding error' }, error instanceof Error ? error.message : String(error)));
        })
        .then(() => {
          sign.disabled = false;
        });
    },
    { class: 'primary' },
  );
  tellCount();
  const table = make(
    'div',
    { class: 'table-frame' },
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...['选', '编号', '标题', '问题'].map((head) => make('th', { scope: 'col' }, head)))),
      make('tbody', {}, ...rows),
    ),
  );
  const choice = make(
    'p',
    {},
    button('选中可以发布的', () => {
      for (const row of drafts) set(row, isReady(row) && !row.isChanged);
    }),
    ' ',
    button('都不选', () => {
      for (const row of drafts) set(row, false);
    }),
    ' ',
    count,
    !list.isChecked && '　正在核对全部条目，问题数过一会儿显示',
  );
  const signing = [
    writer.element,
    reviewer.element,
    make('p', {}, make('label', { class: 'tick' }, secrecy, ' 保密审查做过了')),
    result,
    make('p', { class: 'dialog-actions' }, sign),
  ];
  return make(
    'div',
    { class: 'list-page' },
    make('h1', {}, '审核发布'),
    make(
      'p',
      { class: 'hint' },
      '另一个人逐条看过、做过保密审查的草稿，选中以后一起发布：要么全部发布，要么一条也不动。状态已经改成“发布”、还没有审核的也列在这里。点标题打开看页面。',
    ),
    ...(drafts.length === 0 ? [make('p', {}, '没有草稿，也没有等审核的。')] : [table, choice, ...signing]),
  );
}

/** That it is not signed off is what this page is for. */
function mistakesOf({ errors, isUnsigned }: DeskRow): number {
  return isUnsigned ? errors - 1 : errors;
}

function isReady(row: DeskRow): boolean {
  return row.state === '可以发布' || (row.isUnsigned && mistakesOf(row) === 0);
}

function postField(label: string): { element: HTMLElement; input: HTMLInputElement } {
  const id = freshId();
  const input = make('input', { id, type: 'text', maxlength: '40', autocomplete: 'off' });
  return { input, element: make('p', { class: 'field' }, make('label', { class: 'label', for: id }, label), input) };
}
