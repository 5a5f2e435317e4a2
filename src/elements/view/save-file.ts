/** Hands a file made in the browser to the reader; nothing leaves the browser. */
import type { Paper } from '../../domain/paper/paper.ts';
import { toTable } from '../../export/table.ts';

/** Saves rows as a table that opens in WPS and Excel. */
export function saveTable(name: string, rows: readonly (readonly string[])[]): void {
  saveBytes(name, [toTable(rows)], 'text/csv;charset=utf-8');
}

/** Saves a paper for Word; the library that writes it is fetched now. Rejects when it cannot be read. */
export async function savePaper(name: string, paper: Paper): Promise<void> {
  const { writePaper, DOCX_TYPE } = await import('../../export/docx/write-paper.ts');
  saveBytes(`${name}.docx`, [writePaper(paper)], DOCX_TYPE);
}

/** Saves a file under a name without characters that file systems refuse. */
export function saveBytes(name: string, parts: BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/gu, '_');
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address when it begins to save; half a minute is more than enough.
  window.setTimeout(() => URL.revokeObjectURL(address), 30_000);
}
