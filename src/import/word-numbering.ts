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
  /** How many of the levels above it, from the first, begin it anew; 0 where it runs on, as articles do through the chapters of a law. */
  restartsAfter: number;
  /** Whether Word writes all numbers of its label in digits (“正规形式编号”). */
  isInDigits: boolean;
}

interface Lists {
  levels: Map<string, Level[]>;
  /** The list that a number refers to, and levels that begin anew with it. */
  numbers: Map<string, { list: string; starts: Map<number, number> }>;
}

/** A counter for the lists of a document. */
export function listCounter(part: ZipPart | undefined): ListCounter {
  const { levels, numbers } = part ? readLists(part) : { levels: new Map<string, Level[]>(), numbers: new Map<string, never>() };
  const counts = new Map<string, (number | undefined)[]>();
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
      for (const [lower, { restartsAfter }] of list.entries()) if (lower > level && level < restartsAfter) count[lower] = undefined;
      if (form.format === 'bullet') return '·';
      if (form.format === 'none') return '';
      return form.text.replace(/%(\d)/gu, (_, at: string) => {
        const index = Number(at) - 1;
        const inner = list[index];
        return inner ? written(count[index] ?? inner.start, form.isInDigits ? 'decimal' : inner.format) : '';
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
        case 'lvl': {
          const depth = Number(attribute('ilvl') ?? 0);
          level = { start: 1, format: 'decimal', text: '', restartsAfter: depth, isInDigits: false };
          // A level that a single number sets anew stands below that number; the list keeps its own.
          if (number === '') levels.get(abstract)?.splice(depth, 1, level);
          break;
        }
        case 'start':
          if (level) level.start = Number(value);
          break;
        case 'numFmt':
          if (level) level.format = value;
          break;
        case 'lvlText':
          if (level) level.text = value;
          break;
        case 'lvlRestart':
          if (level && Number(value) <= level.restartsAfter) level.restartsAfter = Number(value);
          break;
        case 'isLgl':
          if (level) level.isInDigits = !/^(?:0|false|off)$/u.test(value);
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
      return chineseNumber(count);
    case 'chineseLegalSimplified':
      return formalNumber(count);
    case 'ideographTraditional':
      return HEAVENLY_STEMS.charAt(count - 1) || String(count);
    case 'ideographZodiac':
      return EARTHLY_BRANCHES.charAt(count - 1) || String(count);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(count)].map((digit) => DIGITS.charAt(Number(digit))).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'lowerLetter':
      return letters(count).toLowerCase();
    case 'upperLetter':
      return letters(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    default:
      return String(count);
  }
}

/** Behind Z come AA and BB, as Word writes them, and behind thirty of them nothing that one could read. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';
const EARTHLY_BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 贰拾壹 for 21 and 壹拾 for 10, as on bank notes. */
function formalNumber(count: number): string {
  const plain = count >= 10 && count < 20 ? `一${chineseNumber(count)}` : chineseNumber(count);
  return plain.replace(/[一二三四五六七八九十百千]/gu, (sign) =>
    '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt('一二三四五六七八九十百千'.indexOf(sign)),
  );
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
