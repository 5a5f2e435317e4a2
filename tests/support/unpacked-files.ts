/** The files of a folder as whoever opens them finds them: Word and PowerPoint files by their members, packed ones unpacked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** Path and bytes of every file below a folder, and of what is packed in it. */
export function* unpackedFiles(folder: string): Generator<{ path: string; bytes: Buffer }> {
  for (const item of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!item.isFile()) continue;
    const path = join(item.parentPath, item.name);
    yield* unpacked(relative(folder, path), readFileSync(path));
  }
}

function* unpacked(path: string, bytes: Buffer): Generator<{ path: string; bytes: Buffer }> {
  yield { path, bytes };
  const head = bytes.toString('latin1', 0, 4);
  if (head === 'PK\u0003\u0004') {
    for (const [name, member] of Object.entries(unzipSync(bytes))) yield* unpacked(`${path}!${name}`, Buffer.from(member));
  } else if (head.startsWith('\u001f\u008b')) {
    yield* unpacked(`${path}!`, gunzipSync(bytes));
  }
}
