/** The typed fields of a case or a practice as a comparison shows them: each cell what the record says with its sources. */
import { datedStep } from './blocks.ts';
import type { Finding, Statement } from './blocks.ts';
import type { Cell, CellItem, ComparableCollection, ComparedField } from './compare.ts';
import { formatFigure } from './figures.ts';
import { BASIS_LABEL, formatQuote, linkedPolicy, nameOfLinked, NONE_FOUND_TEXT, policyCite, RELATED_LABEL } from './law-links.ts';
import type { LawLinked } from './law-links.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';

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
