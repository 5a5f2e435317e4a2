/** Work that takes the second core: a file that answers each message once its work is done. */
import { Worker } from 'node:worker_threads';

/** Gives the tasks to a thread that runs the file, and ends when each is answered. Throws what the thread throws. */
export async function runInThread(file: URL, tasks: readonly object[]): Promise<void> {
  if (tasks.length === 0) return;
  const worker = new Worker(file);
  try {
    await new Promise<void>((resolve, reject) => {
      let open = tasks.length;
      worker.on('error', reject);
      worker.on('message', () => {
        open -= 1;
        if (open === 0) resolve();
      });
      for (const task of tasks) worker.postMessage(task);
    });
  } finally {
    await worker.terminate();
  }
}
