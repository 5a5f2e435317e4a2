/**
 * The form for the matter in hand. What is written stays in the page, and goes along to the page that its reader opens from the report; it is kept in
 * this browser only while its box is ticked: see `domain/case/matter.ts`.
 */
import {
  handedMatterKey,
  isFilled,
  makeMatter,
  MATTER_DAYS,
  MATTER_FIELDS,
  matterKey,
  readMatter,
  writeMatter,
} from '../../domain/case/matter.ts';
import type { Matter, MatterField } from '../../domain/case/matter.ts';
import { takeOver } from '../../domain/case/worksheet-matter.ts';
import type { TakenOver } from '../../domain/case/worksheet-matter.ts';
import type { WorksheetNotes } from '../../domain/case/worksheet-file.ts';
import { storedPlace } from '../stored-place.ts';
import { askOnLeaving } from './ask-on-leaving.ts';
import { localDay } from './local-day.ts';
import { dropInTab, keepInTab, readInTab } from './tab-storage.ts';

/** Milliseconds after the last key before the paper is drawn again. */
const PAUSE = 400;
/** Milliseconds within which a browser begins to leave a page whose link was clicked. */
const LEAVING = 2000;

export class MatterForm {
  readonly #form: HTMLElement | null;
  readonly #key: string;
  readonly #handedKey: string;
  readonly #changed: () => void;
  #timer = 0;
  #isLedOn = false;

  /** The form below `root` of the site at `base`, filled with what was kept. */
  constructor(root: HTMLElement, base: string, changed: () => void) {
    this.#form = root.querySelector('[data-matter]');
    this.#key = matterKey(storedPlace(base));
    this.#handedKey = handedMatterKey(storedPlace(base));
    this.#changed = changed;
    this.#fill(this.#load());
    this.#form?.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        this.#keep();
        this.#changed();
      }, PAUSE);
    });
    this.#form?.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset['action'] === 'wipe') this.#wipe();
    });
    document.addEventListener('submit', () => this.#leadOn());
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (link?.origin === location.origin && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#leadOn();
    });
    window.addEventListener('pageshow', ({ persisted }) => {
      // A page that is come back to as it was left has its matter still.
      if (persisted) dropInTab(this.#handedKey);
    });
    askOnLeaving(() => !this.#isSafe());
  }

  /** Puts the notes of a worksheet that are not in the form yet below what stands there. */
  take(notes: WorksheetNotes): TakenOver {
    const taken = takeOver(this.matter, notes);
    this.#fill(taken.matter);
    this.#form?.setAttribute('open', '');
    this.#keep();
    this.#changed();
    return taken;
  }

  /** The reader goes on within the site: what is written goes along. */
  #leadOn(): void {
    this.#isLedOn = true;
    window.setTimeout(() => (this.#isLedOn = false), LEAVING);
  }

  /** Whether nothing is lost when the page is left now: it is kept in this browser, or waits in this tab for the next report. */
  #isSafe(): boolean {
    dropInTab(this.#handedKey);
    // Whoever has just said that nothing is to be kept goes at once.
    if (this.#timer !== 0) this.#keep();
    if (!isFilled(this.matter) || (this.#box()?.checked === true && this.#keep())) return true;
    return this.#isLedOn && keepInTab(this.#handedKey, writeMatter(this.matter, lastDay()));
  }

  /** What is written now. */
  get matter(): Matter {
    const fields = Object.keys(MATTER_FIELDS).map((name) => [name, this.#valueOf(name as MatterField)]);
    return makeMatter(Object.fromEntries(fields) as Record<string, string>);
  }

  /** A field's text, or the values ticked. */
  #valueOf(name: MatterField): string {
    const controls = this.#controls(name);
    const [first] = controls;
    if (first instanceof HTMLInputElement && first.type === 'checkbox') {
      return controls.flatMap((box) => (box instanceof HTMLInputElement && box.checked ? [box.value] : [])).join('、');
    }
    return first?.value ?? '';
  }

  #controls(name: MatterField): (HTMLInputElement | HTMLTextAreaElement)[] {
    return [...(this.#form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="matter-${name}"]`) ?? [])];
  }

  #fill(matter: Matter): void {
    for (const name of Object.keys(MATTER_FIELDS) as MatterField[]) {
      for (const control of this.#controls(name)) {
        if (control instanceof HTMLInputElement && control.type === 'checkbox')
          control.checked = matter[name].split('、').includes(control.value);
        else control.value = matter[name];
      }
    }
  }

  #box(): HTMLInputElement | null {
    return this.#form?.querySelector<HTMLInputElement>('input[name="matter-keep"]') ?? null;
  }

  #load(): Matter {
    let stored: string | null = null;
    try {
      stored = localStorage.getItem(this.#key);
    } catch {
      // A browser that refuses storage has kept nothing.
    }
    const handed = readMatter(readInTab(this.#handedKey), localDay(new Date()), lastDay());
    dropInTab(this.#handedKey);
    const kept = readMatter(stored, localDay(new Date()), lastDay());
    if (stored !== null && !kept) this.#remove();
    const box = this.#box();
    if (box) box.checked = kept !== undefined;
    if (kept ?? handed) this.#form?.setAttribute('open', '');
    if (kept) this.#say(`本件的内容存在这个浏览器里，${kept.until} 清除。`);
    else this.#say(handed ? '刚才写的本件的情况带过来了，仍只留在这个标签页里。' : '');
    return handed?.matter ?? kept?.matter ?? makeMatter();
  }

  /** Keeps what is written while the box is ticked, and wipes what was kept when it is not; says whether it is kept. */
  #keep(): boolean {
    if (!this.#box()?.checked) {
      this.#remove();
      this.#say('');
      return false;
    }
    try {
      localStorage.setItem(this.#key, writeMatter(this.matter, lastDay()));
      this.#say(`本件的内容存在这个浏览器里，${lastDay()} 清除。`);
      return true;
    } catch {
      this.#say('这个浏览器不允许保存，离开本页后内容会清空。');
      return false;
    }
  }

  #wipe(): void {
    this.#remove();
    this.#fill(makeMatter());
    const box = this.#box();
    if (box) box.checked = false;
    this.#say('已经清除。');
    this.#changed();
  }

  #remove(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing can have been kept.
    }
  }

  #say(text: string): void {
    const status = this.#form?.querySelector('[data-matter-status]');
    if (status) status.textContent = text;
  }
}

/** The day on which what is kept now is wiped. */
function lastDay(): string {
  const day = new Date();
  day.setDate(day.getDate() + MATTER_DAYS);
  return localDay(day);
}
