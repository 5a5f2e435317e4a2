/** Work that takes the second core: a file that answers each message once its work is done. */
import { Worker } from 'node:worker_threads';

/** A thread at work. */
export interface SideThread {
  /** The answer to a message; they are answered in their order. Throws what the thread throws, and when it stops before it has answered. */
  ask<Answer>(message: object): Promise<Answer>;
  /** Ends it: what is not answered fails. */
  end: () => Promise<void>;
}

/** Starts a thread that runs the file and finds `data` there as `workerData`. */
export function openThread(file: URL, data?: object): SideThread {
  const worker = new Worker(file, { workerData: data });
  const open: { resolve: (answer: never) => void; reject: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of open.splice(0)) reject(error);
  };
  worker.on('error', (error) => {
    fail(error instanceof Error ? error : new Error(String(error)));
  });
  worker.on('exit', () => {
    fail(new Error(`${file.pathname} ended before its work was done`));
  });
  worker.on('message', (answer: unknown) => open.shift()?.resolve(answer as never));
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        open.push({ resolve, reject });
        worker.postMessage(message);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

/** Gives the tasks to a thread that runs the file; `done` when each is answered. What the thread throws is told by `done` alone. */
export function startThread(file: URL, tasks: readonly object[]): { done: Promise<void>; end: () => Promise<void> } {
  if (tasks.length === 0) return { done: Promise.resolve(), end: () => Promise.resolve() };
  const thread = openThread(file);
  const done = finish(thread, tasks);
  done.catch(() => undefined);
  return { done, end: thread.end };
}

async function finish(thread: SideThread, tasks: readonly object[]): Promise<void> {
  try {
    await Promise.all(tasks.map((task) => thread.ask(task)));
  } finally {
    await thread.end();
  }
}
