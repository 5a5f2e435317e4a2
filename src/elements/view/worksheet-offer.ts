/**
 * The offer of the report to take over what was written in the worksheet: what waits in this tab since it was sent from there, or a file that was saved
 * there. Nothing is put into the form unasked, and what was said is not asked for twice.
 */
import { takeOver, TAKEN_BOXES } from '../../domain/case/worksheet-matter.ts';
import type { TakenOver } from '../../domain/case/worksheet-matter.ts';
import { handedNotesKey, readWorksheet } from '../../domain/case/worksheet-file.ts';
import type { WorksheetNotes } from '../../domain/case/worksheet-file.ts';
import { storedPlace } from '../stored-place.ts';
import type { MatterForm } from './matter-form.ts';
import { dropInTab, readInTab } from './tab-storage.ts';

export class WorksheetOffer {
  readonly #root: HTMLElement;
  readonly #form: MatterForm;
  readonly #key: string;

  /** The offer below `root` of the site at `base`, shown where notes wait that the form has not got yet. */
  constructor(root: HTMLElement, base: string, form: MatterForm) {
    this.#root = root;
    this.#form = form;
    this.#key = handedNotesKey(storedPlace(base));
    this.#show();
    root.addEventListener('click', ({ target }) => {
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined;
      if (action === 'take-notes') this.#take(this.#waiting());
      if (action === 'refuse-notes') this.#refuse();
      if (action === 'wipe') this.#drop();
    });
    root.querySelector<HTMLInputElement>('input[name="worksheet-file"]')?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.#open(target);
    });
  }

  /** What waits in this tab. */
  #waiting(): WorksheetNotes {
    return readWorksheet(readInTab(this.#key) ?? '', TAKEN_BOXES)?.notes ?? {};
  }

  #show(): void {
    const offer = this.#root.querySelector<HTMLElement>('[data-worksheet-offer]');
    const fields = offer?.querySelector('[data-part="fields"]');
    if (!offer || !fields) return;
    const { into, full } = takeOver(this.#form.matter, this.#waiting());
    fields.textContent = [...into, ...full].join('、');
    offer.hidden = into.length + full.length === 0;
  }

  #take(notes: WorksheetNotes, more = ''): void {
    this.#say(tellTaken(this.#form.take(notes)) + more);
    this.#show();
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = readWorksheet(await new Response(file).text(), TAKEN_BOXES);
    input.value = '';
    if (!read) {
      this.#say(`“${file.name}”不是六因素研判单存的文件，没有放进来。请选用在那里按“存为文件”存的 .json 文件。`);
      return;
    }
    const lost = read.homeless.length > 0 ? `另有 ${read.homeless.length} 项报告里没有对应的栏，没有放进来。` : '';
    this.#take(read.notes, lost);
  }

  #refuse(): void {
    this.#drop();
    this.#say('没有放进来；研判单里写下的，也不再留在这个标签页里。');
  }

  #drop(): void {
    dropInTab(this.#key);
    this.#show();
  }

  #say(text: string): void {
    const status = this.#root.querySelector('[data-worksheet-status]');
    if (status) status.textContent = text;
  }
}

function tellTaken({ into, full }: TakenOver): string {
  const out = full.length > 0 ? `${full.join('、')}：放不下，没有放进来，请删短后再放。` : '';
  if (into.length === 0) return out || '里面没有报告还缺的内容。';
  return `已经放进：${into.join('、')}。原来写的没有动，接在后面。${out}`;
}
