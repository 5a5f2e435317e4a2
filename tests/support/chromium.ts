/** Finds a Chromium on this machine, or installs Debian's. A machine without any is a failure, never a skipped test. */
import { existsSync } from 'node:fs';
import { installPackages } from './packages.ts';
import type { Packages } from './packages.ts';

export const CHROMIUM_PACKAGES: Packages = {
  apt: ['chromium', 'fonts-noto-cjk'],
  dnf: ['chromium', 'google-noto-sans-cjk-fonts'],
  brew: ['--cask', 'google-chrome'],
};

const PLACES = [
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

/** A Chromium that is there, installing Debian's if need be; `say` gets each thing done. Throws with the reason when there is no way. */
export function requireChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROMIUM_PATH']) throw new Error(`CHROMIUM_PATH 指向的 ${process.env['CHROMIUM_PATH']} 不存在。`);
  say('安装 Debian 的 chromium 和 fonts-noto-cjk，约 200 MB……');
  installPackages('Chromium', CHROMIUM_PACKAGES);
  const installed = findChromium();
  if (!installed) throw new Error('apt-get 装完以后仍然找不到 Chromium；请用 CHROMIUM_PATH 指明它在哪里。');
  return installed;
}
