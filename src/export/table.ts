/** Tables that open in Excel and WPS: UTF-8 with a byte order mark, CRLF, every cell quoted. */

/** Rows of cells, the heading first, as CSV. */
export function toTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

function toCell(text: string): string {
  return `"${guardFormula(text).replace(/"/gu, '""')}"`;
}

/** A cell that begins like a formula, in half or full width or behind a tab or a line break, is shown as text, not calculated. */
function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
