/**
 * Changes that have not been saved yet, kept in `.build/edit/` from one keystroke to the next: a browser that crashes, a desk that is ended and a
 * machine that loses power lose nothing of them. One file an entry, JSON, written whole; it goes when its changes are saved or given up. The folder
 * may be deleted at any time, and with it what was not saved.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { writeWhole } from './whole-file.ts';

const keptChanges = z.strictObject({
  place: z.string(),
  /** The text of the file when it was opened; missing for an entry that has no file yet. */
  base: z.string().optional(),
  text: z.string(),
  /** When the first of them was made. */
  begun: z.string(),
});

export type KeptChanges = z.infer<typeof keptChanges>;

export async function keepChanges(folder: string, changes: KeptChanges): Promise<void> {
  await writeWhole(fileOf(folder, changes.place), JSON.stringify(changes));
}

export async function dropChanges(folder: string, place: string): Promise<void> {
  await rm(fileOf(folder, place), { force: true });
}

/** All kept changes; files that cannot be read stay where they are and count for nothing. */
export async function readKeptChanges(folder: string): Promise<KeptChanges[]> {
  const names = await readdir(folder).catch(() => []);
  const read = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readOne(join(folder, name))));
  return read.filter((changes) => changes !== undefined);
}

async function readOne(path: string): Promise<KeptChanges | undefined> {
  try {
    return keptChanges.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function fileOf(folder: string, place: string): string {
  return join(folder, `${encodeURIComponent(place)}.json`);
}
