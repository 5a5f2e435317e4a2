/** 类案检索报告: the record of a search for the file. It says what was asked and found; likenesses and differences are left to the officer. */
import type { Paper, PaperPart } from './paper.ts';
import type { RegisterEntry, ResolvedIds } from './register.ts';
import { BASIS_LABEL, RELATED_LABEL } from './law-links.ts';
import { hitTable, placesOf, scenarioWarning, titleOf } from './result-set.ts';
import { tellAsides } from './set-aside.ts';

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
  /** `undefined` when nothing was searched and only the tray is reported. */
  search?: { asked: AskedSearch; hits: RegisterEntry[]; leftOut: RegisterEntry[] } | undefined;
  read: ResolvedIds;
  /** What the entries read name as their basis, and what the editors connect with them, in words with their sources. */
  law: { id: string; basis: string; related: string }[];
  /** Address of the comparison of the entries read; empty when fewer than two. */
  comparison: string;
  collectionNames: Readonly<Record<string, string>>;
  /** Levels of sources from the most authoritative down. */
  sourceLevels: readonly { name: string; note: string }[];
}

export const REPORT_NOTE = '本报告只记录检索的过程和结果，供承办人核对原文，不评分，不作结论，也不是认定意见。';

const BLANK_LINES = 5;

/** The report as a paper. */
export function reportPaper(input: ReportInput): Paper {
  return {
    title: '类案检索报告',
    note: REPORT_NOTE,
    isLandscape: false,
    parts: [
      {
        kind: 'fields',
        rows: [
          { label: '检索人', value: '' },
          { label: '事由', value: '' },
          { label: '检索时间', value: input.time },
          { label: '检索网址', value: input.address },
          { label: '数据版本', value: input.dataVersion },
        ],
      },
      { kind: 'heading', text: '一、检索条件' },
      ...askedParts(input),
      { kind: 'heading', text: '二、检索结果' },
      ...hitParts(input),
      { kind: 'heading', text: '三、阅读和比对的条目' },
      ...readParts(input),
      { kind: 'heading', text: '四、来源的权威顺序' },
      ...authorityParts(input),
      { kind: 'heading', text: '五、相同之处（承办人填写）' },
      { kind: 'blank', lines: BLANK_LINES },
      { kind: 'heading', text: '六、不同之处（承办人填写）' },
      { kind: 'blank', lines: BLANK_LINES },
    ],
  };
}

function askedParts({ search }: ReportInput): PaperPart[] {
  if (!search) return [{ kind: 'paragraph', text: '没有输入检索词，也没有选筛选条件；本报告只列比对篮里的条目。' }];
  const { scope, words, rewriting, filters, ignored } = search.asked;
  return [
    {
      kind: 'fields',
      rows: [
        { label: '检索范围', value: scope },
        { label: '输入的词', value: words.trim() || '没有输入' },
        { label: '实际查找', value: rewriting },
        { label: '筛选条件', value: filters.join('\n') || '没有选' },
        ...(ignored.length > 0 ? [{ label: '略去的条件', value: ignored.join('、') }] : []),
      ],
    },
  ];
}

function hitParts({ search, collectionNames }: ReportInput): PaperPart[] {
  if (!search) return [{ kind: 'paragraph', text: '没有检索。' }];
  const { hits, leftOut } = search;
  const aside = tellAsides(leftOut.flatMap((hit) => hit.aside ?? []));
  const notListed = aside ? `另有 ${aside}不算容错案例，没有列入。` : '';
  if (hits.length === 0 && leftOut.length > 0) return [{ kind: 'paragraph', text: `没有检索到容错案例和其他条目。${notListed}` }];
  if (hits.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: '未检索到。在上述数据版本和条件下，本库没有符合的条目；这只说明本库没有收录，不说明没有这样的案例或规定。',
      },
    ];
  }
  const counted = `共检索到 ${hits.length} 条，全部列出。${scenarioWarning(hits)}${notListed}`;
  return [{ kind: 'paragraph', text: counted }, hitTable(hits, collectionNames)];
}

function readParts({ read: { found, retired, unknown }, comparison, law }: ReportInput): PaperPart[] {
  const notes = [
    ...(unknown.length > 0 ? [`网址中本库没有的编号：${unknown.join('、')}。`] : []),
    ...(retired.length > 0 ? [`已经退出、没有使用的条目：${retired.map(({ id }) => id).join('、')}。`] : []),
  ];
  if (found.length === 0) return [{ kind: 'paragraph', text: ['没有列入阅读和比对的条目。', ...notes].join('') }];
  return [
    {
      kind: 'table',
      columns: [
        { heading: '编号', width: 12 },
        { heading: '标题', width: 46 },
        { heading: '地区', width: 16 },
        { heading: '处理结果', width: 14 },
        { heading: '来源级别', width: 12 },
      ],
      rows: found.map((entry) => [
        { text: entry.id },
        titleOf(entry),
        { text: placesOf(entry) },
        { text: entry.outcome ?? '不适用' },
        { text: entry.sourceLevel ?? '不适用' },
      ]),
    },
    ...lawParts(law),
    ...[...(comparison ? [`逐项比对的网址：${comparison}`] : []), ...notes].map((text) => ({ kind: 'paragraph', text }) as const),
  ];
}

/** The law of the entries read: their sources' own basis apart from what the editors connect. */
function lawParts(law: ReportInput['law']): PaperPart[] {
  if (law.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { heading: '编号', width: 12 },
        { heading: BASIS_LABEL, width: 40 },
        { heading: RELATED_LABEL, width: 48 },
      ],
      rows: law.map(({ id, basis, related }) => [{ text: id }, { text: basis }, { text: related }]),
    },
  ];
}

/** Levels in their order, with the cases at each: first the cases read, or else the hits. */
function authorityParts({ sourceLevels, read, search }: ReportInput): PaperPart[] {
  const listed = [...new Map([...read.found, ...(search?.hits ?? [])].map((entry) => [entry.id, entry])).values()];
  return [
    { kind: 'paragraph', text: '引用时以级别高、看到原文的为先；级别低的只作线索，须查原件。' },
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
