/** One line of text of a Word file, which the program breaks where the page ends. */
import { FootnoteReferenceRun, LineRuleType, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions } from 'docx';
import { runsOf } from '../../domain/paper/paper.ts';
import type { PaperText } from '../../domain/paper/paper.ts';
import type { FACES } from './fixed-parts.ts';

export interface Look {
  face: (typeof FACES)[keyof typeof FACES];
  /** Half points. */
  size: number;
  /** Of lines, in twentieths of a point. */
  distance: number;
  bold?: boolean;
}

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
export function textLine(text: PaperText, look: Look, notes: Notes, more: IParagraphOptions = {}): Paragraph {
  const { face, size, distance, bold = false } = look;
  const letters = { size, bold, font: face };
  return new Paragraph({
    ...more,
    spacing: { line: distance, lineRule: LineRuleType.AT_LEAST, ...more.spacing },
    children: runsOf(text).map((run) =>
      typeof run === 'string' ? new TextRun({ ...letters, text: cleaned(run) }) : new FootnoteReferenceRun(notes.add(run.note)),
    ),
  });
}

/** Control characters make a file that Word refuses; they can only come from an address. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
