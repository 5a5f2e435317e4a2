/** Reads every second file of the content in a thread of its own: one message which, one answer what was made of them. */
import { parentPort } from 'node:worker_threads';
import { readAhead } from '../store/library.ts';

export interface ShareTask {
  root: string;
  /** Of so many shares, the one with this number. */
  share: number;
  of: number;
}

parentPort?.on('message', ({ root, share, of }: ShareTask) => {
  void readAhead(root, (place) => place % of === share).then((read) => parentPort?.postMessage(read));
});
