/** One line of text of a Word file, which the program breaks where the page ends. */
import { FootnoteReferenceRun, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions } from 'docx';
import { runsOf } from '../../domain/paper/paper.ts';
import type { PaperText } from '../../domain/paper/paper.ts';
import type { Look } from './looks.ts';

/** Notes of a file, in the order in which they are taken: the number of each is its place, from 1. */
export class Notes {
  readonly texts: string[] = [];

  /** Takes a note and gives its number. */
  add(text: string): number {
    this.texts.push(text);
    return this.texts.length;
  }
}

/** A paragraph; notes in the text become footnotes of the file. */
export function textLine(text: PaperText, { style }: Look, notes: Notes, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...more,
    style,
    children: runsOf(text).map((run) => (typeof run === 'string' ? textRun(cleaned(run)) : new FootnoteReferenceRun(notes.add(run.note)))),
  });
}

/** Quotation marks, dashes and points that Latin and Chinese share: a program sets them as Latin, narrow, unless the run itself says otherwise. */
const SHARED = /[\u00A1-\u2E7F]/u;
const CHINESE = { hint: 'eastAsia' } as const;

function textRun(text: string): TextRun {
  return new TextRun(SHARED.test(text) ? { text, font: CHINESE } : text);
}

/** Control characters make a file that Word refuses; they can only come from an address. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
