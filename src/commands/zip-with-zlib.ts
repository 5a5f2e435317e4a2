/** Packs ZIP files with the zlib of the runtime, which takes a quarter of the processor time that a script takes (measured on the files of 147 courses). */
import { crc32, deflateRawSync } from 'node:zlib';
import type { Zip } from '../export/zip.ts';

/** Headers of a member, of its line in the directory, and of the end, as PKWARE's APPNOTE.TXT 6.3.10 numbers them. */
const HEADER = { member: 0x04034b50, line: 0x02014b50, end: 0x06054b50 };
const LENGTH = { member: 30, line: 46, end: 22 };
/** 2.0, with folders and DEFLATE. */
const VERSION = 20;
/** Names are in UTF-8. */
const UTF8 = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 2000 as MS-DOS writes it: years since 1980, month, day. The time is midnight. */
const DATE = ((2000 - 1980) << 9) | (1 << 5) | 1;
/** Beyond these a file needs the 64-bit form, which office programs do not all read. */
const MOST = { bytes: 0xffff_ffff, members: 0xffff };

/** Throws a `RangeError` for more than 4 GB or 65,535 members. */
export const zipWithZlib: Zip = (members, level) => {
  const packed = Object.entries(members).map(([path, content]) => ({
    name: Buffer.from(path),
    content,
    body: level === 0 ? content : deflateRawSync(content, { level }),
  }));
  const bodies = packed.reduce((sum, { name, body }) => sum + LENGTH.member + name.length + body.length, 0);
  const lines = packed.reduce((sum, { name }) => sum + LENGTH.line + name.length, 0);
  if (packed.length > MOST.members || bodies + lines > MOST.bytes) throw new RangeError('too much for a ZIP file without 64-bit fields');
  const zip = Buffer.from(new ArrayBuffer(bodies + lines + LENGTH.end));
  let at = 0;
  let line = bodies;
  for (const { name, content, body } of packed) {
    const start = at;
    zip.writeUInt32LE(HEADER.member, at);
    writeFacts(zip, at + 4, { name, content, body, level });
    zip.set(name, at + LENGTH.member);
    zip.set(body, at + LENGTH.member + name.length);
    at += LENGTH.member + name.length + body.length;
    zip.writeUInt32LE(HEADER.line, line);
    zip.writeUInt16LE(VERSION, line + 4);
    writeFacts(zip, line + 6, { name, content, body, level });
    zip.writeUInt32LE(start, line + 42);
    zip.set(name, line + LENGTH.line);
    line += LENGTH.line + name.length;
  }
  zip.writeUInt32LE(HEADER.end, line);
  zip.writeUInt16LE(packed.length, line + 8);
  zip.writeUInt16LE(packed.length, line + 10);
  zip.writeUInt32LE(lines, line + 12);
  zip.writeUInt32LE(bodies, line + 16);
  return new Uint8Array(zip.buffer);
};

/** What stands of a member both before it and in the directory: version, flags, way of packing, date, checksum, lengths. */
function writeFacts(
  zip: Buffer,
  at: number,
  { name, content, body, level }: { name: Buffer; content: Uint8Array; body: Uint8Array; level: number },
): void {
  zip.writeUInt16LE(VERSION, at);
  zip.writeUInt16LE(UTF8, at + 2);
  zip.writeUInt16LE(level === 0 ? STORED : DEFLATED, at + 4);
  zip.writeUInt16LE(DATE, at + 8);
  zip.writeUInt32LE(crc32(content), at + 10);
  zip.writeUInt32LE(body.length, at + 14);
  zip.writeUInt32LE(content.length, at + 18);
  zip.writeUInt16LE(name.length, at + 22);
}
