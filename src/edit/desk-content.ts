/** The content as the desk holds it in memory: read once, and of what changes on disk only the changed files again. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckReport } from '../lint/check-content.ts';
import { checkChange } from '../lint/check-content.ts';
import type { Issue } from '../lint/rule.ts';
import { openBodyCache } from '../store/value-cache.ts';
import { openLibrary, readLibrary, withChange } from '../store/library.ts';
import type { Library, StoredEntry } from '../store/library.ts';
import { storeFile } from '../store/read-content.ts';
import type { StoredFile } from '../store/read-content.ts';

export interface ContentFolders {
  /** The content folder. */
  root: string;
  /** Where bodies that have been read are kept. */
  cache: string;
}

/** A text as the check sees it. */
export interface CheckedText {
  issues: Issue[];
  /** What of the fields does not fit, when they could be read. */
  read: Pick<StoredEntry, 'fieldProblems' | 'gaps'> | undefined;
  /** Everything, with this text in its place. */
  changed: Library;
  /** What it was checked among. */
  among: Library;
}

export class DeskContent {
  readonly folders: ContentFolders;
  readonly today: () => string;
  /** What has been read, as it is now. */
  current: Library;
  /** Findings by the path of their file; missing before `checkAll` has come to its end. */
  issues: Map<string, Issue[]> | undefined;
  #stamps: ReadonlyMap<string, string>;
  #isChecking = false;
  /** Files that have changed while the first check was running. */
  readonly #changedMeanwhile = new Set<string>();

  private constructor(folders: ContentFolders, today: () => string, library: Library, stamps: ReadonlyMap<string, string>) {
    this.folders = folders;
    this.today = today;
    this.current = library;
    this.#stamps = stamps;
  }

  /** Reads the content. */
  static async open(folders: ContentFolders, today: () => string): Promise<DeskContent> {
    const stamps = await stampFiles(folders.root);
    return new DeskContent(folders, today, await openLibrary(folders.root, folders.cache), stamps);
  }

  /** Takes in what has changed on disk. */
  async refresh(): Promise<void> {
    const stamps = await stampFiles(this.folders.root);
    const changed = [...stamps].filter(([place, stamp]) => this.#stamps.get(place) !== stamp).map(([place]) => place);
    const isGone = [...this.#stamps.keys()].some((place) => !stamps.has(place));
    this.#stamps = stamps;
    if (changed.length === 0 && !isGone) return;
    // A controlled list decides how every entry is read.
    if (isGone || changed.length > FEW || changed.some((place) => !isEntryPlace(place))) {
      this.current = await openLibrary(this.folders.root, this.folders.cache);
      this.#isChecking = false;
      this.issues = undefined;
      return;
    }
    for (const place of changed) {
      const file = this.stored(place, await readFile(join(this.folders.root, place)));
      this.#changedMeanwhile.add(file.path);
      this.issues?.set(file.path, checkChange(this.current, file, this.today()));
      ({ library: this.current } = withChange(this.current, file));
    }
  }

  /** What is wrong with a text that may stand in the file at `place`. */
  check(place: string, text: string): CheckedText {
    const file = this.stored(place, new TextEncoder().encode(text));
    const { library: changed, entry } = withChange(this.current, file);
    const note = changed.notes.find((one) => one.file === file);
    const read = entry ?? (note && { fieldProblems: note.fieldProblems, gaps: [] });
    return { issues: checkChange(this.current, file, this.today()), read, changed, among: this.current };
  }

  /** Everything, with a file in the place of what stands there. A list decides how entries are read: all of them are read anew. */
  withFile(file: StoredFile): Library {
    const others = this.current.files.filter(({ path }) => path !== file.path);
    const bodies = openBodyCache(join(this.folders.cache, 'bodies'));
    return { ...readLibrary([...others, file], bodies), originals: this.current.originals };
  }

  stored(place: string, bytes: Uint8Array): StoredFile {
    return storeFile({ path: this.shown(place), place, bytes });
  }

  /** The path of a file as authors see it. */
  shown(place: string): string {
    return relative(process.cwd(), join(this.folders.root, place)).split(sep).join('/');
  }

  /** Begins to look for all findings: seconds of work, done beside, so that the desk answers meanwhile. */
  checkAll(): void {
    if (this.issues || this.#isChecking) return;
    this.#isChecking = true;
    this.#changedMeanwhile.clear();
    const { current: library } = this;
    const worker = new Worker(new URL('check-all.ts', import.meta.url), { workerData: { ...this.folders, today: this.today() } });
    worker.unref();
    worker.once('message', ({ issues }: CheckReport) => {
      if (this.issues || library.loaded !== this.current.loaded) return;
      this.#isChecking = false;
      this.issues = Map.groupBy(issues, ({ file }) => file);
      for (const path of this.#changedMeanwhile) {
        const file = this.current.files.find((known) => known.path === path);
        if (file) this.issues.set(path, checkChange(this.current, file, this.today()));
      }
    });
    worker.once('error', (error) => {
      console.error(error);
      // Such as a file that went while it was read: whoever looks at the list again has it tried again.
      if (library.loaded === this.current.loaded) this.#isChecking = false;
    });
  }
}

/** With more, reading all is as quick. */
const FEW = 20;

function isEntryPlace(place: string): boolean {
  return place.endsWith('.mdx') && !place.startsWith('pages/');
}

/** Time and size of every file, by its path below the folder. */
async function stampFiles(root: string): Promise<Map<string, string>> {
  const found = await readdir(root, { withFileTypes: true, recursive: true });
  const files = found.filter((item) => item.isFile() && !item.name.startsWith('.')).map((item) => join(item.parentPath, item.name));
  const stamps = await Promise.all(
    files.map(async (path) => {
      const facts = await stat(path).catch(() => undefined);
      return facts ? ([relative(root, path).split(sep).join('/'), `${facts.mtimeMs} ${facts.size} ${facts.ino}`] as const) : undefined;
    }),
  );
  return new Map(stamps.filter((stamp) => stamp !== undefined));
}
