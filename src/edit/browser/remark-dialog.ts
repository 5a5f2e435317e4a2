/** A reviewer's remark on a draft: what is to be changed, and by whom it is asked. */
import { button, closesUnless, fill, freshId, make, openDialog } from './dom.ts';

/** Asks for it; `done` gets what has been written, and what it throws is told beside it. */
export function askForRemark(done: (remark: { by: string; text: string }) => Promise<void>): void {
  const [textId, byId] = [freshId(), freshId()];
  const text = make('textarea', { id: textId, rows: '4', maxlength: '500', required: true });
  const by = make('input', { id: byId, type: 'text', maxlength: '40', autocomplete: 'off', required: true });
  const told = make('div', { role: 'status' });
  const form = make(
    'form',
    {},
    make('p', { class: 'hint' }, '一条写一件事。写好以后点“看改动，保存”，就在这个文件里，谁打开都看得到；不发布，读者看不到。'),
    make('p', { class: 'field' }, make('label', { class: 'label', for: textId }, '要改什么'), text),
    make('p', { class: 'field' }, make('label', { class: 'label', for: byId }, '审核的人（岗位，不写姓名）'), by),
    told,
    make(
      'p',
      { class: 'dialog-actions' },
      make('button', { type: 'submit', class: 'primary' }, '写上'),
      button('不写了', () => {
        close();
      }),
    ),
  );
  const { dialog, close } = openDialog('写审核意见', form);
  closesUnless(
    dialog,
    () => text.value !== '',
    () => fill(told, make('p', { class: 'finding warning' }, '意见还没有写上。不要了，点“不写了”。')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done({ by: by.value, text: text.value })
      .then(close)
      .catch((error: unknown) => {
        fill(told, make('p', { class: 'finding error' }, error instanceof Error ? error.message : String(error)));
      });
  });
  text.focus();
}
