/** The figures of all rounds as a report: tables in Markdown for people, and the median of each figure. */
import { markdownTable } from '../format-table.ts';
import type { Run } from './contender.ts';
import type { Cost } from './measure.ts';
import { HEAVIEST } from '../../support/site-limits.ts';
import type { WeighedFile } from './weigh-site.ts';

/** All rounds of one site at one size. */
export interface Result {
  name: string;
  size: number;
  runs: Run[];
}

/** The tables, and beneath them what a build that failed wrote last. */
export function formatReport(results: readonly Result[]): string {
  return [
    markdownTable(COSTS, results.map(costsOf)),
    '单位：秒、毫秒、MB（2^20 字节）。“处理器”是全部进程的用户和系统时间之和；“内存”是全部进程常驻内存之和的峰值，每 0.2 秒抽样一次。',
    markdownTable(['网站', '条目', '最大的页面', '最大的脚本', '打开页面就加载的最大文件', '超过限度的文件'], results.map(weightsOf)),
    `单位：KB，括号里是 gzip 以后。限度（压缩以前）：页面 ${HEAVIEST.page / 1024}，页面要加载的文件 ${HEAVIEST.loaded / 1024}；只对本站有意义。`,
    markdownTable(['网站', '条目', '步骤', '秒', '处理器', '内存'], results.flatMap(phasesOf)),
    ...results.flatMap(failuresOf),
  ].join('\n\n');
}

/** The middle one of some figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number | undefined {
  const sorted = [...figures].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const COSTS = [
  ...['网站', '条目', '生成', '处理器', '每条目处理器（毫秒）', '内存'],
  ...['改一条再生成', '处理器', '检查内容', '文件', '共 MB'],
];

function costsOf({ name, size, runs }: Result): string[] {
  const cold = costOf(runs.map((run) => (run.cold.isDone ? run.cold : undefined)));
  const edited = costOf(runs.map(({ edited }) => (edited?.isDone ? edited : undefined)));
  const check = costOf(runs.map(({ check }) => (check?.isDone ? check : undefined)));
  const weight = runs.find((run) => run.weight)?.weight;
  return [
    name,
    `${size}`,
    cold.wall === undefined ? '没有成' : fixed(cold.wall),
    fixed(cold.cpu),
    fixed(cold.cpu === undefined ? undefined : (cold.cpu / size) * 1000),
    megabytes(cold.memory),
    fixed(edited.wall),
    fixed(edited.cpu),
    fixed(check.wall),
    weight ? `${weight.files}` : NOTHING,
    megabytes(weight?.bytes),
  ];
}

function weightsOf({ name, size, runs }: Result): string[] {
  const weight = runs.find((run) => run.weight)?.weight;
  return [name, `${size}`, ...[weight?.page, weight?.script, weight?.loaded].map(fileOf), weight?.tooHeavy.join('；') || NOTHING];
}

function phasesOf({ name, size, runs }: Result): string[][] {
  const names = new Set(runs.flatMap(({ cold }) => cold.phases.map((phase) => phase.name)));
  return [...names].map((phase) => {
    const { wall, cpu, memory } = costOf(runs.map(({ cold }) => cold.phases.find((one) => one.name === phase)));
    return [name, `${size}`, phase, fixed(wall), fixed(cpu), megabytes(memory)];
  });
}

function failuresOf({ name, size, runs }: Result): string[] {
  return runs.flatMap(({ cold, check, edited }, index) =>
    Object.entries({ 生成: cold, 检查内容: check, 改一条再生成: edited }).flatMap(([step, measured]) =>
      !measured || measured.isDone
        ? []
        : [`${name}，${size} 个条目，第 ${index + 1} 轮，${step}没有成，最后写的是：\n\n\`\`\`\n${measured.output}\n\`\`\``],
    ),
  );
}

function costOf(costs: readonly (Cost | undefined)[]): { [Name in keyof Cost]: number | undefined } {
  const known = costs.filter((cost) => cost !== undefined);
  return {
    wall: median(known.map(({ wall }) => wall)),
    cpu: median(known.map(({ cpu }) => cpu)),
    memory: median(known.map(({ memory }) => memory)),
  };
}

const NOTHING = '—';

function fixed(figure: number | undefined): string {
  return figure === undefined ? NOTHING : figure.toFixed(1);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? NOTHING : `${Math.round(bytes / 2 ** 20)}`;
}

function fileOf(file: WeighedFile | undefined): string {
  if (!file) return NOTHING;
  const [bytes, gzip] = [file.bytes, file.gzip].map((one) => Math.round(one / 1024));
  return `${bytes}（${gzip}）${file.path}`;
}
