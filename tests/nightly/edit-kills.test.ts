import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptDrafts } from '../../src/edit/kept-changes.ts';
import { seededRandom } from '../support/seeded-random.ts';

const ROOT = join(import.meta.dirname, '../..');
const TIMES = Number(process.env['EDIT_KILLS'] ?? 100);
const LONGEST = 1500;

/** Ends an editor's desk that changes and saves, so many milliseconds after it began. */
async function endAfter(folder: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'tests/support/edit-loop.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

test(
  `ended at ${TIMES} moments, the desk leaves every file whole, old or new, and what was not saved`,
  { timeout: 3_600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-kills-'));
    const random = seededRandom(20261128);
    cpSync(join(ROOT, 'tests/fixtures/sound-content/content'), join(folder, 'content'), { recursive: true });
    const path = join(folder, 'content/practices/example.mdx');
    const withoutTitle = (text: string) => text.replace(/^title: .*$/mu, 'title:');
    const original = withoutTitle(readFileSync(path, 'utf8'));
    let savings = 0;
    for (let time = 0; time < TIMES; time += 1) {
      await endAfter(folder, random.below(LONGEST));
      const text = readFileSync(path, 'utf8');
      expect(withoutTitle(text)).toBe(original);
      if (/^title: .?第/mu.test(text)) savings += 1;
      const kept = join(folder, 'edit');
      const files = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
      // Each of them can be read, and holds the whole entry.
      const drafts = await KeptDrafts.begin(kept);
      const changes = await drafts.left();
      await drafts.end();
      expect(changes).toHaveLength(files.length);
      for (const change of changes) expect(withoutTitle(change.text)).toBe(original);
      // The next editor would wait a few seconds for a saving that is over.
      rmSync(join(folder, 'content/practices/.example.mdx.saving'), { force: true });
    }
    expect(savings).toBeGreaterThan(0);
    rmSync(folder, { recursive: true, force: true });
  },
);
