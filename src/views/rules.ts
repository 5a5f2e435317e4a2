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
  rules: { id: string; docs: string }[];
}

/** What the page of a rule shows. */
interface RuleDetails {
  id: string;
  docs: string;
  /** Whether it stops a build. */
  weight: string;
  samples: { label: string; texts: string[] }[];
}

const STOPS = '有一处没有改，网站就不会更新，原来的网站保持不变；只在草稿里的不挡网站，改好才能发布。';
const REMINDS = '写出来供编者判断，不影响更新网站。';

/** Examples of what is too large would fill the page. */
const LONGEST = 160;

/** Where an example changes the usual file, it goes without saying which. */
const USUAL = 'practices/example.mdx';

/** The rules that stop a build, and those that only remind; each keeps the order of its id. */
export function rulesView(rules: readonly DescribedRule[]): RuleGroup[] {
  const described = (severity: DescribedRule['severity']) =>
    rules.filter((rule) => rule.severity === severity).map(({ id, docs }) => ({ id, docs }));
  return [
    { id: 'errors', heading: '一定要改的', note: STOPS, rules: described('error') },
    { id: 'warnings', heading: '提醒', note: REMINDS, rules: described('warning') },
  ];
}

/** A rule with all its examples, as authors may type them. */
export function ruleView({ id, severity, docs, examples }: DescribedRule): RuleDetails {
  const samples = [
    { label: '可以', texts: examples.ok.map(sampleOf) },
    { label: '会报出来', texts: examples.notOk.map(sampleOf) },
  ];
  return { id, docs, weight: severity === 'error' ? STOPS : REMINDS, samples: samples.filter(({ texts }) => texts.length > 0) };
}

function sampleOf(example: RuleExample): string {
  return shorten(makeVisible(textOf(example)));
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
