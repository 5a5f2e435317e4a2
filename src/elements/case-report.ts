/**
 * <case-report>: 类案检索报告. The address says what to report: `?q=…&collection=…` a search, `?in=tolerance&type=…` a filtered list, `scope=` how
 * far it goes, `ids=…` the entries told at length, and `asides=1` lists too what is no case of tolerance. The report is made here and stays here;
 * what the officer writes of the matter in hand is in the page only, unless the officer has it kept: see `domain/case/matter.ts`. Nothing is sent.
 * It has two lengths, which its reader chooses: the whole record, and two pages for the dossier.
 */
import './older-browsers.ts';
import { EDITION_KEYS } from '../domain/reference/reference.ts';
import type { Paper } from '../domain/paper/paper.ts';
import { resolveIds } from '../domain/site/register.ts';
import type { RegisterEntry, ResolvedIds } from '../domain/site/register.ts';
import { reportPaper } from '../domain/case/report.ts';
import { shortReportPaper } from '../domain/case/short-report.ts';
import type { ReportInput } from '../domain/case/report.ts';
import type { KeptEntry } from '../domain/case/report-cases.ts';
import { firstKept, readScope, scopeHits, SCOPES } from '../domain/case/report-scope.ts';
import { TRAY_LIMIT } from '../domain/kept/tray.ts';
import { readAskedIds } from './view/asked-ids.ts';
import { loadEntryData, loadRegister, loadVersions } from './view/desk-data.ts';
import { nameIds } from './view/id-messages.ts';
import { localDay } from './view/local-day.ts';
import { MatterForm } from './view/matter-form.ts';
import { KeepList } from './view/keep-list.ts';
import { renderPaper } from './view/paper-view.ts';
import { repeatSearch } from './view/repeat-search.ts';
import { savePaper } from './view/save-file.ts';
import { WorksheetOffer } from './view/worksheet-offer.ts';

/** The longest address that is written into a report. */
const ADDRESS_LENGTH = 600;

class CaseReport extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  #paper: Paper | undefined;
  #input: Omit<ReportInput, 'matter' | 'style'> | undefined;
  #register: ReadonlyMap<string, RegisterEntry> = new Map();
  #matter: MatterForm | undefined;
  #keep: KeepList | undefined;
  #turn = 0;

  connectedCallback(): void {
    this.#matter = new MatterForm(this, this.#base, () => this.#draw());
    new WorksheetOffer(this, this.#base, this.#matter);
    this.#keep = new KeepList(this, TRAY_LIMIT, (ids) => void this.#keepEntries(ids));
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined;
      const paper = this.#paper;
      const input = this.#input;
      if (action === 'docx' && paper) void this.#save(() => savePaper(paper.isDense ? `${paper.title}（两页）` : paper.title, paper));
      if (action === 'xlsx' && input) {
        void this.#save(async () => (await import('./view/save-report-table.ts')).saveReportTable(input, this.#base));
      }
    });
    for (const choice of this.querySelectorAll('select[name="edition"], select[name="length"]')) {
      choice.addEventListener('change', () => this.#draw());
    }
    void this.#make();
  }

  async #make(): Promise<void> {
    this.dataset['state'] = 'loading';
    const collectionNames = JSON.parse(this.dataset['names'] ?? '{}') as Record<string, string>;
    try {
      const ids = await readAskedIds(this.#base, TRAY_LIMIT);
      const filtered = (this.dataset['filtered'] ?? '').split(' ');
      const repeated = await repeatSearch(location.search, { base: this.#base, collectionNames, filtered });
      const found = repeated?.ids ?? [];
      const closest = repeated?.closest ?? [];
      const register = await loadRegister(this.#base, [...found, ...closest, ...ids.ids]);
      this.#register = register;
      const scoped = (numbers: readonly string[]) =>
        scopeHits(
          numbers.flatMap((id) => register.get(id) ?? []),
          location.search,
        );
      const search = repeated && {
        asked: repeated.asked,
        ...scoped(found),
        closest: scoped(closest.filter((id) => !found.includes(id))).hits,
        scope: SCOPES[readScope(location.search)],
      };
      const listed = scoped([...closest, ...found.filter((id) => !closest.includes(id))]).hits;
      const asked = resolveIds(ids.ids, register);
      nameIds(this, { ...ids, ...asked, other: [] }, register);
      const sourceLevels = JSON.parse(this.dataset['levels'] ?? '[]') as { name: string; note: string }[];
      const read = hasIds() ? asked : { ...asked, found: firstKept(listed, sourceLevels) };
      this.#input = {
        time: writeTime(new Date()),
        address: cut(location.href),
        dataVersion: await loadVersions(this.#base, [...ids.ids, ...closest, ...found]),
        search,
        read,
        ...(await this.#told(read)),
        collectionNames,
        sourceLevels,
      };
      this.#keep?.show(
        [...read.found, ...listed],
        this.#input.kept.map(({ entry }) => entry.id),
      );
      this.#fillForm(search?.leftOut.length ?? 0);
      this.#draw();
      this.dataset['state'] = 'done';
    } catch (error) {
      console.error(error);
      this.dataset['state'] = 'error';
    }
  }

  /** The entries to be told at length; what is made up only where the address asks for it. */
  async #told({ found }: Pick<ResolvedIds, 'found'>): Promise<Pick<ReportInput, 'kept' | 'scenarios'>> {
    const hasScenarios = new URLSearchParams(location.search).get('asides') === '1';
    const isOut = ({ isScenario }: RegisterEntry) => isScenario === true && !hasScenarios;
    const kept = found.filter((entry) => !isOut(entry));
    return {
      kept: await Promise.all(kept.map(async (entry): Promise<KeptEntry> => ({ entry, data: await loadEntryData(this.#base, entry.id) }))),
      scenarios: found.filter(isOut),
    };
  }

  /** Tells other entries at length; the address then says so. */
  async #keepEntries(ids: readonly string[]): Promise<void> {
    const turn = ++this.#turn;
    const read = resolveIds(ids, this.#register);
    try {
      const told = await this.#told(read);
      // Boxes that were ticked since then are under way.
      if (!this.#input || turn !== this.#turn) return;
      const params = new URLSearchParams(location.search);
      params.delete('ids');
      const query = params.toString();
      history.replaceState(history.state, '', `${location.pathname}?${query === '' ? '' : `${query}&`}ids=${ids.join(',')}`);
      this.#input = { ...this.#input, address: cut(location.href), read, ...told };
      this.#draw();
    } catch (error) {
      console.error(error);
      this.#say('没有读到所勾条目的数据，报告没有变。请再勾一次。');
    }
  }

  #draw(): void {
    if (!this.#input || !this.#matter) return;
    const edition = EDITION_KEYS.find((key) => key === this.querySelector<HTMLSelectElement>('select[name="edition"]')?.value) ?? '2025';
    const root = new URL(this.#base, location.href).href;
    const isShort = this.querySelector<HTMLSelectElement>('select[name="length"]')?.value === 'short';
    const input = { ...this.#input, matter: this.#matter.matter, style: { edition, accessed: localDay(new Date()), root } };
    this.#paper = isShort ? shortReportPaper(input) : reportPaper(input);
    const sheet = this.querySelector<HTMLElement>('[data-report-paper]');
    if (!sheet) return;
    renderPaper(sheet, this.#paper);
    sheet.classList.toggle('paper-dense', this.#paper.isDense === true);
    this.#carryChosen();
  }

  /** What was chosen stays chosen when its reader searches from here. */
  #carryChosen(): void {
    const field = this.querySelector<HTMLInputElement>('input[name="ids"]');
    if (!field) return;
    field.disabled = !hasIds();
    field.value = new URLSearchParams(location.search).getAll('ids').join(',');
  }

  /** Shows in the form what the address asks, says how many entries were left out, and leads to the report that lists them. */
  #fillForm(count: number): void {
    const asked = new URLSearchParams(location.search);
    const words = this.querySelector<HTMLInputElement>('input[name="q"]');
    const scope = this.querySelector<HTMLSelectElement>('select[name="scope"]');
    if (words && !asked.has('in')) words.value = asked.get('q') ?? '';
    if (scope) scope.value = readScope(location.search);
    const line = this.querySelector<HTMLElement>('[data-left-out]');
    const number = line?.querySelector('[data-part="count"]');
    const link = line?.querySelector('a');
    if (!line || !number || !link) return;
    asked.set('asides', '1');
    asked.set('scope', 'all');
    number.textContent = String(count);
    link.href = `?${asked.toString()}`;
    line.hidden = count === 0;
  }

  /** Says how it went. */
  async #save(make: () => Promise<void>): Promise<void> {
    try {
      await make();
      this.#say(this.dataset['saved'] ?? '');
    } catch (error) {
      console.error(error);
      this.#say(this.dataset['failed'] ?? '');
    }
  }

  #say(text: string): void {
    const status = this.querySelector('[data-export-status]');
    if (status) status.textContent = text;
  }
}

function hasIds(): boolean {
  return new URLSearchParams(location.search).has('ids');
}

/** `2026年11月22日 13:05（UTC+08:00）`, by the reader's clock. */
function writeTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const offset = -now.getTimezoneOffset();
  const zone = `UTC${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日 ${two(now.getHours())}:${two(now.getMinutes())}（${zone}，以本机时钟为准）`;
}

/** The address in readable characters; what cannot be read stays as it is. */
function cut(address: string): string {
  let text = address;
  try {
    text = decodeURI(address);
  } catch {
    // A truncated percent code: the raw address is the record.
  }
  return text.length > ADDRESS_LENGTH ? `${text.slice(0, ADDRESS_LENGTH)}……（网址过长，后面略去）` : text;
}

customElements.define('case-report', CaseReport);
