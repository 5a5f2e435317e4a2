/**
 * The references of an entry under its record: the edition of GB/T 7714, the day of access, a part of the page, and a button that copies each.
 * Its words stand here and not in the page, because every entry page would carry them for the few readers who press the button.
 */
import { citeWork } from '../../domain/paper/entry-paper.ts';
import type { CitingStyle, EntryFile } from '../../domain/paper/entry-paper.ts';
import { EDITION_KEYS, EDITIONS } from '../../domain/reference/reference.ts';
import { partOfPage } from '../../domain/reference/work.ts';
import type { Work } from '../../domain/reference/work.ts';
import styles from '../../styles/cite.css?url';
import { copyTextOf } from './copy-text.ts';

const COPIED = '已经复制。';
const NOT_COPIED = '浏览器没有复制。文字已经选中，请按 Ctrl+C（苹果电脑按 ⌘C）。';
/** What on a page has an anchor of its own, and is called by a name. */
const PARTS = '.paragraph[id], .rows > div[id]';

export class CitePanel {
  readonly #box = element('div', { className: 'cite-panel' });
  readonly #list = element('ul', { className: 'points' });
  readonly #status = element('p', {});
  readonly #file: EntryFile;
  #style: CitingStyle;
  #page: Work;

  /** A closed panel after `tools`. */
  constructor(tools: HTMLElement, file: EntryFile, style: CitingStyle) {
    this.#file = file;
    this.#style = style;
    this.#page = file.page;
    this.#status.setAttribute('role', 'status');
    this.#box.hidden = true;
    this.#box.append(this.#editionChoice(), ...this.#partChoice(), this.#dayChoice(), this.#list, this.#status);
    this.#box.addEventListener('click', ({ target }) => this.#copy(target));
    // An imported style sheet would be on every entry page, for the few readers who open this.
    document.head.append(element('link', { rel: 'stylesheet', href: styles }));
    tools.after(this.#box);
    this.#show();
  }

  /** What the reader has chosen. */
  get style(): CitingStyle {
    return this.#style;
  }

  /** Opens the panel, with the focus on it, or closes it. */
  toggle(): void {
    this.#box.hidden = !this.#box.hidden;
    if (!this.#box.hidden) this.#box.querySelector<HTMLElement>('input')?.focus();
  }

  #editionChoice(): HTMLElement {
    const group = element('fieldset', { className: 'cite-choice' });
    group.append(element('legend', { textContent: '著录规则' }));
    for (const key of EDITION_KEYS) {
      const box = element('input', { type: 'radio', name: 'edition', value: key, checked: key === this.#style.edition });
      box.addEventListener('change', () => this.#restyle({ edition: key }));
      group.append(labelled(box, EDITIONS[key].name, 'after'), ' ');
    }
    return group;
  }

  /** Paragraphs and clauses of the page that can be cited alone; the one in the address is chosen. */
  #partChoice(): HTMLElement[] {
    const parts = [...document.querySelectorAll<HTMLElement>(PARTS)].map((part) => ({
      anchor: part.id,
      name: part.getAttribute('aria-label') ?? part.querySelector('dt')?.textContent.trim() ?? part.id,
    }));
    if (parts.length === 0) return [];
    const select = element('select', {});
    select.append(new Option('全条', ''), ...parts.map(({ anchor, name }) => new Option(name, anchor)));
    const choose = () => {
      const part = parts.find(({ anchor }) => anchor === select.value);
      this.#page = part ? partOfPage(this.#file.page, this.#file.path, part) : this.#file.page;
      this.#show();
    };
    select.addEventListener('change', choose);
    const asked = location.hash.slice(1);
    if (parts.some(({ anchor }) => anchor === asked)) select.value = asked;
    choose();
    return [paragraph(labelled(select, '引用本页的 ', 'before'))];
  }

  #dayChoice(): HTMLElement {
    const input = element('input', { type: 'date', value: this.#style.accessed });
    input.addEventListener('change', () => {
      if (input.value) this.#restyle({ accessed: input.value });
    });
    return paragraph(labelled(input, '引用日期 ', 'before'));
  }

  #restyle(change: Partial<CitingStyle>): void {
    this.#style = { ...this.#style, ...change };
    this.#show();
  }

  #show(): void {
    this.#status.textContent = '';
    const works: [string, Work][] = [['本条', this.#page], ...this.#file.works.map((work): [string, Work] => [work.name, work])];
    this.#list.replaceChildren(
      ...works.map(([name, work]) => {
        const item = element('li', {});
        const text = element('span', { className: 'cite-text', textContent: citeWork(work, this.#style) });
        const button = element('button', { type: 'button', textContent: '复制' });
        button.append(element('span', { className: 'visually-hidden', textContent: `：${name}` }));
        item.append(`${name}　`, text, ' ', button);
        return item;
      }),
    );
  }

  #copy(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const text = button?.parentElement?.querySelector<HTMLElement>('.cite-text');
    if (text) this.#status.textContent = copyTextOf(text) ? COPIED : NOT_COPIED;
  }
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}

function paragraph(...content: Node[]): HTMLElement {
  const line = element('p', {});
  line.append(...content);
  return line;
}

function labelled(control: HTMLElement, text: string, place: 'before' | 'after'): HTMLLabelElement {
  const label = element('label', {});
  label.append(...(place === 'before' ? [text, control] : [control, text]));
  return label;
}
