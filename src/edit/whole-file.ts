/** Files that are whole at any moment: a process that is killed, or a machine that loses power, leaves the old text or the new one. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts a text in the place of a file, or makes the file. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  await writeAndSync(fresh, text, 'w', 0o644);
  await rename(fresh, path);
}

/** Thrown when a file is not as it should be before it is exchanged; `found` is what stands there, if anything does. */
export class Overtaken extends Error {
  readonly found: string | undefined;

  constructor(found: string | undefined) {
    super('the file has changed');
    this.found = found;
  }
}

/** A saving takes a moment; after so many milliseconds it was killed. */
export const LONGEST_SAVING = 10_000;

/**
 * Exchanges a file that holds `expected` (`undefined`: none is there) for `text`. Between looking and exchanging nobody else who saves by this
 * function gets in between: the new text waits in a file beside it that only one can make. Throws `Overtaken`.
 */
export async function exchange(path: string, expected: string | undefined, text: string, waiting: string): Promise<void> {
  const age = await stat(waiting)
    .then(({ mtimeMs }) => Date.now() - mtimeMs)
    .catch(() => undefined);
  if (age !== undefined && age > LONGEST_SAVING) await rm(waiting, { force: true });
  const mode = await stat(path)
    .then(({ mode: bits }) => bits & 0o777)
    .catch(() => 0o644);
  await mkdir(dirname(path), { recursive: true });
  await writeAndSync(waiting, text, 'wx', mode);
  try {
    const found = await readText(path);
    if (found !== expected) throw new Overtaken(found);
    await rename(waiting, path);
  } finally {
    await rm(waiting, { force: true });
  }
}

/** The text of a file with its byte order mark; `undefined` when there is none. Throws when the bytes are no UTF-8. */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

async function writeAndSync(path: string, text: string, flags: 'w' | 'wx', mode: number): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
