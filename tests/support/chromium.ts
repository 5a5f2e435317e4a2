/** Finds a Chromium on this machine, or installs Debian's. A machine without any is a failure, never a skipped test. */
import { existsSync } from 'node:fs';
import { installPackages, mayInstall } from './packages.ts';
import type { Packages } from './packages.ts';

/** The same engine without windows: the browser tests take half the processor time with it (19.5 s against 37.5 s, Chromium 156, two files). */
const WINDOWLESS = '/usr/bin/chromium-headless-shell';

export const CHROMIUM_PACKAGES: Packages = {
  apt: ['chromium-headless-shell', 'fonts-noto-cjk'],
  dnf: ['chromium', 'google-noto-sans-cjk-fonts'],
  brew: ['--cask', 'google-chrome'],
};

/** Where the windowless one is no package of its own. */
const WHOLE: Packages = { apt: ['chromium', 'fonts-noto-cjk'] };

const PLACES = [
  WINDOWLESS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of an installed Chromium: `CHROMIUM_PATH`, or the first of the usual places; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  return PLACES.find((path) => existsSync(path));
}

/**
 * A Chromium that is there. Debian's windowless one is installed if need be, also beside another that would do: where that cannot be, the other does.
 * `say` gets each thing done. Throws with the reason when there is no way.
 */
export function requireChromium(say: (line: string) => void): string {
  const found = findChromium();
  const named = process.env['CHROMIUM_PATH'];
  if (named && !found) throw new Error(`CHROMIUM_PATH 指向的 ${named} 不存在。`);
  if (found && (named || found === WINDOWLESS || !mayInstall())) return found;
  let reason: unknown;
  for (const packages of found ? [CHROMIUM_PACKAGES] : [CHROMIUM_PACKAGES, WHOLE]) {
    say(`安装 Debian 的 ${packages.apt.join(' 和 ')}，约 130 MB${found ? `（本机的 ${found} 也能用，但是慢一倍）` : ''}……`);
    try {
      installPackages('Chromium', packages);
      break;
    } catch (error) {
      reason = error;
    }
  }
  const installed = findChromium();
  if (installed) return installed;
  throw reason instanceof Error ? reason : new Error('apt-get 装完以后仍然找不到 Chromium；请用 CHROMIUM_PATH 指明它在哪里。');
}
