/** Entries side by side: each typed field a row, each cell what the record says with its sources, and in words whether the cells agree. */
import { datedStep } from './blocks.ts';
import type { Finding, Statement } from './blocks.ts';
import { formatFigure } from './figures.ts';
import { BASIS_LABEL, formatQuote, linkedPolicy, nameOfLinked, NONE_FOUND_TEXT, policyCite, RELATED_LABEL } from './law-links.ts';
import type { LawLinked } from './law-links.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';

/** A sentence in a cell with its sources. */
export interface CellItem {
  text: string;
  cites: string[];
}

/** One field of one entry: sentences, or the word for what is not known. */
export type Cell = CellItem[] | string;

/** One field as the comparison lists it. */
export interface ComparedField {
  label: string;
  group: string;
  cell: Cell;
}

/** One entry ready to be compared, as the browser loads it from `/data/compare/<number>.json`. */
export interface Comparable {
  id: string;
  title: string;
  collection: ComparableCollection;
  href: string;
  /** What must be known before reading: constructed scenarios, how much of the original was seen. */
  notes: string[];
  fields: ComparedField[];
  /** Where each cited place is, with what stands there in words. */
  places: Record<string, { href: string; title: string }>;
}

export type ComparableCollection = 'tolerance' | 'practices';

/** How many entries stand side by side. */
export const COMPARE_MIN = 2;
export const COMPARE_LIMIT = 4;

export function isComparable(entry: Entry): entry is Extract<Entry, { collection: ComparableCollection }> {
  return isOf(entry, 'tolerance') || isOf(entry, 'practices');
}

/** All entries by number, for the policies that an entry links to. */
type Library = ReadonlyMap<string, Entry>;

/** The fields of an entry in the order of the rows; entries of one collection have the same rows. */
export function comparedFields(entry: EntryOf<'tolerance'> | EntryOf<'practices'>, byId: Library): ComparedField[] {
  return entry.collection === 'tolerance' ? caseFields(entry.data, byId) : practiceFields(entry.data, byId);
}

function caseFields(data: EntryOf<'tolerance'>['data'], byId: Library): ComparedField[] {
  const { factors } = data;
  return [
    field('概况', '类型', data.type),
    field('概况', '案例领域', data.field.join('、')),
    field('概况', '年份', data.year),
    field('概况', '当事人', data.actor),
    field('概况', '来源级别', data.sourceLevel),
    field('概况', '编者所见', data.completeness),
    field('事实', '事实经过', list(data.facts)),
    field('六因素', '动机态度', found(factors.motive)),
    field('六因素', '客观条件', found(factors.conditions)),
    field('六因素', '程序方法', found(factors.procedure)),
    field('六因素', '性质程度', found(factors.nature)),
    field('六因素', '后果影响', found(factors.consequence)),
    field('六因素', '挽回损失', found(factors.remedy)),
    field('三个区分', '三个区分开来', list(data.distinctions)),
    field('结论', '处理结果', data.outcome),
    field('结论', '来源的原话', data.outcomeWords ? `“${data.outcomeWords}”` : '未载'),
    field('结论', '结论的表述', found(data.outcomeText)),
    field('结论', '认定主体', found(data.decidedBy)),
    field('结论', '办理步骤', list(data.procedureSteps.map(datedStep))),
    ...lawFields(data, byId),
    field('后续', '纠错', found(data.correction)),
    field('后续', '后续', found(data.followUp)),
    field('后续', '原文没有写明', plain(data.openQuestions)),
  ];
}

function practiceFields(data: EntryOf<'practices'>['data'], byId: Library): ComparedField[] {
  const figures = data.figures.map((figure) => ({
    text: `${figure.what}：${formatFigure(figure)}（${figure.whose}，${figure.period}${figure.scope ? `；${figure.scope}` : ''}）`,
    cites: [figure.cite],
  }));
  return [
    field('概况', '主体', data.actor),
    field('概况', '时间', data.period),
    field('概况', '层级', data.level.join('、') || '未载'),
    field('概况', '证据性质', data.evidence),
    field('做法', '做了什么', list(data.actions)),
    field('做法', '实行的条件', found(data.conditions)),
    ...lawFields(data, byId),
    field('结果', '数字', figures.length > 0 ? figures : '未载'),
    field('结果', '得到的评价', found(data.recognition)),
    field('结果', '困难与失败', found(data.setbacks)),
    field('结果', '原文没有写明', plain(data.openQuestions)),
  ];
}

/** Both kinds of link to the law, each with the decisive words of the article where they are known. */
function lawFields({ basis, relatedPolicies }: EntryOf<LawLinked>['data'], byId: Library): ComparedField[] {
  const item = (link: { id?: string | undefined; clause?: string | undefined }, text: string, cites: readonly string[]): CellItem => {
    const linked = link.id === undefined ? undefined : linkedPolicy(link.id, link.clause, byId);
    const quoted = linked?.article?.quote ? `原文：${formatQuote(linked.article.quote)}` : '';
    const place = link.id === undefined ? [] : [policyCite({ id: link.id, clause: link.clause })];
    return { text: `${linked ? `${nameOfLinked(linked)}：` : ''}${text}${quoted}`, cites: [...new Set([...cites, ...place])] };
  };
  const named = basis.map((link) => item(link, link.text, link.cites));
  const related = typeof relatedPolicies === 'string' ? NONE_FOUND_TEXT : relatedPolicies.map((link) => item(link, link.why, []));
  return [
    field('法规', BASIS_LABEL, named.length > 0 ? named : '未载'),
    field('法规', RELATED_LABEL, related.length > 0 ? related : '未载'),
  ];
}

/** Whether the cells of a row agree, in words; wording only, never a judgement of the matters. */
export type Agreement = '相同' | '不同' | '一方未载' | '部分未载' | '不同，部分未载' | '均未载';

export interface ComparedRow {
  label: string;
  group: string;
  cells: Cell[];
  agreement: Agreement;
}

/** The rows of a comparison; a field that one entry does not have at all counts as 未载 there. */
export function compareEntries(entries: readonly Pick<Comparable, 'fields'>[]): ComparedRow[] {
  const [first] = entries;
  if (!first) return [];
  return first.fields.map(({ label, group }) => {
    const cells = entries.map(({ fields }) => fields.find((other) => other.label === label && other.group === group)?.cell ?? '未载');
    return { label, group, cells, agreement: agreementOf(cells) };
  });
}

function agreementOf(cells: readonly Cell[]): Agreement {
  const known = cells.filter((cell) => !isUnknown(cell));
  const isSame = new Set(known.map(wordingOf)).size <= 1;
  if (known.length === 0) return '均未载';
  if (known.length === cells.length) return isSame ? '相同' : '不同';
  if (cells.length === 2) return '一方未载';
  return isSame ? '部分未载' : '不同，部分未载';
}

const UNKNOWN = new Set(['未载', '未公开', '隐去']);

/** Whether a cell says that something is not known. */
export function isUnknown(cell: Cell): cell is string {
  return typeof cell === 'string' && UNKNOWN.has(cell);
}

/** A cell as plain text, sources in square brackets: for tables and Word. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return cell.map(({ text, cites }) => (cites.length > 0 ? `${text}［${cites.join('、')}］` : text)).join('\n');
}

/** Every source of a comparison once, in order of appearance. */
export function citesIn(rows: readonly ComparedRow[]): string[] {
  return [
    ...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell.flatMap(({ cites }) => cites))))),
  ];
}

function wordingOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('\n');
}

function field(group: string, label: string, cell: Cell): ComparedField {
  return { label, group, cell };
}

function found(finding: Finding): Cell {
  return typeof finding === 'string' ? finding : list([finding]);
}

function list(statements: readonly Statement[]): Cell {
  return statements.length > 0 ? statements.map(({ text, cites }) => ({ text, cites })) : '未载';
}

function plain(texts: readonly string[]): Cell {
  return texts.length > 0 ? texts.map((text) => ({ text, cites: [] })) : '未载';
}
