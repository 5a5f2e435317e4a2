/** Parts of every Word file that do not depend on what is written: typefaces by name with substitutes, and properties without a clock. */

/** Typefaces by role. Latin letters and digits stand in Times New Roman, as is usual beside 仿宋. */
export const FACES = {
  body: face('仿宋'),
  heading: face('黑体'),
  note: face('楷体'),
  title: face('宋体'),
} as const;

/** What a program takes when it does not have a typeface: the other names of it, in the order of likelihood. */
const SUBSTITUTES: Record<string, { names: string; family: 'roman' | 'modern' | 'script' }> = {
  仿宋: { names: 'FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,FZFangSong-Z02,Noto Serif CJK SC', family: 'modern' },
  黑体: { names: 'SimHei,STHeiti,Noto Sans CJK SC', family: 'modern' },
  楷体: { names: 'KaiTi,楷体_GB2312,KaiTi_GB2312,STKaiti,Noto Serif CJK SC', family: 'modern' },
  宋体: { names: 'SimSun,STSong,Noto Serif CJK SC', family: 'roman' },
};

/** `word/fontTable.xml`. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(SUBSTITUTES)
  .map(
    ([name, { names, family }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('')}</w:fonts>`;

/** `docProps/core.xml` with title and language and no day: a time of saving would make two files of one paper differ, a made-up one is false. */
export function coreProperties(title: string): string {
  const text = title
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

function face(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' } as const;
}
