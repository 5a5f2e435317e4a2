/** The check of all content in a thread of its own: started by `desk-content.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkContent } from '../lint/check-content.ts';
import { openLibrary } from '../store/library.ts';

const { root, cache, today } = workerData as { root: string; cache: string; today: string };
parentPort?.postMessage(await checkContent(root, today, (folder) => openLibrary(folder, cache)));
