/** The numbers that Word shows before paragraphs and does not keep in their text: 一、（一）1. 第一条, counted as Word counts them. */
import { chineseNumber, DIGITS } from '../domain/chinese/chinese-number.ts';
import { readXml } from './xml.ts';
import type { ZipPart } from './zip-parts.ts';

/** Where a paragraph stands in its list. */
export interface ListPlace {
  numId: string;
  level: number;
}

/** Counts on through a document: the label of each paragraph in turn. */
export interface ListCounter {
  /** The label before a paragraph; empty when its list has none. */
  labelOf(place: ListPlace): string;
}

interface Level {
  start: number;
  format: string;
  text: string;
}

interface Lists {
  levels: Map<string, Level[]>;
  /** The list that a number refers to, and levels that begin anew with it. */
  numbers: Map<string, { list: string; starts: Map<number, number> }>;
}

/** A counter for the lists of a document. */
export function listCounter(part: ZipPart | undefined): ListCounter {
  const { levels, numbers } = part ? readLists(part) : { levels: new Map<string, Level[]>(), numbers: new Map<string, never>() };
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    labelOf({ numId, level }) {
      const number = numbers.get(numId);
      const list = number && levels.get(number.list);
      const form = list?.[level];
      if (!number || !list || !form) return '';
      const count = counts.get(number.list) ?? [];
      counts.set(number.list, count);
      const restart = begun.has(numId) ? undefined : number.starts.get(level);
      if (restart !== undefined) count[level] = restart - 1;
      begun.add(numId);
      count[level] = (count[level] ?? form.start - 1) + 1;
      count.length = level + 1;
      if (form.format === 'bullet') return '·';
      if (form.format === 'none') return '';
      return form.text.replace(/%(\d)/gu, (_, at: string) => {
        const index = Number(at) - 1;
        const inner = list[index];
        return inner ? written(count[index] ?? inner.start, inner.format) : '';
      });
    },
  };
}

function readLists(part: ZipPart): Lists {
  const levels: Lists['levels'] = new Map();
  const numbers: Lists['numbers'] = new Map();
  let abstract = '';
  let level: Level | undefined;
  let number = '';
  let override = 0;
  readXml(part.bytes(), {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      switch (name) {
        case 'abstractNum':
          abstract = attribute('abstractNumId') ?? '';
          levels.set(abstract, []);
          break;
        case 'lvl':
          level = { start: 1, format: 'decimal', text: '' };
          // A level that a single number sets anew stands below that number; the list keeps its own.
          if (number === '') levels.get(abstract)?.splice(Number(attribute('ilvl') ?? 0), 1, level);
          break;
        case 'start':
          if (level) level.start = Number(value);
          break;
        case 'numFmt':
          if (level) level.format = value;
          break;
        case 'lvlText':
          if (level) level.text = value;
          break;
        case 'num':
          number = attribute('numId') ?? '';
          numbers.set(number, { list: '', starts: new Map() });
          break;
        case 'abstractNumId': {
          const known = numbers.get(number);
          if (known) known.list = value;
          break;
        }
        case 'lvlOverride':
          override = Number(attribute('ilvl') ?? 0);
          break;
        case 'startOverride':
          numbers.get(number)?.starts.set(override, Number(value));
          break;
      }
    },
    close(name) {
      if (name === 'lvl') level = undefined;
      if (name === 'num') number = '';
    },
    text: () => undefined,
  });
  return { levels, numbers };
}

function written(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographTraditional':
    case 'chineseLegalSimplified':
      return chineseNumber(count);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(count)].map((digit) => DIGITS.charAt(Number(digit))).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
    case 'lowerLetter':
      return String.fromCharCode(96 + ((count - 1) % 26) + 1);
    case 'upperLetter':
      return String.fromCharCode(64 + ((count - 1) % 26) + 1);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    default:
      return String(count);
  }
}

const ROMAN: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let rest = count;
  let text = '';
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
