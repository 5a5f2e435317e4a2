/** The worksheet as a paper: what the officer wrote under each heading, of what the page lists that which stands open, and where it is found. */
import type { Paper, PaperPart } from '../paper/paper.ts';

export interface WorksheetSection {
  heading: string;
  /** What the officer wrote; lines to be filled in by hand where nothing was. */
  note: string;
  /** Lists that stand open on the page, with their headings and what the page says of each: how many are left out. */
  lists: { heading: string; items: string[]; notes: string[] }[];
}

export interface QuotedEntry {
  title: string;
  address: string;
}

const WORKSHEET_NOTE = '研判记录：逐项想一遍，不打分，不推荐结果，也不代替认定。所列规则和案例的文字以原文为准。';

const BLANK_LINES = 3;

/** The paper. */
export function worksheetPaper(
  sections: readonly WorksheetSection[],
  quoted: readonly QuotedEntry[],
  about: readonly { label: string; value: string }[],
): Paper {
  return {
    title: '六因素研判记录',
    note: WORKSHEET_NOTE,
    isLandscape: false,
    parts: [
      { kind: 'fields', rows: [...about] },
      ...sections.flatMap(({ heading, note, lists }): PaperPart[] => [
        { kind: 'heading', text: heading },
        ...(note.trim() === ''
          ? [{ kind: 'blank' as const, lines: BLANK_LINES }]
          : note.split('\n').map((text) => ({ kind: 'paragraph' as const, text }))),
        ...lists.flatMap((list): PaperPart[] => [
          { kind: 'subheading', text: list.heading },
          ...(list.items.length > 0 ? [{ kind: 'list' as const, mark: 'number' as const, look: 'small' as const, items: list.items }] : []),
          ...list.notes.map((text) => ({ kind: 'note' as const, text })),
        ]),
      ]),
      ...quotedParts(quoted),
    ],
  };
}

function quotedParts(quoted: readonly QuotedEntry[]): PaperPart[] {
  if (quoted.length === 0) return [];
  return [
    { kind: 'heading', text: '所列规则和案例' },
    { kind: 'note', text: '上面所列各句的出处写在本库的这些条目里，核对原文从这里查起。' },
    { kind: 'list', mark: 'number', look: 'small', items: quoted.map(({ title, address }) => `${title}　${address}`) },
  ];
}
