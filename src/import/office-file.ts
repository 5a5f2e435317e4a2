/** An Office file before it is read: what kind it is, and that it neither runs nor fetches anything. */
import { ImportError } from './import-error.ts';
import { readXml } from './xml.ts';
import { readZip } from './zip-parts.ts';
import type { ZipLimits, ZipPart } from './zip-parts.ts';

export interface OfficeFile {
  kind: 'docx' | 'xlsx';
  parts: Map<string, ZipPart>;
}

/** Kinds of files by how they begin, and what to do with those that cannot be read here. */
const BEGINNINGS: { begins: readonly number[]; message: string }[] = [
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    message:
      '这是旧格式（.doc、.xls、.wps、.et）或者加了密码的文件。请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx（不加密码）再导入。',
  },
  { begins: [0x25, 0x50, 0x44, 0x46], message: '这是 PDF。请用 Word 或 WPS 打开，另存为 .docx 再导入，并对照原件校一遍。' },
  { begins: [0x7b, 0x5c, 0x72, 0x74, 0x66], message: '这是 RTF。请用 Word 或 WPS 打开，另存为 .docx 再导入。' },
];

/** Parts and relationships that run or fetch something when the file is opened. */
const FORBIDDEN: { pattern: RegExp; message: string }[] = [
  { pattern: /vbaProject\.bin$/iu, message: '文件里有宏。请另存为不带宏的 .docx 或 .xlsx 再导入。' },
  { pattern: /^(?:word|xl)\/activeX\//iu, message: '文件里有控件（ActiveX）。请删去控件，另存以后再导入。' },
  {
    pattern: /^xl\/externalLinks\//iu,
    message: '表里引用了别的工作簿。请把这些格复制成数值（选择性粘贴→数值），断开链接，另存以后再导入。',
  },
  { pattern: /^(?:word|xl)\/embeddings\//iu, message: '文件里嵌了别的文件（对象）。请删去嵌入的对象，另存以后再导入。' },
];

/** Looks at a file. Throws an `ImportError` with one sentence for what is not taken in. */
export function openOfficeFile(bytes: Uint8Array, limits?: ZipLimits): OfficeFile {
  const known = BEGINNINGS.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (known) throw new ImportError(known.message);
  const parts = readZip(bytes, limits);
  const names = [...parts.keys()];
  for (const { pattern, message } of FORBIDDEN) if (names.some((name) => pattern.test(name))) throw new ImportError(message);
  for (const part of parts.values()) if (part.name.endsWith('.rels')) refuseOutside(part);
  if (parts.has('word/document.xml')) return { kind: 'docx', parts };
  if (parts.has('xl/workbook.xml')) return { kind: 'xlsx', parts };
  throw new ImportError('这个压缩包里没有 Word 文档，也没有 Excel 表。请另存为 .docx 或 .xlsx 再导入。');
}

/** A link that a reader may follow is words; everything else outside would be fetched by itself. */
function refuseOutside(part: ZipPart): void {
  readXml(part.bytes(), {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') !== 'External') return;
      const type = attribute('Type') ?? '';
      if (/\/(?:hyperlink|externalLinkPath)$/u.test(type)) return;
      const what = type.slice(type.lastIndexOf('/') + 1);
      const kind = { image: '图片', attachedTemplate: '模板', oleObject: '对象', frame: '框架' }[what] ?? '内容';
      throw new ImportError(
        `文件引用了外面的${kind}（${(attribute('Target') ?? '').slice(0, 60)}），打开时会去取。请在原程序里断开链接，另存以后再导入。`,
      );
    },
    close: () => undefined,
    text: () => undefined,
  });
}
