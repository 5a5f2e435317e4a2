/**
 * `npm run import -- FILE`: brings in a table of Excel or CSV, a row an entry, or a Word document. Everything is looked at first; nothing is written while
 * there is a problem, unless `--good-rows` asks for the rows without one. `--dry-run` only looks. `--take RC-115` takes the table's words for an entry
 * that has been changed by hand. `--template 案例` writes the table to fill in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDocument, planDocument, writeDocument } from '../import/bring-in-document.ts';
import type { DocumentWish } from '../import/bring-in-document.ts';
import { collectionOfTable, planTable, writeTable } from '../import/bring-in-table.ts';
import { ImportError } from '../import/import-error.ts';
import { collectionNamed, NewEntryError, shortNameOf } from '../import/new-entry.ts';
import { tellKinds, tellPlan, tellProblems, toldOnce } from '../import/table-report.ts';
import { writeTemplate } from '../import/template.ts';
import type { CollectionName } from '../schema/number.ts';
import { openLibrary } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { codeOf, OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

const { values, positionals } = readArguments({
  options: {
    root: { type: 'string', default: contentFolder() },
    as: { type: 'string' },
    template: { type: 'string' },
    title: { type: 'string' },
    cite: { type: 'string' },
    take: { type: 'string' },
    'good-rows': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

try {
  const library = await openLibrary(values.root, workFolders(process.cwd()).read);
  if (values.template !== undefined) giveTemplate(library, collectionNamed(values.template), positionals[0]);
  else {
    const [path] = positionals;
    if (path === undefined)
      throw new OperatorError('请写明文件，如：npm run import -- 案例.xlsx。空白的表：npm run import -- --template 案例');
    if (isDocument(path)) bringInDocument(library, path, readFile(path));
    else bringInTable(library, path, readFile(path));
  }
} catch (error) {
  printFailure(error instanceof ImportError || error instanceof NewEntryError ? new OperatorError(error.message) : error);
  process.exitCode = 1;
}

function giveTemplate(library: Library, collection: CollectionName, path = `${shortNameOf(collection)}模板.xlsx`): void {
  try {
    writeFileSync(path, writeTemplate(library, collection), { flag: 'wx' });
  } catch (error) {
    const fault = codeOf(error) === 'EEXIST' ? '已经有了，没有覆盖' : '写不进去';
    throw new OperatorError(
      `${path} ${fault}。请改个名，或者换个文件夹：npm run import -- --template ${shortNameOf(collection)} 新文件名.xlsx`,
    );
  }
  console.log(`空白的表在 ${path}。填好以后：npm run import -- ${path}`);
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new OperatorError(`读不到 ${path}。请核对文件名；Excel 正开着它的，先关上。`);
  }
}

function bringInTable(library: Library, path: string, bytes: Uint8Array): void {
  const collection = values.as === undefined ? collectionOfTable(path, bytes) : collectionNamed(values.as);
  if (collection === undefined)
    throw new OperatorError(`看不出这份表是哪一类条目。把表名改成“案例”之类，或者写明：npm run import -- ${path} --as 案例`);
  const found = planTable(path, bytes, { library, root: values.root, collection, today: today(), takes: listOf(values.take) });
  console.log(tellKinds(found, values['dry-run']));
  if (found.problems.length > 0) console.log(`\n${tellProblems(toldOnce(found.problems))}`);
  if (found.plan.reminders.length > 0) console.log(`\n${tellProblems(toldOnce(found.plan.reminders), '（提醒）')}`);
  const mayWrite = found.problems.length === 0 || values['good-rows'];
  if (values['dry-run'] || !mayWrite) {
    console.log(`\n${tellPlan(found, false)}`);
    console.log(
      found.problems.length > 0
        ? `有 ${found.problems.length} 个问题，一条也没有写。改好以后再导入；只要没有问题的 ${found.good.length} 行：npm run import -- ${path} --good-rows`
        : '没有问题。这次只看，没有写。',
    );
    process.exitCode = found.problems.length > 0 ? 1 : 0;
    return;
  }
  writeTable(found, values.root);
  console.log(`\n${tellPlan(found, true)}`);
  if (found.problems.length > 0) console.log(`有问题的 ${found.plan.entries.length - found.good.length} 行没有写。`);
  console.log('写成的是草稿：npm run dev 看样子，npm run check:content 检查，审核以后用 npm run sign-off 发布。');
}

function bringInDocument(library: Library, path: string, bytes: Uint8Array): void {
  const found = planDocument(basename(path), bytes, library, documentWish(), today());
  const { entry, notes } = found.draft;
  for (const note of notes) console.log(`· ${note}`);
  const place = join(values.root, found.place);
  const kind = shortNameOf(entry.collection);
  if (values['dry-run']) {
    console.log(`\n这次只看，没有写。会写成“${kind}”的草稿 ${place}。`);
    return;
  }
  writeDocument(found, values.root);
  console.log(`\n写成了“${kind}”的草稿 ${place}，编号 ${entry.id}；不是这一类，就删去它，用 --as 重来。`);
  console.log(
    `原件和它的文字在 ${join(values.root, found.beside)}。还要写的有 ${entry.open.length} 项：${entry.open.map(({ name }) => name).join('、')}`,
  );
}

function documentWish(): DocumentWish {
  return {
    ...(values.as !== undefined && { collection: collectionNamed(values.as) }),
    ...(values.title !== undefined && { title: values.title }),
    ...(values.cite !== undefined && { cite: values.cite }),
  };
}

function listOf(words = ''): string[] {
  return words.split(/[\s,，、]+/u).filter(Boolean);
}
