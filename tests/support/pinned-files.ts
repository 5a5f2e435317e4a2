/** Files of public repositories that only a test reads: fetched once at a named commit, kept outside the project, and never taken when their bytes differ. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of one repository at one commit: path in the repository, and SHA-256. */
export interface PinnedFiles {
  repository: string;
  commit: string;
  licence: string;
  files: Readonly<Record<string, string>>;
}

/** The texts by their paths; what is not in `folder` yet is fetched. Throws where to put which file when it cannot be had. */
export async function readPinned(pinned: PinnedFiles, folder: string, say: (line: string) => void): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, sha256] of Object.entries(pinned.files)) texts.set(path, await readOne(pinned, path, sha256, folder, say));
  return texts;
}

async function readOne({ repository, commit }: PinnedFiles, path: string, sha256: string, folder: string, say: (line: string) => void) {
  const file = join(folder, commit, path);
  const url = `https://raw.githubusercontent.com/${repository}/${commit}/${path}`;
  if (!existsSync(file)) {
    say(`取来 ${url}`);
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch((error: unknown) => new Error(String(error)));
    if (response instanceof Error || !response.ok) {
      const reason = response instanceof Error ? response.message : String(response.status);
      throw new Error(`没有取到 ${url}（${reason}）。没有外网时，从别处下载这个文件，放在 ${file}。`);
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  }
  const bytes = readFileSync(file);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${file} 不是所定的那一份：SHA-256 是 ${found}，应是 ${sha256}。删掉它，再做一次。`);
  return bytes.toString('utf8');
}
