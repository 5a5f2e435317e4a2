/**
 * `npm run schemas`: writes what an editor needs to explain fields and offer values while one types. For entries, pages and notes (MDX) where Astro's
 * extension looks, `.astro/collections/`; for lists (YAML) below `.build/schema/`, where `.vscode/settings.json` points the YAML extension.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entrySchemas, listSchemas, noteFieldsSchema, pageFieldsSchema } from '../export/json-schemas.ts';
import { openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';

readArguments({});

const root = process.cwd();
const { files, loaded } = await openLibrary(contentFolder(root), workFolders(root).read);
const collections = new Map([...entrySchemas(loaded.vocabulary), ['pages', pageFieldsSchema()], ['notes', noteFieldsSchema()]]);

// The extension finds the collection of a file by its address, which it decodes and writes in lower case.
const entries: [address: string, collection: string][] = files
  .filter(({ folder, extension }) => extension === '.mdx' && collections.has(folder))
  .map(({ path, folder }) => [decodeURIComponent(pathToFileURL(resolve(root, path)).href).toLowerCase(), folder]);
const manifest = {
  collections: [...collections.keys()].map((name) => ({ hasSchema: true, name })),
  entries: Object.fromEntries<string>(entries),
};

await write('.astro/collections/collections.json', `${JSON.stringify(manifest, null, 1)}\n`);
for (const [name, schema] of collections) await write(`.astro/collections/${name}.schema.json`, schema);
for (const [path, schema] of listSchemas()) await write(`.build/schema/${path.replace('.yaml', '.json')}`, schema);
console.log(`写好了 ${collections.size} 类 MDX 文件（${entries.length} 个）和 ${listSchemas().size} 个词表的字段说明。`);

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
