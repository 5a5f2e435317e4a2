/**
 * `npm run sign-off -- --writer 岗位 --reviewer 岗位 --secrecy 已做 RC-115 RC-116`: publishes drafts that a second person has read, as many as are named
 * or stand in a list (`--list FILE`, a number a line). All of them pass the check as published entries, or none is written.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeWhole } from '../import/import-record.ts';
import { signedText } from '../import/sign-off.ts';
import { checkSome } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { meantNumber } from '../schema/number.ts';
import { openLibrary, withChanges } from '../store/library.ts';
import type { Library, StoredEntry } from '../store/library.ts';
import { storeFile } from '../store/read-content.ts';
import { contentFolder } from '../store/site-file.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

const { values, positionals } = parseArgs({
  options: {
    root: { type: 'string', default: contentFolder() },
    writer: { type: 'string', default: '' },
    reviewer: { type: 'string', default: '' },
    secrecy: { type: 'string', default: '' },
    list: { type: 'string' },
  },
  allowPositionals: true,
});

try {
  const writer = values.writer.trim();
  const reviewer = values.reviewer.trim();
  if (writer === '' || reviewer === '') throw new OperatorError('请写明写的人和审核人的岗位（不写姓名）：--writer 岗位 --reviewer 岗位');
  if (writer.replace(/\s/gu, '') === reviewer.replace(/\s/gu, '')) throw new OperatorError('审核的人不能就是写的人。请由另一个人审核。');
  if (values.secrecy !== '已做') throw new OperatorError('保密审查做过了才能发布。做过了，请加上：--secrecy 已做');
  const numbers = [...positionals, ...(values.list === undefined ? [] : readList(values.list))];
  if (numbers.length === 0) throw new OperatorError('请写明要发布的编号，如 RC-115 RC-116；很多就写进一个文件，一行一个：--list 名单.txt');
  const library = await openLibrary(values.root, workFolders(process.cwd()).read);
  const entries = [...new Set(numbers)].map((number) => entryOf(library, number));
  const signed = entries.map(({ file }) => {
    const text = signedText(readFileSync(file.path, 'utf8'), { writer, reviewer, date: today() });
    return {
      path: file.path,
      text,
      file: storeFile({ path: file.path, place: `${file.folder}/${file.name}${file.extension}`, bytes: Buffer.from(text) }),
    };
  });
  const files = signed.map(({ file }) => file);
  const errors = checkSome(withChanges(library, files), files, today()).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    console.error(formatIssues(errors));
    throw new OperatorError(`照发布的要求还有 ${errors.length} 个问题，一条也没有发布。改好以后再运行一次。`);
  }
  for (const { path, text } of signed) writeWhole(path, text);
  console.log(`发布了 ${signed.length} 条：${entries.map(({ id }) => id).join('、')}。`);
  console.log('对外更新以前运行 npm run register 登记编号和网址，再 npm run build。');
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

function readList(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split(/[\s,，、;；]+/u)
      .filter(Boolean);
  } catch {
    throw new OperatorError(`读不到名单 ${path}。请核对文件名。`);
  }
}

function entryOf({ entries }: Library, number: string): StoredEntry {
  const id = meantNumber(number) ?? number;
  const entry = entries.find((found) => found.id === id);
  if (!entry) throw new OperatorError(`没有编号是“${number}”的条目，一条也没有发布。`);
  if (entry.data['status'] === '退出') throw new OperatorError(`${id} 已经退出，不能发布。一条也没有发布。`);
  return entry;
}
