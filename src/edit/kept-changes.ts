/**
 * Changes that have not been saved yet, kept in `.build/edit/` from one keystroke to the next: a browser that crashes, a desk that is ended and a
 * machine that loses power lose nothing of them. Each desk has a folder of its own there, with a mark that it touches while it lives: two desks over
 * one folder of content never write each other's files. What a desk that has ended left is taken up by the next one. One file an entry, JSON, written
 * whole; it goes when its changes are saved or given up. The folder may be deleted at any time, and with it what was not saved.
 */
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { ElsewhereDraft } from './protocol.ts';
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

/** Changes that an ended desk has left, and the file they are in. */
export interface LeftChanges extends KeptChanges {
  file: string;
}

/** The mark of a desk: where it runs, and since when. */
const deskMark = z.strictObject({ host: z.string(), process: z.int(), since: z.string() });
type DeskMark = z.infer<typeof deskMark>;

const MARK = 'desk.mark';
const BEAT = 15_000;
/** A desk that has not touched its mark for so long is gone, or its machine asleep. */
const LONGEST_SILENCE = 60_000;

/** The drafts of one desk, among those of others. */
export class KeptDrafts {
  readonly #root: string;
  readonly #own: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(root: string, own: string) {
    this.#root = root;
    this.#own = own;
    this.#beat = setInterval(() => void touch(join(own, MARK)), BEAT);
    this.#beat.unref();
  }

  /** Begins a folder of its own below `root`. */
  static async begin(root: string): Promise<KeptDrafts> {
    const own = join(root, randomBytes(6).toString('hex'));
    const mark: DeskMark = { host: hostname(), process: process.pid, since: new Date().toISOString() };
    await writeWhole(join(own, MARK), JSON.stringify(mark));
    return new KeptDrafts(root, own);
  }

  async keep(changes: KeptChanges): Promise<void> {
    await writeWhole(join(this.#own, fileOf(changes.place)), JSON.stringify(changes));
  }

  async drop(place: string): Promise<void> {
    await rm(join(this.#own, fileOf(place)), { force: true });
  }

  /** What ended desks have left, the latest first; files that cannot be read stay where they are and count for nothing. */
  async left(): Promise<LeftChanges[]> {
    const folders = (await this.#others()).filter(({ mark }) => mark === undefined).map(({ folder }) => folder);
    const found = await Promise.all([this.#root, ...folders].map((folder) => readFolder(folder)));
    // Of a folder with nothing in it there is nothing to keep; one that is new may be a desk that begins.
    for (const folder of folders) if (Date.now() - (await timeOf(folder)) > LONGEST_SILENCE) await removeEmpty(folder);
    return found
      .flat()
      .sort((a, b) => b.time - a.time)
      .map(({ changes, file }) => ({ ...changes, file }));
  }

  /** The drafts that other living desks have of entries; of one entry alone when its place is given. */
  async elsewhere(place?: string): Promise<(ElsewhereDraft & { place: string })[]> {
    const living = (await this.#others()).flatMap(({ folder, mark }) => (mark ? [{ folder, mark }] : []));
    const found = await Promise.all(
      living.map(async ({ folder, mark }) => {
        const drafts = await readFolder(folder, place);
        return drafts.map(({ changes }) => ({ place: changes.place, begun: changes.begun, ...deskOf(mark) }));
      }),
    );
    return found.flat();
  }

  /** Other desks that are open over this folder. */
  async living(): Promise<{ desk: string; since: string }[]> {
    return (await this.#others()).flatMap(({ mark }) => (mark ? [{ ...deskOf(mark), since: mark.since }] : []));
  }

  /** Ends: what is kept here is for the next desk to take up. */
  async end(): Promise<void> {
    clearInterval(this.#beat);
    await rm(join(this.#own, MARK), { force: true });
    await removeEmpty(this.#own);
  }

  /** The folders of other desks, each with its mark while that desk lives. */
  async #others(): Promise<{ folder: string; mark: DeskMark | undefined }[]> {
    const items = await readdir(this.#root, { withFileTypes: true }).catch(() => []);
    const folders = items.filter((item) => item.isDirectory()).map(({ name }) => join(this.#root, name));
    return Promise.all(
      folders.filter((folder) => folder !== this.#own).map(async (folder) => ({ folder, mark: await livingMark(folder) })),
    );
  }
}

function deskOf({ host, process: id }: DeskMark): { desk: string } {
  return { desk: host === hostname() ? `这台电脑上的另一个编辑台（进程 ${id}）` : `电脑“${host}”上的编辑台` };
}

async function livingMark(folder: string): Promise<DeskMark | undefined> {
  const path = join(folder, MARK);
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(path), readFile(path, 'utf8')]);
    const mark = deskMark.parse(JSON.parse(text));
    const isHeard = Date.now() - mtimeMs < LONGEST_SILENCE;
    return isHeard && (mark.host !== hostname() || isRunning(mark.process)) ? mark : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It belongs to somebody else, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

async function timeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
}

async function removeEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.some((name) => name !== MARK)) return;
  await rm(join(folder, MARK), { force: true });
  await rmdir(folder).catch(() => undefined);
}

async function readFolder(folder: string, place?: string): Promise<{ changes: KeptChanges; file: string; time: number }[]> {
  const names = place === undefined ? await readdir(folder).catch(() => []) : [fileOf(place)];
  const read = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readOne(join(folder, name))));
  return read.filter((one) => one !== undefined);
}

async function readOne(file: string): Promise<{ changes: KeptChanges; file: string; time: number } | undefined> {
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(file), readFile(file, 'utf8')]);
    return { changes: keptChanges.parse(JSON.parse(text)), file, time: mtimeMs };
  } catch {
    return undefined;
  }
}

function fileOf(place: string): string {
  return `${encodeURIComponent(place)}.json`;
}
