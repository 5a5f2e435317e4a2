/** One folder for all that the tests of a run put aside, which goes with the run: a test that ends early leaves nothing on the machine. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Node and the programs that tests start ask for the folder for temporary files, by system. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'];

export default function setup(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tests-')));
  // Servers that run as another account are let through to what lies in it.
  chmodSync(folder, 0o711);
  for (const name of NAMES) process.env[name] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
