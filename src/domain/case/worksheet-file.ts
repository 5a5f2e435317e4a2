/**
 * The notes of a worksheet as a file that an officer saves and opens again: JSON, `{"kind":"worksheet","v":1,"notes":{"factor-motive-note":"…"}}`, by
 * the names of the text boxes, which are permanent. The file is the officer's; the site sends nothing, and keeps nothing unasked: only notes that
 * are to go into a report wait, in the same form, in `sessionStorage[handedNotesKey(base)]`, which ends with the tab, until they are refused or wiped there.
 */

/** What stands in the boxes, by their names. */
export type WorksheetNotes = Readonly<Record<string, string>>;

/** Where notes wait that are to go into a report; sites on one host keep theirs apart. */
export function handedNotesKey(base: string): string {
  return `handed-worksheet:${base}`;
}

/** The file of these notes, empty ones left out. */
export function writeWorksheet(notes: WorksheetNotes): string {
  const filled = Object.entries(notes).filter(([, text]) => text.trim() !== '');
  return `${JSON.stringify({ kind: 'worksheet', v: 1, notes: Object.fromEntries(filled) }, null, 1)}\n`;
}

/** The notes in a file, and the names of those that have no box in `names`; `undefined` for what is no such file. */
export function readWorksheet(text: string, names: readonly string[]): { notes: WorksheetNotes; homeless: string[] } | undefined {
  try {
    const file = JSON.parse(text) as unknown;
    if (typeof file !== 'object' || file === null || !('kind' in file) || file.kind !== 'worksheet' || !('v' in file) || file.v !== 1)
      return undefined;
    if (!('notes' in file) || typeof file.notes !== 'object' || file.notes === null) return undefined;
    const told = Object.entries(file.notes).filter((note): note is [string, string] => typeof note[1] === 'string');
    return {
      notes: Object.fromEntries(told.filter(([name]) => names.includes(name))),
      homeless: told.map(([name]) => name).filter((name) => !names.includes(name)),
    };
  } catch {
    return undefined;
  }
}
