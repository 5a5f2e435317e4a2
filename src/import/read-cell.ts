/** The words of a cell as the value of a field, or why they cannot be one. */
import { meantValue, SHOWN, unitWithTimes } from '../schema/choices.ts';
import { readHedged } from '../schema/hedged-number.ts';
import { didYouMean, nearest } from '../schema/nearest.ts';
import { CITE, isPublicSource, meantNumber, ownPlace } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { isUnknown } from '../schema/unknown.ts';
import { explainDate, isoDate, readDate, timeInWords } from '../schema/dates.ts';
import type { CellForm, Column } from './columns.ts';
import type { Cell } from './sheet.ts';
import type { FieldGroup, FieldValue } from '../store/write-yaml.ts';

/** What words in cells may name: each with the id that it stands for. */
export interface KnownWords {
  /** Ids of a closed list by the words for them, for the list that has these ids. */
  choices(ids: readonly string[]): ReadonlyMap<string, string>;
  /** What is said of each of them. */
  notes(ids: readonly string[]): ReadonlyMap<string, string>;
  /** Numbers of entries by their titles. */
  entries(collection: CollectionName): ReadonlyMap<string, string>;
  /** Numbers of policies, clauses and public sources by their titles. */
  cites: ReadonlyMap<string, string>;
  /** What to do about a word that a list does not have; empty where nothing more can be said. */
  addition(ids: readonly string[], word: string): string;
}

/** What is said of a sentence without a source; the row says it once. */
export const NO_SOURCE = '没有出处。请在句末用【】写明，如 【GK-0001】，或者填好这一行的“出处”。';

/** What came of a cell. */
export interface Reading {
  value?: FieldValue;
  problems: string[];
}

/** Reads a filled cell. `cites` are the sources of the row, for sentences that name none. */
export function readCell(
  cell: Cell,
  column: Pick<Column, 'form' | 'isNeeded' | 'mayBeUnknown' | 'word'>,
  known: KnownWords,
  cites: readonly string[],
): Reading {
  if (cell.kind === 'error') return failed(`这一格是 Excel 的错误值 ${cell.text}，没有内容。请改好公式，或者把内容直接写进去。`);
  if (cell.kind === 'formula without value')
    return failed('这一格是公式，文件里没有存下它的结果。请在 Excel 或 WPS 里打开、保存一次，或者复制后“选择性粘贴→数值”。');
  if (cell.kind === 'number' && /^\d{16,}$/u.test(cell.text))
    return failed(`“${cell.text}”超过 15 位，Excel 已经丢掉了后面的数字。请把这一列设为文本格式，重新输入。`);
  const hidden = wordsInFormat(cell, column.form);
  if (hidden !== undefined) return failed(hidden);
  const text = cell.text.trim();
  if (column.mayBeUnknown && isUnknown(text)) return { value: text, problems: [] };
  if (column.word !== undefined && text === column.word) return { value: text, problems: [] };
  const lost = isTime(column.form) && cell.kind === 'number' ? lostInNumber(text) : undefined;
  if (lost !== undefined) return failed(lost);
  if (EMPTY_WORDS.has(text) && column.mayBeUnknown)
    return failed(`写的是“${text}”。来源没有写就写“未载”，没有公开写“未公开”，用星号隐去写“隐去”。`);
  // What is to be chosen is told its choices below.
  if (EMPTY_WORDS.has(text) && !(column.isNeeded && column.form.kind === 'choice'))
    return failed(`写的是“${text}”，不是内容。${column.isNeeded ? '这一格一定要写。' : '请写上；没有就把这一格清空。'}`);
  return readForm(text, column.form, known, cites);
}

/** Of a number that is shown with words only the number can be read: as a text it is not what the editor sees, and as a number not where the words count. */
function wordsInFormat({ text, formatWords }: Cell, form: CellForm): string | undefined {
  if (formatWords === undefined) return undefined;
  const isSame = form.kind === 'number' ? !/[十百千万亿]/u.test(formatWords) : isTime(form) && /^年度?$/u.test(formatWords);
  if (isSame) return undefined;
  return `这一格里存的是数字 ${text}，看到的“${formatWords}”只是单元格格式，读不到。请把这一格设为文本格式，照看到的样子重新输入；数字一列请设为“常规”，核对以后写普通数字。`;
}

function isTime({ kind }: CellForm): boolean {
  return kind === 'day' || kind === 'partial day' || kind === 'time';
}

/** What a time has lost that was typed into a cell for plain numbers: the nought of 2024.10, or all but the days that Excel counts. */
function lostInNumber(text: string): string | undefined {
  const [, year] = /^(\d{4})\.1$/u.exec(text) ?? [];
  if (year !== undefined)
    return `写的是数字“${text}”，看不出是1月还是10月（Excel 会去掉末尾的 0）。请把这一格设为文本格式，写成 ${year}-01 或 ${year}-10。`;
  if (/^[34]\d{4}(?:\.\d+)?$/u.test(text))
    return `写的是数字“${text}”，像是 Excel 里的日期没有按日期显示。请把这一格设为日期格式，核对以后再导入。`;
  return undefined;
}

const EMPTY_WORDS = new Set([
  '无',
  '不详',
  '未知',
  '不明',
  '暂无',
  '/',
  '-',
  '—',
  '——',
  'N/A',
  'n/a',
  'NA',
  '？',
  '?',
  '待补',
  '同上',
  '略',
]);

function failed(message: string): Reading {
  return { problems: [message] };
}

function readForm(text: string, form: CellForm, known: KnownWords, cites: readonly string[]): Reading {
  switch (form.kind) {
    case 'text':
      return { value: joinedLines(text), problems: [] };
    case 'time':
      return { value: timeInWords(joinedLines(text), form.style), problems: [] };
    case 'day':
    case 'partial day':
      return readDay(text, form.kind === 'partial day');
    case 'number':
      return readNumber(text);
    case 'choice':
      return readWord(text, form.choices, known);
    case 'entry':
      return readEntry(text, form.collection, known);
    case 'cite':
      return readCite(text, known);
    case 'statement':
      return readStatement(text, known, cites);
    case 'line':
      return readLine(text, form, known, cites);
    case 'list':
      return readList(text, form, known, cites);
  }
}

/** A cell may be broken into lines where a sentence is not. */
function joinedLines(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}，。、；：）”》])\s*\n\s*/gu, '')
    .replace(/\s*\n\s*/gu, ' ')
    .trim();
}

function readList(
  text: string,
  { item, isWords }: Extract<CellForm, { kind: 'list' }>,
  known: KnownWords,
  cites: readonly string[],
): Reading {
  const lines = text.split('\n').flatMap((line) => line.replace(MARK, '').trim() || []);
  const isWhole = item.kind === 'cite' && isSource(text, known);
  const items =
    isWords && lines.length === 1 && !/[。！？]/u.test(text) && !isWhole
      ? lines.flatMap((line) => line.split(separatorsOf(item)).map((word) => word.trim())).filter(Boolean)
      : lines;
  const read = items.map((line) => readForm(line, item, known, cites));
  const problems = read.flatMap((reading, index) =>
    items.length > 1 ? reading.problems.map((problem) => `第 ${index + 1} 项：${problem}`) : reading.problems,
  );
  return { value: read.flatMap(({ value }) => value ?? []), problems };
}

/** Marks of lists before a line: bullets, 1. 1、（1）①. */
const MARK = /^\s*(?:[·•●▪◦○■◆▶➢*-]\s*|\d{1,2}(?:[.．](?!\d)|[、)）])\s*|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)/u;

/** Numbers and ids stand apart by any mark or space, words may have spaces in them; what is in brackets stays together. */
function separatorsOf(item: CellForm): RegExp {
  return item.kind === 'cite' || item.kind === 'entry' ? /[、，,；;\s]+(?![^（《]*[）》])/u : /[、，,；;]+(?![^（《]*[）》])/u;
}

function readDay(text: string, isPartial: boolean): Reading {
  const date = readDate(text);
  if (date && (isPartial || date.day !== undefined)) return { value: isoDate(date), problems: [] };
  const accepts = (written: string) => isPartial || /^\d{4}-\d{2}-\d{2}$/u.test(written);
  return failed(`写的是“${text}”，${explainDate(text, accepts).replaceAll('"', '').replace('，带引号', '').replace('带引号的 ', '')}`);
}

function readNumber(text: string): Reading {
  if (isUnknown(text)) return { value: text, problems: [] };
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/gu, '')
    .replace(/%$/u, '');
  if (/^-?\d+(?:\.\d+)?$/u.test(plain)) return { value: Number(plain), problems: [] };
  const { value, written = '', unit = '', qualifier } = readHedged(text) ?? {};
  const asWritten = unit === '' ? '' : `，“${written}”写进“来源的写法”`;
  if (qualifier !== undefined) return failed(`写的是“${text}”，“数值”写 ${value}${asWritten}，“${qualifier}”写在“约数或界限”一列。`);
  return failed(`写的是“${text}”，要写成普通数字，单位写在“单位”一列${unit === '' ? '' : `，如 ${value}${asWritten}`}。`);
}

function readWord(text: string, choices: readonly string[], known: KnownWords): Reading {
  const words = known.choices(choices);
  const word = text.replace(/\s+/gu, '');
  const id = words.get(word);
  if (id !== undefined) return { value: id, problems: [] };
  if (/[某*＊]/u.test(word))
    return failed(`写的是“${text}”，不在可选的值里。隐去的名称不猜是哪一个：请把这一格清空，“${text}”写在标题和事实里。`);
  const all = [...new Set(words.values())];
  const times = unitWithTimes(word, all);
  if (times)
    return failed(
      `写的是“${text}”，“${times.sign}”算在数里。单位写“${times.unit}”，“数值”写成原数乘以 ${times.factor}，来源的数连同“${text}”照录在“来源的写法”。`,
    );
  const meant = meantValue(word, words, known.notes(choices));
  const options = all.length <= SHOWN ? `可选：${all.join('、')}。` : '可选的见模板的“选项”表。';
  return failed(
    `写的是“${text}”，不在可选的值里。${didYouMean(meant?.known)}${meant?.isMistyped ? '' : options}${known.addition(choices, word)}`,
  );
}

function readEntry(text: string, collection: CollectionName, known: KnownWords): Reading {
  const entries = known.entries(collection);
  const number = meantNumber(text) ?? entries.get(text.replace(/^《|》$/gu, ''));
  if (number !== undefined && [...entries.values()].includes(number)) return { value: number, problems: [] };
  return failed(`“${text}”不是现有条目的编号或标题。${didYouMean(nearest(text, [...entries.keys(), ...entries.values()]))}`);
}

function readCite(text: string, known: KnownWords): Reading {
  const plain = text.replace(/^[【〔[（(《]|[】〕\])）》]$/gu, '').trim();
  const meant = meantNumber(plain) ?? plain;
  const named = known.cites.get(titleIn(text)) ?? known.cites.get(plain) ?? (CITE.test(meant) ? meant : undefined);
  const isListed = (cite: string) => isPublicSource(cite) || ownPlace(cite) !== undefined;
  if (named !== undefined && (!isListed(named) || known.cites.has(named))) return { value: named, problems: [] };
  const near = nearest(plain, known.cites.keys());
  return failed(
    `“${text}”不是登记过的出处。${near ? didYouMean(near) : '写编号：公开资料 GK-0001、政策 ZC-0001（条款 ZC-0001#art-5）、来源文献的句子 S3-¶26#2、本单位文件 WJ-001#art-3；没有登记的，先在编辑台的“词表”里登记：公开资料（vocab/public-sources.yaml），本单位文件（vocab/own-documents.yaml）。'}`,
  );
}

/** A title may have commas and spaces in it: what names a source as it stands is one. */
function isSource(text: string, known: KnownWords): boolean {
  return known.cites.has(titleIn(text));
}

function titleIn(text: string): string {
  return text.trim().replace(/^《|》$/gu, '');
}

const SOURCES = /\s*(?:【([^】]*)】|［([^］]*)］|〔([A-Z][^〕]*)〕|\[([^\]]*)\]|（出处[：:]([^）]*)）)\s*([。；]?)\s*$/u;

/** A sentence and the sources that it names at its end, else those of the row. */
function readStatement(text: string, known: KnownWords, cites: readonly string[]): Reading {
  const { words, sources, problems } = takeSources(text, known, cites);
  if (words === '') return failed('只有出处，没有文字。');
  if (isUnknown(words)) return failed(`一项写的是“${words}”。来源没有写的，这一格整个写“未载”。`);
  if (sources.length === 0 && problems.length === 0) return failed(NO_SOURCE);
  return { value: { text: words, cites: sources }, problems };
}

function takeSources(text: string, known: KnownWords, cites: readonly string[]): { words: string; sources: string[]; problems: string[] } {
  const found = SOURCES.exec(text);
  const plain = joinedLines(found ? text.slice(0, found.index) + (found[6] ?? '') : text);
  if (!found) return { words: plain, sources: [...cites], problems: [] };
  const named = found.slice(1, 6).join('');
  const read = (isSource(named, known) ? [named] : named.split(/[、，,；;\s]+/u)).filter(Boolean).map((one) => readCite(one, known));
  return {
    words: plain,
    sources: read.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readLine(
  text: string,
  { lead, tail, hasCites }: Extract<CellForm, { kind: 'line' }>,
  known: KnownWords,
  cites: readonly string[],
): Reading {
  const { words, sources, problems } = hasCites ? takeSources(text, known, cites) : { words: joinedLines(text), sources: [], problems: [] };
  const fields: Record<string, FieldValue> = {};
  const [, before, after] = /^([^：:]{1,40})[：:]\s*(\S.*)$/su.exec(words) ?? [];
  let rest = words;
  if (before !== undefined && after !== undefined && lead.length > 0) {
    const parts = lead.length === 2 ? before.split('#') : [before];
    const read = lead.flatMap(({ name, form }, index) => {
      const part = parts[index]?.trim();
      return part ? [{ name, reading: readForm(part, form, known, cites) }] : [];
    });
    const isLead = read.every(({ reading }) => reading.problems.length === 0);
    if (isLead || lead.some(({ isNeeded }) => isNeeded)) {
      for (const { name, reading } of read) {
        problems.push(...reading.problems);
        if (reading.value !== undefined) fields[name] = reading.value;
      }
      rest = after;
    }
  } else if (lead.some(({ isNeeded }) => isNeeded))
    problems.push(`“${text.slice(0, 20)}”前面要写明是哪一个，用冒号隔开，如“${LEADS[lead[0]?.name ?? ''] ?? '名称'}：……”。`);
  if (hasCites && sources.length === 0 && problems.length === 0) problems.push(NO_SOURCE);
  const value: FieldGroup = { ...fields, [tail]: rest, ...(hasCites && { cites: sources }) };
  return { value, problems };
}

const LEADS: Record<string, string> = { id: 'ZC-0009#art-17', which: '无意过失与明知故犯', date: '2021-08' };
