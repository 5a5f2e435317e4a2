/** What programs and disks do to a file: line ends, encodings, cut ends. The first of them change nothing that is said. */
import type { EntryDraft } from './entry-draft.ts';
import type { Operator } from './mutation.ts';

export const byteOperators: readonly Operator[] = [
  { name: 'Windows line ends', apply: ({ text }) => ({ content: text.replaceAll('\n', '\r\n'), lines: [], what: 'CRLF' }) },
  { name: 'a byte order mark', apply: ({ text }) => ({ content: `\ufeff${text}`, lines: [], what: 'BOM' }) },
  {
    name: 'Windows line ends and a byte order mark',
    apply: ({ text }) => ({ content: `\ufeff${text.replaceAll('\n', '\r\n')}`, lines: [], what: 'BOM, CRLF' }),
  },
  { name: 'no line end at the end', apply: ({ text }) => ({ content: text.trimEnd(), lines: [], what: 'no last line end' }) },
  { name: 'empty lines at the end', apply: ({ text }) => ({ content: `${text}\n\n\n`, lines: [], what: 'empty lines' }) },
  {
    name: 'blanks at the ends of fields',
    apply: ({ lines, fieldsEnd }) => ({
      content: lines.map((line, index) => (index < fieldsEnd ? `${line}  ` : line)).join('\n'),
      lines: [],
      what: 'blanks',
    }),
  },
  { name: 'GBK', apply: (draft) => ({ content: toGbk(draft.text), lines: [firstChineseLine(draft)], what: 'GBK' }) },
  {
    name: 'one line in GBK',
    apply(draft, random) {
      const chinese = [...draft.lines.keys()].filter((line) => /\p{Script=Han}{3}/u.test(draft.lines[line] ?? ''));
      const line = random.pick(chinese);
      const before = bytesOf(`${draft.lines.slice(0, line).join('\n')}\n`);
      const after = bytesOf(`\n${draft.lines.slice(line + 1).join('\n')}`);
      return {
        content: Uint8Array.from([...before, ...toGbk(draft.lines[line] ?? ''), ...after]),
        lines: [line],
        what: `line ${line + 1} in GBK`,
      };
    },
  },
  {
    name: 'UTF-16',
    apply: ({ text }) => ({
      content: Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [(c.codePointAt(0) ?? 0) & 0xff, (c.codePointAt(0) ?? 0) >> 8])]),
      lines: [0],
      what: 'UTF-16',
    }),
  },
  {
    name: 'a character cut in two',
    apply(draft, random) {
      const bytes = bytesOf(draft.text);
      const inside = [...bytes.keys()].filter((at) => ((bytes[at] ?? 0) & 0xc0) === 0x80);
      const at = random.pick(inside);
      return { content: bytes.filter((_, index) => index !== at), lines: [lineAt(bytes, at)], what: `byte ${at} left out` };
    },
  },
  {
    name: 'an end in the middle of a character',
    apply(draft, random) {
      const bytes = bytesOf(draft.text);
      const inside = [...bytes.keys()].filter((at) => ((bytes[at] ?? 0) & 0xc0) === 0x80);
      const at = random.pick(inside);
      return { content: bytes.subarray(0, at), lines: [lineAt(bytes, at)], what: `cut at byte ${at}` };
    },
  },
  {
    name: 'a NUL byte',
    apply(draft, random) {
      const bytes = bytesOf(draft.text);
      const at = random.below(bytes.length);
      return {
        content: Uint8Array.from([...bytes.subarray(0, at), 0, ...bytes.subarray(at)]),
        lines: [lineAt(bytes, at)],
        what: `NUL at byte ${at}`,
      };
    },
  },
  {
    name: 'an end within the fields',
    apply(draft, random) {
      const line = 1 + random.below(draft.fieldsEnd - 1);
      const text = draft.lines[line] ?? '';
      const content = [...draft.lines.slice(0, line), [...text].slice(0, random.below(text.length + 1)).join('')].join('\n');
      return { content, lines: [0], what: `cut in line ${line + 1}` };
    },
  },
  { name: 'an empty file', apply: () => ({ content: '', lines: [0], what: 'empty' }) },
  {
    name: 'another name',
    apply(draft, random) {
      const [folder = '', name = ''] = draft.place.split('/');
      const names = [
        name.toUpperCase(),
        `${folder}/${name}`,
        name.replace('.mdx', '.md'),
        name.replace('.mdx', '.MDX'),
        `浙江-${name}`,
        name.replace('.mdx', ' (1).mdx'),
      ];
      return { place: `${folder}/${random.pick(names)}`, content: draft.text, lines: [0], what: 'renamed' };
    },
  },
];

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function lineAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 0x0a).length;
}

function firstChineseLine({ lines }: EntryDraft): number {
  return lines.findIndex((line) => /[^\x00-\x7f]/u.test(line));
}

/** GBK of every character that has two bytes in it, read out of the decoder; others become a question mark. */
const GBK = new Map<string, number[]>();
const decoder = new TextDecoder('gbk');
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if ([...character].length === 1 && !GBK.has(character)) GBK.set(character, [high, low]);
  }
}

function toGbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((c) => ((c.codePointAt(0) ?? 0) < 0x80 ? [c.codePointAt(0) ?? 0] : (GBK.get(c) ?? [0x3f]))));
}
