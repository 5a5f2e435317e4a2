/** Takes the clock out of a ZIP file: every member is dated 1 January 2000, so that the same content is the same bytes. */

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Midnight, and 1 January 2000 as MS-DOS writes it: years since 1980, month, day. */
const DOS_TIME = 0;
const DOS_DATE = ((2000 - 1980) << 9) | (1 << 5) | 1;

/** The same file with fixed dates; throws when it is not a ZIP file without a comment, which is what the writer of Word files makes. */
export function withFixedDates(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not a ZIP file without a comment');
  let at = view.getUint32(end + 16, true);
  for (let members = view.getUint16(end + 10, true); members > 0; members -= 1) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error('the directory of the ZIP file is damaged');
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('a member of the ZIP file is damaged');
    setDate(view, at + 12);
    setDate(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, DOS_TIME, true);
  view.setUint16(at + 2, DOS_DATE, true);
}
