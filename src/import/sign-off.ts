/** Publishing drafts after a second person has looked at them: the same text with its state, its days and who signed. Nothing else is touched. */
import { readFileSync } from 'node:fs';
import { checkLibrary } from '../lint/check-content.ts';
import { isNameForPost } from '../lint/person-names.ts';
import { stopsBuild } from '../lint/rule.ts';
import type { Issue } from '../lint/rule.ts';
import { meantNumber } from '../schema/number.ts';
import { withChanges } from '../store/library.ts';
import type { Library, StoredEntry } from '../store/library.ts';
import { storeFile } from '../store/read-content.ts';
import type { StoredFile } from '../store/read-content.ts';
import { ImportError } from './import-error.ts';
import { writeWhole } from './import-record.ts';
import { NEW_MANNER, writeScalar } from '../store/write-yaml.ts';

/** Who wrote, who looked, and when; by post. */
export interface Signature {
  writer: string;
  reviewer: string;
  date: string;
}

/** What signing would write, and what still keeps the entries from going out: then nothing is written. */
export interface SignOff {
  signed: { entry: StoredEntry; text: string }[];
  errors: Issue[];
  /** Everything, with the entries as they would go out. */
  changed: Library;
}

/** Signs entries by their numbers and checks them as published ones; writes nothing. Throws an `ImportError` for what cannot be signed at all. */
export function planSignOff(library: Library, numbers: readonly string[], signature: Signature, isSecrecyDone: boolean): SignOff {
  const writer = signature.writer.trim();
  const reviewer = signature.reviewer.trim();
  if (writer === '' || reviewer === '') throw new ImportError('请写明写的人和审核人的岗位（不写姓名）。');
  if (writer.replace(/\s/gu, '') === reviewer.replace(/\s/gu, '')) throw new ImportError('审核的人不能就是写的人。请由另一个人审核。');
  const named = [writer, reviewer].find(isNameForPost);
  if (named !== undefined) throw new ImportError(`“${named}”像是姓名。写的人和审核的人只写岗位，如 干部监督科科员。`);
  if (!isSecrecyDone) throw new ImportError('保密审查做过了才能发布。');
  if (numbers.length === 0) throw new ImportError('没有写明要发布哪几条。');
  const entries = [...new Set(numbers)].map((number) => entryOf(library, number));
  const signed = entries.map((entry) => {
    const { path } = entry.file;
    return { entry, text: signedText(readFileSync(path, 'utf8'), { ...signature, writer, reviewer }) };
  });
  const files = signed.map(({ entry: { file }, text }) =>
    storeFile({ path: file.path, place: `${file.folder}/${file.name}${file.extension}`, bytes: Buffer.from(text) }),
  );
  const changed = withChanges(library, files);
  return { signed, errors: errorsOf(library, changed, files, signature.date), changed };
}

/** What stops a build in the files that would go out, and elsewhere only because they do, such as a question that two entries answer. */
function errorsOf(before: Library, changed: Library, files: readonly StoredFile[], day: string): Issue[] {
  const signed = new Set(files.map(({ path }) => path));
  const issues = checkLibrary(changed, day).issues.filter(stopsBuild);
  if (issues.every(({ file }) => signed.has(file))) return issues;
  const keyOf = ({ file, rule, message }: Issue) => `${file} ${rule} ${message}`;
  const there = new Set(checkLibrary(before, day).issues.filter(stopsBuild).map(keyOf));
  return issues.filter((issue) => signed.has(issue.file) || !there.has(keyOf(issue)));
}

/** Writes what has been signed, each file whole. */
export function writeSignOff({ signed }: SignOff): void {
  for (const { entry, text } of signed) writeWhole(entry.file.path, text);
}

function entryOf({ entries }: Library, number: string): StoredEntry {
  const id = meantNumber(number) ?? number;
  const [entry, other] = entries.filter((found) => found.id === id);
  if (!entry) throw new ImportError(`没有编号是“${number}”的条目，一条也没有发布。`);
  if (other)
    throw new ImportError(
      `编号 ${id} 有两条：${entry.file.path}、${other.file.path}，不知道发布哪一条。请先给其中一条换编号，再审核；一条也没有发布。`,
    );
  if (entry.data['status'] === '退出') throw new ImportError(`${id} 已经退出，不能发布。一条也没有发布。`);
  return entry;
}

/** The text of an entry, published and signed; lines other than those of the state, the days and the signature stay byte for byte. */
export function signedText(text: string, { writer, reviewer, date }: Signature): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const fields = withoutField(lines.slice(0, close), 'signOff');
  const wasDraft = fields.some((line) => /^status:\s*["']?草稿/u.test(line));
  const changed = wasDraft
    ? fields.map((line) => line.replace(/^status:.*$/u, 'status: 发布').replace(/^(published|updated):.*$/u, `$1: "${date}"`))
    : fields;
  const signature = [
    'signOff:',
    `  writer: ${writeScalar(writer, NEW_MANNER)}`,
    `  reviewer: ${writeScalar(reviewer, NEW_MANNER)}`,
    `  date: "${date}"`,
    '  secrecy: 已做',
  ];
  return [...changed, ...signature, ...lines.slice(close)].join(end);
}

/** The lines without a field of the first level and what is indented below it. */
function withoutField(lines: readonly string[], name: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (start < 0) return [...lines];
  let end = start + 1;
  while (end < lines.length && /^\s+\S/u.test(lines[end] ?? '')) end += 1;
  return [...lines.slice(0, start), ...lines.slice(end)];
}
