/**
 * `npm run build`: check, build, index, and only then exchange `dist/`. Whatever fails before the exchange leaves `dist/` as it was.
 */
import './send-nothing.ts';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listFiles, writeChecksums } from '../export/checksums.ts';
import { writeData } from '../export/write-data.ts';
import { entryPath } from '../domain/entry/records.ts';
import type { Entry, SiteContent } from '../domain/entry/records.ts';
import { indexSite } from '../domain/site/site-index.ts';
import type { Site } from '../domain/site/site-index.ts';
import { iisConfig } from '../hosting/iis.ts';
import { checkLibrary } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { withFacts } from '../search/making/index-facts.ts';
import { wantsPagefind } from '../search/making/index-pages.ts';
import { withUnits } from '../search/making/index-units.ts';
import { settings } from '../site.ts';
import { movedPages } from '../views/moved.ts';
import { handOver } from '../store/build-channel.ts';
import { readEvidence } from '../store/evidence.ts';
import { isInternalEdition, isReviewEdition, makeEdition } from '../store/edition.ts';
import type { EditionName } from '../store/edition.ts';
import { contentOf, withoutFiles } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { openSoundFiles } from '../store/sound-files.ts';
import { readUnits, unitsFolder } from '../store/units.ts';
import type { GatheredUnit } from '../store/units.ts';
import { hashText } from '../store/value-cache.ts';
import { codeVersion } from './code-version.ts';
import { lockBuild } from './build-lock.ts';
import { planDrawing } from './draw-pages.ts';
import { startCourseFiles } from './course-files.ts';
import type { ComingFiles } from './course-files.ts';
import type { IndexPlaces } from './index-worker.ts';
import { keepOutputs } from './kept-outputs.ts';
import { writeLeadOnPages } from './lead-on-pages.ts';
import { startIndex } from './make-index.ts';
import { bundleKey, openPageBundle, putAssets } from './page-bundle.ts';
import type { PageBundle } from './page-bundle.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { readBuildArguments } from './read-arguments.ts';
import type { BuildWish } from './read-arguments.ts';
import { readLibraryFrom } from './read-library.ts';
import { internalEdition, prepareEdition, releaseEdition, reviewEdition, siteEdition, workFolders } from './release.ts';
import type { Edition } from './release.ts';
import { startProgress } from './progress.ts';
import { preloadModules } from './preload-modules.ts';
import { NO_ADDRESS, requireVariables } from './settings.ts';
import { today } from './today.ts';

/** Builds an edition of the project at `root`, that for readers unless another is named; `false` when the content was refused. Throws when building fails, or while another build runs. */
export async function build(
  root = process.cwd(),
  name: EditionName = 'public',
  wish: BuildWish = { withPagefind: false },
): Promise<boolean> {
  requireVariables();
  requireEvidence(root);
  const unlock = await lockBuild(root);
  try {
    makeEdition(name);
    return await buildLocked(root, EDITIONS[name](root), wish);
  } finally {
    await unlock();
  }
}

const EDITIONS = { public: siteEdition, review: reviewEdition, internal: internalEdition };

/** Two pages tell what the nightly tests left: what cannot be read is said before anything is made. */
function requireEvidence(root: string): void {
  try {
    readEvidence(root);
  } catch (error) {
    throw new OperatorError(error instanceof Error ? error.message : String(error));
  }
}

async function buildLocked(root: string, edition: Edition, wish: BuildWish): Promise<boolean> {
  const progress = startProgress();

  progress.step('检查内容');
  const { cache, bundle: folder } = workFolders(root);
  const coming = openPageBundle({ root, folder, key: bundleKey(root), cache });
  const gathered = readUnits(unitsFolder(root), settings.units);
  for (const { name, why } of gathered.leftOut) console.warn(`没有汇集 ${name}：${why}（重新去取：npm run fetch:units）`);
  const read = await readChecked(root);
  if (read.problems !== undefined) {
    await coming.giveUp();
    console.error(read.problems);
    console.error(`内容有 ${read.count} 个问题，没有生成网站；原有的 ${basename(edition.place)}/ 保持不变。`);
    return false;
  }

  const { site, courses, common, sourceHashes } = read;
  const { read: readFolder, kept } = workFolders(root);

  progress.step('生成页面');
  const next = await prepareEdition(edition);
  const bundle = await coming.bundle;
  putAssets(bundle, next);
  const keeping = keepOutputs(
    { place: edition.place, recordFile: join(kept, `${basename(edition.place)}.json`) },
    site,
    (entry) => sourceHashes.get(entry) ?? '',
  );
  keeping.restore(next);
  const takeBack = handOver(site);
  const { indexed, indexing } = await drawAndIndex(bundle, next, site, {
    units: gathered.units,
    places: { textsFile: join(readFolder, 'pages'), wordsFile: join(readFolder, 'words') },
    wish,
  }).finally(() => {
    takeBack();
    keeping.stop();
  });
  await encodeAssets(next);
  preloadModules(next, 'search/index.html', settings.base);
  writeLeadOnPages(next, site);

  progress.step('写出数据，建立检索索引');
  await courses.put(next);
  const moved = movedPages(site).map(({ from }) => from);
  const files = await writeData(next, site, new Map(indexed.map((page) => [page.id, page])), { ...codeVersion(root), common }, moved);
  await indexing;

  progress.step('写出校验清单');
  await writeFile(join(next, 'web.config'), iisConfig(settings.base, settings.allow, await indexFolders(next)));
  await writeChecksums(next);

  progress.step('换上新站');
  await releaseEdition(edition);
  await keeping.save();

  progress.done(`${site.entries.length} 个条目、${files} 个数据文件，在 ${edition.place}${keptNote(keeping.count)}`);
  if (settings.url === '') console.warn(NO_ADDRESS);
  return true;
}

/** A site, and the files of its courses, which a thread of their own writes. */
interface Begun {
  site: Site;
  courses: ComingFiles;
}

/** The content of a library that may be published. */
interface Checked extends Begun {
  /** Which common library it has, and of which version. */
  common: { name: string; version: string } | null;
  /** Of each entry, one that changes with its file. */
  sourceHashes: ReadonlyMap<Entry, string>;
  problems?: never;
}

/** Reads and checks the content; what was only needed for that goes with it, and is more than the content. */
async function readChecked(root: string): Promise<Checked | { problems: string; count: number }> {
  const { read, kept } = workFolders(root);
  const library = await readLibraryFrom(contentFolder(root), read);
  const begin = (content: SiteContent): Begun => {
    const site = indexSite(content);
    return { site, courses: startCourseFiles(join(kept, 'courses'), site) };
  };
  const begun = whileChecked(() => begin(publishedOf(library)));
  const { errorCount, issues } = checkLibrary(library, today(), openSoundFiles(join(read, 'sound')));
  if (errorCount > 0) {
    await begun?.courses.end();
    return { problems: formatIssues(issues), count: errorCount };
  }
  const faulty = issues.filter(({ isInDraft }) => isInDraft);
  if (faulty.length > 0)
    console.warn(
      `草稿里有 ${faulty.length} 个问题，没有挡住网站${isReviewEdition() ? leftOut(faulty) : ''}。列出来：npm run check:content`,
    );
  // Only where drafts are shown do those with faults make a difference.
  const isWhole = begun !== undefined && (faulty.length === 0 || !isReviewEdition());
  if (!isWhole) await begun?.courses.end();
  const { site, courses } = isWhole ? begun : begin(publishedOf(withoutFiles(library, faulty)));
  const sources = new Map(library.entries.map(({ collection, file }) => [`${collection}/${file.name}`, file.source]));
  const hashed = site.entries.map((entry): [Entry, string] => {
    const place = `${entry.collection}/${entry.slug}`;
    return [entry, hashText(`${place}\n${sources.get(place) ?? ''}`)];
  });
  const { name, version } = library.loaded.common?.data ?? {};
  return { site, courses, common: name !== undefined && version !== undefined ? { name, version } : null, sourceHashes: new Map(hashed) };
}

/** The second core has nothing to do while content is checked, and courses take longest. Content that is refused may be anything, also what throws. */
function whileChecked(begin: () => Begun): Begun | undefined {
  try {
    return begin();
  } catch {
    return undefined;
  }
}

function publishedOf(library: Library): SiteContent {
  return contentOf(library, { drafts: isReviewEdition(), internal: isInternalEdition() });
}

/** Whoever hands a draft to a reviewer is to know that it is not there. */
function leftOut(faulty: readonly { file: string }[]): string {
  const files = [...new Set(faulty.map(({ file }) => basename(file)))];
  return `；有问题的 ${files.length} 条草稿没有生成（${files.slice(0, 10).join('、')}${files.length > 10 ? ' 等' : ''}）`;
}

/** Draws the site into `next`. The search index is made of the pages of entries: they are drawn first and read meanwhile, and the index is on its way while all others are. */
async function drawAndIndex(
  bundle: PageBundle,
  next: string,
  site: Site,
  { units, places, wish }: { units: readonly GatheredUnit[]; places: Omit<IndexPlaces, 'folder'>; wish: BuildWish },
) {
  const index = startIndex({ folder: next, ...places });
  try {
    const drawing = await planDrawing(bundle, next);
    const undrawn = new Set(site.entries.map(entryPath));
    const read = (url: string) => {
      if (undrawn.delete(url)) index.add(url);
    };
    await drawing.draw([ENTRY_PAGES], (path) => {
      read(path.slice(0, -'index.html'.length));
    });
    // The pages of the last build that did not change.
    for (const url of undrawn) read(url);
    const indexed = withFacts(await index.pages(), site);
    const entries = withUnits(indexed, units);
    const { vocabulary } = site;
    const indexing = index.write({ entries, vocabulary, withPagefind: wantsPagefind(entries.length, wish.withPagefind) });
    // What fails is told when it is waited for.
    indexing.catch(() => undefined);
    await drawing.draw();
    return { indexed, indexing };
  } catch (error) {
    await index.end();
    throw error;
  }
}

function keptNote(count: number): string {
  return count > 0 ? `；${count} 个页面和数据文件没有变，沿用上一次的` : '';
}

/** What draws the page of each entry. */
const ENTRY_PAGES = 'src/pages/[collection]/[slug].astro';

/** Astro writes the path of scripts and styles as it is typed: Chinese and spaces become what stands in addresses. */
async function encodeAssets(folder: string): Promise<void> {
  const typed = decodeURI(settings.base);
  if (typed === settings.base) return;
  for (const name of listFiles(folder).filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), html.replaceAll(`="${typed}_astro/`, `="${settings.base}_astro/`));
  }
}

/** The folders of the search index that are named after their content, below that of the site. */
async function indexFolders(site: string): Promise<string[]> {
  const found = await Promise.all(
    ['pagefind', 'search-index'].map(async (folder) => {
      const names = await readdir(join(site, folder)).catch(() => []);
      return names.filter((name) => /^[0-9a-f]{12}$/u.test(name)).map((name) => `${folder}/${name}`);
    }),
  );
  return found.flat();
}

if (import.meta.main) {
  const built = await build(process.cwd(), 'public', readBuildArguments()).catch((error: unknown) => {
    printFailure(error);
    console.error('生成失败；原有的 dist/ 保持不变。');
    return false;
  });
  if (!built) process.exitCode = 1;
}
