/** The order of Chinese words by pinyin and of numbers by their value, as the browser knows it: a few names of places it misreads, see `compare-read.ts`. */
export const compareSounds = new Intl.Collator('zh-CN', { numeric: true }).compare;
