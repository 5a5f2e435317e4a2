/** Reads a content folder from disk with line and column, for checks; what cannot be read is reported, never thrown. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decodeText } from './decode-text.ts';
import { readYaml } from './yaml-document.ts';
import type { ReadProblem, YamlDocument } from './yaml-document.ts';

/** A file as it lies on disk. */
export interface RawFile {
  /** Path as shown to the author, with forward slashes. */
  path: string;
  /** Path below the content folder, such as `practices/zhejiang-clarification.mdx`. */
  place: string;
  bytes: Uint8Array;
}

/** A content file or a controlled list, read as far as it can be. */
export interface StoredFile {
  path: string;
  /** The folders below the content folder: `practices`, `vocab`, `practices/old`, or empty. */
  folder: string;
  /** The file name without its extension. */
  name: string;
  /** The extension with its dot, such as `.mdx`. */
  extension: string;
  /** The whole text, line ends as `\n`; empty when the bytes are not text. */
  source: string;
  /** The fields; `undefined` when the file has none that can be found. */
  yaml: YamlDocument | undefined;
  /** The body, after one empty line for each line of the field section, so that positions in it are positions in the file. */
  body: string;
  problems: ReadProblem[];
}

/** Reads every file below `root`; paths are shown relative to `shownFrom`. */
export async function readContent(root: string, shownFrom = process.cwd()): Promise<StoredFile[]> {
  const found = await readdir(root, { withFileTypes: true, recursive: true });
  const places = found
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => join(item.parentPath, item.name))
    .sort();
  const files = await Promise.all(
    places.map(async (path) => ({
      path: withSlashes(relative(shownFrom, path)),
      place: withSlashes(relative(root, path)),
      bytes: await readFile(path),
    })),
  );
  return files.map(storeFile);
}

/** One file, taken apart into fields and body. */
export function storeFile({ path, place, bytes }: RawFile): StoredFile {
  const slash = place.lastIndexOf('/');
  const base = place.slice(slash + 1);
  const dot = base.lastIndexOf('.');
  const name = dot > 0 ? base.slice(0, dot) : base;
  const extension = dot > 0 ? base.slice(dot) : '';
  const file = { path, folder: place.slice(0, Math.max(slash, 0)), name, extension };
  if (extension !== '.mdx' && extension !== '.yaml') return { ...file, source: '', yaml: undefined, body: '', problems: [] };
  const text = decodeText(bytes);
  if (typeof text !== 'string') return { ...file, source: '', yaml: undefined, body: '', problems: [text] };
  return extension === '.yaml' ? { ...file, ...storeList(text) } : { ...file, ...storeEntry(text) };
}

function storeList(source: string): Pick<StoredFile, 'source' | 'yaml' | 'body' | 'problems'> {
  const yaml = readYaml(source);
  return { source, yaml, body: '', problems: yaml.problems };
}

function storeEntry(source: string): Pick<StoredFile, 'source' | 'yaml' | 'body' | 'problems'> {
  const lines = source.split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    const message = '文件第一行不是“---”，找不到字段区。条目要以一行“---”开头，写完字段再写一行“---”，然后才是正文。';
    return { source, yaml: undefined, body: '', problems: [{ kind: 'bad-frontmatter', at: { line: 1, column: 1 }, message }] };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) {
    const message = '字段区没有结束：后面缺一行单独的“---”。请在最后一个字段之后补上。';
    return { source, yaml: undefined, body: '', problems: [{ kind: 'bad-frontmatter', at: { line: 1, column: 1 }, message }] };
  }
  const yaml = readYaml(lines.slice(1, end).join('\n'), 2);
  const body = '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
  return { source, yaml, body, problems: [...yaml.problems, ...wrongShape(yaml)] };
}

/** The fields must be a list of `name: value`; anything else has nothing to check. */
function wrongShape({ data, problems }: YamlDocument): ReadProblem[] {
  if (problems.length > 0 || (typeof data === 'object' && data !== null && !Array.isArray(data))) return [];
  const message = data === null ? '字段区是空的。请照同类条目写出各字段。' : '字段区里没有字段。每个字段要写成“字段名: 内容”。';
  return [{ kind: 'bad-frontmatter', at: { line: 1, column: 1 }, message }];
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
