/** Bytes to text: UTF-8 with or without a byte order mark, any line ends; other encodings are named, not guessed through. */
import type { ReadProblem } from './read-problem.ts';

const SAVE_AS = '请在编辑器里“另存为”，编码选 UTF-8。';

/** The text with `\n` line ends, or why the bytes cannot be read. */
export function decodeText(bytes: Uint8Array): string | ReadProblem {
  const other = otherKind(bytes);
  if (other) return other;
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    return { ...unreadable(`文件的编码是 UTF-16，不是 UTF-8。${SAVE_AS}`), at: { line: 1, column: 1 } };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const line = countLines(bytes.subarray(0, zero));
    return {
      ...unreadable('这一行有空字符（NUL），文件可能已经损坏，或者不是文本文件。请从上一个好的版本恢复。'),
      at: { line, column: 1 },
    };
  }
  const text = decode(bytes, 'utf-8');
  if (text === undefined) {
    const guess =
      decode(bytes, 'gb18030') === undefined ? '从这一行起不是 UTF-8 编码的文字。' : '从这一行起文字的编码不是 UTF-8，像是 GBK。';
    return { ...unreadable(guess + SAVE_AS), at: { line: firstBadLine(bytes), column: 1 } };
  }
  const lines = text.replaceAll('\r\n', '\n');
  const lone = lines.indexOf('\r');
  if (lone < 0) return lines;
  return {
    ...unreadable('这一行用了旧式的换行符（只有 CR），各程序读出来的行数不一样。请在编辑器里把换行改成 LF 或 CRLF 再保存。'),
    at: { line: lines.slice(0, lone).split('\n').length, column: 1 },
  };
}

/** What is said of a file of a known kind that is no text, whatever its name ends in; `undefined` for all others. */
export function otherKind(bytes: Uint8Array): ReadProblem | undefined {
  const found = KINDS.find(({ begins }) => startsWith(bytes, begins));
  return found && { ...unreadable(`${found.what}，改了扩展名也不是文本。${found.cure}`), at: { line: 1, column: 1 } };
}

const BRING_IN = '请改回原来的扩展名，移到内容文件夹外面，用 npm run import -- 文件名 导入，或者把文字复制到新建的条目里。';
const LEAVE_OUT = '内容文件夹里只放文本，请移到别处。';
const KINDS = [
  { begins: [0x50, 0x4b, 0x03, 0x04], what: '这是 Word、WPS 或 Excel 的文件（也可能是压缩包）', cure: BRING_IN },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], what: '这是旧格式的 Word、Excel 或 WPS 文件', cure: BRING_IN },
  { begins: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: '这是 RTF 文件', cure: BRING_IN },
  { begins: [0x25, 0x50, 0x44, 0x46], what: '这是 PDF 文件', cure: '请把要用的文字复制到新建的条目里，PDF 放在内容文件夹外面。' },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: '这是图片', cure: LEAVE_OUT },
  { begins: [0xff, 0xd8, 0xff], what: '这是图片', cure: LEAVE_OUT },
  { begins: [0x47, 0x49, 0x46, 0x38], what: '这是图片', cure: LEAVE_OUT },
];

function unreadable(message: string): ReadProblem {
  return { kind: 'unreadable-file', at: undefined, message };
}

/** `TextDecoder` drops a byte order mark by itself. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line whose bytes are not UTF-8. A line feed is one byte in every encoding that authors have. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    if (decode(bytes.subarray(start, end), 'utf-8') === undefined) return line;
    start = end + 1;
  }
  return line;
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function countLines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
}
