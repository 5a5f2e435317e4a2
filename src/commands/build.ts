/**
 * `npm run build`: check, build, index, and only then exchange `dist/`. Whatever fails before the exchange leaves `dist/` as it was.
 */
import './send-nothing.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build as buildPages } from 'astro';
import { listFiles, writeChecksums } from '../export/checksums.ts';
import { writeData } from '../export/write-data.ts';
import { indexSite } from '../domain/site-index.ts';
import { iisConfig } from '../hosting/iis.ts';
import { checkLibrary } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { withFacts } from '../search/index-facts.ts';
import { gatherNames, gatherWords } from '../search/index-names.ts';
import { readPages, writeSearchIndex } from '../search/index-pages.ts';
import { withUnits } from '../search/index-units.ts';
import { settings } from '../site.ts';
import { contentAtHand } from '../store/collections.ts';
import { readEvidence } from '../store/evidence.ts';
import { contentOf, openLibrary } from '../store/library.ts';
import { isReviewEdition, makeReviewEdition } from '../store/review-edition.ts';
import { contentFolder } from '../store/site-file.ts';
import { readUnits, unitsFolder } from '../store/units.ts';
import { codeVersion } from './code-version.ts';
import { lockBuild } from './build-lock.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { prepareRelease, releaseEdition, reviewEdition, siteEdition, workFolders } from './release.ts';
import type { Edition } from './release.ts';
import { startProgress } from './progress.ts';
import { NO_ADDRESS, requireVariables } from './settings.ts';
import { today } from './today.ts';

/** Builds the site of the project at `root`, or the review edition with its drafts; `false` when the content was refused. Throws when building fails, or while another build runs. */
export async function build(root = process.cwd(), withDrafts = false): Promise<boolean> {
  requireVariables();
  requireEvidence(root);
  const unlock = await lockBuild(root);
  try {
    makeReviewEdition(withDrafts);
    return await buildLocked(root, withDrafts ? reviewEdition(root) : siteEdition(root));
  } finally {
    await unlock();
  }
}

/** Two pages tell what the nightly tests left: what cannot be read is said before anything is made. */
function requireEvidence(root: string): void {
  try {
    readEvidence(root);
  } catch (error) {
    throw new OperatorError(error instanceof Error ? error.message : String(error));
  }
}

async function buildLocked(root: string, edition: Edition): Promise<boolean> {
  const progress = startProgress();

  progress.step('检查内容');
  const gathered = readUnits(unitsFolder(root), settings.units);
  for (const { name, why } of gathered.leftOut) console.warn(`没有汇集 ${name}：${why}`);
  const library = await openLibrary(contentFolder(root), workFolders(root).read);
  const report = checkLibrary(library, today());
  if (report.errorCount > 0) {
    console.error(formatIssues(report.issues));
    console.error(`内容有 ${report.errorCount} 个问题，没有生成网站；原有的 ${basename(edition.place)}/ 保持不变。`);
    return false;
  }

  progress.step('生成页面');
  const content = contentOf(library, { drafts: isReviewEdition() });
  const next = await prepareRelease(root, edition);
  await buildPages({ root, outDir: next, logLevel: 'warn', integrations: [contentAtHand(content)] });

  await encodeAssets(next);

  progress.step('写出数据');
  const site = indexSite(content);
  const pages = await readPages(next);
  const indexed = withFacts(pages, site);
  const files = await writeData(next, site, new Map(indexed.map((page) => [page.id, page])), codeVersion(root));

  progress.step('建立检索索引');
  const all = withUnits(indexed, gathered.units);
  await writeSearchIndex(next, all, { ...gatherWords(content, all), names: gatherNames(content, all) });

  progress.step('写出校验清单');
  await writeFile(join(next, 'web.config'), iisConfig(settings.base, settings.allow));
  await writeChecksums(next);

  progress.step('换上新站');
  await releaseEdition(edition);

  progress.done(`${content.entries.length} 个条目、${files} 个数据文件，在 ${edition.place}`);
  if (settings.url === '') console.warn(NO_ADDRESS);
  return true;
}

/** Astro writes the path of scripts and styles as it is typed: Chinese and spaces become what stands in addresses. */
async function encodeAssets(folder: string): Promise<void> {
  const typed = decodeURI(settings.base);
  if (typed === settings.base) return;
  for (const name of (await listFiles(folder)).filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), html.replaceAll(`="${typed}_astro/`, `="${settings.base}_astro/`));
  }
}

if (import.meta.main) {
  const built = await build().catch((error: unknown) => {
    printFailure(error);
    console.error('生成失败；原有的 dist/ 保持不变。');
    return false;
  });
  if (!built) process.exitCode = 1;
}
