/**
 * The parts of an Office file (a ZIP archive), looked through before anything is unpacked: how many, how large, and none that would run or fetch.
 * What a file says of its own sizes is not believed: no part is unpacked further than its limit.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { ImportError } from './import-error.ts';

/** A part of the archive, unpacked when asked for. */
export interface ZipPart {
  name: string;
  /** Bytes as the archive tells. */
  size: number;
  bytes(): Uint8Array;
}

export interface ZipLimits {
  /** Bytes of the file as it lies on disk. */
  file: number;
  /** Parts in the archive. */
  parts: number;
  /** Bytes of all parts together, unpacked. */
  unpacked: number;
}

export const OFFICE_LIMITS: ZipLimits = { file: 40 * 2 ** 20, parts: 4000, unpacked: 400 * 2 ** 20 };

/** The parts by name. Throws an `ImportError` for what is no archive, is damaged or locked, or is beyond the limits. */
export function readZip(file: Uint8Array, limits: ZipLimits = OFFICE_LIMITS): Map<string, ZipPart> {
  if (file.length > limits.file)
    throw new ImportError(`文件有 ${inMegabytes(file.length)} MB，上限是 ${inMegabytes(limits.file)} MB。请删去图片或分成几个文件。`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw new ImportError(`文件里有 ${count} 个部件，上限是 ${limits.parts} 个，不像普通的文档。请另存一份再试。`);
  const parts = new Map<string, ZipPart>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const start = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + (lengths[0] ?? 0)));
    if ((flags & 1) === 1) throw new ImportError('文件加了密码。请在 Word、Excel 或 WPS 里取消密码，另存以后再导入。');
    if (name.split('/').includes('..') || name.startsWith('/')) throw damaged();
    total += size;
    if (total > limits.unpacked) throw tooLarge(limits);
    const sum = view.getUint32(at + 16, true);
    if (!name.endsWith('/')) parts.set(name, { name, size, bytes: () => unpack(file, { start, packed, size, method, sum }, limits) });
    at += 46 + lengths.reduce((all, length) => all + length, 0);
  }
  return parts;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

interface Place {
  start: number;
  packed: number;
  size: number;
  method: number;
  sum: number;
}

function unpack(file: Uint8Array, { start, packed, size, method, sum }: Place, limits: ZipLimits): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== LOCAL) throw damaged();
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const body = file.subarray(from, from + packed);
  let bytes: Uint8Array = body;
  if (method === DEFLATED) {
    try {
      bytes = inflateRawSync(body, { maxOutputLength: Math.max(1, Math.min(size, limits.unpacked)) });
    } catch (error) {
      // More than the archive said: made to fill the memory.
      throw error instanceof RangeError ? tooLarge(limits) : damaged();
    }
  } else if (method !== STORED) throw damaged();
  if (bytes.length !== size || crc32(bytes) !== sum) throw damaged();
  return bytes;
}

function damaged(): ImportError {
  return new ImportError('文件已经损坏，或者不是 Word、Excel、WPS 的文件。请用原来的程序打开，另存一份再导入。');
}

function tooLarge({ unpacked }: ZipLimits): ImportError {
  return new ImportError(`文件展开以后超过 ${inMegabytes(unpacked)} MB，不像普通的文档。请分成几个文件再导入。`);
}

function inMegabytes(bytes: number): string {
  return String(Math.ceil(bytes / 2 ** 20));
}
