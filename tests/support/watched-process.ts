/** What a program of the project needs so that the network is watched and its home folder is empty. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Front of every Node that is started with it, children and workers included. */
const WATCH = `--require "${join(import.meta.dirname, 'watch-network.ts').replaceAll('\\', '/')}"`;

/** An environment in which the network is watched and the home folder is empty, and the hosts that were asked for. */
export interface Watch {
  env: Record<string, string>;
  home: string;
  attempts: () => string[];
}

/** A watch of its own below `folder`, under a name that nobody else has there. */
export function watchProcess(folder: string, name: string): Watch {
  const home = join(folder, `${name}-home`);
  const record = join(folder, `${name}.txt`);
  mkdirSync(home, { recursive: true });
  writeFileSync(record, '');
  return {
    env: {
      ...{ NODE_OPTIONS: WATCH, WATCHED_NETWORK: record, HOME: home, USERPROFILE: home },
      ...{ XDG_CONFIG_HOME: '', ASTRO_TELEMETRY_DISABLED: '', TELEMETRY_DISABLED: '', ASTRO_DISABLE_UPDATE_CHECK: '', CI: '' },
    },
    home,
    attempts: () => readFileSync(record, 'utf8').split('\n').filter(Boolean),
  };
}
