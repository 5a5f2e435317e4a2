/** The form: each field of the schema as a control. What is typed goes out as a change of that field alone. */
import type { Control, DeskChoices, DeskSources, FieldGroup, FieldPath, FieldValue, FormField, FormSection } from '../protocol.ts';
import { isoDate, readDate, timeInWords } from '../../schema/dates.ts';
import { citeGist, citeInWords } from './cite-words.ts';
import { pickCite } from './cite-picker.ts';
import { button, fill, freshId, make } from './dom.ts';
import { emptyValue } from '../empty-value.ts';
import { findByName } from './find-by-name.ts';
import type { Named } from './find-by-name.ts';
import type { Places } from './places.ts';

/** What the form needs beside its fields. */
export interface FormFrame {
  choices: DeskChoices;
  sources: DeskSources;
  places: Places;
  today: string;
  /** What is noted above a field in the file. */
  noteAt?: (path: FieldPath) => string | undefined;
  /** What the entry cites already; what was picked last stands first. */
  cited: string[];
  changed(path: FieldPath, value: FieldValue | undefined): void;
}

/** So many of the entry's own citations are offered where there is none yet. */
const MOST_OFFERED = 3;
/** So many values are shown side by side; more are found by typing. */
const FEW = 20;
/** Groups of a list are open as long as they are few. */
const OPEN_ITEMS = 2;

/** All sections of a form. */
export function formView(sections: readonly FormSection[], data: FieldGroup, frame: FormFrame): HTMLElement[] {
  return sections.map(({ heading, fields }) => {
    const id = freshId();
    return make(
      'section',
      { class: 'form-section', ...(heading !== '' && { 'aria-labelledby': id }), 'data-heading': heading },
      heading !== '' && make('h2', { id }, heading),
      ...fields.map((field) => fieldView(field, data[field.name], [field.name], frame)),
    );
  });
}

/** A field with its label, its help, its control and what is found there. */
function fieldView(field: FormField, value: FieldValue | undefined, path: FieldPath, frame: FormFrame): HTMLElement {
  const { label, help, isRequired, control } = field;
  const labelId = freshId();
  const helpId = help === '' ? '' : freshId();
  const findings = make('div', { class: 'findings', role: 'status' });
  const holder = make('div', { class: 'control' });
  const draw = (now: FieldValue | undefined) => {
    const isMissing = now === undefined && !isRequired && isLarge(control);
    const change = (next: FieldValue | undefined) => {
      frame.changed(path, next === undefined && isRequired ? '' : next);
    };
    const replace = (next: FieldValue | undefined) => {
      frame.changed(path, next);
      draw(next);
      frame.places.refresh();
    };
    fill(
      holder,
      isMissing
        ? button(`写上“${label}”`, () => {
            replace(emptyValue(control) ?? '');
            holder.querySelector<HTMLElement>('input, textarea, select')?.focus();
          })
        : controlView(control, now, path, { ...frame, name: { labelId, helpId, label, isOptional: !isRequired } }, change),
      !isMissing && !isRequired && isLarge(control) && button(`去掉“${label}”`, () => replace(undefined), { class: 'quiet' }),
    );
  };
  const element = make(
    'div',
    { class: `field field-${control.kind}` },
    make(
      'div',
      { class: 'field-head' },
      make('span', { id: labelId, class: 'label' }, label),
      isRequired && make('span', { class: 'required' }, '必填'),
    ),
    help !== '' && make('p', { class: 'hint', id: helpId }, help),
    noteView(path, frame),
    holder,
    findings,
  );
  draw(value);
  frame.places.field(path, element, findings);
  return element;
}

/** The original beside the field, for reading. */
function noteView(path: FieldPath, { noteAt }: FormFrame): HTMLElement | false {
  const note = noteAt?.(path);
  return note !== undefined && make('blockquote', { class: 'field-note' }, ...note.split('\n').map((line) => make('p', {}, line)));
}

/** Groups that are not there are begun by a button; everything else shows that it is empty. */
function isLarge(control: Control): boolean {
  return control.kind === 'group' || control.kind === 'either' || control.kind === 'known';
}

interface ControlFrame extends FormFrame {
  /** How the control is named to those who do not see it; `helpId` is empty where there is no help. */
  name: { labelId: string; helpId: string; label: string; isOptional: boolean };
}

type Changed = (value: FieldValue | undefined) => void;

function controlView(control: Control, value: FieldValue | undefined, path: FieldPath, frame: ControlFrame, changed: Changed): HTMLElement {
  switch (control.kind) {
    case 'text':
      return textView(control, value, frame, changed);
    case 'number':
      return numberView(value, frame, changed);
    case 'check':
      return checkView(value, frame, changed);
    case 'date':
      return dateView(control.isPartial, value, frame, changed);
    case 'choice':
      return choiceView(namedOf(control, frame), value, frame, changed);
    case 'listed':
      return choiceView(namedOf(control, frame), value, frame, changed);
    case 'entry':
      return oneNamed(value, frame, namedOf(control, frame), changed, control.collections.length === 0);
    case 'cite':
      return citesView(value === undefined || value === '' ? [] : [value], frame, (cites) => changed(cites[cites.length - 1]), 1);
    case 'list':
      return listView(control, isList(value) ? value : [], path, frame, changed);
    case 'group':
      return make(
        'div',
        { class: 'group', role: 'group', 'aria-labelledby': frame.name.labelId },
        ...groupFields(control.fields, value, path, frame),
      );
    case 'known':
      return knownView(control, value, path, frame, changed);
    case 'either':
      return eitherView(control, value, path, frame, changed);
  }
}

function groupFields(fields: readonly FormField[], value: FieldValue | undefined, path: FieldPath, frame: FormFrame): HTMLElement[] {
  return fields.map((field) => fieldView(field, isGroup(value) ? value[field.name] : undefined, [...path, field.name], frame));
}

function textView(
  { most, isAddress = false, time }: Extract<Control, { kind: 'text' }>,
  value: FieldValue | undefined,
  { name }: ControlFrame,
  changed: Changed,
): HTMLElement {
  const area = make('textarea', {
    rows: '1',
    'aria-labelledby': name.labelId,
    'aria-describedby': name.helpId || undefined,
    spellcheck: 'false',
    autocomplete: 'off',
  });
  area.value = textOf(value);
  const count = make('span', { class: 'count' });
  const fit = () => {
    area.style.height = 'auto';
    if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`;
    if (most === undefined) return;
    fill(count, `${area.value.trim().length} / ${most}`);
    count.classList.toggle('over', area.value.trim().length > most);
  };
  const use = () => {
    fit();
    const typed = area.value.replace(/^\s+|\s+$/gu, '');
    changed(typed === '' && name.isOptional ? undefined : typed);
  };
  area.addEventListener('input', use);
  if (time)
    area.addEventListener('change', () => {
      const written = timeInWords(area.value, time);
      if (written === area.value) return;
      area.value = written;
      use();
    });
  area.addEventListener('keydown', (event) => {
    // Fields are single lines; what was pasted with line ends keeps them.
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  if (isAddress) area.setAttribute('inputmode', 'url');
  window.requestAnimationFrame(fit);
  return make('div', { class: 'text' }, area, most !== undefined && count);
}

function lineInput(value: string, { name }: ControlFrame, attributes: Record<string, string> = {}): HTMLInputElement {
  const input = make('input', {
    type: 'text',
    'aria-labelledby': name.labelId,
    'aria-describedby': name.helpId || undefined,
    autocomplete: 'off',
    ...attributes,
  });
  input.value = value;
  return input;
}

function numberView(value: FieldValue | undefined, frame: ControlFrame, changed: Changed): HTMLElement {
  const input = lineInput(textOf(value), frame, { inputmode: 'decimal', class: 'short' });
  input.addEventListener('input', () => {
    const typed = input.value
      .normalize('NFKC')
      .trim()
      .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1');
    if (typed === '') changed(undefined);
    // What is no number is kept as it was typed, and the check says what is wrong with it.
    else changed(/^-?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : typed);
  });
  return input;
}

function checkView(value: FieldValue | undefined, { name }: ControlFrame, changed: Changed): HTMLElement {
  const box = make('input', { type: 'checkbox', 'aria-labelledby': name.labelId });
  box.checked = value === true;
  box.addEventListener('change', () => changed(box.checked || !name.isOptional ? box.checked : undefined));
  return make('label', { class: 'tick' }, box, ' 是');
}

function dateView(isPartial: boolean, value: FieldValue | undefined, frame: ControlFrame, changed: Changed): HTMLElement {
  const input = lineInput(textOf(value), frame, { class: 'short', placeholder: isPartial ? '2026、2026-11 或 2026-11-28' : '2026-11-28' });
  const use = () => {
    const typed = input.value.normalize('NFKC').trim();
    changed(typed === '' && frame.name.isOptional ? undefined : typed);
  };
  input.addEventListener('input', use);
  // Whoever types 2024年3月5日 finds it as files have it, once the field is left.
  input.addEventListener('change', () => {
    const date = readDate(input.value);
    if (!date || (!isPartial && date.day === undefined)) return;
    input.value = isoDate(date);
    use();
  });
  const setToday = () => {
    input.value = frame.today;
    use();
  };
  return make('div', { class: 'row' }, input, button('今天', setToday, { class: 'quiet', 'aria-label': `${frame.name.label}：今天` }));
}

/** What a control chooses from, each with the name that people read. */
function namedOf(control: Control, { choices }: FormFrame): Named[] {
  if (control.kind === 'choice') return control.options.map((value) => ({ value, label: value }));
  if (control.kind === 'listed') return choices.lists[control.list] ?? [];
  if (control.kind !== 'entry') return [];
  const { collections } = control;
  return choices.entries
    .filter(({ collection }) => collections.length === 0 || collections.includes(collection))
    .map(({ id, title }) => ({ value: id, label: `${title}（${id}）` }));
}

function choiceView(options: readonly Named[], value: FieldValue | undefined, frame: ControlFrame, changed: Changed): HTMLElement {
  if (options.length > FEW) return oneNamed(value, frame, options, changed, false);
  const chosen = textOf(value);
  const select = make('select', { 'aria-labelledby': frame.name.labelId, 'aria-describedby': frame.name.helpId || undefined });
  if (chosen === '' || frame.name.isOptional) select.append(make('option', { value: '' }, '（没有选）'));
  if (chosen !== '' && !options.some((option) => option.value === chosen))
    select.append(make('option', { value: chosen }, `${chosen}（不在表里）`));
  select.append(...options.map(({ value: own, label, note = '' }) => make('option', { value: own, title: note }, label)));
  select.value = chosen;
  const note = make('p', { class: 'hint' });
  const tell = () => fill(note, options.find((option) => option.value === select.value)?.note ?? '');
  select.addEventListener('change', () => {
    tell();
    changed(select.value === '' ? undefined : select.value);
  });
  tell();
  return make('div', {}, select, note);
}

/** One thing found by its name. */
function oneNamed(
  value: FieldValue | undefined,
  frame: ControlFrame,
  options: readonly Named[],
  changed: Changed,
  takesTyped: boolean,
): HTMLElement {
  const holder = make('div', {});
  const draw = (now: string) => {
    const shown = now === '' ? '' : (options.find((option) => option.value === now)?.label ?? (takesTyped ? now : `${now}（没有这一项）`));
    const take = (next: string) => {
      changed(next === '' ? undefined : next);
      draw(next);
    };
    fill(
      holder,
      findByName(frame.name.label, () => options, take, { shown, takesTyped }),
      now !== '' && frame.name.isOptional && button('清除', () => take(''), { class: 'quiet' }),
    );
  };
  draw(textOf(value));
  return holder;
}

/** Values as tags that can be taken away, and a way to add one. */
function tagsView(
  values: readonly FieldValue[],
  words: (value: string) => { label: string; title: string },
  change: (next: FieldValue[]) => void,
): HTMLElement {
  return make(
    'ul',
    { class: 'tags' },
    ...values.map((value, index) => {
      const { label, title } = words(textOf(value));
      const remove = () => change(values.filter((_, other) => other !== index));
      return make('li', { title }, label, button('×', remove, { class: 'quiet', 'aria-label': `去掉 ${label}` }));
    }),
  );
}

function citesView(
  values: readonly FieldValue[],
  frame: ControlFrame,
  changed: (next: FieldValue[]) => void,
  most = Infinity,
): HTMLElement {
  const holder = make('div', { role: 'group', 'aria-labelledby': frame.name.labelId });
  const draw = (now: readonly FieldValue[]) => {
    const use = (next: FieldValue[]) => {
      changed(next);
      draw(next);
    };
    const words = (cite: string) => ({ label: citeInWords(cite, frame.sources), title: `${cite}　${citeGist(cite, frame.sources)}` });
    const last = now[now.length - 1];
    const add = (cite: string) => {
      frame.cited.splice(0, Infinity, cite, ...frame.cited.filter((other) => other !== cite));
      use(most === 1 ? [cite] : now.includes(cite) ? [...now] : [...now, cite]);
      holder.querySelector<HTMLElement>('button.pick')?.focus();
    };
    fill(
      holder,
      now.length > 0 && tagsView(now, words, use),
      button(
        most === 1 && now.length > 0 ? '换出处' : '选出处',
        () => pickCite(frame.sources, last === undefined ? undefined : textOf(last), add),
        { class: 'pick' },
      ),
      ...(now.length === 0 ? frame.cited.slice(0, MOST_OFFERED) : []).map((cite) =>
        button(`＋ ${words(cite).label}`, () => add(cite), { class: 'quiet', title: words(cite).title }),
      ),
    );
  };
  draw(values);
  return holder;
}

function listView(
  control: Control & { kind: 'list' },
  values: readonly FieldValue[],
  path: FieldPath,
  frame: ControlFrame,
  changed: Changed,
): HTMLElement {
  const { item } = control;
  // A list that may be left out is left out when it is empty.
  const change = (next: readonly FieldValue[]) => changed(next.length === 0 && frame.name.isOptional ? undefined : next);
  if (item.kind === 'cite') return citesView(values, frame, change);
  if (item.kind === 'choice' || item.kind === 'listed' || item.kind === 'entry') return namedListView(item, values, frame, change);
  return itemsView(control, values, path, frame, change);
}

function namedListView(
  item: Control,
  values: readonly FieldValue[],
  frame: ControlFrame,
  change: (next: FieldValue[]) => void,
): HTMLElement {
  const options = namedOf(item, frame);
  const holder = make('div', { role: 'group', 'aria-labelledby': frame.name.labelId });
  if (item.kind !== 'entry' && options.length <= FEW) {
    const chosen = new Set(values.map(String));
    const boxes = options.map(({ value, label, note = '' }) => {
      const box = make('input', { type: 'checkbox' });
      box.checked = chosen.has(value);
      box.addEventListener('change', () => {
        if (box.checked) chosen.add(value);
        else chosen.delete(value);
        change(Array.from(chosen));
      });
      return make('label', { class: 'tick', title: note }, box, ` ${label}`);
    });
    const strange = values.filter((value) => !options.some((option) => option.value === value));
    fill(holder, ...boxes, ...strange.map((value) => make('span', { class: 'hint' }, `${textOf(value)}（不在表里）`)));
    return holder;
  }
  const draw = (now: readonly FieldValue[]) => {
    const use = (next: FieldValue[]) => {
      change(next);
      draw(next);
    };
    const words = (value: string) => ({
      label: options.find((option) => option.value === value)?.label ?? `${value}（没有这一项）`,
      title: value,
    });
    const rest = () => options.filter(({ value }) => !now.includes(value));
    const takesTyped = item.kind === 'entry' && item.collections.length === 0;
    const add = (value: string) => {
      if (value === '' || now.includes(value)) return;
      // Whoever has left the field is not called back.
      const isInside = holder.contains(document.activeElement);
      use([...now, value]);
      if (isInside) holder.querySelector('input')?.focus();
    };
    fill(
      holder,
      now.length > 0 && tagsView(now, words, use),
      findByName(`添加${frame.name.label}`, rest, add, { takesTyped, placeholder: '添加：输入名称或编号' }),
    );
  };
  draw(values);
  return holder;
}

/** Items one below the other, each with what can be done to it. */
function itemsView(
  { item, most = Infinity, itemLabel }: Control & { kind: 'list' },
  values: readonly FieldValue[],
  path: FieldPath,
  frame: ControlFrame,
  change: (next: readonly FieldValue[]) => void,
): HTMLElement {
  const isGrouped = item.kind === 'group' || item.kind === 'either';
  const list = make('ol', { class: isGrouped ? 'items grouped' : 'items', 'aria-labelledby': frame.name.labelId });
  const adding = make('p', {});
  let now = values.slice();
  let opened = now.map(() => isGrouped && now.length <= OPEN_ITEMS);

  const move = (from: number, to: number) => {
    now.splice(to, 0, ...now.splice(from, 1));
    opened.splice(to, 0, ...opened.splice(from, 1));
    change(now.slice());
    draw();
    list.children[to]?.querySelector<HTMLElement>('textarea, summary')?.focus();
  };
  const remove = (index: number) => {
    now = now.filter((_, other) => other !== index);
    opened = opened.filter((_, other) => other !== index);
    change(now.slice());
    draw();
  };
  const insert = () => {
    now.push(emptyValue(item) ?? '');
    opened.push(true);
    change(now.slice());
    draw();
    list.lastElementChild?.querySelector<HTMLElement>('textarea, input, select')?.focus();
  };

  const actions = (index: number) => {
    const name = `第 ${index + 1} 项`;
    return make(
      'span',
      { class: 'item-actions' },
      index > 0 && button('上移', () => move(index, index - 1), { class: 'quiet', 'aria-label': `${name}上移` }),
      index < now.length - 1 && button('下移', () => move(index, index + 1), { class: 'quiet', 'aria-label': `${name}下移` }),
      button('删去', () => remove(index), { class: 'quiet', 'aria-label': `删去${name}` }),
    );
  };
  const itemView = (index: number): HTMLElement => {
    const own = [...path, index];
    const labelId = freshId();
    const label = `${frame.name.label}第 ${index + 1} 项`;
    const named = { ...frame, name: { labelId, helpId: '', label, isOptional: false } };
    const keep = (next: FieldValue | undefined) => {
      now[index] = next ?? '';
      frame.changed(own, next ?? '');
    };
    const findings = make('div', { class: 'findings', role: 'status' });
    const row = make('li', {});
    frame.places.field(own, row, findings);
    if (!isGrouped) {
      const hidden = make('span', { id: labelId, class: 'unseen' }, label);
      fill(row, hidden, make('div', { class: 'row' }, controlView(item, now[index], own, named, keep), actions(index)), findings);
      return row;
    }
    const badge = make('span', { class: 'badge' });
    const title = make('span', { id: labelId, class: 'item-title' });
    const inner = make('div', { class: 'item-body' });
    const tell = () => fill(title, summaryOf(now[index]) || itemLabel || '新的一项');
    const inside = {
      ...named,
      changed: (at: FieldPath, next: FieldValue | undefined) => {
        now[index] = withInner(now[index], at.slice(own.length), next);
        tell();
        frame.changed(at, next);
      },
    };
    let isBuilt = false;
    const build = () => {
      if (isBuilt) return;
      isBuilt = true;
      // A group of fields needs no frame of its own within the item; what is chosen among several does.
      if (item.kind === 'group') fill(inner, noteView(own, inside), ...groupFields(item.fields, now[index], own, inside));
      else fill(inner, controlView(item, now[index], own, inside, keep));
      frame.places.refresh();
    };
    const details = make(
      'details',
      {},
      make('summary', {}, make('span', { class: 'item-number' }, `${index + 1}`), title, badge),
      inner,
      actions(index),
    );
    const open = () => {
      build();
      details.open = true;
    };
    details.addEventListener('toggle', () => {
      opened[index] = details.open;
      if (details.open) build();
    });
    frame.places.closed(own, details, badge, open);
    tell();
    fill(row, details, findings);
    if (opened[index] === true) open();
    return row;
  };
  const draw = () => {
    fill(list, ...now.map((_, index) => itemView(index)));
    const noun = itemLabel !== '' && itemLabel.length < 8 && !isGrouped ? itemLabel : '一项';
    fill(adding, now.length < most ? button(`添加${noun}`, insert, { 'aria-label': `${frame.name.label}：添加一项` }) : `最多 ${most} 项`);
    frame.places.refresh();
  };
  draw();
  return make('div', {}, list, adding);
}

/** A word for what is not known, or the thing itself. */
function knownView(
  control: Control & { kind: 'known' },
  value: FieldValue | undefined,
  path: FieldPath,
  frame: ControlFrame,
  changed: Changed,
): HTMLElement {
  const group = freshId();
  const inner = make('div', { class: 'known-value' });
  const isWord = (now: FieldValue | undefined) => typeof now === 'string' && control.unknown.includes(now);
  let known = isWord(value) ? undefined : value;
  /** What is written stays, for who chooses a word and then thinks better of it. */
  const innerFrame: ControlFrame = {
    ...frame,
    changed: (at, next) => {
      known = withInner(known, at.slice(path.length), next);
      frame.changed(at, next);
    },
  };
  const innerChanged = (next: FieldValue | undefined) => {
    known = next;
    changed(next);
  };
  const show = (now: FieldValue | undefined) => {
    if (isWord(now)) fill(inner);
    else fill(inner, controlView(control.of, now, path, innerFrame, innerChanged));
    frame.places.refresh();
  };
  const radio = (label: string, isChosen: boolean, act: () => void) => {
    const input = make('input', { type: 'radio', name: group });
    input.checked = isChosen;
    input.addEventListener('change', act);
    return make('label', { class: 'tick' }, input, ` ${label}`);
  };
  const choose = (next: FieldValue | undefined) => {
    changed(next);
    show(next);
  };
  const write = () => {
    known = known ?? emptyValue(control.of);
    choose(known);
    inner.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  };
  show(value);
  return make(
    'div',
    {},
    make(
      'div',
      { class: 'row', role: 'radiogroup', 'aria-labelledby': frame.name.labelId },
      radio('有，写在下面', !isWord(value), write),
      ...control.unknown.map((word) =>
        radio(word, value === word, () => {
          choose(word);
        }),
      ),
    ),
    inner,
  );
}

/** One of several groups of fields. */
function eitherView(
  control: Control & { kind: 'either' },
  value: FieldValue | undefined,
  path: FieldPath,
  frame: ControlFrame,
  changed: Changed,
): HTMLElement {
  const fits = ({ control: option }: { control: Control }) =>
    option.kind === 'group' && isGroup(value) && option.fields.length > 0 && value[option.fields[0]?.name ?? ''] !== undefined;
  let chosen = Math.max(0, control.options.findIndex(fits));
  const select = make(
    'select',
    { 'aria-label': `${frame.name.label}的种类` },
    ...control.options.map(({ label }, index) => make('option', { value: String(index) }, label)),
  );
  const inner = make('div', {});
  const show = (now: FieldValue | undefined) => {
    const option = control.options[chosen];
    if (option) fill(inner, controlView(option.control, now, path, frame, changed));
    frame.places.refresh();
  };
  select.value = String(chosen);
  select.addEventListener('change', () => {
    chosen = Number(select.value);
    const option = control.options[chosen];
    const next = option && emptyValue(option.control);
    changed(next);
    show(next);
  });
  show(value);
  return make('div', {}, select, inner);
}

/** The first words of an item, by which it is known in a list. */
function summaryOf(value: FieldValue | undefined): string {
  if (!isGroup(value)) return textOf(value);
  const { value: number, unit, what } = value;
  if (what !== undefined && number !== undefined && unit !== undefined) return `${textOf(number)}${textOf(unit)}　${textOf(what)}`;
  if (typeof value['heading'] === 'string' && value['n'] !== undefined) return `第${textOf(value['n'])}段　${value['heading']}`;
  return Object.keys(value)
    .map((name) => (typeof value[name] === 'string' ? value[name] : ''))
    .filter((words) => words !== '')
    .slice(0, 2)
    .join('　');
}

/** A value with another one somewhere inside. */
export function withInner(group: FieldValue | undefined, path: FieldPath, value: FieldValue | undefined): FieldValue {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? '';
  if (typeof step === 'number') {
    const items = isList(group) ? group.slice() : [];
    items[step] = withInner(items[step], rest, value);
    return items;
  }
  const fields = new Map(Object.entries(isGroup(group) ? group : {}));
  if (rest.length === 0 && value === undefined) fields.delete(step);
  else fields.set(step, withInner(fields.get(step), rest, value));
  return Object.fromEntries<FieldValue>(fields);
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value);
}

function isGroup(value: FieldValue | undefined): value is FieldGroup {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
