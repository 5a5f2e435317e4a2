/** Tables as text: UTF-8 with or without its mark, or GBK as Excel and WPS save it in Chinese. */
import { ImportError } from './import-error.ts';
import type { Cell, Sheet } from './sheet.ts';

const MOST_ROWS = 50_000;

/** The table as one sheet. Throws an `ImportError` when the bytes are no text or a quotation mark stays open. */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
  const text = decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const rows = new Map<number, (Cell | undefined)[]>();
  const separator = separatorOf(text);
  let row: (Cell | undefined)[] = [];
  let at = 0;
  let number = 1;
  while (at < text.length) {
    const { value, next } = readField(text, at, separator);
    row.push(value.trim() === '' ? undefined : { kind: 'text', text: value });
    at = next;
    if (text[at] === separator) {
      at += 1;
      // A file may end behind the sign, without the end of its last line.
      if (at < text.length) continue;
    }
    if (row.some(Boolean)) rows.set(number, row);
    if (rows.size > MOST_ROWS) throw new ImportError(`表有 ${MOST_ROWS} 行以上。请分成几个文件再导入。`);
    number += 1;
    row = [];
    at += 1;
  }
  return { name, rows, merged: [], hiddenRows: 0, isHidden: false };
}

function readField(text: string, from: number, separator: string): { value: string; next: number } {
  if (text[from] !== '"') {
    let next = from;
    while (next < text.length && text[next] !== separator && text[next] !== '\n') next += 1;
    return { value: text.slice(from, next), next };
  }
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      throw new ImportError(
        `第 ${text.slice(0, from).split('\n').length} 行起有一个引号没有结束。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。`,
      );
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      let next = quote + 1;
      while (next < text.length && text[next] !== separator && text[next] !== '\n') next += 1;
      return { value: value + text.slice(quote + 1, next), next };
    }
    value += '"';
    at = quote + 2;
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) throw new ImportError('这不是文本的表（CSV）。请另存为 .xlsx 或 .csv 再导入。');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The other encoding is tried.
    }
  }
  throw new ImportError('文字的编码既不是 UTF-8 也不是 GBK。请在 Excel 或 WPS 里另存为 .xlsx 再导入。');
}

/** What parts the cells of the first line most often; Excel in some languages takes semicolons. */
function separatorOf(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/gu, '').split('\n', 1);
  const count = (sign: string) => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
