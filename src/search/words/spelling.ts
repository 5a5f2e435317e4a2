/** Whether what was typed is pinyin; every search asks that, and few need what recognises names by it (`pinyin.ts`). */

/** Whether a text is worth reading as pinyin: Latin letters, spaces and apostrophes, with or without Han characters. */
export function isPinyin(text: string): boolean {
  return /^[\p{Script=Han}a-zü'’ ]{2,}$/iu.test(text) && /[a-zü]/iu.test(text);
}

/** Whether a text can only be pinyin: at least four Latin letters and nothing else but spaces and apostrophes. */
export function isSpelling(text: string): boolean {
  return /^[a-zü'’ ]+$/iu.test(text) && text.replace(/[^a-zü]/giu, '').length >= 4;
}
