/** Which browsers the site promises to work in, and how far. The build lowers to it, the page 浏览器 publishes it, the tests try it. */

/** The oldest Chromium that the site's scripts and styles must run in. */
export const OLDEST_CHROMIUM = 78;

/** What the tools that lower scripts and styles call it. */
export const LOWEST_TARGET = `chrome${OLDEST_CHROMIUM}`;

/** A group of browsers with what works in them. */
export interface Tier {
  name: 'A' | 'B' | 'C' | '不用脚本';
  /** Which browsers, for readers. */
  browsers: string;
  works: string;
}

/** From everything to reading alone. */
export const TIERS: readonly Tier[] = [
  { name: 'A', browsers: 'Chromium 109 及以后（包括同内核的各种浏览器）、Firefox ESR 现行版', works: '全部功能。' },
  {
    name: 'B',
    browsers: 'Chromium 86 至 108',
    works: '阅读、浏览、检索、筛选、比对、导出（97 以前检索用文件夹索引，第一次检索要多读约 1.6 MB）。',
  },
  { name: 'C', browsers: 'Chromium 78 至 85', works: '阅读、浏览、基本检索（同样用文件夹索引）。' },
  { name: '不用脚本', browsers: '任何浏览器，关闭脚本，或者比上面更旧', works: '阅读和浏览全部内容；检索需要脚本，页面上会写明。' },
];

/** A browser that every page kind and the search are opened in before a release. */
export interface TestedBrowser {
  name: string;
  /** The exact version, or where the version comes from. */
  version: string;
  tier: 'A' | 'B' | 'C';
  /** How far the trial has come, for readers; said as it is. */
  state: string;
}

const TRIED = '2026年11月25日：网站版和文件夹版的每一种页面、检索条数、筛选、比对、存为 Word 都试过，没有差错';

/** The edges of the tiers among them: below 97 the security policy keeps Pagefind's WebAssembly from running, and the folder index answers. */
export const TESTED_BROWSERS: readonly TestedBrowser[] = [
  { name: 'Chromium 78', version: '78.0.3882.0', tier: 'C', state: TRIED },
  { name: 'Chromium 79', version: '79.0.3945.0', tier: 'C', state: TRIED },
  { name: 'Chromium 83', version: '83.0.4103.0', tier: 'C', state: TRIED },
  { name: 'Chromium 86', version: '86.0.4240.0', tier: 'B', state: TRIED },
  { name: 'Chromium 109', version: '109.0.5412.0', tier: 'A', state: TRIED },
  { name: 'Chromium', version: 'Debian 的现行版', tier: 'A', state: `${TRIED}；日常测试也都在其中运行` },
  { name: 'Firefox ESR', version: 'Debian 的现行版', tier: 'A', state: TRIED },
];

/** What is different when the site is opened from a folder, each a sentence for readers. */
export const FOLDER_LIMITS: readonly string[] = [
  '能用的：全部页面、栏目之间的链接、检索、筛选、比对、类案检索报告、研判工作单、课程选编、存为 Word 和幻灯片、永久编号（id/编号/index.html）。',
  '检索用文件夹索引，第一次检索要读约 1.6 MB，条数与网站上的检索一致。',
  '网址是这台电脑上的位置：比对、报告、选编的链接和二维码发给别人打不开，文件里写的网址也是本机的位置；引用时写编号。',
  '没有的：网站地图、不存在的网址的提示页，以及数据文件里以网站地址开头的链接所指的网站。',
  '在有的浏览器里，从文件夹打开的网页之间不共用保存的内容：比对篮和选编可能要在同一个页面里用完。',
];
