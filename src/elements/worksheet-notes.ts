/**
 * <worksheet-notes>: the officer's notes beside each factor. They live in the page's text boxes only, never sent, gone with the page; leaving with
 * notes asks first. Only when the officer sends them on into a report do they wait in this tab, and are then here too when the page is opened again. The
 * officer can save them as a file and open it again (`domain/case/worksheet-file.ts`), or for Word. For printing, each note is copied into an element
 * that can break across pages.
 */
import { chosenIn, offerChoice } from './view/choose-passages.ts';
import { printShownNotes } from './view/printed-notes.ts';
import { handedNotesKey, readWorksheet, writeWorksheet } from '../domain/case/worksheet-file.ts';
import type { WorksheetNotes as Notes } from '../domain/case/worksheet-file.ts';
import { storedPlace } from './stored-place.ts';
import { askOnLeaving } from './view/ask-on-leaving.ts';
import { keepInTab, readInTab } from './view/tab-storage.ts';

class WorksheetNotes extends HTMLElement {
  /** Whether something was written since it was last saved. */
  #isUnsaved = false;

  connectedCallback(): void {
    for (const tools of this.querySelectorAll<HTMLElement>('[data-worksheet-tools]')) tools.hidden = false;
    this.#fillFromTab();
    offerChoice(this, () => this.#printCited());
    // A list that is opened or closed tells nobody above it.
    for (const list of this.querySelectorAll('details')) list.addEventListener('toggle', () => this.#printCited());
    this.#printCited();
    this.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      this.#isUnsaved = true;
      showOnPaper(target);
    });
    this.addEventListener('click', (event) => {
      const { target } = event;
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined;
      if (action === 'docx') void this.#saveWord();
      if (action === 'keep') void this.#saveFile();
      if (action === 'hand' && !this.#hand()) event.preventDefault();
    });
    this.querySelector<HTMLInputElement>('input[type="file"]')?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.#open(target);
    });
    askOnLeaving(() => this.#isUnsaved && this.#notes().some(({ value }) => value.trim() !== ''));
  }

  /** Where notes wait that go into a report. */
  get #handedKey(): string {
    return handedNotesKey(storedPlace(this.dataset['base'] ?? '/'));
  }

  /** Lets the notes wait in this tab for the report; says why where the browser does not allow it. */
  #hand(): boolean {
    const isKept = keepInTab(this.#handedKey, writeWorksheet(this.#written()));
    if (isKept) this.#isUnsaved = false;
    else this.#say('这个浏览器不允许把写下的带到别的页。请按“存为文件”，再在类案检索报告里打开。');
    return isKept;
  }

  /** What was sent on into a report in this tab is here still. */
  #fillFromTab(): void {
    const boxes = this.#notes();
    const read = readWorksheet(
      readInTab(this.#handedKey) ?? '',
      boxes.map(({ id }) => id),
    );
    if (read) this.#put(read.notes);
  }

  /** Puts notes into their boxes, below what is written there and is not in them; what is in the others stays. */
  #put(notes: Notes): void {
    for (const box of this.#notes()) {
      const note = notes[box.id];
      if (note === undefined || box.value.includes(note)) continue;
      box.value = note.includes(box.value.trim()) ? note : `${box.value}\n${note}`;
      showOnPaper(box);
    }
  }

  #written(): Notes {
    return Object.fromEntries(this.#notes().map(({ id, value }) => [id, value]));
  }

  /** On paper stand the notes of what is printed alone. */
  #printCited(): void {
    const printed = [...this.querySelectorAll('.worksheet-passages[open], .worksheet-step > .points')].flatMap(chosenIn);
    printShownNotes(this, false, (mark) => printed.some((line) => line.contains(mark)));
  }

  async #saveFile(): Promise<void> {
    try {
      const { saveBytes } = await import('./view/save-file.ts');
      saveBytes('研判记录.json', [writeWorksheet(this.#written())], 'application/json');
      this.#isUnsaved = false;
      this.#say('文件已经生成，由浏览器保存；以后在本页按“打开保存的文件”接着写。');
    } catch (error) {
      console.error(error);
      this.#say('文件没有生成：没有读到生成文件所需的程序。写下的还在本页，可以再按一次，或者打印。');
    }
  }

  /** Puts the notes of a file into the boxes; what is in them is kept. */
  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const boxes = this.#notes();
    const read = readWorksheet(
      await new Response(file).text(),
      boxes.map(({ id }) => id),
    );
    input.value = '';
    if (!read) {
      this.#say(`“${file.name}”不是本页保存的研判记录，没有打开。请选用“存为文件”保存的 .json 文件。`);
      return;
    }
    this.#put(read.notes);
    const lost = read.homeless.length > 0 ? `另有 ${read.homeless.length} 项本页已经没有，没有放进来。` : '';
    this.#say(`已打开“${file.name}”，放进 ${Object.keys(read.notes).length} 项；已经写了的没有动，接在后面。${lost}`);
  }

  async #saveWord(): Promise<void> {
    try {
      const { saveWorksheet } = await import('./view/save-worksheet.ts');
      await saveWorksheet(this, this.dataset['base'] ?? '/');
      this.#say('Word 文件已经生成，由浏览器保存。');
    } catch (error) {
      console.error(error);
      this.#say('Word 文件没有生成：没有读到生成文件所需的程序。可以改用打印。');
    }
  }

  #say(text: string): void {
    const status = this.querySelector('[data-export-status]');
    if (status) status.textContent = text;
  }

  #notes(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll('textarea')];
  }
}

function showOnPaper(box: HTMLTextAreaElement): void {
  const copy = box.nextElementSibling;
  if (copy) copy.textContent = box.value;
}

customElements.define('worksheet-notes', WorksheetNotes);
