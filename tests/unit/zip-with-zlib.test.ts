import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipWithZlib } from '../../src/commands/zip-with-zlib.ts';
import { encoded, zipFiles } from '../../src/export/zip.ts';

const MEMBERS = encoded([
  ['[Content_Types].xml', '<Types/>'],
  ['word/document.xml', '容错纠错'.repeat(500)],
  ['1 学员册.txt', ''],
]);
/** Of a line in the directory, as APPNOTE 4.3.12 counts them: the fields that both packers must write alike. */
const LINE = { length: 46, date: [12, 16], checksum: [16, 20], size: [24, 28], name: 28 } as const;

function linesOf(zip: Uint8Array) {
  const bytes = Buffer.from(zip);
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const length = bytes.readUInt16LE(at + LINE.name);
    const line = {
      name: bytes.toString('utf8', at + LINE.length, at + LINE.length + length),
      facts: [LINE.date, LINE.checksum, LINE.size].map(([from, to]) => bytes.toString('hex', at + from, at + to)),
    };
    at += LINE.length + length;
    return line;
  });
}

test.each([0, 4, 6] as const)('both packers make the same members of the same day at level %i', (level) => {
  const zip = zipWithZlib(MEMBERS, level);
  expect(unzipSync(zip)).toEqual(MEMBERS);
  expect(linesOf(zip)).toEqual(linesOf(zipFiles(MEMBERS, level)));
  expect(Buffer.compare(zip, zipWithZlib(MEMBERS, level))).toBe(0);
});

test('what is packed already is laid in as it is, and what is not gets smaller', () => {
  const whole = Object.values(MEMBERS).reduce((sum, { length }) => sum + length, 0);
  expect(zipWithZlib(MEMBERS, 0).length).toBeGreaterThan(whole);
  expect(zipWithZlib(MEMBERS, 6).length).toBeLessThan(whole / 2);
});
