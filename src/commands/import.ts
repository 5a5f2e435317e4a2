/**
 * `npm run import -- FILE`: brings in a table of Excel or CSV, a row an entry, or a Word document. Everything is looked at first; nothing is written while
 * there is a problem, unless `--good-rows` asks for the rows without one. `--dry-run` only looks. `--template 案例` writes the table to fill in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { planTable, sheetsOf, writeTable } from '../import/bring-in-table.ts';
import { convertOld } from '../import/convert-old.ts';
import { ImportError } from '../import/import-error.ts';
import { writeWhole } from '../import/import-record.ts';
import { collectionNamed, NewEntryError, shortNameOf } from '../import/new-entry.ts';
import { openOfficeFile } from '../import/office-file.ts';
import { readDocument } from '../import/read-docx.ts';
import { tellKinds, tellPlan, tellProblems } from '../import/table-report.ts';
import { writeTemplate } from '../import/template.ts';
import { isRule, wordDraft } from '../import/word-draft.ts';
import { COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { openLibrary } from '../store/library.ts';
import { IMPORTS_FOLDER } from '../store/read-content.ts';
import type { Library } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

const { values, positionals } = parseArgs({
  options: {
    root: { type: 'string', default: contentFolder() },
    as: { type: 'string' },
    template: { type: 'string' },
    title: { type: 'string' },
    cite: { type: 'string' },
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
    if (/\.(?:docx?|wps)$/iu.test(path)) bringInDocument(library, path, readFile(path));
    else bringInTable(library, path, readFile(path));
  }
} catch (error) {
  printFailure(error instanceof ImportError || error instanceof NewEntryError ? new OperatorError(error.message) : error);
  process.exitCode = 1;
}

function giveTemplate(library: Library, collection: CollectionName, path = `${shortNameOf(collection)}模板.xlsx`): void {
  try {
    writeFileSync(path, writeTemplate(library, collection), { flag: 'wx' });
  } catch {
    throw new OperatorError(`${path} 已经有了，没有覆盖。请改个名：npm run import -- --template ${shortNameOf(collection)} 新文件名.xlsx`);
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
  const collection = values.as === undefined ? collectionOfSheets(path, bytes) : collectionNamed(values.as);
  const found = planTable(path, bytes, library, values.root, collection, today());
  console.log(tellKinds(found, values['dry-run']));
  if (found.problems.length > 0) console.log(`\n${tellProblems(found.problems)}`);
  if (found.plan.reminders.length > 0) console.log(`\n${tellProblems(found.plan.reminders, '（提醒）')}`);
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

/** A document becomes one draft; the file and its text are kept beside it, and no part of either is published. */
function bringInDocument(library: Library, path: string, bytes: Uint8Array): void {
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const file = openOfficeFile(isOld ? convertOld(path) : bytes);
  if (file.kind !== 'docx') throw new OperatorError('这不是 Word 文档。');
  const document = readDocument(file);
  const collection = values.as === undefined ? (isRule(document) ? 'policies' : 'tolerance') : collectionNamed(values.as);
  const wish = {
    collection,
    ...(values.title !== undefined && { title: values.title }),
    ...(values.cite !== undefined && { cite: values.cite }),
  };
  const { entry, original, notes } = wordDraft(document, wish, library, today());
  const place = join(values.root, collection, `${entry.slug}.mdx`);
  const beside = join(values.root, IMPORTS_FOLDER, collection, entry.slug);
  for (const note of notes) console.log(`· ${note}`);
  if (values['dry-run']) {
    console.log(`\n这次只看，没有写。会写成“${shortNameOf(collection)}”的草稿 ${place}。`);
    return;
  }
  writeWhole(join(beside, `original${extname(path).toLowerCase()}`), bytes);
  writeWhole(join(beside, 'original.md'), original);
  writeWhole(place, entry.text);
  console.log(`\n写成了“${shortNameOf(collection)}”的草稿 ${place}，编号 ${entry.id}；不是这一类，就删去它，用 --as 重来。`);
  console.log(`原件和它的文字在 ${beside}。还要写的有 ${entry.open.length} 项：${entry.open.map(({ name }) => name).join('、')}`);
}

/** A sheet named like a collection says what its rows are. */
function collectionOfSheets(path: string, bytes: Uint8Array): CollectionName {
  const names = new Set(sheetsOf(path, bytes).map(({ name }) => name.trim()));
  const found = COLLECTION_NAMES.filter((collection) => names.has(shortNameOf(collection)));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new OperatorError(`看不出这份表是哪一类条目。把表名改成“案例”之类，或者写明：npm run import -- ${path} --as 案例`);
}
