/** `npm run new -- 案例 "标题"`: writes a draft with the next free number, an address in pinyin, the dates, and 未载 where that may stand. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { collectionNamed, newEntry, NewEntryError } from '../import/new-entry.ts';
import { openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

try {
  const { values, positionals } = parseArgs({ options: { root: { type: 'string', default: contentFolder() } }, allowPositionals: true });
  const [kind, ...words] = positionals;
  if (kind === undefined) throw new OperatorError('请写明哪一类和标题，如：npm run new -- 案例 "某县：先修路后补手续"');
  const collection = collectionNamed(kind);
  const library = await openLibrary(values.root, workFolders(process.cwd()).read);
  const { id, slug, text, open } = newEntry(library, collection, words.join(' '), today());
  const path = join(values.root, collection, `${slug}.mdx`);
  mkdirSync(join(values.root, collection), { recursive: true });
  // Two editors may ask at the same moment: whoever comes second is told, and nothing is written over.
  writeFileSync(path, text, { flag: 'wx' });
  console.log(`新建了 ${relative(process.cwd(), path)}，编号 ${id}，状态是草稿。`);
  console.log(`还要写的有 ${open.length} 项（文件里每一项上面有说明）：${open.map(({ name }) => name).join('、')}`);
  console.log('写的时候随时运行 npm run check:content；运行 npm run dev 可以看草稿的样子。');
} catch (error) {
  printFailure(error instanceof NewEntryError ? new OperatorError(error.message) : error);
  process.exitCode = 1;
}
