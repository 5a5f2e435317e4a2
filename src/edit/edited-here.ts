/**
 * Which entries were saved or brought in at this computer, and on which day, so that whoever works at it finds them again: nobody signs in here. A file
 * of text for each computer beside the changes that are not saved, a line each time; deleted, it is forgotten and nothing else is.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

export class EditedHere {
  readonly #folder: string;
  readonly #file: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, `here-${encodeURIComponent(hostname())}.txt`);
  }

  /** What cannot be noted is no reason not to save. */
  async note(places: readonly string[], day: string): Promise<void> {
    if (places.length === 0) return;
    try {
      await mkdir(this.#folder, { recursive: true });
      await appendFile(this.#file, places.map((place) => `${day} ${place}\n`).join(''));
    } catch {
      // Such as a full disk.
    }
  }

  /** The last day by the place of the entry. */
  async days(): Promise<ReadonlyMap<string, string>> {
    const lines = (await readFile(this.#file, 'utf8').catch(() => '')).split('\n');
    return new Map(lines.filter((line) => /^\d{4}-\d{2}-\d{2} ./u.test(line)).map((line) => [line.slice(11), line.slice(0, 10)]));
  }
}
