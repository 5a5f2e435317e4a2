/** Lists of a Word file, numbered by the program that opens it, so that whoever works in the file can put points in and take them out. */
import { AlignmentType, LevelFormat, LevelSuffix } from 'docx';
import type { ILevelsOptions, IParagraphOptions } from 'docx';
import type { ListMark, PaperList } from '../../domain/paper/paper.ts';
import type { Look } from './looks.ts';

/** The signs of a level in the words of the file format: `%1` is the number of the first level. */
const SIGNS: Record<ListMark, (level: number) => Pick<ILevelsOptions, 'format' | 'text'>> = {
  point: () => ({ format: LevelFormat.BULLET, text: '·' }),
  number: (level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}．` }),
  bracket: (level) => ({ format: LevelFormat.DECIMAL, text: `[%${level + 1}]` }),
};
/** Characters that a sign and the space after it take, a number having one digit. */
const WIDTHS: Record<ListMark, number> = { point: 1, number: 2, bracket: 2 };
const DIGIT = 0.5;
/** Characters by which a list in a list stands further in. */
const STEP = 2;
/** Word knows nine levels. */
const DEEPEST = 8;
/** Twentieths of a point in half a point. */
const HALF_POINT = 10;

/** How the paragraphs of a list stand: the first of each point, and those that follow in it. */
export interface ListPlaces {
  first: Pick<IParagraphOptions, 'numbering' | 'indent'>;
  more: Pick<IParagraphOptions, 'indent'>;
}

/** The lists of a file, each with a numbering of its own, so that none goes on counting where another ended. */
export class Lists {
  #count = 0;

  /** Where the paragraphs of the next list stand; `depth` is 0 for a list that is in no other. */
  next({ mark, from = 1, look: wanted, items }: PaperList, depth: number, { face, size }: Look): ListPlaces {
    const isText = wanted === 'text';
    const level = Math.min(depth, DEEPEST);
    const character = size * HALF_POINT;
    const outer = level * STEP * character;
    const digits = mark === 'point' || !mark ? 1 : String(from + items.length - 1).length;
    const wide = Math.round(((mark ? WIDTHS[mark] : 1) + (digits - 1) * DIGIT) * character);
    const [first, more] = isText
      ? [
          { left: outer, firstLine: 2 * character },
          { left: outer, firstLine: 2 * character },
        ]
      : [{ left: outer + wide, hanging: wide }, { left: outer + wide }];
    if (!mark) return { first: { indent: first }, more: { indent: more } };
    this.#count += 1;
    const definition: ILevelsOptions = {
      ...SIGNS[mark](level),
      level,
      start: from,
      alignment: AlignmentType.LEFT,
      suffix: isText ? LevelSuffix.NOTHING : LevelSuffix.TAB,
      style: { paragraph: { indent: first }, run: { font: face, size } },
    };
    const reference = { reference: `list-${this.#count}`, levels: [definition] };
    return { first: { numbering: { reference, level, instance: 0 }, indent: first }, more: { indent: more } };
  }
}
