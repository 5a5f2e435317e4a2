/**
 * A Word document as it reads once its revisions are accepted: paragraphs with their numbers and levels, and tables. Nothing is left out in silence:
 * whatever is not part of the text is counted and told.
 */
import { listCounter } from './word-numbering.ts';
import type { ListPlace } from './word-numbering.ts';
import type { OfficeFile } from './office-file.ts';
import { readXml } from './xml.ts';
import type { ZipPart } from './zip-parts.ts';

export interface DocParagraph {
  kind: 'paragraph';
  /** The text with the number that Word shows before it. */
  text: string;
  /** 1 to 9 for headings, by style or outline level. */
  level: number | undefined;
  isCentred: boolean;
}

export interface DocTable {
  kind: 'table';
  rows: string[][];
}

export interface WordDocument {
  parts: (DocParagraph | DocTable)[];
  /** What an editor has to know of: revisions, comments, hidden text, text boxes, footnotes. */
  notes: string[];
  /** The texts of headers and footers, which are not part of the document. */
  margins: string[];
}

/** Reads a document. Throws an `ImportError` for what is broken. */
export function readDocument({ parts }: OfficeFile): WordDocument {
  const found = new Map<string, number>();
  const count = (what: string) => found.set(what, (found.get(what) ?? 0) + 1);
  const { body, formulas } = readBody(parts, count);
  const notes = NOTES.flatMap(({ what, say }) => [found.get(what) ?? 0].filter(Boolean).map((times) => say(times)));
  const comments = [...textsIn(parts.get('word/comments.xml'), 'comment')].map(([, text]) => `批注“${text}”没有导入，只列在这里。`);
  const footnotes = ['footnotes', 'endnotes'].flatMap((name) =>
    [...textsIn(parts.get(`word/${name}.xml`), name.slice(0, -1))].map(
      ([id, text]) => `${name === 'footnotes' ? '脚注' : '尾注'} ${id}“${text}”在正文里只留记号。`,
    ),
  );
  const margins = [...parts.values()].filter(({ name }) => /^word\/(?:header|footer)\d*\.xml$/u.test(name)).map((part) => plainText(part));
  const unread = formulas.map((code) => `域“${code}”只有写法，文件里没有存它显示的字（带圈字符就是这样），用“□”代替，请照原件补上。`);
  const invisible = invisibleIn(body);
  return {
    parts: body,
    notes: [...notes, ...unread, ...invisible, ...comments, ...footnotes],
    margins: margins.filter((text) => text.trim() !== ''),
  };
}

const NOTES: { what: string; say: (times: number) => string }[] = [
  { what: 'del', say: (times) => `有 ${times} 处修订删去的文字，已按“接受修订”去掉。` },
  { what: 'ins', say: (times) => `有 ${times} 处修订加上的文字，已按“接受修订”留下。` },
  { what: 'vanish', say: (times) => `有 ${times} 处隐藏文字，没有导入。` },
  { what: 'ruby', say: (times) => `有 ${times} 处拼音指南，只留下面的字。` },
  { what: 'fldSimple', say: (times) => `有 ${times} 处域（自动编号、日期之类），导入的是文件里存的结果，请核对。` },
  { what: 'choice', say: (times) => `有 ${times} 处表单里的选择或勾选，取的是选中的一项，请核对。` },
  { what: 'field', say: (times) => `有 ${times} 处域代码，导入的是文件里存的结果，请核对。` },
  { what: 'txbxContent', say: (times) => `有 ${times} 个文本框，里面的文字放在它所在的一段后面。` },
  { what: 'drawing', say: (times) => `有 ${times} 幅图片或图形，没有导入。` },
  { what: 'pict', say: (times) => `有 ${times} 幅旧式图形，没有导入。` },
  { what: 'oMath', say: (times) => `有 ${times} 处公式，只留文字，请核对。` },
  { what: 'sym', say: (times) => `有 ${times} 个符号字体里的符号，用“□”代替，请核对。` },
  { what: 'merge', say: (times) => `表格里有 ${times} 处合并的格，内容在左上一格。` },
  { what: 'altChunk', say: (times) => `嵌入了 ${times} 份别的文档，没有导入。` },
];

interface Style {
  basedOn: string | undefined;
  level: number | undefined;
  list: ListPlace | undefined;
  /** The title of the whole document. */
  isTitle: boolean | undefined;
}

function readStyles(part: ZipPart | undefined): Map<string, Style> {
  const styles = new Map<string, Style>();
  if (!part) return styles;
  let style: Style | undefined;
  let numId = '';
  let ilvl = 0;
  readXml(part.bytes(), {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      if (name === 'style') {
        style = { basedOn: undefined, level: undefined, list: undefined, isTitle: undefined };
        styles.set(attribute('styleId') ?? '', style);
        numId = '';
        ilvl = 0;
      }
      if (!style) return;
      if (name === 'basedOn') style.basedOn = value;
      if (name === 'outlineLvl' && Number(value) < 9) style.level = Number(value) + 1;
      // Styles of LibreOffice and old files have the level in their name alone.
      if (name === 'name' && /^(?:title|标题)$/iu.test(value)) style.isTitle = true;
      if (name === 'name' && /^(?:heading|标题) \d$/iu.test(value)) style.level ??= Number(value.slice(-1));
      if (name === 'numId') numId = value;
      if (name === 'ilvl') ilvl = Number(value);
    },
    close(name) {
      if (name !== 'style') return;
      if (style && numId !== '') style.list = { numId, level: ilvl };
      style = undefined;
    },
    text: () => undefined,
  });
  return styles;
}

/** What a style says, or one that it is based on. */
function inherited<K extends 'level' | 'list' | 'isTitle'>(
  styles: ReadonlyMap<string, Style>,
  id: string | undefined,
  key: K,
): Style[K] | undefined {
  let at = id;
  for (let steps = 0; at !== undefined && steps < 20; steps += 1) {
    const style = styles.get(at);
    if (style?.[key] !== undefined) return style[key];
    at = style?.basedOn;
  }
  return undefined;
}

interface Open {
  text: string;
  style: string | undefined;
  level: number | undefined;
  numId: string | undefined;
  ilvl: number;
  isCentred: boolean;
  /** Its mark was taken away by a revision: it goes on in the next one, whose format holds. */
  isJoined: boolean;
}

interface Field {
  code: string;
  /** Where its stored result begins in the paragraph. */
  resultAt: number | undefined;
  /** What a list or a box of a form can show. Word keeps these and the number of the chosen one, and no result. */
  choices: string[] | undefined;
  chosen: number | undefined;
}

/** Signs that people tick with, by the symbol font and the end of the code. */
const TICKS = new Map([
  ...['Wingdings FE', 'Wingdings 2 52'].map((sign) => [sign, '☑'] as const),
  ...['Wingdings FD', 'Wingdings 2 51', 'Wingdings 2 53', 'Wingdings 2 54'].map((sign) => [sign, '☒'] as const),
  ...['Wingdings 6F', 'Wingdings A8', 'Wingdings 2 A3'].map((sign) => [sign, '☐'] as const),
  ...['Wingdings FC', 'Wingdings 2 50'].map((sign) => [sign, '✓'] as const),
  ...['Wingdings FB', 'Wingdings 2 4F'].map((sign) => [sign, '✗'] as const),
]);

/** The paragraphs and tables, and the codes of formulas that are drawn and not stored as text. */
function readBody(parts: OfficeFile['parts'], count: (what: string) => void): { body: WordDocument['parts']; formulas: string[] } {
  const part = parts.get('word/document.xml');
  if (!part) return { body: [], formulas: [] };
  const styles = readStyles(parts.get('word/styles.xml'));
  const lists = listCounter(parts.get('word/numbering.xml'));
  const body: WordDocument['parts'] = [];
  const paragraphs: Open[] = [];
  /** Tables within tables, the innermost last; `span` is the columns that the cell at hand goes over. */
  const tables: { rows: string[][]; span: number }[] = [];
  /** Paragraphs of text boxes, which follow the one that holds the box. */
  const boxed: DocParagraph[][] = [];
  const fields: Field[] = [];
  const formulas: string[] = [];
  let carried = '';
  let skipped = 0;
  let isText = false;
  let isCode = false;
  let isHidden = false;
  let isRunFormat = false;
  const add = (text: string) => {
    const open = paragraphs.at(-1);
    if (open && skipped === 0) open.text += text;
  };
  const finish = (open: Open) => {
    if (open.isJoined) {
      carried = open.text;
      return;
    }
    const style = open.style;
    const level = open.level ?? inherited(styles, style, 'level');
    const place = open.numId === undefined ? inherited(styles, style, 'list') : { numId: open.numId, level: open.ilvl };
    const label = place && place.numId !== '0' && open.text.trim() !== '' ? lists.labelOf(place) : '';
    const isCentred = open.isCentred || inherited(styles, style, 'isTitle') === true;
    const paragraph: DocParagraph = { kind: 'paragraph', text: (label + open.text).trim(), level, isCentred };
    const table = tables.at(-1);
    const box = boxed.at(-1);
    if (box && paragraphs.length > 0) box.push(paragraph);
    else if (table) {
      const row = table.rows.at(-1);
      if (row && row.length > 0) row[row.length - 1] = [row.at(-1) ?? '', paragraph.text].filter(Boolean).join('\n');
    } else if (paragraph.text !== '') body.push(paragraph);
  };
  readXml(part.bytes(), {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      const open = paragraphs.at(-1);
      const table = tables.at(-1);
      if (SKIPPED.has(name)) {
        skipped += 1;
        if (skipped > 1) return;
        if (name === 'del' || name === 'moveFrom') count('del');
        if (name === 'del' && isRunFormat && open) open.isJoined = true;
        return;
      }
      if (skipped > 0) return;
      switch (name) {
        case 'p':
          paragraphs.push({
            text: carried,
            style: undefined,
            level: undefined,
            numId: undefined,
            ilvl: 0,
            isCentred: false,
            isJoined: false,
          });
          carried = '';
          break;
        case 'pStyle':
          if (open) open.style = value;
          break;
        case 'outlineLvl':
          if (open && Number(value) < 9) open.level = Number(value) + 1;
          break;
        case 'numId':
          if (open) open.numId = value;
          break;
        case 'ilvl':
          if (open) open.ilvl = Number(value);
          break;
        case 'jc':
          if (open) open.isCentred = value === 'center';
          break;
        case 'r':
          isHidden = false;
          break;
        case 'rPr':
          isRunFormat = true;
          break;
        case 'vanish':
          // The mark of a paragraph may be hidden, too; that hides no words.
          if (isRunFormat && value !== '0' && value !== 'false') isHidden = true;
          break;
        case 't':
          isText = true;
          break;
        case 'fldChar': {
          const type = attribute('fldCharType');
          if (type === 'begin') fields.push({ code: '', resultAt: undefined, choices: undefined, chosen: undefined });
          const field = fields.at(-1);
          if (type === 'separate' && field) field.resultAt = open?.text.length;
          if (type === 'end' && field) {
            fields.pop();
            const hasResult = (field.resultAt ?? open?.text.length) !== open?.text.length;
            if (!hasResult && field.choices) {
              add(field.choices[field.chosen ?? 0] ?? '□');
              count('choice');
            } else if (!hasResult && /^\s*eq\s/iu.test(field.code)) {
              add('□');
              formulas.push(field.code.trim());
            } else count('field');
          }
          break;
        }
        case 'ddList':
        case 'checkBox': {
          const field = fields.at(-1);
          if (field) field.choices = name === 'ddList' ? [] : ['☐', '☑'];
          break;
        }
        case 'listEntry':
          fields.at(-1)?.choices?.push(value);
          break;
        case 'default':
        case 'result':
        case 'checked': {
          const field = fields.at(-1);
          if (!field?.choices || (name === 'default' && field.chosen !== undefined)) break;
          const isSet = value === 'true' || value === 'on' || value === '';
          field.chosen = isSet ? 1 : Number(value) || 0;
          break;
        }
        case 'instrText':
          isCode = true;
          break;
        case 'tab':
          // With a value it is a stop at which tabs end.
          if (value === '') add('\t');
          break;
        case 'br':
        case 'cr':
          add('\n');
          break;
        case 'noBreakHyphen':
          add('-');
          break;
        case 'sym': {
          const tick = TICKS.get(`${attribute('font') ?? ''} ${(attribute('char') ?? '').slice(-2).toUpperCase()}`);
          add(tick ?? '□');
          if (!tick) count('sym');
          break;
        }
        case 'tbl':
          tables.push({ rows: [], span: 1 });
          break;
        case 'tr':
          table?.rows.push([]);
          break;
        case 'tc':
          table?.rows.at(-1)?.push('');
          break;
        case 'gridBefore':
          table?.rows.at(-1)?.push(...emptyCells(Number(value)));
          break;
        case 'gridSpan':
          if (table) table.span = Number(value);
          count('merge');
          break;
        case 'vMerge':
          count('merge');
          break;
        case 'txbxContent':
          boxed.push([]);
          count(name);
          break;
        case 'footnoteReference':
        case 'endnoteReference':
          add(`〔${name === 'footnoteReference' ? '脚注' : '尾注'} ${attribute('id') ?? ''}〕`);
          break;
        default:
          if (COUNTED.has(name)) count(name);
      }
    },
    close(name) {
      if (SKIPPED.has(name)) skipped -= 1;
      else if (skipped > 0) return;
      else if (name === 't') isText = false;
      else if (name === 'instrText') isCode = false;
      else if (name === 'rPr') isRunFormat = false;
      else if (name === 'p') {
        const open = paragraphs.pop();
        if (open) finish(open);
      } else if (name === 'txbxContent') {
        const inner = boxed.pop() ?? [];
        const open = paragraphs.at(-1);
        const words = inner.map(({ text }) => text).filter(Boolean);
        if (open && words.length > 0) open.text += `\n〔文本框〕${words.join('\n')}`;
      } else if (name === 'tc') {
        const table = tables.at(-1);
        table?.rows.at(-1)?.push(...emptyCells(table.span - 1));
        if (table) table.span = 1;
      } else if (name === 'tbl') {
        const table = tables.pop();
        const outer = tables.at(-1)?.rows.at(-1);
        const rows = table?.rows.filter((row) => row.some((cell) => cell !== '')) ?? [];
        if (outer && outer.length > 0)
          outer[outer.length - 1] = [outer.at(-1) ?? '', ...rows.map((row) => row.filter(Boolean).join(' '))].filter(Boolean).join('\n');
        else if (rows.length > 0) body.push({ kind: 'table', rows });
      }
    },
    text(text) {
      const field = fields.at(-1);
      if (isCode && skipped === 0 && field) field.code += text;
      if (!isText || skipped > 0) return;
      if (!isHidden) add(text);
      else if (text.trim() !== '') count('vanish');
    },
  });
  if (carried !== '') body.push({ kind: 'paragraph', text: carried, level: undefined, isCentred: false });
  return { body, formulas };
}

/** Cells of columns that a wide cell covers or a row leaves out, so that what follows keeps its column; Word has at most 63 columns. */
function emptyCells(count: number): string[] {
  return Array.from({ length: Math.min(Math.max(count, 0), 63) || 0 }, () => '');
}

/** What is not read: revisions that are taken away, readings above characters, the copy of a drawing for older programs. */
const SKIPPED = new Set(['del', 'moveFrom', 'rt', 'Fallback', 'delText', 'delInstrText', 'pPrChange', 'rPrChange', 'sectPr']);
const COUNTED = new Set(['ins', 'moveTo', 'ruby', 'fldSimple', 'drawing', 'pict', 'oMath', 'altChunk']);

/** The texts of the comments or notes of a part, by their number. */
function textsIn(part: ZipPart | undefined, element: string): Map<string, string> {
  const texts = new Map<string, string>();
  if (!part) return texts;
  let id = '';
  let isText = false;
  readXml(part.bytes(), {
    open(name, attribute) {
      if (name === element) id = attribute('type') === undefined ? (attribute('id') ?? '') : '';
      if (name === 't') isText = true;
    },
    close(name) {
      if (name === element) id = '';
      if (name === 't') isText = false;
    },
    text(text) {
      if (isText && id !== '') texts.set(id, (texts.get(id) ?? '') + text);
    },
  });
  return texts;
}

function plainText(part: ZipPart): string {
  let words = '';
  let isText = false;
  readXml(part.bytes(), {
    open(name) {
      isText = name === 't';
    },
    close(name) {
      if (name === 'p') words += '\n';
      isText = false;
    },
    text(text) {
      if (isText) words += text;
    },
  });
  return words.trim();
}

/** Characters that nobody sees, by their kind. */
function invisibleIn(body: WordDocument['parts']): string[] {
  const counts = new Map<string, number>();
  const text = body.map((part) => (part.kind === 'table' ? part.rows.flat().join('\n') : part.text)).join('\n');
  for (const [character] of text.matchAll(/[\p{Cf}\u{a0}\u{2000}-\u{200a}]|[\p{Cc}--[\n\t]]/gv)) {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, times]) => `有 ${times} 个看不见的字符（${code}），写草稿时去掉了，原文里留着。`);
}
