/** The XML parts of a Word, Excel or PowerPoint file (ECMA-376 Part 2), as a reader sees them that knows ECMA-376 and no later extension. */
import { unzipSync } from 'fflate';

export interface OfficePart {
  path: string;
  xml: string;
}

/** The Office files in a kit, or the file itself. */
export function unpacked(name: string, bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  if (!name.endsWith('.zip')) return [{ name, bytes }];
  return Object.entries(unzipSync(bytes)).flatMap(([path, inner]) =>
    /\.(?:docx|xlsx|pptx)$/u.test(path) ? [{ name: `${name}：${path}`, bytes: inner }] : [],
  );
}

/** Every XML part, without what `mc:Ignorable` lets such a reader pass over (Part 3, 7.2). */
export function officeParts(file: Uint8Array): OfficePart[] {
  return Object.entries(unzipSync(file))
    .filter(([path]) => /\.(?:xml|rels)$/u.test(path))
    .map(([path, bytes]) => ({ path, xml: withoutIgnorable(new TextDecoder().decode(bytes)) }));
}

function withoutIgnorable(xml: string): string {
  const prefixes = /\smc:Ignorable="([^"]*)"/u.exec(xml)?.[1]?.trim().split(/\s+/u) ?? [];
  if (prefixes.length === 0) return xml;
  const names = prefixes.join('|');
  return xml
    .replace(/\smc:Ignorable="[^"]*"/u, '')
    .replace(new RegExp(`<(?:${names}):\\w+[^>]*/>`, 'gu'), '')
    .replace(new RegExp(`<((?:${names}):\\w+)[^>]*>.*?</\\1>`, 'gsu'), '')
    .replace(new RegExp(`\\s(?:${names}):\\w+="[^"]*"`, 'gu'), '');
}

/** The namespace of the root element. */
export function rootNamespace(xml: string): string {
  const root = /<(?![?!])(?:(\w+):)?\w+[^>]*>/u.exec(xml) ?? [''];
  const name = root[1] === undefined ? 'xmlns' : `xmlns:${root[1]}`;
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(root[0])?.[1] ?? '';
}
