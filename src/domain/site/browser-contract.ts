/** Which browsers the site promises to work in, and how far. The build lowers to it, the page 浏览器 publishes it, the tests try it. */

/** The oldest Chromium that the site's scripts and styles must run in. */
export const OLDEST_CHROMIUM = 78;

/** What the tools that lower scripts and styles call it. */
export const LOWEST_TARGET = `chrome${OLDEST_CHROMIUM}`;

/** A browser that every page kind and the search are opened in before a release. */
export interface TestedBrowser {
  name: string;
  /** The exact version, or where the version comes from. */
  version: string;
  tier: 'A' | 'B' | 'C';
  /** What is to be said of it beside what was tried. */
  note?: string;
}

/** The edges of the tiers among them: below 97 the security policy keeps Pagefind's WebAssembly from running, and our own index answers. */
export const TESTED_BROWSERS: readonly TestedBrowser[] = [
  { name: 'Chromium 78', version: '78.0.3882.0', tier: 'C' },
  { name: 'Chromium 79', version: '79.0.3945.0', tier: 'C' },
  { name: 'Chromium 83', version: '83.0.4103.0', tier: 'C' },
  { name: 'Chromium 86', version: '86.0.4240.0', tier: 'B' },
  { name: 'Chromium 109', version: '109.0.5412.0', tier: 'A' },
  { name: 'Chromium', version: 'Debian 的现行版', tier: 'A', note: '日常测试也都在其中运行' },
  { name: 'Firefox ESR', version: 'Debian 的现行版', tier: 'A' },
];
