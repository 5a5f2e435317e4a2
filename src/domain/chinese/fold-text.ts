/** Texts as they are compared when somebody looks for words: what a reader does not distinguish is alike. */

/** Folds what a reader does not distinguish: full and half width, case, accents, and what copying leaves behind. */
export function foldText(text: string): string {
  return plainCharacters(text).normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();
}

/** Text without the characters that nobody sees, and with characters for the radicals that look like them, as copies from PDF files have both. */
export function plainCharacters(text: string): string {
  if (!COPIED.test(text)) return text;
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2E81-\u2EF3]/gu, (radical) => RADICALS[radical.charCodeAt(0) - FIRST_RADICAL] ?? radical)
    .replace(/[\u2F00-\u2FDF]/gu, (radical) => radical.normalize('NFKC'));
}

const COPIED = /\p{Cf}|[\u2E81-\u2EF3\u2F00-\u2FDF]/u;
const FIRST_RADICAL = 0x2e81;
/** U+2E81 to U+2EF3 as Unicode's EquivalentUnifiedIdeograph.txt has them; U+2E9A is none. Other radicals (U+2F00 on) fold by NFKC. */
const RADICALS = Array.from(
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵\u2E9A旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉' +
    '𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
);
