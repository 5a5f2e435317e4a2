/**
 * Excel sheets as Excel, WPS and LibreOffice write them (ECMA-376). The readers there are take days of the 1904 calendar for others, formulas without
 * a value for nothing, and error cells for text; here each cell says what it is.
 */
import { ImportError } from './import-error.ts';
import { columnIndex } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { OfficeFile } from './office-file.ts';
import type { ZipPart } from './zip-parts.ts';
import { readXml } from './xml.ts';
import type { Attributes } from './xml.ts';

const MOST_ROWS = 50_000;
const MOST_COLUMNS = 300;

/** The sheets of a workbook in their order. Throws an `ImportError` for what cannot be read or is too large. */
export function readWorkbook({ parts }: OfficeFile): Sheet[] {
  const { sheets, is1904 } = readBook(partAt(parts, 'xl/workbook.xml'));
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'));
  const shared = readShared(parts.get('xl/sharedStrings.xml'));
  const formats = readFormats(parts.get('xl/styles.xml'));
  return sheets.map(({ name, relation, isHidden }) => {
    const target = targets.get(relation) ?? '';
    return { ...readSheet(partAt(parts, target), { shared, formats, is1904 }), name, isHidden };
  });
}

function partAt(parts: Map<string, ZipPart>, name: string): ZipPart {
  const part = parts.get(name);
  if (!part) throw new ImportError('工作簿缺了一张表的内容，可能没有存完。请用原来的程序打开，另存一份再导入。');
  return part;
}

const nothing = () => undefined;

function readBook(part: ZipPart) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  readXml(part.bytes(), {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/u.test(attribute('date1904') ?? '');
      if (name === 'sheet')
        sheets.push({
          name: attribute('name') ?? '',
          relation: attribute('id') ?? '',
          isHidden: (attribute('state') ?? 'visible') !== 'visible',
        });
    },
    close: nothing,
    text: nothing,
  });
  return { sheets, is1904 };
}

function readTargets(part: ZipPart | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (!part) return targets;
  readXml(part.bytes(), {
    open(name, attribute) {
      const target = attribute('Target') ?? '';
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: nothing,
    text: nothing,
  });
  return targets;
}

/** Texts that cells share. Readings above the characters (`rPh`) are not part of the text. */
function readShared(part: ZipPart | undefined): string[] {
  const texts: string[] = [];
  if (!part) return texts;
  let words = '';
  let isText = false;
  let readings = 0;
  readXml(part.bytes(), {
    open(name) {
      if (name === 'si') words = '';
      if (name === 'rPh') readings += 1;
      isText = name === 't' && readings === 0;
    },
    close(name) {
      if (name === 'si') texts.push(words);
      if (name === 'rPh') readings -= 1;
      isText = false;
    },
    text(text) {
      if (isText) words += text;
    },
  });
  return texts;
}

type NumberFormat = 'number' | 'percent' | 'day' | 'month' | 'year' | 'time';

/** What a cell format makes of a number, and the words that it writes with it. */
interface CellFormat {
  shows: NumberFormat;
  words: string;
}

const PLAIN: CellFormat = { shows: 'number', words: '' };

/** What each cell format makes of a number. */
function readFormats(part: ZipPart | undefined): CellFormat[] {
  const formats: CellFormat[] = [];
  if (!part) return formats;
  const codes = new Map<string, string>();
  let isCell = false;
  readXml(part.bytes(), {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name === 'cellXfs') isCell = true;
      if (name === 'xf' && isCell) {
        const id = attribute('numFmtId') ?? '0';
        const code = codes.get(id);
        formats.push({ shows: formatOf(Number(id), code), words: wordsOf(code ?? '') });
      }
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
    text: nothing,
  });
  return formats;
}

/** Formats that need no code: 27 to 36 and 50 to 58 are those of the Chinese editions, 27 a month as in 2021年8月. */
const BUILT_IN = new Map<number, NumberFormat>([
  ...[14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, 'day'] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, 'month'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
]);

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return id === 9 || id === 10 ? 'percent' : (BUILT_IN.get(id) ?? 'number');
  const [plain = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/giu, '').split(';');
  if (plain.includes('%')) return 'percent';
  if (/General|[#0?@]/u.test(plain) && !/[yd]/iu.test(plain)) return /[hs]/iu.test(plain.replace(/General/iu, '')) ? 'time' : 'number';
  // `e` is the year in the Chinese editions.
  if (/[ye]/iu.test(plain) && !/d/iu.test(plain)) return /m/iu.test(plain) ? 'month' : 'year';
  // `aaaa` is the day of the week in Chinese.
  if (/[dy]|a{3}/iu.test(plain)) return 'day';
  if (/[hs]/iu.test(plain)) return 'time';
  return /m/iu.test(plain) ? 'month' : 'number';
}

/**
 * Letters that a format writes by itself, quoted, escaped or, as WPS allows, plain: 第…条, and 同意、不同意、弃权 for cases. Numbers in characters (`[DBNum1]`)
 * are written by it altogether.
 */
function wordsOf(code: string): string {
  const cases = [[]] as string[][];
  for (const [all, quoted, escaped, plain] of code.matchAll(/"([^"]*)"|\\(.)|;|\[[^\]]*\]|(\p{Script=Han}+)/gu)) {
    const words = /^\[DBNum/iu.test(all) ? '大写数字' : (quoted ?? escaped ?? plain ?? '');
    if (all === ';') cases.push([]);
    else if (/\p{L}/u.test(words)) cases.at(-1)?.push(words);
  }
  return [...new Set(cases.map((words) => words.join('…')))].filter(Boolean).join('、');
}

interface Book {
  shared: readonly string[];
  formats: readonly CellFormat[];
  is1904: boolean;
}

function readSheet(part: ZipPart, book: Book): Omit<Sheet, 'name' | 'isHidden'> {
  const rows = new Map<number, (Cell | undefined)[]>();
  const merged: string[] = [];
  let hiddenRows = 0;
  let row: (Cell | undefined)[] = [];
  let number = 0;
  let column = -1;
  let cell: { type: string; style: number } | undefined;
  let value = '';
  let hasFormula = false;
  let into: 'v' | 't' | undefined;
  let readings = 0;
  readXml(part.bytes(), {
    open(name, attribute: Attributes) {
      switch (name) {
        case 'row':
          number = Number(attribute('r') ?? number + 1);
          column = -1;
          row = [];
          if (attribute('hidden') === '1' || attribute('hidden') === 'true') hiddenRows += 1;
          break;
        case 'c': {
          const place = attribute('r');
          column = place === undefined ? column + 1 : columnIndex(place);
          cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0) };
          value = '';
          hasFormula = false;
          break;
        }
        case 'f':
          hasFormula = true;
          break;
        case 'rPh':
          readings += 1;
          break;
        case 'v':
          into = 'v';
          break;
        case 't':
          into = readings === 0 && cell?.type === 'inlineStr' ? 't' : undefined;
          break;
        case 'mergeCell':
          merged.push(attribute('ref') ?? '');
          break;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') into = undefined;
      if (name === 'rPh') readings -= 1;
      if (name === 'c' && cell) {
        if (column >= MOST_COLUMNS) throw new ImportError(`表有 ${MOST_COLUMNS} 列以上，不像一行一条的表。请只留要导入的列。`);
        const read = cellOf(cell, value, hasFormula, book);
        if (read) row[column] = read;
        cell = undefined;
      }
      if (name === 'row' && row.length > 0) {
        rows.set(number, row);
        if (rows.size > MOST_ROWS) throw new ImportError(`表有 ${MOST_ROWS} 行以上。请分成几个文件再导入。`);
      }
    },
    text(text) {
      if (into !== undefined) value += text;
    },
  });
  return { rows, merged, hiddenRows };
}

function cellOf({ type, style }: { type: string; style: number }, value: string, hasFormula: boolean, book: Book): Cell | undefined {
  if (value === '') return hasFormula ? { kind: 'formula without value', text: '' } : undefined;
  switch (type) {
    case 's':
      return textCell(book.shared[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return textCell(value);
    case 'b':
      return { kind: 'truth', text: value === '1' ? '是' : '否' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return { kind: 'day', text: value.slice(0, 10) };
    default:
      return numberCell(Number(value), book.formats[style] ?? PLAIN, book.is1904);
  }
}

/** Excel writes signs that XML may not hold as `_x000D_`. */
function textCell(text: string): Cell | undefined {
  const words = text
    .replace(/_x([\dA-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  return words.trim() === '' ? undefined : { kind: 'text', text: words };
}

/** Days between the beginnings of the two calendars of Excel. */
const DAYS_1904 = 1462;
const DAY = 86_400_000;
/** 9999-12-31: a number beyond it was never a day, whatever its format, and Excel shows none. */
const LAST_DAY = 2_958_465;

function numberCell(value: number, { shows, words }: CellFormat, is1904: boolean): Cell {
  if (shows === 'number' || shows === 'time' || !Number.isFinite(value))
    return { kind: 'number', text: plainNumber(value), ...(words !== '' && { formatWords: words }) };
  if (shows === 'percent') return { kind: 'number', text: `${plainNumber(value * 100)}%` };
  const days = Math.floor(is1904 ? value + DAYS_1904 : value);
  if (days < 0 || days > LAST_DAY) return { kind: 'number', text: plainNumber(value) };
  // Excel has a 29 February 1900, which no calendar has.
  const since = days < 60 ? days + 1 : days;
  const day = new Date(Date.UTC(1899, 11, 30) + since * DAY).toISOString().slice(0, 10);
  return { kind: 'day', text: shows === 'month' ? day.slice(0, 7) : shows === 'year' ? day.slice(0, 4) : day };
}

/** What Excel shows: fifteen digits, of which a computer's own rounding is none. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const [, sign = '', digits = '', power = ''] = /^(-?)(\d[\d.]*)e\+(\d+)$/u.exec(value.toExponential(14)) ?? [];
  if (Number(power) < 15 || Number(power) > 30) return String(Number(value.toPrecision(15)));
  return sign + digits.replace('.', '').padEnd(Number(power) + 1, '0');
}
