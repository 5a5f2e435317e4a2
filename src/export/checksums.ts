/** The list of checksums of a folder, as `sha256sum -c` reads it: the same form for the site and for the folder edition. */
import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Its name ends in what every server sends. */
export const CHECKSUMS = 'SHA256SUMS.txt';

/** What a list covers, for the account of a command. */
export interface Covered {
  files: number;
  bytes: number;
}

/** Writes the list of all files below `folder` into it. */
export async function writeChecksums(folder: string): Promise<Covered> {
  const names = listFiles(folder).filter((name) => name !== CHECKSUMS);
  const read = createReader();
  let bytes = 0;
  let lines = '';
  for (const name of names) {
    // Without waiting in between: many small files take a third of the time so, and nothing else is to be done meanwhile.
    const content = read(join(folder, name));
    bytes += content.length;
    lines += `${hashOf(content)}  ${name}\n`;
  }
  await writeFile(join(folder, CHECKSUMS), lines);
  return { files: names.length + 1, bytes: bytes + Buffer.byteLength(lines) };
}

/** The hashes of a list by path; empty when the text is no list. */
export function readChecksums(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gmu)].map(([, hash = '', name = '']) => [name, hash]));
}

/** The files of a folder's own list that are not there or not as listed; `undefined` when there is no list. */
export async function faultyFiles(folder: string): Promise<string[] | undefined> {
  const list = await readFile(join(folder, CHECKSUMS), 'utf8').catch(() => '');
  const sums = readChecksums(list);
  if (sums.size === 0) return undefined;
  const faulty: string[] = [];
  for (const [name, hash] of sums) {
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (!content || hashOf(content) !== hash) faulty.push(name);
  }
  return faulty;
}

export function hashOf(content: Uint8Array): string {
  return hash('sha256', content, 'hex');
}

const FIRST_ROOM = 1 << 20;

/** Reads files one after the other into the same memory: what it gives holds until the next is read. Tens of thousands of buffers keep the collector busy. */
function createReader(): (path: string) => Uint8Array {
  let room = Buffer.allocUnsafeSlow(FIRST_ROOM);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > room.length) room = Buffer.allocUnsafeSlow(size * 2);
      let end = 0;
      for (let count = -1; end < size && count !== 0; end += count) count = readSync(file, room, end, size - end, end);
      return room.subarray(0, end);
    } finally {
      closeSync(file);
    }
  };
}

/** The files below a folder in the order of their names, with `/` between the parts. */
export function listFiles(folder: string): string[] {
  return filesIn(folder, '').sort();
}

/** Without waiting in between: of ninety thousand files and folders, waiting took 1.7 seconds, and this takes 0.3. */
function filesIn(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((item) => {
    const name = below + item.name;
    if (item.isDirectory()) return filesIn(folder, `${name}/`);
    return item.isFile() ? [name] : [];
  });
}
