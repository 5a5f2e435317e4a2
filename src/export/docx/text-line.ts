/** One line of text of a Word file, which the program breaks where the page ends. */
import { LineRuleType, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions, IRunOptions } from 'docx';
import type { FACES } from './fixed-parts.ts';

export interface Look {
  face: (typeof FACES)[keyof typeof FACES];
  /** Half points. */
  size: number;
  /** Of lines, in twentieths of a point. */
  distance: number;
  bold?: boolean;
}

/** A paragraph of one run. */
export function textLine(text: string, { face, size, distance, bold = false }: Look, more: IParagraphOptions = {}): Paragraph {
  const options: IRunOptions = { text: cleaned(text), size, bold, font: face };
  return new Paragraph({
    ...more,
    spacing: { line: distance, lineRule: LineRuleType.AT_LEAST, ...more.spacing },
    children: [new TextRun(options)],
  });
}

/** Control characters make a file that Word refuses; they can only come from an address. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
