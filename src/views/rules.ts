/** The rules of the check as authors look them up: what each asks, and what it accepts and refuses. */

/** A rule as far as it explains itself. */
export interface DescribedRule {
  id: string;
  severity: 'error' | 'warning';
  docs: string;
  examples: { ok: readonly RuleExample[]; notOk: readonly RuleExample[] };
}

/** A change to a sound file. */
interface RuleExample {
  file?: string;
  fields?: Record<string, unknown>;
  body?: string;
  replace?: [from: string, to: string];
  renamedTo?: string;
}

interface RuleGroup {
  id: string;
  heading: string;
  note: string;
  rules: { id: string; docs: string; samples: { label: string; texts: string[] }[] }[];
}

/** A rule is a sentence; a few examples make it plain, and the others are there for the tests. */
const SHOWN = 3;

/** Examples of what is too large would fill the page. */
const LONGEST = 160;

/** Where an example changes the usual file, it goes without saying which. */
const USUAL = 'practices/example.mdx';

/** The rules that stop a build, and those that only remind; each keeps the order of its id. */
export function rulesView(rules: readonly DescribedRule[]): RuleGroup[] {
  const describe = (severity: DescribedRule['severity']) =>
    rules
      .filter((rule) => rule.severity === severity)
      .map(({ id, docs, examples }) => ({
        id,
        docs,
        samples: [
          { label: '可以', texts: samplesOf(examples.ok) },
          { label: '会报出来', texts: samplesOf(examples.notOk) },
        ].filter(({ texts }) => texts.length > 0),
      }));
  return [
    { id: 'errors', heading: '一定要改的', note: '有一处没有改，网站就不会更新，原来的网站保持不变。', rules: describe('error') },
    { id: 'warnings', heading: '提醒', note: '写出来供编者判断，不影响更新网站。', rules: describe('warning') },
  ];
}

function samplesOf(examples: readonly RuleExample[]): string[] {
  return examples.slice(0, SHOWN).map((example) => shorten(makeVisible(textOf(example))));
}

function textOf({ file = USUAL, fields = {}, body, replace, renamedTo }: RuleExample): string {
  return [
    ...(file === USUAL ? [] : [`文件 ${file}`]),
    ...Object.entries(fields).map(([name, value]) => (value === undefined ? `不写 ${name}` : `${name}: ${toYaml(value)}`)),
    ...(body === undefined ? [] : [body === '' ? '正文空着' : body]),
    ...(replace ? [`把“${onOneLine(replace[0])}”写成“${onOneLine(replace[1])}”`] : []),
    ...(renamedTo === undefined ? [] : [`文件名 ${renamedTo}`]),
  ]
    .join('\n')
    .trim();
}

/** In quotation marks a break of the line is hard to see. */
function onOneLine(text: string): string {
  return text.replace(/ +$/gmu, '〔空格〕').replaceAll('\n', '↵');
}

/** A value on one line of YAML, as an author may type it. */
function toYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${name}: ${toYaml(item)}`)
    .join(', ')} }`;
}

/** What cannot be seen is the point of some examples. */
function makeVisible(text: string): string {
  return text.replace(/[[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{NChar}\u{a0}]--\n]/gv, (character) => {
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return `〔U+${code}〕`;
  });
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}……（共 ${characters.length} 字）` : text;
}
