/** Reads what the nightly tests left. A project without it is a project that was not yet tested whole, and no error. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceSchema } from '../schema/evidence.ts';
import type { Evidence } from '../schema/evidence.ts';
import { explainFields } from '../schema/messages.ts';

/** Where the project keeps it. */
export const EVIDENCE_FILE = 'tests/evidence.json';

/** What is proved of the project at `root`; nothing when there is no such file. Throws what is wrong with it and what to do. */
export function readEvidence(root = process.cwd()): Evidence {
  const path = join(root, EVIDENCE_FILE);
  if (!existsSync(path)) return {};
  const data = parsed(readFileSync(path, 'utf8'));
  const read = evidenceSchema.safeParse(data);
  if (read.success) return read.data;
  throw refusal(explainFields(evidenceSchema, data, {}).map(({ path: place, message }) => `${place.join('.')}：${message}`));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal([`不是完整的 JSON（${error instanceof Error ? error.message : String(error)}）。`]);
  }
}

function refusal(reasons: readonly string[]): Error {
  return new Error(
    [`${EVIDENCE_FILE} 不能用，这个文件由 npm run test:nightly 写出，请用它重写，或者从 git 里取回：`, ...reasons].join('\n  '),
  );
}
