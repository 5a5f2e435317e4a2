/**
 * `npm run new -- 案例 "标题"`: writes a draft with the next free number, an address in pinyin, the dates, and 未载 where that may stand.
 * `npm run new -- 本地注 RC-001`: begins the unit's own note on an entry.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { collectionNamed, newEntry, NewEntryError } from '../import/new-entry.ts';
import { newNote } from '../import/new-note.ts';
import { settings } from '../site.ts';
import { openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { codeOf, OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

try {
  const { values, positionals } = readArguments({
    options: { root: { type: 'string', default: contentFolder() } },
    allowPositionals: true,
  });
  const [kind, ...words] = positionals;
  if (kind === undefined) throw new OperatorError('请写明哪一类和标题，如：npm run new -- 案例 "某县：先修路后补手续"');
  const library = await openLibrary(values.root, workFolders(process.cwd()).read);
  if (kind === '本地注') {
    const { place, text, title } = newNote(library, words.join(''), { by: settings.owner, today: today() });
    console.log(`新建了 ${write(values.root, place, text)}，注在“${title}”上。写好科室和正文，再运行 npm run check:content。`);
  } else {
    const collection = collectionNamed(kind);
    const { id, slug, text, open } = newEntry(library, collection, words.join(' '), today());
    console.log(`新建了 ${write(values.root, `${collection}/${slug}.mdx`, text)}，编号 ${id}，状态是草稿。`);
    console.log(`还要写的有 ${open.length} 项（文件里每一项上面有说明）：${open.map(({ name }) => name).join('、')}`);
    console.log('写的时候随时运行 npm run check:content；运行 npm run dev 可以看草稿的样子。');
  }
} catch (error) {
  printFailure(error instanceof NewEntryError ? new OperatorError(error.message) : error);
  process.exitCode = 1;
}

/** Two editors may ask at the same moment: whoever comes second is told, and nothing is written over. */
function write(root: string, place: string, text: string): string {
  const path = join(root, place);
  const shown = relative(process.cwd(), path);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new OperatorError(`${shown} 已经有了，没有动它。请打开它接着写。`) : error;
  }
  return shown;
}
