/** Validates frontmatter and says in Chinese what is wrong with it: what is there, what was expected, what to do. */
import type { z } from 'astro/zod';
import { explainDate } from './dates.ts';
import { describeField, fieldLabel, fieldNames, mayBeUnknown, schemaAt, valueAt } from './field-guide.ts';
import { didYouMean, nearest } from './nearest.ts';
import { explainChoice } from './choices.ts';
import { readHedged } from './hedged-number.ts';
import { meantLocator, meantNumber } from './number.ts';
import type { VocabularyData } from './vocabulary.ts';

type Issue = z.core.$ZodIssue;

/** The lint rule that reports a problem. */
export type FieldProblemKind = 'invalid-field' | 'missing-field' | 'unknown-field' | 'bad-date' | 'unknown-region' | 'unknown-vocabulary';

/** One thing wrong with one field. */
export interface FieldProblem {
  kind: FieldProblemKind;
  path: PropertyKey[];
  /** Whether the field's name or its value is to be shown. */
  on: 'key' | 'value';
  message: string;
}

/** Everything that keeps `input` from fitting `schema`; empty when it fits. `lists` may lack lists that cannot be read. */
export function explainFields(schema: z.ZodType, input: unknown, lists: Partial<VocabularyData>): FieldProblem[] {
  const result = schema.safeParse(input);
  if (result.success) return [];
  const context = { schema, input, lists };
  const problems = result.error.issues.flatMap((issue) => explainIssue(issue, [], context));
  return problems.filter((problem) => !isExplainedByTypo(problem, problems));
}

interface Context {
  schema: z.ZodType;
  input: unknown;
  lists: Partial<VocabularyData>;
}

function explainIssue(issue: Issue, parent: PropertyKey[], context: Context): FieldProblem[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainUnknownKey(key, path, context));
  const value = valueAt(context.input, path);
  if (value === undefined) return [explainMissing(path, context)];
  if (value === null)
    return [problem('invalid-field', path, `${fieldLabel(path)}后面是空的。${expectation(path, context)}${orUnknown(path, context)}`)];
  const bare = issue.code === 'custom' ? undefined : withoutChineseQuotes(value);
  if (bare !== undefined)
    return [
      problem(
        'invalid-field',
        path,
        `${fieldLabel(path)}写的是${written(value)}，两头的引号不是半角的，成了内容的一部分。请换成半角英文引号，写成 "${bare}"。`,
      ),
    ];
  if (issue.code === 'invalid_union') return explainUnion(issue.errors, path, context);
  if (issue.code === 'invalid_value') return [explainValue(issue, path, value, context)];
  if (issue.code === 'invalid_format') return [explainFormat(path, value, context)];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [explainSize(issue, path, value, context)];
  if (issue.code === 'invalid_type') return [explainType(issue.expected, path, value, context)];
  const fault: unknown = issue.code === 'custom' ? issue.params?.['fault'] : undefined;
  if (typeof fault === 'string') return [problem('bad-date', path, `${fieldLabel(path)}写的是${quote(value)}，${fault}`)];
  return [problem('invalid-field', path, `${fieldLabel(path)}写的是${quote(value)}，不合要求。${expectation(path, context)}`)];
}

function explainMissing(path: PropertyKey[], context: Context): FieldProblem {
  const owner = path.slice(0, -1);
  const where = owner.length > 0 ? `${fieldLabel(owner)}缺少` : '缺少';
  return {
    kind: 'missing-field',
    path,
    on: 'key',
    message: `${where}字段“${String(path.at(-1))}”。${expectation(path, context)}${orUnknown(path, context)}`,
  };
}

function explainUnknownKey(key: string, owner: PropertyKey[], context: Context): FieldProblem {
  const names = fieldNames(context.schema, owner);
  const near = nearest(key, names);
  const where = owner.length > 0 ? `${fieldLabel(owner)}里没有` : '没有';
  const rest = near ? didYouMean(near) : `这里可以写的字段有：${names.join('、')}。`;
  return { kind: 'unknown-field', path: [...owner, key], on: 'key', message: `${where}“${key}”这个字段。${rest}` };
}

/** A missing field next to a mistyped one is the same mistake; only the mistyped one is reported. */
function isExplainedByTypo(missing: FieldProblem, all: FieldProblem[]): boolean {
  if (missing.kind !== 'missing-field') return false;
  const owner = missing.path.slice(0, -1).join('.');
  const question = didYouMean(String(missing.path.at(-1)));
  return all.some(
    (other) => other.kind === 'unknown-field' && other.path.slice(0, -1).join('.') === owner && other.message.endsWith(question),
  );
}

/** Follows the branch that the author meant: a group of fields for a group, else the branch that says most about a single value. */
function explainUnion(branches: Issue[][], path: PropertyKey[], context: Context): FieldProblem[] {
  const groups = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys' || issue.code === 'too_small'),
  );
  // Of two groups of fields the author meant the one that has the fields that he wrote.
  const meant = groups.find((issues) => issues.every(({ code }) => code !== 'unrecognized_keys')) ?? groups[0];
  if (meant) return meant.flatMap((issue) => explainIssue(issue, path, context));
  const first = branches.map((issues) => issues[0]).filter((issue) => issue !== undefined);
  const told =
    first.find((issue) => issue.code === 'custom') ??
    first.find((issue) => issue.code === 'invalid_format') ??
    first.find((issue) => issue.code === 'invalid_type') ??
    first[0];
  if (!told) return [];
  const orUnknown = orWrite(first.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : [])));
  return explainIssue(told, path, context).map((found) => ({
    ...found,
    message: found.message.includes(orUnknown) || found.message.includes('写“未载”') ? found.message : found.message + orUnknown,
  }));
}

/** The words that may stand in the place of what is asked for. */
function orWrite(values: readonly string[]): string {
  if (values.length === 0) return '';
  const words = values.map((value) => `“${value}”`);
  return values.includes('未载')
    ? `不知道就写${words.slice(0, -1).join('')}${words.length > 1 ? '或' : ''}${words.at(-1)}。`
    : `没有就写${words.join('或')}。`;
}

function explainValue(issue: z.core.$ZodIssueInvalidValue, path: PropertyKey[], value: unknown, context: Context): FieldProblem {
  const { kind, message } = explainChoice(issue.values.map(String), value, context.lists);
  // The one word that may stand there is seldom what was meant: the sentence of the field says when it stands there.
  const when = issue.values.length === 1 ? expectation(path, context) : '';
  return problem(kind, path, `${fieldLabel(path)}写的是${quote(value)}，${message}${when}`);
}

function explainFormat(path: PropertyKey[], value: unknown, context: Context): FieldProblem {
  const described = describeField(context.schema, path) ?? '';
  const field = schemaAt(context.schema, path);
  const accepts = field && ((text: string) => field.safeParse(text).success);
  const date = typeof value === 'string' && /日期|\d{4}-\d{2}/u.test(described) ? explainDate(value, accepts) : undefined;
  if (date) return problem('bad-date', path, `${fieldLabel(path)}写的是${quote(value)}，${date}`);
  const several = typeof value === 'string' ? value.split(/[\s、，,；;]+/u).filter(Boolean) : [];
  if (several.length > 1 && accepts && several.every(accepts))
    return problem(
      'invalid-field',
      path,
      `${fieldLabel(path)}写的是${quote(value)}，这是 ${several.length} 项。请分开写，成为列表里的几项：${several.join(', ')}。`,
    );
  const meant = typeof value === 'string' && described.includes('编号') ? (meantLocator(value) ?? meantNumber(value)) : undefined;
  const question = meant !== undefined && meant !== value ? didYouMean(meant) : '';
  return problem('invalid-field', path, `${fieldLabel(path)}写的是${quote(value)}，写法不对。${expectation(path, context)}${question}`);
}

function explainSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  path: PropertyKey[],
  value: unknown,
  context: Context,
): FieldProblem {
  const label = fieldLabel(path);
  const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  if (typeof value === 'string' && issue.code === 'too_big') {
    const over = value.trim().length - limit;
    return problem('invalid-field', path, `${label}有 ${limit + over} 个字，上限是 ${limit} 个字。请删去至少 ${over} 个字。`);
  }
  if (typeof value === 'string') return problem('invalid-field', path, `${label}是空的。${expectation(path, context)}`);
  if (Array.isArray(value)) {
    const bound = issue.code === 'too_big' ? `最多 ${limit} 项` : `至少要有 ${limit} 项`;
    return problem('invalid-field', path, `${label}现在有 ${value.length} 项，${bound}。${expectation(path, context)}`);
  }
  const bound = issue.code === 'too_big' ? '太大' : '太小';
  return problem('invalid-field', path, `${label}写的是${quote(value)}，${bound}。${expectation(path, context)}`);
}

function explainType(expected: string, path: PropertyKey[], value: unknown, context: Context): FieldProblem {
  const label = fieldLabel(path);
  const wanted = expectation(path, context);
  const say = (message: string) => problem('invalid-field', path, message);
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return say(`${label}写的是${quote(value)}，没有加引号。请写成 "${String(value)}"。`);
  if (expected === 'array' && typeof value !== 'object')
    return say(`${label}要写成列表，如 [${itemsIn(written(value)).map(plain).join(', ')}]，或每行一个“- ”；现在写的是${quote(value)}。`);
  if (expected === 'object' && typeof value === 'string' && NOTHING.test(value) && mayBeUnknown(context.schema, path))
    return say(`${label}写的是${quote(value)}。来源没有写的写“未载”，没有公开的写“未公开”，用星号隐去的写“隐去”。`);
  if (expected === 'array' && isGroupOf(value))
    return say(`${label}要写成列表，每一项从一个半角减号和一个空格开头，写成“- ${Object.keys(value)[0] ?? ''}: ……”；现在少了减号。`);
  if (expected === 'object' && typeof value === 'string')
    return say(`${label}写的是一句文字${quote(value)}，这里要分成几个字段：${sample(fieldNames(context.schema, path), value)}。`);
  if ((expected === 'number' || expected === 'int') && typeof value === 'string')
    return say(`${label}写的是${quote(value)}，要写成不带引号、不带单位的普通数字，${plainNumber(value, path[0] === 'figures')}。`);
  return say(`${label}写的是${quote(value)}，要写的是${TYPE_NAMES[expected] ?? '别的内容'}。${wanted}`);
}

/** What people write where there is nothing to write. */
const NOTHING = /^(?:无|没有|不详|不明|未知|暂无|待查|空|—+|-+|\/|n\/?a|none)。?$/iu;

function isGroupOf(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

/** The number that was meant by 32.6万 or 1,600, and where the words of the source go. */
function plainNumber(text: string, mayBeHedged: boolean): string {
  const read = readHedged(text);
  if (!read) return '如 35000';
  const { value, written, unit, qualifier } = read;
  const hedged = qualifier === undefined || !mayBeHedged ? '' : `，“${qualifier}”写在约数或界限（qualifier: ${qualifier}）`;
  return `写成 ${value}${unit === '' ? '' : `，来源的写法照录（asWritten: ${written}）`}${hedged}`;
}

const TYPE_NAMES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
};

function expectation(path: PropertyKey[], { schema }: Context): string {
  const described = describeField(schema, path);
  return described ? `这里要写：${described.replace(/。?$/u, '。')}` : '请照同类条目补上。';
}

/** What to write when it is not known, for a field that may say so. */
function orUnknown(path: PropertyKey[], { schema }: Context): string {
  return mayBeUnknown(schema, path) && !describeField(schema, path)?.includes('未载') ? '不知道就写“未载”“未公开”或“隐去”。' : '';
}

/** A value between quotation marks that YAML does not know: Chinese ones, or those of full width. */
function withoutChineseQuotes(value: unknown): string | undefined {
  return typeof value === 'string' ? /^[“”‘’＂＇]([^“”‘’＂＇]*)[“”‘’＂＇]$/u.exec(value.trim())?.[1] : undefined;
}

/** The items that an author wrote in one line, with commas, 、 or marks of a list between them. */
function itemsIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/u)
    .map((item) => item.replace(/^\s*(?:[·•●▪◦○■◆-]|\d{1,2}[.．、])\s*/u, '').trim())
    .filter(Boolean)
    .slice(0, 6);
}

/** A text as it may stand in a list in brackets. */
function plain(text: string): string {
  return /^[\p{Script=Han}\w][^,[\]{}:#"']*$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`;
}

/** A group of fields with the author's sentence in the place of its text. */
function sample(names: readonly string[], sentence: string): string {
  const words = plain(sentence.length > 40 ? `${sentence.slice(0, 40)}……` : sentence);
  const shown = names.filter((name) => ['text', 'cites', 'why'].includes(name));
  if (shown.length < 2 && !names.includes('text')) return names.join('、');
  const rest = names.filter((name) => !shown.includes(name)).map((name) => `${name}: ……`);
  const fields = [...rest, ...shown.map((name) => (name === 'cites' ? 'cites: [出处的编号]' : `${name}: ${words}`))];
  return `${names.join('、')}，写成 { ${fields.join(', ')} }`;
}

/** An author's own value in quotation marks, shortened; lists and groups by what they are. */
function quote(value: unknown): string {
  if (Array.isArray(value)) return `一个列表（${value.length} 项）`;
  if (typeof value === 'object') return '一组字段';
  const whole = written(value);
  return `“${whole.length > 40 ? `${whole.slice(0, 40)}……` : whole}”`;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function problem(kind: FieldProblemKind, path: PropertyKey[], message: string): FieldProblem {
  return { kind, path, on: 'value', message };
}
