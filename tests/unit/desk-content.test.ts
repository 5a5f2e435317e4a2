/** The check of all content beside the desk, when it comes to no end. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

interface Thread {
  emit: (name: string, value: unknown) => unknown;
}

/** Files of tests share their modules: what is exchanged here is as it was for the next. */
let threads: Thread[] = [];

beforeEach(() => {
  threads = [];
  vi.resetModules();
  vi.doMock('node:worker_threads', async (original) => ({
    ...(await original<object>()),
    Worker: class extends EventEmitter {
      constructor() {
        super();
        threads.push(this);
      }

      unref(): void {
        // Nothing holds the process.
      }
    },
  }));
});

afterEach(() => {
  vi.doUnmock('node:worker_threads');
  vi.resetModules();
});

test('is begun again by whoever looks again, where a file went while it was read', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'desk-'));
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const root = join(import.meta.dirname, '../fixtures/sound-content/content');
  const { DeskContent } = await import('../../src/edit/desk-content.ts');
  const content = await DeskContent.open({ root, cache }, () => '2026-11-28');
  content.checkAll();
  content.checkAll();
  expect(threads).toHaveLength(1);
  threads[0]?.emit('error', new Error('ENOENT'));
  content.checkAll();
  expect(threads).toHaveLength(2);
  threads[1]?.emit('message', { issues: [] });
  expect(content.issues?.size).toBe(0);
  complain.mockRestore();
  rmSync(cache, { recursive: true, force: true });
});
