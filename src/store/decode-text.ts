/** Bytes to text: UTF-8 with or without a byte order mark, any line ends; other encodings are named, not guessed through. */
import type { ReadProblem } from './yaml-document.ts';

const SAVE_AS = '请在编辑器里“另存为”，编码选 UTF-8。';

/** The text with `\n` line ends, or why the bytes cannot be read. */
export function decodeText(bytes: Uint8Array): string | ReadProblem {
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
