/**
 * `npm run judge`: the built site before judges from outside, behind a real nginx with the configuration that operators get.
 * Ends with a table by page kind; the exit code is 1 when the W3C checker has a remark, a header is missing, or Lighthouse gives
 * accessibility, best practices or findability less than 95. Performance is measured, not judged: it depends on the machine's day.
 * `node tests/judges/run.ts 词` judges only the page kinds whose name or address holds the word.
 */
import { loadavg } from 'node:os';
import { formatTable } from '../bench/format-table.ts';
import { distFolder, readBuiltPages } from '../support/built-site.ts';
import { requireChromium } from '../support/chromium.ts';
import { startNginx } from '../support/nginx.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { reportPart } from '../support/part-report.ts';
import { checkHeaders } from './headers.ts';
import { installJudges, requireJava } from './install.ts';
import { CATEGORIES, judgePages } from './lighthouse.ts';
import type { Verdict } from './lighthouse.ts';
import { checkHtml } from './vnu.ts';

const ENOUGH = 95;

const began = performance.now();
const [only = ''] = process.argv.slice(2);
const kinds = pageKinds().filter(({ name, path, status }) => !status && `${name} ${path}`.includes(only));
const chromium = requireChromium(console.log);
installJudges(console.log);
requireJava(console.log);

const pages = readBuiltPages().length;
console.log(`W3C 检查器（vnu）看全部 ${pages} 个页面……`);
const remarks = await checkHtml(distFolder);
for (const { path, type, message } of remarks) console.log(`  ${path} ${type} ${message}`);
console.log(`  ${remarks.length} 条意见，${seconds()}`);

const nginx = await startNginx(distFolder);
const headers = await checkHeaders(nginx.url);
console.log('nginx 的响应头：');
console.log(
  formatTable(
    ['要求', '结果', '所见'],
    headers.map(({ name, passes, found }) => [name, mark(passes), found.slice(0, 60)]),
  ),
);

console.log(`Lighthouse 逐类看 ${kinds.length} 个页面，本机负载 ${loadavg()[0]?.toFixed(1) ?? '未知'}……`);
const verdicts = new Map<string, Verdict>();
const addressOf = (path: string) => nginx.url.slice(0, -1) + path;
try {
  await judgePages(
    kinds.map(({ path }) => addressOf(path)),
    chromium,
    (url, verdict) => {
      verdicts.set(url, verdict);
      console.log(
        `  ${verdicts.size}/${kinds.length} ${url.slice(nginx.url.length - 1)} ${Object.values(verdict.scores).join(' ')} ${verdict.faults.join('；')}`,
      );
    },
  );
} finally {
  await nginx.close();
}

const rows = kinds.map(({ name, path }) => {
  const own = remarks.filter((remark) => remark.path === path.replace(/\?.*$/u, ''));
  const { performance: speed, accessibility, 'best-practices': practice, seo } = scoresOf(addressOf(path));
  return [name, path.slice(0, 40), `${own.length}`, `${speed}`, `${accessibility}`, `${practice}`, `${seo}`];
});
console.log(formatTable(['页面', '网址', 'vnu', '性能', '无障碍', '最佳做法', '可发现'], rows));

const low = kinds.flatMap(({ path }) => {
  const judged = CATEGORIES.filter((name) => name !== 'performance').map((name) => [name, scoresOf(addressOf(path))[name]] as const);
  return judged.filter(([, score]) => score < ENOUGH).map(([name, score]) => `${path} ${name} ${score}`);
});
const refused = headers.filter(({ passes }) => passes === false).map(({ name }) => name);
for (const line of [...low, ...refused]) console.log(`不够：${line}`);
console.log(
  `看了 ${pages} 个页面的 HTML（${remarks.length} 条意见）、${headers.length} 项响应头（${refused.length} 项不合）、${kinds.length} 个页面的 Lighthouse（${low.length} 项低于 ${ENOUGH}），用时 ${seconds()}。`,
);
const faults = remarks.length + low.length + refused.length;
reportPart({
  passed: pages + headers.length + kinds.length * (CATEGORIES.length - 1) - faults,
  failed: faults,
  counts: { pages, remarks: remarks.length, headers: refused.length, low: low.length },
});
process.exitCode = faults > 0 ? 1 : 0;

function scoresOf(url: string): Verdict['scores'] {
  return verdicts.get(url)?.scores ?? { performance: 0, accessibility: 0, 'best-practices': 0, seo: 0 };
}

function mark(passes: boolean | undefined): string {
  return passes === undefined ? '—' : passes ? '合' : '不合';
}

function seconds(): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} 秒`;
}
