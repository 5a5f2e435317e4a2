/**
 * `npm run sign-off -- --writer 岗位 --reviewer 岗位 --secrecy 已做 RC-115 RC-116`: publishes drafts that a second person has read, as many as are named
 * or stand in a list (`--list FILE`, a number a line). All of them pass the check as published entries, or none is written.
 */
import { readFileSync } from 'node:fs';
import { ImportError } from '../import/import-error.ts';
import { planSignOff, writeSignOff } from '../import/sign-off.ts';
import { formatIssues } from '../lint/report.ts';
import { openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

const { values, positionals } = readArguments({
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
  if (values.writer.trim() === '' || values.reviewer.trim() === '')
    throw new OperatorError('请写明写的人和审核人的岗位（不写姓名）：--writer 岗位 --reviewer 岗位');
  if (values.secrecy !== '已做') throw new OperatorError('保密审查做过了才能发布。做过了，请加上：--secrecy 已做');
  const numbers = [...positionals, ...(values.list === undefined ? [] : readList(values.list))];
  if (numbers.length === 0) throw new OperatorError('请写明要发布的编号，如 RC-115 RC-116；很多就写进一个文件，一行一个：--list 名单.txt');
  const library = await openLibrary(values.root, workFolders(process.cwd()).read);
  const { writer, reviewer } = values;
  const found = planSignOff(library, numbers, { writer, reviewer, date: today() }, true);
  if (found.errors.length > 0) {
    console.error(formatIssues(found.errors));
    throw new OperatorError(`照发布的要求还有 ${found.errors.length} 个问题，一条也没有发布。改好以后再运行一次。`);
  }
  writeSignOff(found);
  console.log(`发布了 ${found.signed.length} 条：${found.signed.map(({ entry }) => entry.id).join('、')}。`);
  console.log('对外更新以前运行 npm run register 登记编号和网址，再 npm run build。');
} catch (error) {
  printFailure(error instanceof ImportError ? new OperatorError(error.message) : error);
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
