/**
 * What the last build made of entries and need not be made again: a page is kept while the code, the settings and all that its drawing read of the
 * content are as they were, and while the file that was published is still what the build wrote. What is not sure is drawn.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryPath } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import { createTeller } from '../domain/site/site-reads.ts';
import type { Site } from '../domain/site/site-index.ts';
import { CHECKSUMS, hashOf, readChecksums } from '../export/checksums.ts';
import { isInternalEdition, isReviewEdition, settings } from '../site.ts';
import { DRAWING } from '../store/build-channel.ts';
import type { DrawRequest, Output } from '../store/build-channel.ts';
import { codeHash, hashText } from '../store/value-cache.ts';

/** What is known of one file that a build has made. */
interface KeptFile {
  path: string;
  /** SHA-256 of its bytes. */
  sum: string;
  /** What its drawing read of the site, and one hash of what all of it held. */
  reads: string[];
  held: string;
}

interface KeptRecord {
  code: string;
  /** Scripts and styles, named after what is in them. */
  assets: string[];
  files: { [O in Output]: { [id: string]: KeptFile } };
}

/** A build that keeps what it can. */
export interface Keeping {
  /** How many files need not be made. */
  readonly count: number;
  /** Ends listening to what is drawn. */
  stop(): void;
  /** Puts the kept files into the new site, which has its scripts and styles; none when it lacks one that they may name, and all must be drawn. */
  restore(next: string): void;
  /** Remembers what the site that now stands in `place` is made of. */
  save(): Promise<void>;
}

const OUTPUTS: readonly Output[] = ['page', 'data'];
const ASSETS = '_astro';

/** Compares the site in `place` with what `recordFile` remembers of it, and listens. `sourceHashOf` changes with an entry's file and its name. */
export function keepOutputs(
  { place, recordFile }: { place: string; recordFile: string },
  site: Site,
  sourceHashOf: (entry: Entry) => string,
): Keeping {
  const code = hashText(`${codeOfBuild()} ${JSON.stringify(settings)} ${isReviewEdition()} ${isInternalEdition()}`);
  const tell = createTeller(site, sourceHashOf, hashText);
  const heldBy = (reads: readonly string[]) => hashText(reads.map(tell).join());
  const before = readRecord(recordFile, code);
  const kept = { page: new Map<string, KeptFile>(), data: new Map<string, KeptFile>() } satisfies { [O in Output]: Map<string, KeptFile> };
  for (const output of OUTPUTS) {
    for (const entry of site.entries) {
      const file = before?.files[output][entry.data.id];
      if (!file || file.path !== pathOf(output, entry) || file.held !== heldBy(file.reads)) continue;
      if (sumOf(join(place, file.path)) === file.sum) kept[output].set(entry.data.id, file);
    }
  }
  const drawn = { page: new Map<string, Set<string>>(), data: new Map<string, Set<string>>() };
  const listen = (message: unknown) => {
    const request = message as DrawRequest;
    request.kept = new Set(kept[request.output].keys());
    request.reads = drawn[request.output];
  };
  subscribe(DRAWING, listen);
  return {
    get count() {
      return kept.page.size + kept.data.size;
    },
    stop: () => {
      unsubscribe(DRAWING, listen);
    },
    restore(next) {
      if (before && !before.assets.every((name) => existsSync(join(next, ASSETS, name))))
        for (const output of OUTPUTS) kept[output].clear();
      for (const { path } of [...kept.page.values(), ...kept.data.values()]) {
        mkdirSync(dirname(join(next, path)), { recursive: true });
        copyFileSync(join(place, path), join(next, path));
      }
    },
    async save() {
      const sums = readChecksums(await readFile(join(place, CHECKSUMS), 'utf8'));
      const files = { page: Object.fromEntries(kept.page), data: Object.fromEntries(kept.data) };
      for (const output of OUTPUTS) {
        for (const entry of site.entries) {
          const path = pathOf(output, entry);
          const read = drawn[output].get(entry.data.id);
          const sum = sums.get(path);
          if (!read || sum === undefined) continue;
          const reads = [...read].sort();
          files[output][entry.data.id] = { path, sum, reads, held: heldBy(reads) };
        }
      }
      const assets = readdirSync(join(place, ASSETS));
      await mkdir(dirname(recordFile), { recursive: true });
      await writeFile(recordFile, JSON.stringify({ code, assets, files } satisfies KeptRecord));
    },
  };
}

/** The checksum of a file that may have gone. */
function sumOf(path: string): string | undefined {
  return existsSync(path) ? hashOf(readFileSync(path)) : undefined;
}

/** Changes with all code that a build may run. */
export function codeOfBuild(): string {
  return hashText(`${codeHash(['src/**/*.*', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'])} ${process.version}`);
}

function pathOf(output: Output, entry: Entry): string {
  return output === 'page' ? `${entryPath(entry).slice(1)}index.html` : `data/entry/${entry.data.id}.json`;
}

/** What was remembered, if it can be read and the code is the same. */
function readRecord(path: string, code: string): KeptRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as KeptRecord;
    return record.code === code ? record : undefined;
  } catch {
    return undefined;
  }
}
