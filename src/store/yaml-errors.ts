/** What an author can do about a YAML syntax error, in Chinese. */
import type { ErrorCode } from 'yaml';

/** A sentence for an error of the `yaml` package, looking first at the mistakes that Chinese typing makes. */
export function explainYamlError(code: ErrorCode, line: string): string {
  const typing = typingMistake(line.slice(0, READ_LENGTH));
  if (typing) return shownLine(line) + typing;
  const known = EXPLANATIONS[code];
  return `${shownLine(line)}${known ?? '不合 YAML 的写法。请对照同类条目检查这一行和上一行的缩进、冒号和引号。'}`;
}

/**
 * Lines out of line, which YAML takes for something else: what is wrong, in which of the lines (from 0), when the reader stumbled at one of them;
 * `undefined` when nothing of the kind is there.
 */
export function misalignment(lines: readonly string[], at: number): { index: number; message: string } | undefined {
  const line = lines[at] ?? '';
  const indent = indentOf(line);
  const before = lines.slice(0, at).findLastIndex((other) => other.trim() !== '');
  if (COMMENT_IN_LIST.test(lines[before] ?? '')) {
    return {
      index: before,
      message: `${shownLine(lines[before] ?? '')}空格加“#”后面的字都当作说明，方括号就没有收尾。“#”前面不要有空格，如 S3-¶26#2。`,
    };
  }
  const block = lines.slice(lines.slice(0, at).findLastIndex((other) => FIELD_AT_EDGE.test(other)) + 1, at);
  const items = block.filter((other) => ITEM.test(other)).map(indentOf);
  const own = items.at(-1);
  if (own === undefined) return undefined;
  if (ITEM.test(line)) {
    return items.includes(indent)
      ? undefined
      : { index: at, message: `${shownLine(line)}这一项的减号和上一项的对不齐：${spaces(own, indent)}` };
  }
  const fields = new Set([...items.map((place) => place + 2), ...block.filter((other) => FIELD.test(other)).map(indentOf)]);
  if (!FIELD.test(line) || indent <= own || fields.has(indent)) return undefined;
  return { index: at, message: `${shownLine(line)}这个字段和同一项里的别的字段对不齐：${spaces(own + 2, indent)}` };
}

/** What an author can do who wrote a field twice: within an item of a list it is mostly the next item without its sign. */
export function explainRepeated(lines: readonly string[], at: number): string {
  const line = lines[at] ?? '';
  const item = lines.slice(0, at).findLastIndex((other) => ITEM.test(other));
  const own = indentOf(lines[item] ?? '');
  if (item < 0 || indentOf(line) !== own + 2) return explainYamlError('DUPLICATE_KEY', line);
  return (
    `${shownLine(line)}同一项里已经有这个字段。要另起一项，就在减号的位置（前面 ${own} 个空格）写上减号，成为“- ${line.trim().slice(0, SHOWN)}”；` +
    '不是另一项，就合并成一处，删去多余的一处。'
  );
}

const ITEM = /^ *- /u;
const FIELD = /^ +[A-Za-z]\w*:(?: |$)/u;
const FIELD_AT_EDGE = /^[A-Za-z]/u;
const COMMENT_IN_LIST = /[[{][^\]}"']*\s#/u;
const SHOWN = 40;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function shownLine(line: string): string {
  return `“${line.trim().slice(0, SHOWN)}”这一行读不懂：`;
}

function spaces(wanted: number, found: number): string {
  return `前面要有 ${wanted} 个空格，现在是 ${found} 个。`;
}

/** A typing mistake shows at the beginning of its line. */
const READ_LENGTH = 200;

/** Full-width signs where YAML wants half-width ones: the most frequent cause by far. */
function typingMistake(line: string): string | undefined {
  const field = /^\s*(?:- )?([A-Za-z]+)：/u.exec(line);
  if (field) return `字段名后面的冒号写成了全角“：”。请改成半角冒号加一个空格，如“${field[1]}: ”。`;
  if (/^\s*(?:- )?[A-Za-z]+:[^\s]/u.test(line)) return '字段名的冒号后面要有一个空格。';
  if (/^\s*(?:—|–|－)/u.test(line)) return '列表项要用半角减号加一个空格开头，现在用的是全角或长横线。';
  return undefined;
}

const EXPLANATIONS: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进和同级的行对不齐。同级字段前面的空格数要一样。',
  TAB_AS_INDENT: '缩进用了制表符（Tab）。请改用空格，每级两个。',
  BLOCK_AS_IMPLICIT_KEY: '文字里又出现了“冒号加空格”，会被当作另一个字段。请把冒号后面的整段文字放进引号里。',
  MULTILINE_IMPLICIT_KEY: '这里缺一个冒号，或者上一行的文字没有写完。字段要写成“字段名: 内容”。',
  DUPLICATE_KEY: '同一个字段写了两次。请合并成一处，删去多余的一处。',
  MISSING_CHAR: '引号或括号没有成对。请补上缺的一半；文字里要用引号时，用中文引号“ ”。',
  BAD_SCALAR_START: '文字以 YAML 的记号（如 @ ` %）开头。请把整段文字放进引号里。',
  BAD_DQ_ESCAPE: '双引号里的反斜杠“\\”有特别的意思。请改用单引号。',
  MULTIPLE_DOCS: '多了一行“---”。字段区只在开头和结尾各有一行“---”。',
  UNEXPECTED_TOKEN: '这里多出了内容，或者引号放错了位置。整段文字要么全在引号里，要么都不加引号。',
  BAD_ALIAS: '以“*”开头的文字要加引号，否则会被当作 YAML 的引用记号。',
  BAD_COLLECTION_TYPE: '列表和字段混在了一处。同一级要么都以“- ”开头，要么都写成“字段名: 内容”。',
};
