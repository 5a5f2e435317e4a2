/** The columns of a collection's table, made from its schema: what each is called, what goes into a cell, and where it goes in the entry. */
import type { z } from 'astro/zod';
import { definitionOf, unwrap } from '../schema/field-guide.ts';
import { TIME_KEYWORD } from '../schema/texts.ts';
import { TIME_STYLES } from '../schema/dates.ts';
import type { TimeStyle } from '../schema/dates.ts';
import { numberPattern, COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { UNKNOWN_VALUES } from '../schema/unknown.ts';

/** How the words of a cell become the value of a field. */
export type CellForm =
  /** One value. */
  | { kind: 'text' | 'day' | 'partial day' | 'number' }
  /** A time in words. */
  | { kind: 'time'; style: TimeStyle }
  | { kind: 'choice'; choices: readonly string[] }
  /** The number of an entry of a collection, or its title. */
  | { kind: 'entry'; collection: CollectionName }
  | { kind: 'cite' }
  /** Several values, one a line; words may stand in one line with 、 between them. */
  | { kind: 'list'; item: CellForm; isWords: boolean }
  /** A sentence with its sources in 【】 at the end. */
  | { kind: 'statement' }
  /** A group in one line: `lead：tail【sources】`. */
  | { kind: 'line'; lead: readonly { name: string; form: CellForm; isNeeded: boolean }[]; tail: string; hasCites: boolean };

export interface Column {
  path: readonly string[];
  /** What stands at its head. */
  head: string;
  /** What else is understood as its head. */
  aliases: readonly string[];
  help: string;
  form: CellForm;
  isNeeded: boolean;
  /** An empty cell is 未载. */
  mayBeUnknown: boolean;
  /** Belongs to a group that is left out when all its cells are empty. */
  isOfOptionalGroup: boolean;
  /** Another word than those for unknown that the field takes, such as 未找到. */
  word?: string;
}

/** A list of groups too wide for a cell: it has a sheet of its own, a row an item. */
export interface ChildTable {
  path: readonly string[];
  /** The name of its sheet. */
  name: string;
  columns: Column[];
}

export interface EntryTable {
  columns: Column[];
  children: ChildTable[];
  /** Fields that a table has no place for, by what they are called: they are written after the import. */
  left: string[];
}

/** The columns for a schema of entries. */
export function entryTable(schema: z.ZodType): EntryTable {
  const table: EntryTable = { columns: [], children: [], left: [] };
  for (const [name, field] of Object.entries(definitionOf(schema).shape ?? {})) if (!BY_ITSELF.has(name)) place([name], field, table);
  return table;
}

/** Written by the import itself, or by those who publish. */
const BY_ITSELF = new Set(['id', 'status', 'retired', 'published', 'updated', 'changes', 'signOff', 'asked', 'related', 'confidence']);

/** Short names for what the schema explains in a sentence, and the names of sheets. */
const NAMES: Record<string, string> = {
  title: '标题',
  summary: '摘要',
  takeaway: '对读者意味着什么',
  access: '只供内部',
  'checked.date': '核对日期',
  'checked.against': '核对时对照什么',
  cites: '出处',
  figures: '数字',
  clauses: '条款',
  deadlines: '期限',
  readAt: '在哪里可以读到',
  themes: '举措领域',
  regions: '地区',
  year: '年份',
  type: '案例类型',
  officialNo: '来源的编号',
  point: '要点',
  outcomeWords: '结果的原话',
  outcomeText: '结论的表述',
  decidedBy: '认定主体',
  correction: '纠错',
  distinctions: '三个区分开来',
  sourceLevel: '来源级别',
  completeness: '看到的完整程度',
  basis: '依据（来源写明）',
  relatedPolicies: '相关条文（编者所列）',
  problems: '问题',
  measures: '举措',
  mechanisms: '机制',
  'factors.motive': '动机态度',
  'factors.conditions': '客观条件',
  'factors.procedure': '程序方法',
  'factors.nature': '性质程度',
  'factors.consequence': '后果影响',
  'factors.remedy': '挽回损失',
  'rule.initiation': '启动',
  'rule.situations': '容错情形',
  'rule.steps': '程序步骤',
  'rule.deadlines': '办理期限',
  'rule.notTolerated': '不容情形',
  'rule.decider': '认定主体',
  'rule.effects': '结果运用',
  'rule.correction': '纠错',
  actions: '做了什么',
  evidence: '证据性质',
  comparable: '别处相近的做法',
  scope: '中央还是地方',
  broader: '上位词',
  narrower: '下位词',
  terms: '术语',
  practices: '地区实践',
  causes: '原因',
};

/** What editors write at the head of a column who have their own table. */
const ALIASES: Record<string, readonly string[]> = {
  title: ['名称', '案例名称', '案例标题', '题目'],
  summary: ['简介', '概述', '内容摘要'],
  facts: ['经过', '案情', '基本案情', '事实', '案情经过'],
  actor: ['责任人', '主体', '对象', '当事人（职务加某）'],
  outcome: ['结果', '处理', '处置结果'],
  cites: ['来源', '依据出处', '资料来源', '出处编号'],
  regions: ['所属地区', '地方', '行政区划'],
  year: ['时间', '发生年份'],
  keywords: ['标签'],
  type: ['类型'],
  completeness: ['完整程度'],
  // As the templates of earlier editions had it.
  relatedPolicies: ['相关条文（编者联系）'],
};

function place(path: readonly string[], field: z.ZodType, table: EntryTable, isOptional = false): void {
  const plain = unwrap(field);
  const { shape, element } = definitionOf(plain);
  const key = path.join('.');
  if (shape && !isStatement(plain)) {
    if (path.length > 1 || !Object.values(shape).every((inner) => formOf(inner, false) !== undefined)) table.left.push(nameOf(path, field));
    else for (const [name, inner] of Object.entries(shape)) place([...path, name], inner, table, field.safeParse(undefined).success);
    return;
  }
  const { form, mayBeUnknown, word } = readingOf(field);
  if (form && nameOf(path, field) !== '') {
    table.columns.push({
      path,
      head: nameOf(path, field),
      aliases: [key, ...(ALIASES[key] ?? []), firstWords(field)],
      help: sentenceOf(field),
      form,
      isNeeded: !field.safeParse(undefined).success && path[0] !== 'checked',
      mayBeUnknown,
      isOfOptionalGroup: isOptional,
      ...(word !== undefined && { word }),
    });
    return;
  }
  const columns = element && childColumns(element);
  if (columns) table.children.push({ path, name: NAMES[key] ?? key, columns });
  else table.left.push(nameOf(path, field) || key);
}

function childColumns(element: z.ZodType): Column[] | undefined {
  const { shape } = definitionOf(unwrap(element));
  if (!shape) return undefined;
  const columns = Object.entries(shape).flatMap(([name, field]): Column[] => {
    const { form, mayBeUnknown } = readingOf(field);
    if (!form) return [];
    const isNeeded = !field.safeParse(undefined).success;
    const head = CHILD_NAMES[name] ?? (firstWords(field) || name);
    return [{ path: [name], head, aliases: [name], help: sentenceOf(field), form, isNeeded, mayBeUnknown, isOfOptionalGroup: false }];
  });
  const hasAll = Object.entries(shape).every(
    ([name, field]) => field.safeParse(undefined).success || columns.some(({ path }) => path[0] === name),
  );
  return hasAll ? columns : undefined;
}

const CHILD_NAMES: Record<string, string> = {
  value: '数值',
  asWritten: '来源的写法',
  unit: '单位',
  qualifier: '约数或界限',
  what: '数的是什么',
  whose: '谁的数',
  scope: '口径',
  period: '时间范围',
  cite: '出处',
  cites: '出处',
  no: '原编号',
  anchor: '锚点',
  gist: '大意',
  why: '对读者有什么用',
  read: '读到什么程度',
  themes: '举措领域',
  of: '什么事',
  from: '从何时起算',
  publisher: '发布机构',
  note: '说明',
  url: '网址',
};

interface Reading {
  form: CellForm | undefined;
  mayBeUnknown: boolean;
  word?: string;
}

/** A field that may say that something is not known is read as the other thing that it may say. */
function readingOf(field: z.ZodType): Reading {
  const plain = unwrap(field);
  const { options } = definitionOf(plain);
  if (!options) return { form: formOf(plain), mayBeUnknown: false };
  const words = options.flatMap(wordsOf);
  const rest = options.filter((option) => wordsOf(option).length === 0);
  const mayBeUnknown = UNKNOWN_VALUES.every((value) => words.includes(value));
  const word = words.find((value) => !(UNKNOWN_VALUES as readonly string[]).includes(value));
  const form = rest.length === 1 && rest[0] ? formOf(rest[0]) : undefined;
  return { form, mayBeUnknown, ...(word !== undefined && { word }) };
}

function wordsOf(type: z.ZodType): string[] {
  const { type: kind, entries, values } = definitionOf(unwrap(type));
  if (kind === 'enum') return Object.values(entries ?? {}).map(String);
  return kind === 'literal' ? (values ?? []).map(String) : [];
}

function formOf(field: z.ZodType, withLists = true): CellForm | undefined {
  const plain = unwrap(field);
  const { type, entries, element, options, shape } = definitionOf(plain);
  if (options) return readingOf(field).form;
  if (type === 'enum') return { kind: 'choice', choices: Object.values(entries ?? {}).map(String) };
  if (type === 'literal') return { kind: 'choice', choices: wordsOf(plain) };
  if (type === 'number') return { kind: 'number' };
  if (type === 'string') return textForm(plain);
  if (isStatement(plain)) return { kind: 'statement' };
  if (shape) return undefined;
  if (!element || !withLists) return undefined;
  const item = formOf(element, false) ?? lineForm(element);
  return item && { kind: 'list', item, isWords: item.kind !== 'statement' && item.kind !== 'line' };
}

const DAY = '2000-01-31';
const PATTERNS = COLLECTION_NAMES.map((name) => ({ name, pattern: numberPattern(name).source }));

function textForm(type: z.ZodType): CellForm {
  const takes = (text: string) => type.safeParse(text).success;
  const style = TIME_STYLES.find((one) => one === type.meta()?.[TIME_KEYWORD]);
  if (style !== undefined) return { kind: 'time', style };
  if (takes('自由的文字')) return { kind: 'text' };
  if (takes(DAY)) return { kind: takes('2000-01') ? 'partial day' : 'day' };
  if (takes('GK-0001')) return { kind: 'cite' };
  const known = PATTERNS.find(({ pattern }) => patternOf(type) === pattern);
  return known ? { kind: 'entry', collection: known.name } : { kind: 'text' };
}

function patternOf(type: z.ZodType): string | undefined {
  for (const check of definitionOf(type).checks ?? []) {
    const pattern = (check as { _zod?: { def?: { pattern?: unknown } } })._zod?.def?.pattern;
    if (pattern instanceof RegExp) return pattern.source;
  }
  return undefined;
}

function isStatement(type: z.ZodType): boolean {
  const names = Object.keys(definitionOf(type).shape ?? {}).sort();
  return names.join() === 'cites,text';
}

const TAILS = ['text', 'why', 'what', 'how'];

/** A group that fits into a line: a name, a day or a number first, then a sentence, then its sources. */
function lineForm(element: z.ZodType): CellForm | undefined {
  const { shape } = definitionOf(unwrap(element));
  const tail = TAILS.find((name) => shape && name in shape);
  if (!shape || tail === undefined) return undefined;
  const lead: { name: string; form: CellForm; isNeeded: boolean }[] = [];
  for (const [name, field] of Object.entries(shape)) {
    if (name === tail || name === 'cites') continue;
    const { form } = readingOf(field);
    if (!form || form.kind === 'list' || form.kind === 'statement') return undefined;
    lead.push({ name, form, isNeeded: !field.safeParse(undefined).success });
  }
  const isId = lead.every(({ name }) => name === 'id' || name === 'clause');
  if (lead.length > 2 || (lead.length === 2 && !isId && !lead.some(({ name, isNeeded }) => name === 'id' && !isNeeded))) return undefined;
  const kept = isId ? lead : lead.filter(({ name }) => name !== 'id');
  return { kind: 'line', lead: kept, tail, hasCites: 'cites' in shape };
}

function nameOf(path: readonly string[], field: z.ZodType): string {
  return NAMES[path.join('.')] ?? firstWords(field);
}

function sentenceOf(field: z.ZodType): string {
  for (let layer: z.ZodType | undefined = field; layer; layer = definitionOf(layer).innerType)
    if (layer.description) return layer.description;
  const { element } = definitionOf(unwrap(field));
  return element ? sentenceOf(element) : '';
}

/** The name with which the schema's sentence begins. */
function firstWords(field: z.ZodType): string {
  return /^[^，：。；（]+/u.exec(sentenceOf(field))?.[0] ?? '';
}
