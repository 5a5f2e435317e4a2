/** XML of Office files, read piece by piece: tags, attributes and text, and nothing of what XML can do besides. */
import { ImportError } from './import-error.ts';

/** Who hears what is read. Names come without their prefix: programs choose prefixes as they like. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** The attributes of a tag, looked up by local name. */
export type Attributes = (name: string) => string | undefined;

/** Elements within elements; Word and Excel need some thirty. */
const DEEPEST = 200;

/** Reads a part. Throws an `ImportError` for what is not well formed, nests deeper than 200, or declares entities. */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const xml = decode(bytes);
  const open: string[] = [];
  let at = 0;
  for (;;) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at && open.length > 0) reader.text(unescapeXml(xml.slice(at, end)));
    if (tag < 0) break;
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag);
      reader.text(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag);
    else if (xml.startsWith('<!', tag)) throw new ImportError('文件里有文档类型声明（DOCTYPE），Word 和 Excel 的文件不会有，没有读。');
    else {
      const close = tagEnd(xml, tag);
      at = close + 1;
      if (xml[tag + 1] === '/') {
        const name = localName(xml.slice(tag + 2, close).trim());
        if (open.pop() !== name) throw broken();
        reader.close(name);
        continue;
      }
      const isEmpty = xml[close - 1] === '/';
      const inner = xml.slice(tag + 1, isEmpty ? close - 1 : close);
      const space = inner.search(/\s/u);
      const name = localName(space < 0 ? inner : inner.slice(0, space));
      reader.open(name, attributesOf(space < 0 ? '' : inner.slice(space)));
      if (isEmpty) reader.close(name);
      else if (open.push(name) > DEEPEST) throw new ImportError(`文件里的元素套了 ${DEEPEST} 层以上，不像普通的文档，没有读。`);
    }
  }
  if (open.length > 0) throw broken();
}

function decode(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw broken();
  return at + mark.length;
}

/** An attribute may hold a `>`. */
function tagEnd(xml: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const end = xml.indexOf('>', at);
    if (end < 0) throw broken();
    const quotes = xml.slice(from, end).replace(/"[^"]*"|'[^']*'/gu, '');
    if (!/["']/u.test(quotes)) return end;
    at = end + 1;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Looked up when asked for: most attributes of a sheet are asked for by nobody. */
function attributesOf(text: string): Attributes {
  if (text === '') return () => undefined;
  let all: Map<string, string> | undefined;
  return (name) => {
    if (!all) {
      all = new Map();
      for (const [, key = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu))
        all.set(localName(key), unescapeXml(double ?? single ?? ''));
    }
    return all.get(name);
  };
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function broken(): ImportError {
  return new ImportError('文件的内部结构不完整，可能没有存完。请用原来的程序打开，另存一份再导入。');
}
