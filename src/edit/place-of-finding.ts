/** Where in the form a finding belongs: which field of an entry stands at a line and column of its file. */
import type { z } from 'astro/zod';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { stopsBuild } from '../lint/rule.ts';
import type { Issue } from '../lint/rule.ts';
import type { StoredEntry } from '../store/library.ts';
import type { FieldProblem } from '../schema/messages.ts';
import { fieldLabel } from '../schema/field-guide.ts';
import { labelBeside, labelOfPath } from './form.ts';
import { splitSource } from './entry-source.ts';
import type { DeskFinding, FieldPath } from './protocol.ts';

/** The findings of one file, each at its field. */
export function placeFindings(
  text: string,
  issues: readonly Issue[],
  read: Pick<StoredEntry, 'fieldProblems' | 'gaps'> | undefined,
  schema: z.ZodType,
): DeskFinding[] {
  const labelAt = (path: FieldPath) => labelOfPath(schema, path);
  const source = splitSource(text);
  const fieldAt = fieldFinder(source ? source.fields : '');
  const lastLine = source ? source.fields.split('\n').length : 0;
  const gaps = (read?.gaps ?? []).map((gap) => gapFinding(gap, labelAt));
  const found = issues
    // Gaps of fields stand beside them already; those of the body are told by the rule alone.
    .filter(({ rule, at }) => rule !== GAPS || gaps.length === 0 || (at !== undefined && at.line > lastLine))
    .map((issue) => {
      const { at, rule, severity, message } = issue;
      const shared = { line: at?.line, rule, isError: severity === 'error', stopsSite: stopsBuild(issue), message };
      // What the schema misses stands nowhere in the file; it says itself which field.
      const told = read?.fieldProblems.find((problem) => problem.kind === rule && problem.message === message);
      if (told) {
        const path = told.path.map((step) => (typeof step === 'number' ? step : String(step)));
        return { ...shared, on: 'field' as const, path, message: inWords(message, path, labelAt) };
      }
      if (!at || at.line < 2) return { ...shared, on: 'file' as const, path: [] };
      if (at.line > lastLine) return { ...shared, on: 'body' as const, path: [] };
      const path = fieldAt(at.line - 1, at.column);
      return { ...shared, on: path.length > 0 ? ('field' as const) : ('file' as const), path };
    });
  return [...found, ...gaps].map((finding) => ({ ...finding, message: withLabels(finding.message, finding.path, schema) }));
}

/** The check names other fields as files do, in the midst of its sentences; what belongs to a code or a line to be typed stays. */
function withLabels(message: string, path: FieldPath, schema: z.ZodType): string {
  const label = (whole: string, name: string) => {
    const found = labelBeside(schema, path, name);
    return found === undefined ? whole : `“${found}”`;
  };
  const [own] = path.slice(-1).map((name) => labelBeside(schema, path.slice(0, -1), String(name)));
  return message
    .replace(own === undefined ? '' : `这里要写：${own}。`, '')
    .replace(/（([a-z][A-Za-z]+): (?=[^（）]*）)/gu, (whole, name: string) =>
      label('', name) === '' ? whole : `（写在${label('', name)}：`,
    )
    .replace(/（([a-z][A-Za-z]+)）/gu, (whole, name: string, at: number, all: string) => {
      const found = label('', name);
      if (found === '') return whole;
      // Often it has just been said, or its first words have.
      const said = /“([^“”]+)”$/u.exec(all.slice(0, at))?.[1];
      return said !== undefined && found.startsWith(`“${said}`) ? '' : `（${found}）`;
    })
    .replace(/“([a-z][A-Za-z]+)”/gu, label)
    .replace(/(?<=[\p{Script=Han}，。；：、）”]) ?([a-z][A-Za-z]+) ?(?=[\p{Script=Han}，。；：、（“])/gu, label);
}

/** The rule that names all gaps of a draft in one sentence; the form has each beside its field instead. */
export const GAPS = 'unfinished-draft';

/** What belongs there stands beside the field already. */
function gapFinding({ path: written }: FieldProblem, labelAt: (path: FieldPath) => string): DeskFinding {
  const path = written.map((step) => (typeof step === 'number' ? step : String(step)));
  return { path, on: 'field', line: undefined, rule: GAPS, isError: false, stopsSite: false, message: `${labelAt(path)}还没有写。` };
}

/** The form names fields by their labels; the files and the check by their names. */
function inWords(message: string, path: FieldPath, labelAt: (path: FieldPath) => string): string {
  const label = labelAt(path);
  const owner = path.slice(0, -1);
  const missing = `缺少字段“${String(path[path.length - 1])}”`;
  if (!message.includes(missing)) return message.replace(fieldLabel(path), () => label);
  const rest = message.slice(message.indexOf(missing) + missing.length);
  return `${owner.length > 0 ? `${labelAt(owner)}里` : ''}没有写${label}${rest}`;
}

/** Gives the innermost field at a line of the fields, counted from one, and a column. */
export function fieldFinder(fields: string): (line: number, column: number) => (string | number)[] {
  const lines = new LineCounter();
  const document = parseDocument(fields.replaceAll('\r\n', '\n'), { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  return (line, column) => {
    const start = lines.lineStarts[line - 1];
    return start === undefined ? [] : pathAt(document.contents, start + column - 1);
  };
}

function pathAt(root: unknown, offset: number): (string | number)[] {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => isScalar(key) && (key.range?.[0] ?? Infinity) <= offset);
      if (!pair || !isScalar(pair.key)) return path;
      path.push(String(pair.key.value));
      node = pair.value;
    } else if (isSeq(node)) {
      const index = node.items.findLastIndex((item) => startOf(item) <= offset);
      if (index < 0) return path;
      path.push(index);
      node = node.items[index];
    } else {
      return path;
    }
  }
}

function startOf(node: unknown): number {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : Infinity;
}
