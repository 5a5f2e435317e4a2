/** 我保存的检索: the list of saved searches, what is new in each, and the file that takes them elsewhere. Fetched when it is first used. */
import {
  lookedAt,
  mergeSaved,
  newsOf,
  readSaved,
  readSavedFile,
  SAVED_FILE_LIMIT,
  SAVED_NAME_LENGTH,
  saveSearch,
  tellNews,
  writeSaved,
} from '../../domain/kept/saved-searches.ts';
import type { ChangeDays, SavedSearch } from '../../domain/kept/saved-searches.ts';
import { savedKey } from '../../domain/kept/stored-key.ts';
import { storedPlace } from '../stored-place.ts';
import { loadChangeDays } from './desk-data.ts';
import { localDay } from './local-day.ts';
import { saveBytes } from './save-file.ts';

export interface SavedPlace {
  /** Holds the list and its template. */
  root: HTMLElement;
  base: string;
  /** The numbers that the search of an address finds now. */
  find: (address: string) => Promise<string[]>;
}

/** As many new entries are named as fit in a sentence. */
const NAMED = 6;
const REFUSED = '这个浏览器不允许保存，离开本页后就没有了。';

export class SavedSearches {
  readonly #place: SavedPlace;
  /** Kept here too, so that the page still works in a browser that refuses storage. */
  #searches: SavedSearch[] = [];
  /** Whether the last that was to be kept could not be: what is stored is then older. */
  #isRefused = false;
  #removed: SavedSearch[] | undefined;
  #days: Promise<ChangeDays> | undefined;
  #turn = 0;

  constructor(place: SavedPlace) {
    this.#place = place;
    place.root.addEventListener('click', ({ target }) => this.#click(target));
    place.root.addEventListener('change', ({ target }) => void this.#change(target));
    place.root.addEventListener('keydown', (event) => {
      const isName = event.target instanceof HTMLInputElement && event.target.name === 'saved-name';
      if (!isName || event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
      // The button that has the focus then is not to be pressed by the same key.
      event.preventDefault();
      // A name that is given up is the one before.
      if (event.key === 'Escape') event.target.value = event.target.defaultValue;
      this.#endNaming(event.target);
    });
    place.root.addEventListener('focusout', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'saved-name') target.hidden = true;
    });
    window.addEventListener('storage', ({ key }) => {
      if (key === savedKey(storedPlace(place.base))) this.#show();
    });
    this.#show();
  }

  /** Saves a search with what it found. */
  async save(name: string, address: string, ids: readonly string[]): Promise<void> {
    const search = { name: [...name].slice(0, SAVED_NAME_LENGTH).join(''), address, looked: '', seen: {} };
    try {
      const looked = lookedAt(search, ids, await this.#changeDays(), localDay(new Date()));
      this.#set(saveSearch(this.#load(), looked), `已保存为“${search.name}”。`);
    } catch (error) {
      console.error(error);
      this.#say('没有保存：没有读到各条的修改日期。请再按一次。');
    }
  }

  /** Tells what is new when a saved search is shown, and takes it as looked at; empty for one that is not saved. */
  async look(address: string, ids: readonly string[]): Promise<string> {
    if (!this.#load().some((search) => search.address === address)) return '';
    const days = await this.#changeDays();
    const search = this.#load().find((one) => one.address === address);
    if (!search) return '';
    const { added, changed, gone } = newsOf(search, ids, days);
    const fresh = [...added, ...changed];
    const named = fresh.slice(0, NAMED).join('、') + (fresh.length > NAMED ? ' 等' : '');
    const after = this.#load().map((one) => (one.address === address ? lookedAt(one, ids, days, localDay(new Date())) : one));
    this.#set(after, '');
    return `这次检索保存过，名称“${search.name}”。自 ${search.looked} 上次查看以来，${tellNews({ added, changed, gone })}${named && `：${named}`}。`;
  }

  /** Searches anew for each, one after the other, and says what is new. */
  async showNews(): Promise<void> {
    const turn = ++this.#turn;
    for (const search of this.#load()) {
      const item = this.#items().find(({ dataset }) => dataset['address'] === search.address);
      const news = item?.querySelector('[data-part="news"]');
      if (!news) continue;
      try {
        const [ids, days] = [await this.#place.find(search.address), await this.#changeDays()];
        news.textContent = `自 ${search.looked} 以来${tellNews(newsOf(search, ids, days))}，现在 ${ids.length} 条`;
      } catch (error) {
        console.error(error);
        news.textContent = `上次查看 ${search.looked}；没有读到检索文件，不知道有没有变化`;
      }
      if (turn !== this.#turn) return;
    }
  }

  #click(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-saved]') : null;
    const address = button?.closest('li')?.dataset['address'] ?? '';
    const action = button?.dataset['saved'];
    if (action === 'remove') this.#remove(address);
    if (action === 'undo' && this.#removed) this.#set(this.#removed, '已经放回。');
    if (action === 'rename') this.#askName(address);
    if (action === 'export') saveBytes('我保存的检索.json', [writeSaved(this.#load())], 'application/json');
    if (action === 'undo' || action === 'remove') void this.showNews();
  }

  async #change(target: EventTarget | null): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'saved-name') this.#rename(target.closest('li')?.dataset['address'] ?? '', target.value);
    if (target.type !== 'file') return;
    const file = target.files?.[0];
    if (!file) return;
    const read = file.size > SAVED_FILE_LIMIT ? readSavedFile(' '.repeat(SAVED_FILE_LIMIT + 1)) : readSavedFile(await file.text());
    target.value = '';
    if (typeof read === 'string') {
      this.#say(read);
      return;
    }
    const before = this.#load();
    const after = mergeSaved(before, read);
    this.#set(after, `读入 ${after.length - before.length} 项检索，${read.length - (after.length - before.length)} 项原来就有或放不下。`);
    await this.showNews();
  }

  #remove(address: string): void {
    const before = this.#load();
    const name = before.find((search) => search.address === address)?.name ?? '';
    this.#set(
      before.filter((search) => search.address !== address),
      `已删除“${name}”。`,
    );
    this.#removed = before;
    const undo = this.#part('undo');
    if (!undo) return;
    undo.hidden = false;
    undo.focus();
  }

  #askName(address: string): void {
    const item = this.#items().find(({ dataset }) => dataset['address'] === address);
    const field = item?.querySelector<HTMLInputElement>('input[name="saved-name"]');
    if (!field) return;
    field.hidden = false;
    field.focus();
    field.select();
  }

  /** The keyboard goes on where it came from, though the list may be drawn anew. */
  #endNaming(field: HTMLInputElement): void {
    const address = field.closest('li')?.dataset['address'];
    field.blur();
    const item = this.#items().find(({ dataset }) => dataset['address'] === address);
    item?.querySelector<HTMLElement>('[data-saved="rename"]')?.focus();
  }

  #rename(address: string, typed: string): void {
    const name = [...typed.trim()].slice(0, SAVED_NAME_LENGTH).join('');
    if (name === '') return this.#show();
    this.#set(
      this.#load().map((search) => (search.address === address ? { ...search, name } : search)),
      `已改名为“${name}”。`,
    );
    void this.showNews();
  }

  #load(): SavedSearch[] {
    try {
      return this.#isRefused ? this.#searches : readSaved(localStorage.getItem(savedKey(storedPlace(this.#place.base))));
    } catch {
      return this.#searches;
    }
  }

  #set(searches: SavedSearch[], sentence: string): void {
    this.#searches = searches;
    this.#removed = undefined;
    const undo = this.#part('undo');
    if (undo) undo.hidden = true;
    try {
      localStorage.setItem(savedKey(storedPlace(this.#place.base)), writeSaved(searches));
      this.#isRefused = false;
      if (sentence !== '') this.#say(sentence);
    } catch {
      this.#isRefused = true;
      this.#say(REFUSED);
    }
    this.#show();
  }

  #show(): void {
    const { root } = this.#place;
    const searches = this.#load();
    const template = root.querySelector<HTMLTemplateElement>('template');
    const items = searches.flatMap(({ name, address, looked }) => {
      const item = template?.content.firstElementChild?.cloneNode(true);
      if (!(item instanceof HTMLElement)) return [];
      item.dataset['address'] = address;
      const link = item.querySelector('a');
      if (link) Object.assign(link, { href: address, textContent: name });
      const field = item.querySelector('input');
      if (field) field.defaultValue = name;
      for (const button of item.querySelectorAll('button')) button.setAttribute('aria-label', `${button.textContent.trim()}：${name}`);
      item.querySelector('[data-part="news"]')?.replaceChildren(`上次查看 ${looked}`);
      return [item];
    });
    root.querySelector('ul')?.replaceChildren(...items);
    this.#part('count')?.replaceChildren(String(searches.length));
    this.#part('empty')?.toggleAttribute('hidden', searches.length > 0);
    this.#part('export')?.toggleAttribute('hidden', searches.length === 0);
  }

  #say(sentence: string): void {
    this.#part('status')?.replaceChildren(sentence);
  }

  #items(): HTMLElement[] {
    return [...this.#place.root.querySelectorAll<HTMLElement>('li[data-address]')];
  }

  #part(name: string): HTMLElement | null {
    return this.#place.root.querySelector(`[data-part="${name}"]`);
  }

  #changeDays(): Promise<ChangeDays> {
    this.#days ??= loadChangeDays(this.#place.base);
    this.#days.catch(() => (this.#days = undefined));
    return this.#days;
  }
}
