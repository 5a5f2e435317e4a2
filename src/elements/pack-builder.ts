/**
 * <pack-builder>: a session put together from any entries. The address holds the whole pack (see `domain/kept/pack-link.ts`) and follows every change;
 * this browser keeps it too (see `domain/kept/pack-store.ts`). A pack opened from a link replaces the stored one only when it is changed, and the
 * stored one is then kept aside once.
 */
import './older-browsers.ts';
import { spreadMinutes, suggestedMinutes } from '../domain/course/carried-minutes.ts';
import { learnerBooklet, lessonTable, questionsSheet, referencePaper, teacherBooklet } from '../domain/course/booklet.ts';
import { lessonOfPack, totalMinutes } from '../domain/course/course-pack.ts';
import type { Lesson, PackItem } from '../domain/course/lesson.ts';
import type { EntryData } from '../domain/paper/entry-data.ts';
import { readPackLink, writePackLink } from '../domain/kept/pack-link.ts';
import type { ReadPackLink } from '../domain/kept/pack-link.ts';
import { EMPTY_PACK, packKeys, readStoredPack, soundPack, writeStoredPack } from '../domain/kept/pack-store.ts';
import type { Pack, PackChoice } from '../domain/kept/pack-store.ts';
import type { Paper, PaperPart } from '../domain/paper/paper.ts';
import { resolveIds } from '../domain/site/register.ts';
import type { RegisterEntry } from '../domain/site/register.ts';
import { unitsIn } from '../domain/site/units.ts';
import { slidesOf } from '../domain/course/slides.ts';
import { storedPlace } from './stored-place.ts';
import { namedHere } from './view/asked-ids.ts';
import { loadCourse, loadPackItem, loadRegister, loadWholeRegister } from './view/desk-data.ts';
import { nameIds } from './view/id-messages.ts';
import { showDetails, showMissing } from './view/pack-details.ts';
import { markAdded, showFinds, showMoreFinds } from './view/pack-finds.ts';
import { PackList } from './view/pack-list.ts';
import { PackPlace } from './view/pack-place.ts';
import { PackSearch } from './view/pack-search.ts';
import { renderPaper } from './view/paper-view.ts';
import { drawQrCode } from './view/qr-code.ts';
import { saveBytes, saveTable } from './view/save-file.ts';

const PAPERS: Record<string, (lesson: Lesson, more: readonly PaperPart[]) => Paper> = {
  learner: (lesson) => learnerBooklet(lesson),
  teacher: teacherBooklet,
  questions: (lesson) => questionsSheet(lesson),
  references: (lesson) => referencePaper(lesson),
};
const FILE_NAMES: Record<string, string> = {
  kit: '整套材料',
  learner: '学员册',
  teacher: '教师册',
  slides: '幻灯片',
  slides43: '幻灯片4比3',
  table: '选编表',
  pack: '选编',
};
/** A file that holds a pack is no larger. */
const MAX_FILE = 1_000_000;
/** Not every change goes into the address at once: a browser refuses hundreds of changes in a row. */
const WRITING_PAUSE = 300;

class PackBuilder extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  readonly #keys = packKeys(storedPlace(this.#base));
  readonly #kinds = JSON.parse(this.dataset['collections'] ?? '{}') as Record<string, string>;
  #pack: Pack = EMPTY_PACK;
  #isLinked = false;
  #opening = Promise.resolve();
  /** What is known of numbers so far. */
  #register: ReadonlyMap<string, RegisterEntry> = new Map();
  readonly #items = new Map<string, PackItem>();
  #course: EntryData['course'];
  #list: PackList | undefined;
  #search: PackSearch | undefined;
  readonly #place = new PackPlace(this);
  #view = '';
  #found: readonly RegisterEntry[] = [];
  #writing = 0;
  /** The last of what was asked to be drawn, and told, holds: what is fetched for an earlier one may come later. */
  #drawing = 0;
  #telling = 0;

  connectedCallback(): void {
    this.#list = new PackList(this, {
      move: (from, to) => this.#move(from, to),
      remove: (index) => this.#remove(index),
      change: (index, choice) => this.#changeItem(index, choice),
    });
    const unread = (error: unknown) => {
      console.error(error);
      this.#warn('unread');
    };
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      if (event.target instanceof Element && event.target.matches('[data-pack-add]')) void this.#addTyped().catch(unread);
    });
    this.addEventListener('input', ({ target }) => this.#onText(target));
    const facets = this.querySelector<HTMLElement>('[data-pack-facets]');
    if (facets) this.#search = new PackSearch(this.#base, facets);
    facets?.addEventListener('focusin', () => void this.#search?.open(), { once: true });
    this.addEventListener('change', ({ target }) => {
      this.#writeAddress();
      if (target instanceof HTMLInputElement && target.type === 'file') void this.#openFile(target).catch(unread);
    });
    this.addEventListener('click', ({ target }) => void this.#onClick(target).catch(unread));
    window.addEventListener('popstate', () => {
      this.#opening = this.#open();
    });
    window.addEventListener('storage', ({ key, oldValue, newValue }) => {
      if (key === this.#keys.pack) void this.#follow(readStoredPack(oldValue), readStoredPack(newValue));
    });
    // On paper a field would cut off what is longer than it; an empty one is left to be filled in by hand.
    window.addEventListener('beforeprint', () => {
      for (const field of this.querySelectorAll<HTMLInputElement>('.pack-form input, .pack-form textarea'))
        field.parentElement?.setAttribute('data-printed', field.value);
    });
    this.#opening = this.#open();
  }

  /** Reads the address, or what is stored when the address asks for nothing. */
  async #open(): Promise<void> {
    this.dataset['state'] = 'loading';
    try {
      const link = await this.#know(readPackLink(location.search));
      const isReadable = link !== undefined && link.fault !== '版本';
      const { pack: stored } = await this.#know({ pack: this.#stored(this.#keys.pack) });
      this.#isLinked = isReadable && writeStoredPack(link.pack) !== writeStoredPack(stored);
      this.#showOwn(this.#isLinked ? stored : EMPTY_PACK);
      const own = this.#isLinked ? stored : await this.#timed(stored);
      if (own.items.some((item, index) => item !== stored.items[index])) this.#store(this.#keys.pack, own);
      this.#use(isReadable ? link.pack : own, link);
    } catch (error) {
      console.error(error);
      this.dataset['state'] = 'error';
    }
  }

  /** Learns what is known of the numbers of a pack, and gives the pack with the names that this site has for them. */
  async #know<T extends { pack: Pack } | undefined>(read: T): Promise<T> {
    const { items = [], from } = read?.pack ?? {};
    const numbers = await namedHere(
      this.#base,
      items.map(({ id }) => id),
    );
    const asked = [...numbers, ...(from ? [from.id] : [])].filter((id) => id !== '' && !this.#register.has(id));
    if (asked.length > 0) this.#register = new Map([...this.#register, ...(await loadRegister(this.#base, asked))]);
    return read && { ...read, pack: { ...read.pack, items: items.map((item, index) => ({ ...item, id: numbers[index] ?? item.id })) } };
  }

  /** Takes a pack over, names what cannot be used of it, and shows the rest. What was in it stays though another unit's site is not there just now. */
  #use(pack: Pack, link?: ReadPackLink, before = pack): void {
    const { found, retired, unknown } = resolveIds(pack.items.map(({ id }) => id).filter(Boolean), this.#register);
    const other = found.filter(({ collection }) => collection === 'courses' || collection === 'sources');
    const away = unknown.filter((number) => unitsIn([number]).length > 0 && before.items.some(({ id }) => id === number));
    const usable = new Set([...found.filter((entry) => !other.includes(entry)).map(({ id }) => id), ...away]);
    nameIds(this, { malformed: link?.malformed ?? [], surplus: link?.surplus ?? 0, unknown, retired, other }, this.#register);
    this.#pack = { ...pack, items: pack.items.filter(({ id }) => id === '' || usable.has(id)) };
    for (const message of this.querySelectorAll<HTMLElement>('[data-fault]')) {
      message.hidden = message.dataset['fault'] !== link?.fault;
      message.querySelector('[data-part="count"]')?.replaceChildren(String(this.#pack.items.length));
    }
    this.#showAll();
  }

  #showAll(): void {
    const isEmpty = this.#pack.items.length === 0;
    this.dataset['state'] = isEmpty ? 'choose' : 'done';
    const adding = this.querySelector<HTMLElement>('[data-pack-add]');
    if (adding) adding.hidden = false;
    const form = this.querySelector<HTMLElement>('[data-pack-form]');
    if (form) form.hidden = isEmpty;
    const title = this.querySelector<HTMLInputElement>('[name="title"]');
    if (title) title.value = this.#pack.title;
    const note = this.querySelector<HTMLTextAreaElement>('[name="note"]');
    if (note) note.value = this.#pack.note;
    this.querySelector('[data-pack-open]')?.toggleAttribute('hidden', false);
    this.#showAside();
    this.#list?.show(this.#pack.items, this.#register, this.#kinds);
    this.#place.show(this.#pack.items, this.#register);
    this.#markFinds();
    this.#showLink();
    void this.#showPaper();
    void this.#showLesson();
  }

  /** What the lesson says of each item, and which course it comes from. */
  async #showLesson(): Promise<void> {
    const turn = ++this.#telling;
    const lesson = await this.#lesson();
    if (turn !== this.#telling) return;
    showDetails(this, lesson, this.#pack.from && this.#course?.plan);
    showMissing(this, this.#pack.from ? undefined : lesson);
    const message = this.querySelector<HTMLElement>('[data-from]');
    const { from } = this.#pack;
    const plan = from && this.#course?.plan;
    if (!message) return;
    message.hidden = !plan;
    if (!plan) return;
    const link = message.querySelector<HTMLAnchorElement>('[data-part="course"]');
    if (link) Object.assign(link, { href: this.#register.get(plan.id)?.href ?? link.href, textContent: `“${plan.title}”` });
    message.querySelector('[data-part="changed"]')?.toggleAttribute('hidden', plan.updated === from.updated);
    message.querySelector('[data-part="day"]')?.replaceChildren(plan.updated);
  }

  /** Puts another entry in the place of an item; the session of the course stays. */
  async #swap(index: number, id: string): Promise<void> {
    const old = this.#pack.items[index];
    await this.#know({ pack: { ...EMPTY_PACK, items: [{ id, minutes: 0, note: '' }] } });
    // It may have been moved or taken out meanwhile.
    const at = this.#pack.items.findIndex((item) => item.id === old?.id && item.unit === old.unit);
    if (!old || at < 0) return;
    this.#set({ ...this.#pack, items: this.#pack.items.map((item, place) => (place === at ? { ...item, id } : item)) });
    this.#showAll();
    this.#say('swapped', `“${this.#register.get(id)?.title ?? id}”`);
    this.querySelectorAll<HTMLElement>('[data-pack-items] > li')[at]?.querySelector<HTMLElement>('summary')?.focus();
  }

  /** Opens a pack that was saved as a file. */
  async #openFile(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    if (!file) return;
    const { pack } = await this.#know({ pack: file.size > MAX_FILE ? EMPTY_PACK : readStoredPack(await file.text()) });
    field.value = '';
    if (pack.items.length === 0) {
      this.#warn('notAPack');
      return;
    }
    const own = this.#pack;
    this.#use(pack);
    if (this.#pack.items.length === 0) {
      // A pack of another library: its numbers are named, and nothing takes the place of what is here.
      this.#pack = own;
      this.#showAll();
      this.#warn('noneAdded');
      return;
    }
    this.#putAside(this.#stored(this.#keys.pack));
    this.#set(this.#pack);
    this.#say('added', '', this.#pack.items.length);
  }

  /** Keeps what another pack takes the place of; an empty one is nothing to come back to. */
  #putAside(pack: Pack): void {
    if (pack.items.length === 0) return;
    this.#store(this.#keys.before, pack);
    this.#showAside();
  }

  /** Exchanges the pack with the one that was put aside. */
  async #bringBack(): Promise<void> {
    const { pack } = await this.#know({ pack: this.#stored(this.#keys.before) });
    const own = this.#isLinked ? this.#stored(this.#keys.pack) : this.#pack;
    if (own.items.length > 0) this.#store(this.#keys.before, own);
    else this.#forget(this.#keys.before);
    this.#isLinked = false;
    this.#use(pack);
    this.#set(this.#pack);
    this.#writeAddress();
    this.#showAll();
    this.#say('back', '', this.#pack.items.length);
  }

  #showAside(): void {
    const { items } = this.#stored(this.#keys.before);
    const message = this.querySelector('[data-pack-before]');
    message?.toggleAttribute('hidden', items.length === 0);
    message?.querySelector('[data-part="count"]')?.replaceChildren(String(items.length));
  }

  /** Stores a changed pack and writes it into the address. */
  #set(pack: Pack): void {
    if (this.#isLinked) {
      this.#putAside(this.#stored(this.#keys.pack));
      this.#isLinked = false;
    }
    this.#pack = soundPack(pack);
    this.#store(this.#keys.pack, this.#pack);
    window.clearTimeout(this.#writing);
    this.#writing = window.setTimeout(() => this.#writeAddress(), WRITING_PAUSE);
  }

  /** Writes what waits to be written: a reload right after a change must not bring back the pack before it. */
  #writeAddress(): void {
    if (this.#writing === 0) return;
    window.clearTimeout(this.#writing);
    this.#writing = 0;
    history.replaceState(null, '', location.pathname + writePackLink(this.#pack));
  }

  #move(from: number, to: number): void {
    const items = [...this.#pack.items];
    const [moved] = items.splice(from, 1);
    if (!moved || to < 0 || to > items.length) return;
    items.splice(to, 0, moved);
    this.#place.forget();
    this.#set({ ...this.#pack, items });
    this.#showAll();
    this.#say('moved', this.#titleOf(moved), to + 1);
  }

  #remove(index: number): void {
    const { items } = this.#pack;
    const removed = items[index];
    this.#place.forget();
    this.#set({ ...this.#pack, items: items.filter((_, at) => at !== index) });
    this.#showAll();
    if (removed) this.#say('removed', this.#titleOf(removed));
    const rest =
      this.querySelector<HTMLElement>('[data-pack-items] [data-action="remove"]') ?? this.querySelector<HTMLElement>('#pack-ids');
    rest?.focus();
  }

  #changeItem(index: number, choice: { minutes: number; note: string }): void {
    this.#set({ ...this.#pack, items: this.#pack.items.map((item, at) => (at === index ? { ...item, ...choice } : item)) });
    this.#list?.showTotal(this.#pack.items);
    this.#showLink();
    void this.#showPaper();
    void this.#showLesson();
  }

  #onText(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    if (target.id === 'pack-ids') this.#nameButton(target.value);
    if (target.name !== 'title' && target.name !== 'note') return;
    this.#set({ ...this.#pack, [target.name]: target.value });
    this.#showLink();
    void this.#showPaper();
  }

  /** Adds the numbers that were typed, or lists what has the words that were typed. */
  async #addTyped(): Promise<void> {
    const field = this.querySelector<HTMLInputElement>('#pack-ids');
    const text = field?.value ?? '';
    const read = readTyped(text);
    const isNumbers = hasNumbers(read);
    const finds = this.querySelector<HTMLElement>('[data-pack-finds]');
    const isAsked = !isNumbers && (text.trim() !== '' || (this.#search?.isNarrowed ?? false));
    const found = isAsked ? await this.#search?.find(await this.#packable(), text) : undefined;
    this.#found = found ?? [];
    if (finds) showFinds(finds, found, this.#kinds);
    this.#markFinds();
    if (!isNumbers) return;
    const count = await this.#add(read);
    if (field && count > 0) field.value = '';
    this.#nameButton(field?.value ?? '');
  }

  /** The button says what it will do with what is typed. */
  #nameButton(text: string): void {
    const button = this.querySelector<HTMLElement>('[data-pack-add] [type="submit"]');
    if (button) button.textContent = button.dataset[hasNumbers(readTyped(text)) ? 'adds' : 'finds'] ?? '';
  }

  #showMoreFinds(): void {
    const finds = this.querySelector<HTMLElement>('[data-pack-finds]');
    if (finds) showMoreFinds(finds, this.#found, this.#kinds);
    this.#markFinds();
  }

  /** Adds items and says how many; one with questions starts with their minutes. */
  async #add(typed: ReadPackLink | undefined): Promise<number> {
    const read = await this.#know(typed);
    const asked = await Promise.all((read?.pack.items ?? []).map(async (item) => ({ ...item, minutes: await this.#suggestion(item.id) })));
    // What was put in meanwhile is not put in twice.
    const added = asked.filter(({ id }) => !this.#pack.items.some((item) => item.id === id));
    const before = this.#pack.items.length;
    const items = this.#place.put(this.#pack.items, added);
    this.#use({ ...this.#pack, items }, read, this.#pack);
    this.#set(this.#pack);
    const count = this.#pack.items.length - before;
    if (count > 0) this.#say('added', '', count);
    else this.#warn('noneAdded');
    return count;
  }

  /** Another window of the same site has put something in or taken it out: the next change here must not undo that. */
  async #follow(before: Pack, after: Pack): Promise<void> {
    const isIn = ({ items }: Pack, { id }: PackChoice) => id !== '' && items.some((item) => item.id === id);
    const put = after.items.filter((item) => item.id !== '' && !isIn(before, item));
    // Until this window has its own pack there is nothing to put it into.
    await this.#opening;
    if (this.#isLinked || this.dataset['state'] === 'error') return;
    await this.#know({ pack: { ...EMPTY_PACK, items: put } });
    const { items: timed } = await this.#timed({ ...EMPTY_PACK, items: put });
    const fresh = timed.filter((item) => !isIn(this.#pack, item));
    const stays = this.#pack.items.filter((item) => !isIn(before, item) || isIn(after, item));
    if (fresh.length === 0 && stays.length === this.#pack.items.length) return;
    this.#use({ ...this.#pack, items: [...stays, ...fresh] });
    this.#set(this.#pack);
    if (fresh.length > 0) this.#say('added', '', fresh.length);
  }

  #addFree(): void {
    const at = this.#place.indexIn(this.#pack.items);
    const items = this.#place.put(this.#pack.items, [{ id: '', minutes: 10, note: '' }]);
    this.#set({ ...this.#pack, items });
    this.#showAll();
    this.querySelectorAll<HTMLElement>('[data-pack-items] [name="item-note"]')[at]?.focus();
  }

  #markFinds(): void {
    const finds = this.querySelector<HTMLElement>('[data-pack-finds]');
    if (finds) markAdded(finds, new Set(this.#pack.items.map(({ id }) => id)));
  }

  async #packable(): Promise<RegisterEntry[]> {
    const own = await loadWholeRegister(this.#base);
    // Entries of other units may be in the pack.
    this.#register = new Map([...this.#register, ...own]);
    return [...own.values()].filter(({ collection }) => collection !== 'courses' && collection !== 'sources');
  }

  async #onClick(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest('button') : null;
    const { action, view, file, find, swap } = button?.dataset ?? {};
    const row = button?.closest('[data-pack-items] > li');
    if (swap && row) await this.#swap([...(row.parentElement?.children ?? [])].indexOf(row), swap);
    if (find) await this.#add(readPackLink(`?items=${find}`));
    if (view) await this.#openView(view);
    if (file) await this.#save(file);
    if (action === 'copy') await this.#copy();
    if (action === 'qr' && button) await this.#toggleCode(button);
    if (action === 'own') location.assign(location.pathname);
    if (action === 'back') await this.#bringBack();
    if (action === 'free') this.#addFree();
    if (action === 'suggest') await this.#suggestMinutes();
    if (action === 'spread') await this.#spreadMinutes();
    if (action === 'more') this.#showMoreFinds();
    if (action === 'empty') {
      this.#putAside(this.#pack);
      this.#set(EMPTY_PACK);
      this.#showAll();
    }
  }

  async #suggestion(id: string): Promise<number> {
    const item = await this.#load(id);
    return item ? suggestedMinutes(item) : 0;
  }

  /** The pack with the minutes of their questions for what was put in on other pages; what cannot be read now waits for the next time. */
  async #timed(pack: Pack): Promise<Pack> {
    const timed = async (item: PackChoice): Promise<PackChoice> => {
      if (!item.isNew) return item;
      return { id: item.id, minutes: await this.#suggestion(item.id), note: item.note };
    };
    return { ...pack, items: await Promise.all(pack.items.map((item) => timed(item).catch(() => item))) };
  }

  /** Gives the items without minutes those of their questions; what has no questions stays open. */
  async #suggestMinutes(): Promise<void> {
    const suggested = new Map(await Promise.all(this.#pack.items.map(async ({ id }) => [id, await this.#suggestion(id)] as const)));
    const items = this.#pack.items.map((item) => ({ ...item, minutes: item.minutes || (suggested.get(item.id) ?? 0) }));
    this.#set({ ...this.#pack, items });
    this.#showAll();
    this.#say('suggested', '', totalMinutes(items));
  }

  /** Gives what is missing of half a day or a day to the items whose material carries it. */
  async #spreadMinutes(): Promise<void> {
    const { units } = await this.#lesson();
    if (units.length !== this.#pack.items.length) return;
    const spread = spreadMinutes(units);
    const items = this.#pack.items.map((item, index) => ({ ...item, minutes: spread[index] ?? item.minutes }));
    this.#set({ ...this.#pack, items });
    this.#showAll();
    this.#say('spread', '', totalMinutes(items));
    // The button goes when there is nothing left to spread.
    this.querySelector<HTMLElement>('[data-action="suggest"]')?.focus();
  }

  async #openView(view: string): Promise<void> {
    this.#view = view;
    await this.#showPaper();
    this.querySelector('[data-pack-paper]')?.scrollIntoView();
  }

  /** Draws the paper that was asked for, if any. */
  async #showPaper(): Promise<void> {
    const section = this.querySelector<HTMLElement>('[data-pack-paper]');
    const make = PAPERS[this.#view];
    if (!section) return;
    section.hidden = !make || this.#pack.items.length === 0;
    // Only the paper is printed while one is shown.
    if (section.hidden) delete document.documentElement.dataset['paper'];
    else document.documentElement.dataset['paper'] = this.#view;
    for (const button of this.querySelectorAll<HTMLElement>('[data-view]')) {
      button.setAttribute('aria-pressed', String(button.dataset['view'] === this.#view));
    }
    const turn = ++this.#drawing;
    if (!make || section.hidden) return;
    const lesson = await this.#lesson();
    if (turn !== this.#drawing) return;
    const paper = make(lesson, this.#more());
    section.querySelector('[data-part="paper-title"]')?.replaceChildren(paper.title);
    section.querySelector('[data-part="paper-note"]')?.replaceChildren(paper.note ?? '');
    const sheet = section.querySelector<HTMLElement>('[data-part="paper"]');
    if (sheet) renderPaper(sheet, paper);
  }

  async #save(file: string): Promise<void> {
    const status = this.querySelector('[data-export-status]');
    try {
      const lesson = await this.#lesson();
      const name = `${lesson.title} ${FILE_NAMES[file] ?? ''}`;
      if (file === 'table') saveTable(`${name}.csv`, lessonTable(lesson));
      else if (file === 'pack') saveBytes(`${name}.json`, [writeStoredPack(this.#pack)], 'application/json');
      else if (file === 'slides' || file === 'slides43') {
        const ratio = file === 'slides' ? '16:9' : '4:3';
        const { writeSlides, PPTX_TYPE } = await import('../export/pptx/write-slides.ts');
        saveBytes(`${name}.pptx`, [writeSlides(lesson.title, slidesOf(lesson, ratio), ratio)], PPTX_TYPE);
      } else if (file === 'kit') {
        const { writeClassFiles, writeKit, ZIP_TYPE } = await import('../export/kit-zip.ts');
        saveBytes(`${name}.zip`, [await writeKit(lesson, await writeClassFiles(lesson, this.#more()))], ZIP_TYPE);
      } else {
        const { writePaper, DOCX_TYPE } = await import('../export/docx/write-paper.ts');
        const paper = file === 'learner' ? learnerBooklet(lesson) : teacherBooklet(lesson, this.#more());
        saveBytes(`${name}.docx`, [writePaper(paper)], DOCX_TYPE);
      }
      if (status) status.textContent = this.dataset['saved'] ?? '';
    } catch (error) {
      console.error(error);
      if (status) status.textContent = this.dataset['failed'] ?? '';
    }
  }

  async #lesson(): Promise<Lesson> {
    const pack = this.#pack;
    const { from } = pack;
    if (from && this.#course?.plan.id !== from.id) this.#course = await this.#loadCourse(from.id);
    const plan = from && this.#course?.plan;
    // The planned case is needed too where another stands in for it: what was written for it is found by its words.
    const planned = (plan?.units ?? []).flatMap(({ case: id, sheets }) => [id, ...sheets.map(({ of }) => of)].flatMap((one) => one ?? []));
    await Promise.all([...pack.items.map(({ id }) => id), ...planned].map((id) => this.#load(id)));
    return lessonOfPack(pack, this.#items, { address: this.#address(), siteName: this.dataset['site'] ?? '' }, plan);
  }

  /** What the course tells the teacher; where a case was swapped it says so first. */
  #more(): PaperPart[] {
    const { from, items } = this.#pack;
    if (!from || !this.#course) return [];
    const { plan, body } = this.#course;
    const isSwapped = items.some(({ id, unit }) => unit !== undefined && (plan.units[unit - 1]?.case ?? '') !== id);
    const note = '换过案例：下面的准备、要讲准的事实和提示是照原课程写的，提到旧案例的地方请自己改。';
    return [...(isSwapped ? [{ kind: 'note' as const, text: note }] : []), ...body];
  }

  /** A course that cannot be read leaves a pack of its entries. */
  async #loadCourse(id: string): Promise<EntryData['course']> {
    const entry = this.#register.get(id);
    return entry?.collection === 'courses' ? loadCourse(this.#base, id, this.#root()) : undefined;
  }

  /** One entry; `undefined` for a number that cannot be in a pack. */
  async #load(id: string): Promise<PackItem | undefined> {
    const entry = this.#register.get(id);
    if (!entry || entry.retired || entry.collection === 'courses' || entry.collection === 'sources') return undefined;
    const item = this.#items.get(id) ?? (await loadPackItem(this.#base, id, this.#root()));
    this.#items.set(id, item);
    return item;
  }

  #root(): string {
    return new URL(this.#base, location.href).href;
  }

  #address(): string {
    return `${location.origin}${location.pathname}${writePackLink(this.#pack)}`;
  }

  #showLink(): void {
    const field = this.querySelector<HTMLInputElement>('[data-pack-link]');
    if (field) field.value = this.#address();
    const code = this.querySelector<HTMLElement>('[data-pack-qr]');
    if (code && !code.hidden) void this.#drawCode(code);
  }

  /** Over plain HTTP a browser has no clipboard to write to: then the link is selected, to be copied by hand. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#address());
      this.#say('copied');
    } catch {
      this.querySelector<HTMLInputElement>('[data-pack-link]')?.select();
      this.#say('notCopied');
    }
  }

  async #toggleCode(button: HTMLElement): Promise<void> {
    const code = this.querySelector<HTMLElement>('[data-pack-qr]');
    if (!code) return;
    code.hidden = !code.hidden;
    button.setAttribute('aria-expanded', String(!code.hidden));
    if (!code.hidden) await this.#drawCode(code);
  }

  async #drawCode(box: HTMLElement): Promise<void> {
    const code = await drawQrCode(this.#address(), '选编链接的二维码');
    box.replaceChildren(...(code ? [code] : []));
    const tooLong = this.querySelector<HTMLElement>('[data-qr-too-long]');
    if (tooLong) tooLong.hidden = code !== undefined;
  }

  #showOwn(stored: Pack): void {
    const message = this.querySelector<HTMLElement>('[data-own-pack]');
    if (!message) return;
    message.hidden = stored.items.length === 0;
    message.querySelector('[data-part="count"]')?.replaceChildren(String(stored.items.length));
  }

  #titleOf({ id, note }: PackChoice): string {
    return `“${id === '' ? note : (this.#register.get(id)?.title ?? id)}”`;
  }

  #stored(key: string): Pack {
    try {
      return readStoredPack(localStorage.getItem(key));
    } catch {
      return EMPTY_PACK;
    }
  }

  #store(key: string, pack: Pack): void {
    try {
      localStorage.setItem(key, writeStoredPack(pack));
    } catch {
      // A browser that refuses storage still has the pack in the address.
    }
  }

  #forget(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Where nothing can be stored nothing is.
    }
  }

  /** Puts a sentence of the page into the live region. */
  #say(what: string, title = '', n = 0): void {
    this.querySelector('[data-pack-warning]')?.toggleAttribute('hidden', true);
    const sentence = (this.dataset[what] ?? '').replace('{title}', title).replace('{n}', String(n));
    this.querySelector('[data-pack-status]')?.replaceChildren(sentence);
  }

  /** What did not come about everybody has to see. */
  #warn(what: string): void {
    const message = this.querySelector('[data-pack-warning]');
    message?.replaceChildren(this.dataset[what] ?? '');
    message?.toggleAttribute('hidden', false);
  }
}

function readTyped(text: string): ReadPackLink | undefined {
  return readPackLink(`?items=${encodeURIComponent(text)}`);
}

function hasNumbers(read: ReadPackLink | undefined): boolean {
  return (read?.pack.items.length ?? 0) > 0;
}

customElements.define('pack-builder', PackBuilder);
