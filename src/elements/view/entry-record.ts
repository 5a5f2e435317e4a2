/** What the buttons under an entry do: open its references, save it for Word. */
import { entryPaper } from '../../domain/paper/entry-paper.ts';
import type { EntryFile } from '../../domain/paper/entry-paper.ts';
import { CitePanel } from './cite-panel.ts';
import { loadBuild, loadEntryFile, versionText } from './desk-data.ts';
import { savePaper } from './save-file.ts';
import { localDay } from './local-day.ts';

const SAVED = 'Word 文件已经生成，由浏览器保存。';
const FAILED = '没有读到所需的数据或程序，没有做成。可以打印本页，引用照上面一行抄录。';

let panel: CitePanel | undefined;

/** Does what a button asks for; `tools` says which entry it is (`data-record`) and where the site begins (`data-base`). */
export async function useRecord(tools: HTMLElement, action: string): Promise<void> {
  const { record = '', base = '/' } = tools.dataset;
  const status = statusOf(tools);
  try {
    const file = await loadEntryFile(base, record);
    const root = new URL(base, location.href).href;
    panel ??= new CitePanel(tools, file, { edition: '2025', accessed: localDay(new Date()), root });
    if (action === 'cite') panel.toggle();
    if (action === 'docx') {
      await saveWord(file, panel, base);
      status.textContent = SAVED;
    }
  } catch (error) {
    console.error(error);
    status.textContent = FAILED;
  }
}

async function saveWord(file: EntryFile, { style }: CitePanel, base: string): Promise<void> {
  const build = await loadBuild(base);
  await savePaper(`${file.id} ${file.title}`, entryPaper(file, style, versionText(build)));
}

/** The sentence after the buttons, announced when it changes. */
function statusOf(tools: HTMLElement): HTMLElement {
  const known = tools.querySelector<HTMLElement>('[role="status"]');
  if (known) return known;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  tools.append(' ', status);
  return status;
}
