/**
 * 类案检索报告: one paper for the file. It says what was asked and found, holds the record of each entry kept, and sets the cases beside the
 * matter in hand; whether a case is followed is left to the officer.
 */
import type { CitingStyle } from '../paper/entry-paper.ts';
import type { Matter } from './matter.ts';
import { numberReferences, referenceList } from '../reference/numbered-references.ts';
import type { NumberedReferences } from '../reference/numbered-references.ts';
import { plainText } from '../paper/paper.ts';
import type { Paper, PaperPart } from '../paper/paper.ts';
import type { RegisterEntry, ResolvedIds } from '../site/register.ts';
import { besideMatter, keptCases, ownParts, recordParts, typedTable } from './report-cases.ts';
import type { KeptEntry } from './report-cases.ts';
import type { LeftOutWhy, Scoped } from './report-scope.ts';
import { columnOf, hitTable, scenarioWarning, titleOf } from '../paper/result-set.ts';
import { tellAsides } from './set-aside.ts';
import { unitsIn } from '../site/units.ts';

/** What was asked, in words. */
export interface AskedSearch {
  /** Where was searched: the whole library or one column of it. */
  scope: string;
  /** As typed; empty when only filters were used. */
  words: string;
  /** How the words were read: as they stand, or rewritten. */
  rewriting: string;
  filters: string[];
  /** What the address asked and the site does not know. */
  ignored: string[];
}

export interface ReportInput {
  /** The moment of the search as the reader's clock has it, written out. */
  time: string;
  address: string;
  dataVersion: string;
  /** `undefined` when nothing was searched and only the entries kept are reported. */
  search?: (Scoped & { asked: AskedSearch; scope: string; closest: readonly RegisterEntry[] }) | undefined;
  /** What has become of the numbers that the address asks to keep. */
  read: Pick<ResolvedIds, 'retired' | 'unknown'>;
  /** The entries that are told at length. */
  kept: readonly KeptEntry[];
  /** Made-up scenarios that were to be kept and are not. */
  scenarios: readonly RegisterEntry[];
  matter: Matter;
  style: CitingStyle;
  collectionNames: Readonly<Record<string, string>>;
  /** Levels of sources from the most authoritative down. */
  sourceLevels: readonly { name: string; note: string }[];
}

export const REPORT_NOTE = '本报告只记录检索的过程和结果，供承办人核对原文，不评分，不作结论，也不是认定意见。';

const BLANK_LINES = 3;

/** The report as a paper. */
export function reportPaper(input: ReportInput): Paper {
  const works = input.kept.flatMap(({ data }) => [...data.file.works, ...(data.compare?.laws ?? []).map(({ work }) => work)]);
  const references = numberReferences(works);
  const { matter } = input;
  return {
    title: '类案检索报告',
    note: REPORT_NOTE,
    isLandscape: false,
    parts: [
      {
        kind: 'fields',
        rows: headRows(input),
      },
      { kind: 'heading', text: '争议焦点（承办人填写）' },
      ...issueParts(matter.issue),
      { kind: 'heading', text: '一、检索条件' },
      ...askedParts(input),
      { kind: 'heading', text: '二、检索结果' },
      ...hitParts(input),
      { kind: 'heading', text: '三、逐案记录' },
      ...keptParts(input, references),
      { kind: 'heading', text: '四、本件与案例对照' },
      ...besideParts(input, references),
      { kind: 'heading', text: '五、是否参照（承办人填写）' },
      ...followedParts(input),
      { kind: 'heading', text: '六、来源的权威顺序' },
      ...authorityParts(input),
      ...referenceList(references, input.style, '七、参考文献'),
    ],
  };
}

/** Whose report it is, and of when. */
export function headRows({ matter, time, address, dataVersion }: ReportInput): { label: string; value: string }[] {
  return [
    { label: '事由', value: matter.subject },
    { label: '检索人', value: matter.searcher },
    { label: '检索时间', value: time },
    { label: '检索网址', value: address },
    { label: '数据版本', value: dataVersion },
  ];
}

function issueParts(issue: string): PaperPart[] {
  if (issue.trim() === '') return [{ kind: 'blank', lines: BLANK_LINES }];
  return issue.split('\n').flatMap((text) => (text.trim() === '' ? [] : [{ kind: 'paragraph', text }]));
}

function askedParts({ search }: ReportInput): PaperPart[] {
  if (!search) return [{ kind: 'paragraph', text: '没有输入检索词，也没有选筛选条件；本报告只列选定的条目。' }];
  const { scope, words, rewriting, filters, ignored } = search.asked;
  return [
    {
      kind: 'fields',
      rows: [
        { label: '检索范围', value: scope },
        { label: '列入范围', value: search.scope },
        { label: '输入的词', value: words.trim() || '没有输入' },
        { label: '实际查找', value: rewriting },
        { label: '筛选条件', value: filters.join('\n') || '没有选' },
        ...(ignored.length > 0 ? [{ label: '略去的条件', value: ignored.join('、') }] : []),
      ],
    },
  ];
}

function hitParts(input: ReportInput): PaperPart[] {
  const { search, collectionNames } = input;
  if (!search) return [{ kind: 'paragraph', text: '没有检索。' }];
  const { hits, leftOut, closest } = search;
  const notListed = tellLeftOut(input);
  if (hits.length === 0 && leftOut.length > 0) {
    return [{ kind: 'paragraph', text: `列入范围内未检索到。${notListed}` }, kindTable(input), ...closestParts(input)];
  }
  if (hits.length === 0 && closest.length > 0) {
    return [{ kind: 'paragraph', text: '在上述条件下，没有条目的正文含有所查的词；换一个说法，可能就有。' }, ...closestParts(input)];
  }
  if (hits.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: '未检索到。在上述数据版本和条件下，本库没有含有所查的词的条目；换一个说法可能就有，也不说明没有这样的案例或规定。',
      },
    ];
  }
  const keptHits = countKept(input, hits);
  const keptText = `逐案列入 ${keptHits} 条${keptHits < hits.length ? '，其余只列目录' : ''}。${tellUnfound(input)}`;
  return [
    { kind: 'paragraph', text: `共检索到 ${hits.length} 条，全部列出。${scenarioWarning(hits)}${keptText}${notListed}` },
    kindTable(input),
    hitTable(hits, collectionNames),
    ...closestParts(input),
  ];
}

/** What the search page lists first without counting it: nothing is left out of the record that its reader has seen there. */
function closestParts(input: ReportInput): PaperPart[] {
  const closest = input.search?.closest ?? [];
  if (closest.length === 0) return [];
  const text = `最接近的 ${closest.length} 条（常见问法或者部分词语相近）不计入检索结果，是不是类案由承办人看。${scenarioWarning(closest)}逐案列入 ${countKept(input, closest)} 条。`;
  return [{ kind: 'paragraph', text }, hitTable(closest, input.collectionNames)];
}

function countKept(input: ReportInput, entries: readonly RegisterEntry[]): number {
  return entries.filter((entry) => isKept(input, entry)).length;
}

function isKept({ kept }: ReportInput, { id }: RegisterEntry): boolean {
  return kept.some(({ entry }) => entry.id === id);
}

/** How many of the entries told at length the search did not find; empty when it found all. */
export function tellUnfound({ search, kept }: ReportInput): string {
  const found = [...(search?.hits ?? []), ...(search?.leftOut ?? []).map(({ entry }) => entry), ...(search?.closest ?? [])];
  const others = kept.filter(({ entry }) => !found.some(({ id }) => id === entry.id)).length;
  return others > 0 ? `另有 ${others} 条不在检索结果里，由承办人列入。` : '';
}

/** What is left out, reason by reason, and how much of it is told at length all the same; empty when nothing is. */
export function tellLeftOut(input: ReportInput): string {
  const outside = input.search?.leftOut ?? [];
  const leftOut = outside.filter(({ entry }) => !isKept(input, entry));
  const kept = outside.length - leftOut.length;
  const count = (why: LeftOutWhy) => leftOut.filter((one) => one.why === why).length;
  const asides = tellAsides(leftOut.flatMap(({ entry, why }) => (why === '不算容错案例' ? (entry.aside ?? []) : [])));
  const parts = [
    ...(asides ? [` ${asides}不算容错案例`] : []),
    ...(count('教学情景（虚构）') > 0 ? [`教学情景（虚构）${count('教学情景（虚构）')} 条`] : []),
    ...(count('不在范围内') > 0 ? [`别的栏目 ${count('不在范围内')} 条不在列入范围内`] : []),
  ];
  const told = kept > 0 ? `不在列入范围内的 ${kept} 条由承办人逐案列入。` : '';
  return told + (parts.length > 0 ? `另有${parts.join('；')}，没有列入。` : '');
}

/** What was found by kind: kept, only listed, and left out. */
function kindTable(input: ReportInput): PaperPart {
  const { search, collectionNames } = input;
  const hits = search?.hits ?? [];
  const leftOut = (search?.leftOut ?? []).map(({ entry }) => entry);
  const found = [...hits, ...leftOut];
  const others = (entries: readonly RegisterEntry[]) => entries.filter((entry) => !isKept(input, entry));
  const kinds = [...new Set(found.map((entry) => columnOf(entry, collectionNames)))];
  const count = (kind: string, entries: readonly RegisterEntry[]) =>
    String(entries.filter((entry) => columnOf(entry, collectionNames) === kind).length);
  return {
    kind: 'table',
    columns: [
      { heading: '类别', width: 44 },
      { heading: '检索到', width: 14 },
      { heading: '逐案列入', width: 14 },
      { heading: '只列目录', width: 14 },
      { heading: '没有列入', width: 14 },
    ],
    rows: kinds.map((kind) => [
      { text: kind },
      { text: count(kind, found) },
      {
        text: count(
          kind,
          found.filter((entry) => isKept(input, entry)),
        ),
      },
      { text: count(kind, others(hits)) },
      { text: count(kind, others(leftOut)) },
    ]),
  };
}

function keptParts(input: ReportInput, references: NumberedReferences): PaperPart[] {
  const { kept, style } = input;
  const about = kept.length === 0 ? '没有选定逐案列入的条目。' : '';
  const text = [about, ...tellUnread(input)].join('');
  return [...(text ? [{ kind: 'paragraph' as const, text }] : []), ...recordParts(kept, references, style.root)];
}

/** What the address asks for and the report has not got, a sentence each. */
export function tellUnread({ read: { retired, unknown }, scenarios }: Pick<ReportInput, 'read' | 'scenarios'>): string[] {
  const others = unknown.filter((number) => unitsIn([number]).length > 0);
  const own = unknown.filter((number) => !others.includes(number));
  return [
    ...(own.length > 0 ? [`网址中本库没有的编号：${own.join('、')}。`] : []),
    ...(others.length > 0 ? [`没有读到别的单位的这些条目：${others.join('、')}。`] : []),
    ...(retired.length > 0 ? [`已经退出、没有使用的条目：${retired.map(({ id }) => id).join('、')}。`] : []),
    ...(scenarios.length > 0
      ? [`选定的条目里有教学情景（虚构）${scenarios.length} 条，没有列入：${scenarios.map(({ id }) => id).join('、')}。`]
      : []),
  ];
}

function besideParts({ kept, matter }: ReportInput, references: NumberedReferences): PaperPart[] {
  const cases = keptCases(kept);
  if (cases.length === 0) return [{ kind: 'paragraph', text: '没有逐案列入的案例，没有对照。' }, ...ownParts(matter, false)];
  return [
    {
      kind: 'note',
      text: '归了类的项目写明与本件是否相同；文字只并排，不判断。“未载”是来源没有写，不等于没有。处理结果归组和认定主体类别由本库按词归入，只为查找，不是定性。',
    },
    typedTable(cases, matter),
    ...besideMatter(cases, matter, references),
    ...ownParts(matter, true),
  ];
}

function followedParts({ kept }: ReportInput): PaperPart[] {
  if (kept.length === 0) return [{ kind: 'blank', lines: BLANK_LINES }];
  return [
    {
      kind: 'table',
      columns: [
        { heading: '条目', width: 36 },
        { heading: '参照／不参照', width: 20 },
        { heading: '理由', width: 44 },
      ],
      rows: kept.map(({ entry }) => [
        { text: `${entry.id}　${plainText(titleOf(entry).text)}` },
        { text: '□ 参照\n□ 部分参照\n□ 不参照' },
        { text: '' },
      ]),
    },
  ];
}

/** Levels in their order, with the cases at each: first those kept, then the hits. */
function authorityParts({ sourceLevels, kept, search }: ReportInput): PaperPart[] {
  const listed = [
    ...new Map(
      [...kept.map(({ entry }) => entry), ...(search?.hits ?? []), ...(search?.closest ?? [])].map((entry) => [entry.id, entry]),
    ).values(),
  ];
  return [
    {
      kind: 'paragraph',
      text: '引用时以级别高、看到原文的为先；级别低的只作线索，须查原件。“编者所见”是编者看到了来源的多少：全文、摘录，或者仅题名。',
    },
    {
      kind: 'table',
      columns: [
        { heading: '级别', width: 12 },
        { heading: '是什么', width: 38 },
        { heading: '本报告列出的案例', width: 50 },
      ],
      rows: sourceLevels.map(({ name, note }) => [
        { text: name },
        { text: note },
        {
          text:
            listed
              .filter(({ sourceLevel }) => sourceLevel === name)
              .map(({ id }) => id)
              .join('、') || '无',
        },
      ]),
    },
  ];
}
