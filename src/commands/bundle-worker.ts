/** Bundles the program that draws the pages in a thread of its own, beside the check of the content: one message the task, one answer when all is written. */
import './send-nothing.ts';
import { parentPort } from 'node:worker_threads';
import { announceBundling } from '../store/build-channel.ts';
import { makePageBundle } from './page-bundle.ts';
import type { BundleTask } from './page-bundle.ts';

announceBundling();
parentPort?.on('message', (task: BundleTask) => {
  void makePageBundle(task).then(() => parentPort?.postMessage(task.folder));
});
