/** A field in which something is found by typing a part of its name: a list box below a text field, by mouse and by keys. */
import { freshId, make } from './dom.ts';

export interface Named {
  value: string;
  label: string;
  note?: string;
}

const MOST_SHOWN = 40;

/** The field; `chosen` gets the value, after which the field is empty again unless `keeps` says what it should show. */
export function findByName(
  label: string,
  options: () => readonly Named[],
  chosen: (value: string) => void,
  { shown = '', takesTyped = false, placeholder = '输入名称或编号查找' } = {},
): HTMLElement {
  const listId = freshId();
  const input = make('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': label,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    autocomplete: 'off',
    placeholder,
  });
  input.value = shown;
  const list = make('ul', { id: listId, role: 'listbox', 'aria-label': label, hidden: true });
  let found: Named[] = [];
  let current = -1;

  const close = () => {
    list.hidden = true;
    current = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (value: string) => {
    close();
    input.value = shown;
    chosen(value);
  };
  const mark = () => {
    Array.prototype.forEach.call(list.children, (item: Element, index: number) => {
      item.setAttribute('aria-selected', String(index === current));
      if (index !== current) return;
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    });
  };
  const open = () => {
    const words = input.value === shown ? [] : input.value.trim().toLowerCase().split(/\s+/u);
    found = options()
      .filter(({ value, label: name, note = '' }) => words.every((word) => `${value} ${name} ${note}`.toLowerCase().includes(word)))
      .slice(0, MOST_SHOWN);
    list.textContent = '';
    for (const { value, label: name, note } of found) {
      const item = make(
        'li',
        { id: freshId(), role: 'option', 'aria-selected': 'false' },
        name,
        note !== undefined && note !== '' && make('small', {}, note),
      );
      item.addEventListener('mousedown', (event) => {
        event.preventDefault();
        choose(value);
      });
      list.append(item);
    }
    if (found.length === 0) list.append(make('li', { class: 'none' }, '没有找到'));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };

  input.addEventListener('focus', () => {
    input.select();
    open();
  });
  input.addEventListener('input', open);
  input.addEventListener('blur', () => {
    close();
    const typed = input.value.trim();
    // Whoever types the whole name need not pick it too.
    const named = typed === '' ? [] : options().filter(({ value, label: name }) => value === typed || name === typed);
    if (typed === shown) return;
    if (takesTyped) choose(typed);
    else if (named.length === 1 && named[0]) choose(named[0].value);
    else input.value = shown;
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      current = Math.max(0, Math.min(found.length - 1, current + (event.key === 'ArrowDown' ? 1 : -1)));
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = found[current] ?? (found.length === 1 ? found[0] : undefined);
      if (option) choose(option.value);
      else if (takesTyped) choose(input.value.trim());
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return make('div', { class: 'find' }, input, list);
}
