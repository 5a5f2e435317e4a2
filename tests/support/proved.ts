/** What a stage proved the last time, so that it is not proved again of the very same bytes. Kept in `.build/`, which may be deleted at any time. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from './run-tool.ts';
import type { Stage } from './stages.ts';

const ROOT = join(import.meta.dirname, '../..');
const MEMORY = join(ROOT, '.build/tests/proved.json');

/** The code with its settings and its tests: all that types, lint and format look at. */
export const CODE = ['src/**', 'tests/**', '*.{js,mjs,ts,json}', '.*.json', '.npmrc'];

/** Folders that tests write into, packages, and what of a site names the commit it was built from. */
const MADE = /(?:^|[\\/])(?:node_modules|screenshots|unpacked|build\.json|health\.txt|SHA256SUMS\.txt)(?:$|[\\/])/u;

type Memory = Record<string, { key: string; passed: number; at: string }>;

/** One hash of all files that the patterns find, names and bytes, and of this Node. */
export function hashFiles(patterns: readonly string[], root = ROOT): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync([...patterns], { cwd: root, exclude: (path) => MADE.test(path) }).sort();
  for (const file of files.filter((path) => statSync(join(root, path)).isFile())) {
    const bytes = readFileSync(join(root, file));
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Which version of a program lies at a path: its size and its day, since not every program tells its version without being opened. */
export function versionAt(path: string | undefined): string {
  if (path === undefined) return 'none';
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

/**
 * The stage as it is, but that it is not run when it passed before with the same `key`: all that its outcome depends on. `isAnew` runs it all the same,
 * and remembers how that ended.
 */
export function unlessProved(stage: Stage, key: () => string, { memory = MEMORY, isAnew = false } = {}): Stage {
  return {
    ...stage,
    run: async () => {
      const now = key();
      const known = recall(memory)[stage.name];
      if (!isAnew && known?.key === now) return { passed: known.passed, failed: 0, output: '', provedAt: known.at };
      const outcome = await stage.run();
      remember(memory, stage.name, now, outcome);
      return outcome;
    },
  };
}

function remember(file: string, name: string, key: string, { passed, failed }: Outcome): void {
  const memory = recall(file);
  if (failed > 0) Reflect.deleteProperty(memory, name);
  else memory[name] = { key, passed, at: new Date().toISOString() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(memory, null, 2));
}

function recall(file: string): Memory {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    // Cut off by a kill: what it knew is proved again.
    return {};
  }
}
