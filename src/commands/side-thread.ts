/** Work that takes the second core: a file that answers each message once its work is done. */
import { Worker } from 'node:worker_threads';

/** Gives the tasks to a thread that runs the file, and ends when each is answered. Throws what the thread throws. */
export async function runInThread(file: URL, tasks: readonly object[]): Promise<void> {
  if (tasks.length > 0) await startThread(file, tasks).done;
}

/** Gives the tasks to a thread that runs the file: `done` when each is answered or `end` was called; it fails with what the thread throws, and when it stops early. */
export function startThread(file: URL, tasks: readonly object[]): { done: Promise<void>; end: () => Promise<void> } {
  const worker = new Worker(file);
  let isEnded = false;
  const answered = new Promise<void>((resolve, reject) => {
    let open = tasks.length;
    worker.on('error', reject);
    worker.on('exit', () => {
      if (isEnded) resolve();
      else reject(new Error(`${file.pathname} ended before its work was done`));
    });
    worker.on('message', () => {
      open -= 1;
      if (open === 0) resolve();
    });
    for (const task of tasks) worker.postMessage(task);
  });
  const end = async () => {
    isEnded = true;
    await worker.terminate();
  };
  return { done: answered.finally(end), end };
}
