/** Which browsers the site promises to work in, and how far. The build lowers to it, the page 浏览器 publishes it, the tests try it. */

/** The oldest Chromium that the site's scripts and styles must run in. */
export const OLDEST_CHROMIUM = 78;

/** What the tools that lower scripts and styles call it. */
export const LOWEST_TARGET = `chrome${OLDEST_CHROMIUM}`;
