/**
 * <case-report>: 类案检索报告. The address says what to report: `?q=…&collection=…` a search, `?in=tolerance&type=…` a filtered list, and
 * `ids=…` the entries read and compared; `asides=1` lists too what is no case of tolerance. The report is made here and stays here; nothing is stored or sent.
 */
import './older-browsers.ts';
import { COMPARE_LIMIT, COMPARE_MIN, lawTexts } from '../domain/compare.ts';
import { readIds } from '../domain/entry-ids.ts';
import type { Paper } from '../domain/paper.ts';
import { resolveIds } from '../domain/register.ts';
import { reportPaper } from '../domain/report.ts';
import { TRAY_LIMIT, writeIds } from '../domain/tray.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { loadBuild, loadComparable, loadRegister, versionText } from './view/desk-data.ts';
import { nameIds } from './view/id-messages.ts';
import { renderPaper } from './view/paper-view.ts';
import { repeatSearch } from './view/repeat-search.ts';
import { savePaper } from './view/save-file.ts';

/** The longest address that is written into a report. */
const ADDRESS_LENGTH = 600;

class CaseReport extends HTMLElement {
  #paper: Paper | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset['action'] === 'docx') void this.#saveWord();
    });
    void this.#make();
  }

  async #make(): Promise<void> {
    this.dataset['state'] = 'loading';
    const base = this.dataset['base'] ?? '/';
    const collectionNames = JSON.parse(this.dataset['names'] ?? '{}') as Record<string, string>;
    try {
      const [register, build] = await Promise.all([loadRegister(base), loadBuild(base)]);
      const filtered = (this.dataset['filtered'] ?? '').split(' ');
      const repeated = await repeatSearch(location.search, { base, register, collectionNames, filtered });
      const search = repeated && { ...repeated, ...splitAsides(repeated.hits, location.search) };
      const ids = readIds(location.search, TRAY_LIMIT);
      const read = resolveIds(ids.ids, register);
      nameIds(this, { ...ids, ...read, other: [] }, register);
      const compared = read.found.map(({ id }) => id).slice(0, COMPARE_LIMIT);
      this.#paper = reportPaper({
        time: writeTime(new Date()),
        address: cut(location.href),
        dataVersion: versionText(build),
        search,
        read,
        law: await Promise.all(
          read.found.filter(isComparable).map(async ({ id }) => ({ id, ...lawTexts(await loadComparable(base, id)) })),
        ),
        comparison: compared.length >= COMPARE_MIN ? new URL(`${base}compare/${writeIds(compared)}`, location.href).href : '',
        collectionNames,
        sourceLevels: JSON.parse(this.dataset['levels'] ?? '[]') as { name: string; note: string }[],
      });
      const sheet = this.querySelector<HTMLElement>('[data-report-paper]');
      if (sheet) renderPaper(sheet, this.#paper);
      this.#offerAsides(search?.leftOut.length ?? 0);
      this.dataset['state'] = 'done';
    } catch (error) {
      console.error(error);
      this.dataset['state'] = 'error';
    }
  }

  /** Says how many entries were left out, and leads to the report that lists them. */
  #offerAsides(count: number): void {
    const line = this.querySelector<HTMLElement>('[data-left-out]');
    const number = line?.querySelector('[data-part="count"]');
    const link = line?.querySelector('a');
    if (!line || !number || !link) return;
    const params = new URLSearchParams(location.search);
    params.set('asides', '1');
    number.textContent = String(count);
    link.href = `?${params.toString()}`;
    line.hidden = count === 0;
  }

  async #saveWord(): Promise<void> {
    const status = this.querySelector('[data-export-status]');
    if (!this.#paper) return;
    try {
      await savePaper('类案检索报告', this.#paper);
      if (status) status.textContent = this.dataset['saved'] ?? '';
    } catch (error) {
      console.error(error);
      if (status) status.textContent = this.dataset['failed'] ?? '';
    }
  }
}

/** What is no case of tolerance is left out, unless the address asks for it or for a type of cases by name. */
function splitAsides(hits: readonly RegisterEntry[], search: string): { hits: RegisterEntry[]; leftOut: RegisterEntry[] } {
  const params = new URLSearchParams(search);
  const areAsked = params.get('asides') === '1' || params.has('type');
  const isLeftOut = ({ aside }: RegisterEntry) => !areAsked && aside !== undefined;
  return { hits: hits.filter((hit) => !isLeftOut(hit)), leftOut: hits.filter(isLeftOut) };
}

function isComparable({ collection }: RegisterEntry): boolean {
  return collection === 'tolerance' || collection === 'practices';
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
