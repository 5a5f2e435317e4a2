/**
 * <case-report>: 类案检索报告. The address says what to report: `?q=…&collection=…` a search, `?in=tolerance&type=…` a filtered list, and
 * `ids=…` the entries read and compared. The report is made here and stays here; nothing is stored or sent.
 */
import './older-browsers.ts';
import { COMPARE_LIMIT, COMPARE_MIN } from '../domain/compare.ts';
import { readIds } from '../domain/entry-ids.ts';
import type { Paper } from '../domain/paper.ts';
import { resolveIds } from '../domain/register.ts';
import { reportPaper } from '../domain/report.ts';
import { TRAY_LIMIT, writeIds } from '../domain/tray.ts';
import { loadBuild, loadRegister, versionText } from './view/desk-data.ts';
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
    const collectionNames = JSON.parse(this.dataset['collections'] ?? '{}') as Record<string, string>;
    try {
      const [register, build] = await Promise.all([loadRegister(base), loadBuild(base)]);
      const filtered = (this.dataset['filtered'] ?? '').split(' ');
      const search = await repeatSearch(location.search, { base, register, collectionNames, filtered });
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
        comparison: compared.length >= COMPARE_MIN ? new URL(`${base}compare/${writeIds(compared)}`, location.href).href : '',
        collectionNames,
        sourceLevels: JSON.parse(this.dataset['levels'] ?? '[]') as { name: string; note: string }[],
      });
      const sheet = this.querySelector<HTMLElement>('[data-report-paper]');
      if (sheet) renderPaper(sheet, this.#paper);
      this.dataset['state'] = 'done';
    } catch (error) {
      console.error(error);
      this.dataset['state'] = 'error';
    }
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
