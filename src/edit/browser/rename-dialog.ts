/** Another name for the file of an entry, the last part of its address: what it would do is told while one types, and only then done. */
import type { DeskEntry, Renaming } from '../protocol.ts';
import { button, fill, freshId, make, openDialog } from './dom.ts';
import { ask, tell } from './talk.ts';

const PAUSE = 300;

/** Asks for the name; `done` gets the entry where it then is. */
export function askToRename(place: string, revision: number, done: (entry: DeskEntry) => void): void {
  const [, now = ''] = place.split('/');
  const [nameId, hintId, whyId, whyHintId] = [freshId(), freshId(), freshId(), freshId()];
  const name = make('input', {
    id: nameId,
    type: 'text',
    class: 'short',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': hintId,
  });
  name.value = now;
  const why = make('input', { id: whyId, type: 'text', maxlength: '100', autocomplete: 'off', 'aria-describedby': whyHintId });
  const asked = make(
    'div',
    { class: 'field', hidden: true },
    make('label', { class: 'label', for: whyId }, '为什么改'),
    make('p', { class: 'hint', id: whyHintId }, '一句话，登记簿里要记，如 原来的拼音写错了。'),
    why,
  );
  const offer = make('span', {});
  const told = make('div', { role: 'status' });
  const act = make('button', { type: 'submit', class: 'primary', disabled: true }, '改网址');
  const form = make(
    'form',
    {},
    make('p', {}, `现在的网址是 /${place}/，文件是 content/${place}.mdx。`),
    make(
      'div',
      { class: 'field' },
      make('label', { class: 'label', for: nameId }, '新的文件名，也就是网址的最后一段'),
      make('p', { class: 'hint', id: hintId }, '只用小写英文字母、数字和连字号，如 changsha-clearing。'),
      name,
      ' ',
      offer,
    ),
    told,
    asked,
    make('p', { class: 'dialog-actions' }, act),
  );
  const { close } = openDialog('改网址', form);
  let look: Renaming | undefined;
  let timer = 0;
  let turn = 0;
  const tellState = () => {
    act.disabled = look === undefined || look.steps.length === 0 || (look.asksWhy && why.value.trim() === '');
  };
  const refuse = (error: unknown) => {
    fill(told, make('p', { class: 'finding error' }, error instanceof Error ? error.message : String(error)));
    tellState();
  };
  const show = (found: Renaming) => {
    look = found;
    const { problem, steps, suggested, asksWhy } = found;
    fill(
      told,
      problem !== '' && make('p', { class: 'finding error' }, problem),
      steps.length > 0 && make('h3', {}, '改了以后'),
      steps.length > 0 && make('ul', {}, ...steps.map((step) => make('li', {}, step))),
    );
    fill(
      offer,
      suggested !== '' &&
        suggested !== name.value.trim() &&
        button(`用标题的拼音：${suggested}`, () => {
          name.value = suggested;
          name.focus();
          askSoon(0);
        }),
    );
    asked.hidden = !asksWhy;
    tellState();
  };
  const askSoon = (pause: number) => {
    turn += 1;
    const own = turn;
    look = undefined;
    tellState();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      ask<Renaming>(`renaming?place=${encodeURIComponent(place)}&name=${encodeURIComponent(name.value)}`)
        .then((found) => {
          if (own === turn) show(found);
        })
        .catch((error: unknown) => {
          if (own === turn) refuse(error);
        });
    }, pause);
  };
  name.addEventListener('input', () => {
    askSoon(PAUSE);
  });
  why.addEventListener('input', tellState);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act.disabled = true;
    tell<DeskEntry>('rename', { place, revision, name: name.value, why: why.value.trim() })
      .then((entry) => {
        close();
        done(entry);
      })
      .catch(refuse);
  });
  askSoon(0);
  name.focus();
  name.select();
}
