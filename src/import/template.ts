/** The table to fill in for a collection, made from its schema: heads, lists to choose from, a sample row, and how each column is written. */
import { columnName } from '../export/xlsx/write-workbook.ts';
import { writeForm } from '../export/xlsx/write-form.ts';
import type { FormColumn, FormSheet } from '../export/xlsx/write-form.ts';
import { withoutFileWords } from '../schema/field-guide.ts';
import type { CollectionName } from '../schema/number.ts';
import type { Library } from '../store/library.ts';
import { entryTable } from './columns.ts';
import type { CellForm, Column } from './columns.ts';
import { knownWords } from './known-words.ts';
import type { KnownWords } from './read-cell.ts';
import { shortNameOf } from './new-entry.ts';
import { CHOICES_SHEET } from './read-rows.ts';

/** Rows with lists and notes: a table of a county has some tens. */
const PREPARED = 2000;

/** The bytes of the template. */
export function writeTemplate(library: Library, collection: CollectionName): Uint8Array<ArrayBuffer> {
  const name = shortNameOf(collection);
  const known = knownWords(library);
  const { columns, children, left } = entryTable(library.schemas[collection]);
  const lists = new Choices(known);
  const main: FormSheet = {
    name,
    columns: [COUNT, ...columns.map((column) => formColumn(column, lists))],
    rows: [['示例（这一行不导入）', ...columns.map((column) => sampleOf(column, known))]],
    prepared: PREPARED,
  };
  const others = children.map((child): FormSheet => ({
    name: child.name,
    columns: [COUNT, OWNER, ...child.columns.map((column) => formColumn(column, lists))],
    rows: [['示例（这一行不导入）', '照抄那一条的标题', ...child.columns.map((column) => sampleOf(column, known))]],
    prepared: PREPARED,
  }));
  const notes: FormSheet = {
    name: '说明',
    columns: [
      { head: '列', width: 28, note: '' },
      { head: '必填', width: 8, note: '' },
      { head: '怎么写', width: 90, note: '' },
    ],
    rows: [
      ...GENERAL,
      ...columns.map((column) => [column.head, column.isNeeded && !column.mayBeUnknown ? '必填' : '', guideOf(column)]),
      ...left.map((field) => [field, '', '表里没有这一列，导入以后在条目里写。']),
    ],
    prepared: 0,
  };
  return writeForm(`${name}导入模板`, [main, ...others, notes, lists.sheet()]);
}

const COUNT: FormColumn = { head: '序号', width: 10, note: '只给自己看的。写“示例”的行不导入。' };
const OWNER: FormColumn = { head: '标题', width: 30, note: '照抄主表里那一条的标题，一字不差。', isNeeded: true };

const GENERAL: readonly (readonly string[])[] = [
  [
    '总的',
    '',
    '一行一条。红字带＊的必填。来源没有写的，写“未载”；没有公开的，写“未公开”；来源用星号隐去的，写“隐去”。带“未载”说明的列空着也行，自动写“未载”。',
  ],
  ['自己加的列', '', '备注、经办人一类，可以加，不读，留在表里。列名像是某一列写错了的会问；不要导入的，列名后面加“（不导入）”。'],
  ['一格写几项', '', '一项一行（Excel 里按 Alt+回车换行）。关键词、地区这类短的，也可以用“、”隔开写在一行里。'],
  ['出处', '', '一行的出处写在“出处”列，管这一行的每一句。某一句另有出处，就写在那一句的末尾：……。【GK-0002】'],
  [
    '导入',
    '',
    '在编辑台的“导入”里选这个文件，或者运行 npm run import -- 文件名。先全部检查一遍，有问题就列出哪张表、哪一格、怎么改，一条也不写；都对了才写成草稿。改了表再导入一次，没有手工改过的条目自动更新。',
  ],
];

function formColumn(column: Column, lists: Choices): FormColumn {
  const { form, head } = column;
  const choice = form.kind === 'choice' ? form : form.kind === 'list' && form.item.kind === 'choice' ? form.item : undefined;
  return {
    head,
    width: form.kind === 'statement' || form.kind === 'list' || form.kind === 'line' ? 36 : 18,
    note: guideOf(column),
    isNeeded: column.isNeeded && !column.mayBeUnknown,
    ...(choice && { choices: lists.place(head, choice.choices) }),
    ...(form.kind === 'list' && { isOpen: true }),
  };
}

/** What the schema says of a field, and how a cell is written. */
function guideOf({ help, form, mayBeUnknown }: Column): string {
  return `${withoutFileWords(help)}${FORMS[form.kind === 'list' ? `list of ${form.item.kind}` : form.kind] ?? ''}${mayBeUnknown ? '空着就写成“未载”。' : ''}`;
}

const FORMS: Record<string, string> = {
  day: '写成 2026-11-28。',
  'partial day': '写成 2021、2021-08 或 2021-08-23。',
  statement: '一句话，出处写在末尾的【】里。',
  cite: '写出处的编号。',
  'list of statement': '一句一行，出处写在句末的【】里，不写就用“出处”一列的。',
  'list of text': '一项一行。',
  'list of choice': '从下拉里选一个；几个就用“、”隔开。',
  'list of entry': '写条目的编号或标题，一项一行。',
  'list of cite': '写编号：公开资料 GK-0001、政策 ZC-0001、来源文献的句子 S3-¶26#2、本单位文件 WJ-001#art-3；几个就用“、”隔开。',
  'list of line': '一项一行，前面的名称、日期或编号和后面的文字用“：”隔开，出处写在句末的【】里。',
};

function sampleOf({ form, head }: Column, known: KnownWords): string {
  const words = SAMPLES[head];
  if (words !== undefined) return words;
  const of = (inner: CellForm): string => {
    switch (inner.kind) {
      case 'choice':
        return nameOf(inner.choices, known);
      case 'statement':
        return '来源写明的一件事，一句话。【GK-0001】';
      case 'day':
        return '2026-11-28';
      case 'partial day':
        return '2021-08';
      case 'number':
        return '35000';
      case 'list':
        return inner.item.kind === 'statement' ? '第一句。【GK-0001】\n第二句。【GK-0001】' : of(inner.item);
      default:
        return '';
    }
  };
  return of(form);
}

const SAMPLES: Record<string, string> = {
  标题: '某县：先修路后补手续',
  摘要: '某县为抢在汛期前修通便道，边施工边补手续，县纪委认定可以容错。',
  当事人: '县交通局局长张某',
  年份: '2021',
  关键词: '容错、先行先试',
  出处: 'GK-0001',
  要点: '事急从权，也要当场留下记录。',
  结果的原话: '不予追究责任',
};

/** The name of the first value, as people call it. */
function nameOf(ids: readonly string[], known: KnownWords): string {
  const [first = ''] = ids;
  return [...known.choices(ids)].find(([word, id]) => id === first && /\p{Script=Han}/u.test(word))?.[0] ?? first;
}

/** The sheet that lists are drawn from, a column a list. */
class Choices {
  #lists: { head: string; words: string[] }[] = [];
  #known: KnownWords;

  constructor(known: KnownWords) {
    this.#known = known;
  }

  /** Where the words of a list stand. */
  place(head: string, ids: readonly string[]): string {
    const words = ids.map((id) => this.#nameOf(id, ids));
    let index = this.#lists.findIndex((list) => list.words.join('\n') === words.join('\n'));
    if (index < 0) index = this.#lists.push({ head, words }) - 1;
    const column = columnName(index);
    return `${CHOICES_SHEET}!$${column}$2:$${column}$${words.length + 1}`;
  }

  sheet(): FormSheet {
    const longest = Math.max(0, ...this.#lists.map(({ words }) => words.length));
    return {
      name: CHOICES_SHEET,
      columns: this.#lists.map(({ head }) => ({ head, width: 24, note: '' })),
      rows: Array.from({ length: longest }, (_, row) => this.#lists.map(({ words }) => words[row] ?? '')),
      prepared: 0,
    };
  }

  /** The first name in Chinese that stands for an id and for no other. */
  #nameOf(id: string, ids: readonly string[]): string {
    if (/\p{Script=Han}/u.test(id)) return id;
    return [...this.#known.choices(ids)].find(([word, found]) => found === id && /\p{Script=Han}/u.test(word))?.[0] ?? id;
  }
}
