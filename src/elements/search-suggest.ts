/**
 * <search-suggest>: names to choose from under a search field, a combobox with a list box as ARIA describes it. It holds an `<input>`.
 * Choosing a name puts it into the field and submits the form; the names are fetched when the field is first used.
 */
import { collectionOf, readAnyNumber } from '../schema/number.ts';
import './older-browsers.ts';
import { readNames } from '../search/engine/choose-engine.ts';
import type { NamesPart, SearchNames } from '../search/words/names.ts';
import { isPinyin } from '../search/words/spelling.ts';
import { createSuggester } from '../search/words/suggest.ts';
import type { Suggestion } from '../search/words/suggest.ts';
import styles from '../styles/suggest.css?url';

// An imported style sheet would be on every page, for the readers who search from it.
document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));

const LIMIT = 8;
/** Whoever brings more at once brings a question, or a name that needs no completion. */
const LONGEST = 10;

class SearchSuggest extends HTMLElement {
  #input: HTMLInputElement | undefined;
  #list: HTMLElement | undefined;
  #kinds: SearchNames['kinds'] = {};
  #suggest: ((typed: string, limit: number) => Suggestion[]) | undefined;
  /** The largest part of the names that was asked for. */
  #part: NamesPart | undefined;
  #active = -1;
  #isComposing = false;
  /** Whether names are wanted that are still on their way. */
  #isTyping = false;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const list = document.createElement('ul');
    this.#input = input;
    this.#list = list;
    list.id = `suggestions-${[...document.querySelectorAll('search-suggest')].indexOf(this)}`;
    list.className = 'suggest-list';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', '检索建议');
    this.append(list);
    // What the browser remembers would lie over the suggestions.
    input.autocomplete = 'off';
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.addEventListener('input', () => this.#show());
    input.addEventListener('compositionstart', () => (this.#isComposing = true));
    input.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#show();
    });
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => this.#close());
    // The mouse must not take the focus away before the click has chosen.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => this.#choose(target instanceof Element ? target.closest('li') : null));
    if (input === document.activeElement && input.value !== input.defaultValue) this.#show();
  }

  /**
   * Fetches what the typed text needs and is not there: for letters the synonyms too, for other texts the names. Without the files there are no
   * suggestions, and the search itself says if something is wrong.
   */
  async #load(typed: string): Promise<void> {
    const part = isPinyin(typed) ? 'words' : 'names';
    const isThere = this.#part === 'words' || this.#part === part;
    if (isThere || typed === '' || [...typed].length > LONGEST) return;
    this.#part = part;
    const names = await readNames(this.dataset['base'] ?? '/', part).catch(() => undefined);
    if (!names || this.#part !== part) return;
    this.#suggest = createSuggester(names);
    this.#kinds = names.kinds;
    const input = this.#input;
    if (this.#isTyping && input && input === document.activeElement && input.value !== input.defaultValue) this.#show();
  }

  #show(): void {
    // Letters of a pinyin composition are not yet what the reader writes.
    if (this.#isComposing) return;
    this.#isTyping = true;
    const typed = this.#input?.value ?? '';
    void this.#load(typed.trim());
    const suggestions = this.#suggest?.(typed, LIMIT) ?? [];
    this.#list?.replaceChildren(...suggestions.map((suggestion, index) => this.#option(suggestion, index)));
    this.#setActive(-1);
    this.#setOpen(suggestions.length > 0);
  }

  #option({ name, start, end }: Suggestion, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `${this.#list?.id ?? ''}-${index}`;
    item.setAttribute('role', 'option');
    item.dataset['text'] = name.text;
    const characters = [...name.text];
    const typed = document.createElement('b');
    typed.textContent = characters.slice(start, end).join('');
    const kind = document.createElement('small');
    kind.textContent = this.#kinds[collectionOf(readAnyNumber(name.id).id) ?? ''] ?? this.#kinds[name.kind] ?? '';
    item.append(characters.slice(0, start).join(''), typed, characters.slice(end).join(''), ' ', kind);
    return item;
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#list?.children.length ?? 0;
    const isOpen = this.#list?.hidden === false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return this.#show();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place before the first option is the field itself.
      this.#setActive(((this.#active + 1 + step + options + 1) % (options + 1)) - 1);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter') {
      const active = this.#list?.children[this.#active];
      if (!isOpen || !active) return this.#close();
      event.preventDefault();
      this.#choose(active);
    }
  }

  #choose(option: Element | null): void {
    const text = option instanceof HTMLElement ? option.dataset['text'] : undefined;
    if (!text || !this.#input) return;
    this.#input.value = text;
    this.#close();
    this.#input.form?.requestSubmit();
  }

  #setActive(index: number): void {
    this.#active = index;
    [...(this.#list?.children ?? [])].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    const active = this.#list?.children[index];
    if (active) this.#input?.setAttribute('aria-activedescendant', active.id);
    else this.#input?.removeAttribute('aria-activedescendant');
  }

  #setOpen(isOpen: boolean): void {
    if (this.#list) this.#list.hidden = !isOpen;
    this.#input?.setAttribute('aria-expanded', String(isOpen));
  }

  #close(): void {
    this.#isTyping = false;
    this.#setActive(-1);
    this.#setOpen(false);
  }
}

customElements.define('search-suggest', SearchSuggest);
