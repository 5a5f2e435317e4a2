/** An entry's file as a paper for Word. Light: the browser loads this when a reader asks for the file. */
import type { Paper, PaperPart } from './paper.ts';
import { EDITIONS, formatReference } from '../reference/reference.ts';
import type { EditionKey } from '../reference/reference.ts';
import { withRoot } from '../reference/work.ts';
import type { Work } from '../reference/work.ts';

/** An entry as its Word file and its references need it. */
export interface EntryFile {
  id: string;
  title: string;
  /** Path of the page below the site's base. */
  path: string;
  /** What must be said wherever the entry is used: a constructed scenario, a retirement. */
  notices: string[];
  /** What each sheet of it says: that it is made up, or that the document may not hold any more. */
  foot?: string;
  /** What it is, what it means for the reader, where it stands, and where the text is. */
  answer: { label: string; value: string }[];
  /** By what the entry is filed. */
  facts: { label: string; value: string }[];
  /** Of a local rule what it says, element by element, and its deadlines; none for any other entry. */
  rule?: RuleLine[];
  parts: PaperPart[];
  record: { label: string; value: string }[];
  /** The entry's own page. */
  page: Work;
  /** The document that the entry is about, if any, and what it cites. */
  works: Work[];
}

/** One element of a rule; what is not known has no citation. */
export interface RuleLine {
  label: string;
  text: string;
  cites: string[];
}

/** How references are to be written. */
export interface CitingStyle {
  edition: EditionKey;
  /** The day on which the reader read the pages, `2026-11-25`. */
  accessed: string;
  /** The address of the site as the reader has it, ending in a slash. */
  root: string;
}

/** What every paper made of an entry says of itself. */
const ENTRY_NOTE = '非官方材料，由网站条目导出，事实以所注出处的原文为准。';

/** One reference as the reader wants it. */
export function citeWork(work: Work, { edition, accessed, root }: CitingStyle): string {
  return formatReference(withRoot(work, root), edition, accessed);
}

/** The paper: notices, answer, header, blocks, references, record. The same file, style and data version give the same paper. */
export function entryPaper(file: EntryFile, style: CitingStyle, dataVersion: string): Paper {
  return {
    title: file.title,
    note: [...file.notices, ENTRY_NOTE].join(''),
    ...(file.foot !== undefined && { foot: file.foot }),
    isLandscape: false,
    parts: [
      { kind: 'fields', rows: file.answer },
      { kind: 'fields', rows: file.facts },
      ...file.parts,
      ...referenceParts(file, style),
      { kind: 'heading', text: '核对记录' },
      {
        kind: 'fields',
        // Small, so that it stays whole: its last lines would be a page of their own.
        isRecord: true,
        rows: [
          ...file.record,
          { label: '固定网址', value: withRoot(file.page, style.root).url ?? '' },
          { label: '数据版本', value: dataVersion },
          { label: '引用本条', value: citeWork(file.page, style) },
        ],
      },
    ],
  };
}

/** The works by the names that the text calls them. */
function referenceParts({ works }: EntryFile, style: CitingStyle): PaperPart[] {
  if (works.length === 0) return [];
  return [
    { kind: 'heading', text: '参考文献' },
    { kind: 'note', text: `按 ${EDITIONS[style.edition].name} 著录；左栏是脚注里的称呼。` },
    {
      kind: 'table',
      columns: [
        { heading: '称呼', width: 26 },
        { heading: '著录', width: 74 },
      ],
      rows: works.map((work) => [{ text: work.name }, { text: citeWork(work, style) }]),
    },
  ];
}
