/** What the generators to compare with have in common: where their packages are, and how a site is put in place. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installLocked } from '../support/locked-packages.ts';

/** Where the packages of other generators are kept for the next time. */
export const PEERS = join(import.meta.dirname, '../../.build/bench/peers');

const LOCKED = join(import.meta.dirname, 'build');

/** Installs Starlight, Astro and Pagefind as locked in `tests/bench/build/`, unless they are there; `say` gets what is done. */
export function installPeers(say: (line: string) => void): void {
  installLocked(LOCKED, PEERS, '对照的生成器（Starlight、astro、Pagefind，约 230 MB）', say);
}

/** The manifest that names these packages: a site that uses them needs it, since Astro looks there for what to bundle. */
export function peerManifest(): Promise<string> {
  return readFile(join(LOCKED, 'package.json'), 'utf8');
}

/** The versions of these packages by name. */
export async function peerVersions(): Promise<Record<string, string>> {
  return (JSON.parse(await peerManifest()) as { dependencies: Record<string, string> }).dependencies;
}

/** Writes files below a folder, by their path there. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [place, text] of files) {
    await mkdir(dirname(join(folder, place)), { recursive: true });
    await writeFile(join(folder, place), text);
  }
}
