/**
 * 类案检索报告 on two pages, for the dossier: what was asked, what was found, the cases in a table, what is not known, and the sources. What
 * it leaves out stands in the long report, made from the same finding, and it says so.
 */
import { citedNumber } from '../../schema/number.ts';
import { isUnknown } from '../../schema/unknown.ts';
import { DECIDERS_LABEL } from './compare.ts';
import { numberReferences, referenceList } from '../reference/numbered-references.ts';
import type { NumberedReferences } from '../reference/numbered-references.ts';
import type { Paper, PaperPart } from '../paper/paper.ts';
import { placesOf, scenarioWarning, titleOf } from '../paper/result-set.ts';
import { markedTitle } from '../site/register.ts';
import { cellOf, keptCases, plainCell, toldFactors, withAgreement, writtenRows } from './report-cases.ts';
import { MATTER_FACTORS, MATTER_FIELDS } from './matter.ts';
import type { Matter } from './matter.ts';
import { headRows, REPORT_NOTE, tellLeftOut, tellUnfound, tellUnread } from './report.ts';
import type { ReportInput } from './report.ts';
import type { Work } from '../reference/work.ts';

type ToldCase = ReturnType<typeof keptCases>[number];

/** So many cases find room on two pages. */
export const SHORT_CASES = 5;
/** Lines for the officer's hand. */
const BLANK_LINES = 2;

/** The short report as a paper. */
export function shortReportPaper(input: ReportInput): Paper {
  const { matter } = input;
  const cases = keptCases(input.kept).slice(0, SHORT_CASES);
  const references = numberReferences(cases.flatMap(({ data }) => data.file.works));
  return {
    title: '类案检索报告',
    note: `${REPORT_NOTE}逐案记录、逐项对照在全文报告里。`,
    isLandscape: false,
    isDense: true,
    parts: [
      {
        kind: 'fields',
        isRecord: true,
        rows: headRows(input),
      },
      { kind: 'heading', text: '一、查什么' },
      { kind: 'fields', isRecord: true, rows: [{ label: '争议焦点', value: matter.issue }, ...matterRows(matter), ...askedRows(input)] },
      { kind: 'heading', text: '二、查到什么' },
      { kind: 'paragraph', text: tellFound(input) },
      { kind: 'heading', text: '三、列入的案例' },
      ...nearestParts(input, cases, references),
      { kind: 'heading', text: '四、还不知道的' },
      ...unknownParts(input, cases),
      { kind: 'heading', text: '五、是否参照，为什么（承办人填写）' },
      { kind: 'blank', lines: BLANK_LINES },
      ...referenceList(references, input.style, '六、出处'),
    ],
  };
}

/** What was written of the matter, where two pages have room for it. */
function matterRows(matter: Matter) {
  const told = writtenRows(matter, TOLD_OF_MATTER);
  const length = told.reduce((sum, { value }) => sum + value.length, matter.issue.length + matter.missing.length);
  if (length > MATTER_LENGTH) return [{ label: '本件的情况', value: '写得较长，记在全文报告里。' }];
  return told;
}

const TOLD_OF_MATTER = ['facts', ...MATTER_FACTORS, 'distinctions', 'excluded', 'steps', 'basis'] as const;
/** So many characters of the matter find room, with the question in dispute and what is to be found out, which are told whatever their length. */
const MATTER_LENGTH = 500;

function askedRows({ search }: ReportInput) {
  if (!search) return [{ label: '检索条件', value: '没有检索，只列承办人选定的条目。' }];
  const { scope, words, rewriting, filters, ignored } = search.asked;
  return [
    { label: '输入的词', value: words.trim() || '没有输入' },
    { label: '实际查找', value: rewriting },
    { label: '范围和条件', value: [scope, search.scope, ...filters].join('；') },
    ...(ignored.length > 0 ? [{ label: '略去的条件', value: ignored.join('、') }] : []),
  ];
}

function tellFound(input: ReportInput): string {
  const { search, kept } = input;
  const unread = tellUnread(input).join('');
  const others = kept.length - keptCases(kept).length;
  const noCases = others > 0 ? `选定的条目里另有 ${others} 条不是案例，记在全文报告里。` : '';
  if (!search) return `没有检索。选定 ${kept.length} 条。${noCases}${unread}`;
  const { hits, closest } = search;
  const told = new Set(
    keptCases(kept)
      .slice(0, SHORT_CASES)
      .map(({ entry }) => entry.id),
  );
  const where = hits.every(({ id }) => told.has(id)) ? '都列在下面' : '目录在全文报告里';
  const found =
    hits.length > 0 ? `共检索到 ${hits.length} 条，${where}。${scenarioWarning(hits)}` : '未检索到；不说明没有这样的案例或规定。';
  const near = closest.length > 0 ? `最接近的 ${closest.length} 条（常见问法或者部分词语相近）不计在内。${scenarioWarning(closest)}` : '';
  return `${found}${near}${tellUnfound(input)}${tellLeftOut(input)}${noCases}${unread}`;
}

/** The cases, a row each below the matter. */
function nearestParts(input: ReportInput, cases: readonly ToldCase[], references: NumberedReferences): PaperPart[] {
  const { kept, matter } = input;
  if (cases.length === 0) return [{ kind: 'paragraph', text: '没有列入案例。' }];
  const left = keptCases(kept).slice(SHORT_CASES);
  return [
    {
      kind: 'table',
      columns: [
        { heading: '案例', width: 20 },
        { heading: '是什么事', width: 32 },
        { heading: '处理结果', width: 16 },
        { heading: DECIDERS_LABEL, width: 16 },
        { heading: '领域', width: 16 },
      ],
      rows: [
        [{ text: '本件' }, { text: matter.subject }, { text: '尚未认定' }, { text: matter.decider }, { text: matter.field }],
        ...cases.map(({ entry, data, compare }) => [
          { text: [entry.id, ...(entry.isScenario ? [] : heldOf(entry, compare))].join('\n') },
          { ...titleOf(entry), text: `${markedTitle(entry)}${entry.isScenario ? '' : references.mark(citesOf(compare, data.file.works))}` },
          { text: resultOf(compare) },
          // By kind: the whole sentence stands in the long report.
          { text: withAgreement(plainCell(compare, DECIDERS_LABEL), matter.decider) },
          { text: withAgreement(plainCell(compare, '领域'), matter.field) },
        ]),
      ],
    },
    {
      kind: 'note',
      text: [
        '排在前面的不等于更像；归了类的才写相同、不同，是不是类案由承办人看。',
        tellLevels(input, cases),
        ...(left.length > 0 ? [`另列入 ${left.length} 个案例，记在全文报告里：${left.map(({ entry }) => entry.id).join('、')}。`] : []),
      ].join(''),
    },
  ];
}

/** What the row rests on: the sources of what happened and how it was decided, or else all that the case has. */
function citesOf({ fields }: ToldCase['compare'], works: readonly Work[]): string[] {
  const cites = fields.flatMap(({ label, cell }) =>
    !TOLD.has(label) || typeof cell === 'string' ? [] : cell.flatMap((item) => item.cites),
  );
  const cited = [...new Set(cites.map((cite) => citedNumber(cite) ?? cite))].filter((id) => works.some((work) => work.id === id));
  return cited.length > 0 ? cited : works.map(({ id }) => id);
}

const TOLD = new Set(['事实经过', '来源的原话', '结论的表述', '认定主体']);

/** Where and when it was, how near to the source the library's is, how much of that was seen, and whether it counts as a case of tolerance. */
function heldOf(entry: ToldCase['entry'], compare: ToldCase['compare']): string[] {
  const places = placesOf(entry);
  return [
    isUnknown(places) ? '地区未载' : places,
    entry.year ?? '年份未载',
    `来源${plainCell(compare, '来源级别')}，只见${plainCell(compare, '编者所见')}`.replace('只见全文', '见到全文'),
    ...(entry.aside === undefined ? [] : ['不算容错案例']),
  ];
}

/** What the levels of the sources mean, as far as the cases have them. */
function tellLevels({ sourceLevels }: ReportInput, cases: readonly ToldCase[]): string {
  const seen = new Set(cases.flatMap(({ entry }) => (entry.isScenario ? [] : (entry.sourceLevel ?? []))));
  const told = sourceLevels.filter(({ name }) => seen.has(name)).map(({ name, note }) => `${name}是${note.replace(/。$/u, '')}`);
  return told.length > 0 ? `来源${told.join('，')}。` : '';
}

/** The result as the library files it, and the words of the source. */
function resultOf(compare: ToldCase['compare']): string {
  const words = plainCell(compare, '来源的原话', '');
  return [plainCell(compare, '处理结果'), isUnknown(words) ? '' : words].filter(Boolean).join('\n');
}

/** Which of the six factors anybody tells, and what else is open. */
function unknownParts({ matter, search }: ReportInput, cases: readonly ToldCase[]): PaperPart[] {
  const missing = matter.missing.split('\n').filter((line) => line.trim() !== '');
  const gaps = cases.flatMap(({ entry, compare }) => {
    const cell = cellOf(compare, '原文没有写明');
    return typeof cell === 'string' ? [] : [`${entry.id} ${cell.length} 项`];
  });
  const lines = [
    ...cases.flatMap(({ entry, data }) => (data.file.notices.length > 0 ? [`${entry.id}：${data.file.notices.join('')}`] : [])),
    ...missing.map((line) => `本件待查：${line}`),
    ...(gaps.length > 0 ? [`来源没有写明的还有：${gaps.join('，')}，逐项记在全文报告里。`] : []),
    ...(search ? ['本库没有收的，不等于没有；换一个说法，可能查到别的。'] : []),
  ];
  const table: PaperPart = {
    kind: 'table',
    columns: [
      { heading: '六因素', width: 15 },
      { heading: '本件', width: 15 },
      ...cases.map(({ entry }) => ({ heading: entry.id, width: 14 })),
    ],
    rows: MATTER_FACTORS.map((factor) => [
      { text: MATTER_FIELDS[factor] },
      { text: matter[factor].trim() === '' ? '没有填' : '填了' },
      ...cases.map(({ compare }) => ({ text: toldFactors(compare).includes(MATTER_FIELDS[factor]) ? '有记载' : '未载' })),
    ]),
  };
  if (cases.length + lines.length === 0) return [{ kind: 'paragraph', text: '没有检索，也没有列入案例。' }];
  return [
    ...(cases.length > 0 ? [table] : []),
    ...(lines.length > 0 ? [{ kind: 'list' as const, mark: 'point' as const, look: 'small' as const, items: lines }] : []),
  ];
}
