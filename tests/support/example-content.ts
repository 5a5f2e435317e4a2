/** A sound set of content in memory, and changes to it as the examples of lint rules describe them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { readLibrary, withChange } from '../../src/store/library.ts';
import type { Library } from '../../src/store/library.ts';
import { openBodyCache } from '../../src/store/value-cache.ts';
import { storeFile } from '../../src/store/read-content.ts';
import type { StoredFile } from '../../src/store/read-content.ts';
import type { Example } from '../../src/lint/rule.ts';

const ROOT = join(import.meta.dirname, '../fixtures/sound-content/content');

/** The text of every file of the sound content, by its path below the content folder. */
export const soundContent: ReadonlyMap<string, string> = new Map(
  readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => [relative(ROOT, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
);

/** The sound content with one example's change made to it. */
export function contentWith(example: Example): StoredFile[] {
  const place = example.file ?? 'practices/example.mdx';
  const files = new Map(soundContent);
  files.delete(place);
  files.set(example.renamedTo ?? place, change(soundContent.get(place) ?? '', example));
  return storeTexts(files);
}

/** The same as a library, in which only what the example changes is read anew: lists decide how entries are read, so that theirs is read whole. */
export function libraryWith(example: Example): Library {
  const place = example.file ?? 'practices/example.mdx';
  if (!place.endsWith('.mdx') || example.renamedTo !== undefined) return readLibrary(contentWith(example), bodies);
  soundLibrary ??= readLibrary(storeTexts(soundContent));
  const { library } = withChange(soundLibrary, storeText(place, change(soundContent.get(place) ?? '', example)));
  return library;
}

let soundLibrary: Library | undefined;
/** Bodies are the same whatever the lists say. */
const bodies = openBodyCache(undefined);

/** Texts as if read from a folder named `content`. */
export function storeTexts(texts: ReadonlyMap<string, string>): StoredFile[] {
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([place, text]) => storeText(place, text));
}

/** Most files are the same from example to example; reading them once makes the table of rules three times as fast. */
const stored = new Map<string, StoredFile>();

function storeText(place: string, text: string): StoredFile {
  const key = `${place}\n${text}`;
  const file = stored.get(key) ?? storeFile({ path: `content/${place}`, place, bytes: new TextEncoder().encode(text) });
  stored.set(key, file);
  return file;
}

function change(text: string, { fields, body, replace }: Example): string {
  const [, frontmatter = '', original = ''] = text.split(/^---\n/mu);
  const document = parseDocument(frontmatter);
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (value === undefined) document.delete(name);
    else document.set(document.createNode(name), document.createNode(value));
  }
  const written = document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
  const changed = fields || body !== undefined ? `---\n${written}---\n\n${body ?? original.trim()}\n` : text;
  if (!replace) return changed;
  if (!changed.includes(replace[0])) throw new Error(`The example replaces “${replace[0]}”, which is not there.`);
  return changed.replace(replace[0], replace[1]);
}
