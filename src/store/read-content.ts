/** Reads a content folder from disk with line and column, for checks; what cannot be read is reported, never thrown. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { decodeText, otherKind } from './decode-text.ts';
import { bodyOverLimit, overLimit, sizeOverLimit } from './text-limits.ts';
import { isRecord } from './loose-data.ts';
import { plainDocument, readPlainFields, readYaml } from './yaml-document.ts';
import type { YamlDocument } from './yaml-document.ts';
import type { ReadProblem } from './read-problem.ts';

/** A file as it lies on disk. */
export interface RawFile {
  /** Path as shown to the author, with forward slashes. */
  path: string;
  /** Path below the content folder, such as `practices/zhejiang-clarification.mdx`. */
  place: string;
  /** What is in it; a problem when it is no file that may be read. */
  bytes: Uint8Array | ReadProblem;
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

/**
 * Reads every file below `root`, or those of which `isAsked` says so by their place in the order of paths; paths are shown relative to `shownFrom`. `plain`
 * may know entries that it has read before.
 */
export async function readContent(
  root: string,
  shownFrom = process.cwd(),
  plain = readPlainEntry,
  isAsked: (place: number) => boolean = () => true,
): Promise<StoredFile[]> {
  const found = await readdir(root, { withFileTypes: true, recursive: true });
  const items = found
    .filter((item) => !item.isDirectory() && !isOfSystem(item.name) && !isOfImports(relative(root, item.parentPath)))
    .map((item) => ({ item, path: join(item.parentPath, item.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .filter((_, place) => isAsked(place));
  // One after the other: a system lets a program have a few thousand files open, and a library may have more.
  return items.map(({ item, path }) => {
    const file = { path: withSlashes(relative(shownFrom, path)), place: withSlashes(relative(root, path)), bytes: readBytes(path, item) };
    return storeFile(file, plain);
  });
}

/** What imports remember, and the originals of what they brought in: beside the entries, and no part of the content. */
export const IMPORTS_FOLDER = 'imports';

function isOfImports(folder: string): boolean {
  return withSlashes(folder).split('/')[0] === IMPORTS_FOLDER;
}

/** What Windows, macOS and Office lay into folders by themselves, and take away again. */
function isOfSystem(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(?:desktop\.ini|(?:eh)?thumbs\.db|icon\r)$/iu.test(name);
}

/** The texts of the originals that imports have kept, by the collection and slug of the entry made from them. */
export async function readOriginals(root: string): Promise<Map<string, string>> {
  const folder = join(root, IMPORTS_FOLDER);
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  const names = found.map(withSlashes).filter((name) => /^[^/]+\/[^/]+\/original\.md$/u.test(name));
  return new Map(names.map((name) => [name.replace('/original.md', ''), readFileSync(join(folder, name), 'utf8')]));
}

/** Links are not followed, pipes not waited for, and what is too large is not loaded. */
function readBytes(path: string, item: Dirent): RawFile['bytes'] {
  if (item.isSymbolicLink())
    return notAFile('这是一个链接（快捷方式），指向别处的文件或文件夹。内容文件夹里只放文件本身；请把那个文件复制进来，或者删去链接。');
  if (!item.isFile()) return notAFile('这不是普通文件。内容文件夹里只放文本文件，请删去它。');
  const tooMany = sizeOverLimit(statSync(path).size, extname(item.name));
  return tooMany ? (otherKind(firstBytes(path)) ?? tooMany) : readFileSync(path);
}

function firstBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function notAFile(message: string): ReadProblem {
  return { kind: 'unreadable-file', at: { line: 1, column: 1 }, message };
}

/** One file, taken apart into fields and body. */
export function storeFile({ path, place, bytes }: RawFile, plain = readPlainEntry): StoredFile {
  const slash = place.lastIndexOf('/');
  const base = place.slice(slash + 1);
  const dot = base.lastIndexOf('.');
  const name = dot > 0 ? base.slice(0, dot) : base;
  const extension = dot > 0 ? base.slice(dot) : '';
  const file = { path, folder: place.slice(0, Math.max(slash, 0)), name, extension };
  const unread = (problems: ReadProblem[]) => ({ ...file, source: '', yaml: undefined, body: '', problems });
  if (!(bytes instanceof Uint8Array)) return unread([bytes]);
  if (extension !== '.mdx' && extension !== '.yaml') return unread([]);
  const tooMany = sizeOverLimit(bytes.length, extension);
  if (tooMany) return unread([tooMany]);
  const text = decodeText(bytes);
  if (typeof text !== 'string') return unread([text]);
  const known = extension === '.mdx' ? plain(text) : undefined;
  if (known) return { ...file, ...storePlain(text, known) };
  const excess = overLimit(text);
  if (excess) return unread([excess]);
  return extension === '.yaml' ? { ...file, ...storeList(text) } : { ...file, ...storeEntry(text) };
}

/** What an entry says whose file holds nothing to report on. */
export interface PlainEntry {
  data: Record<string, unknown>;
  comments: YamlDocument['comments'];
  /** Index of the line that ends the fields. */
  end: number;
}

/** Reads such a file; `undefined` when it has to be looked at closely. */
export function readPlainEntry(source: string): PlainEntry | undefined {
  if (overLimit(source)) return undefined;
  const lines = source.split('\n');
  const end = lines[0]?.trimEnd() === '---' ? fieldsEnd(lines) : -1;
  if (end < 0 || earlyEnd(lines.slice(0, end)).length > 0) return undefined;
  const plain = readPlainFields(fieldsOf(lines, end), 2);
  if (!plain || !isRecord(plain.data) || bodyOverLimit(bodyOf(lines, end))) return undefined;
  return { data: plain.data, comments: plain.comments, end };
}

function storePlain(source: string, { data, comments, end }: PlainEntry): Pick<StoredFile, 'source' | 'yaml' | 'body' | 'problems'> {
  const lines = source.split('\n');
  return { source, yaml: plainDocument({ data, comments }, fieldsOf(lines, end), 2), body: bodyOf(lines, end), problems: [] };
}

function fieldsEnd(lines: readonly string[]): number {
  return lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
}

function fieldsOf(lines: readonly string[], end: number): string {
  return lines.slice(1, end).join('\n');
}

/** After one empty line for each line of the fields. */
function bodyOf(lines: readonly string[], end: number): string {
  return '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
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
  const end = fieldsEnd(lines);
  if (end < 0) {
    const message = '字段区没有结束：后面缺一行单独的“---”。请在最后一个字段之后补上。';
    return { source, yaml: undefined, body: '', problems: [{ kind: 'bad-frontmatter', at: { line: 1, column: 1 }, message }] };
  }
  const yaml = readYaml(fieldsOf(lines, end), 2);
  const body = bodyOf(lines, end);
  const excess = bodyOverLimit(body);
  const problems = [...yaml.problems, ...wrongShape(yaml), ...earlyEnd(lines.slice(0, end))];
  return excess ? { source, yaml, body: '', problems: [...problems, excess] } : { source, yaml, body, problems };
}

/** The site's pages take any line that begins with three dashes for the end of the fields. */
function earlyEnd(fieldLines: string[]): ReadProblem[] {
  const index = fieldLines.findIndex((line, number) => number > 0 && line.startsWith('---'));
  if (index < 0) return [];
  const message = '字段区里这一行以“---”开头，会被当作字段区的结尾。请在行首空两格，或者换一种写法。';
  return [{ kind: 'bad-frontmatter', at: { line: index + 1, column: 1 }, message }];
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
