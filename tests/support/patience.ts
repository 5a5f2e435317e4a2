/** How much longer than alone things take while others use the machine. */
import { availableParallelism, loadavg } from 'node:os';

const MOST = 8;

/** What to multiply a wait by: 1 on a machine that has nothing else to do, so that what is broken is told soon, and 8 at most. */
export function patience(load = loadavg()[0] ?? 0, processors = availableParallelism()): number {
  return Math.min(MOST, Math.max(1, load / processors));
}
