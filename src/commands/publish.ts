/**
 * `npm run publish -- --to DIR`: builds the site and puts it into DIR as a new version, which the server then reads (`published.ts`). `--built` takes
 * the site that stands in `dist/`; `--local` lets one out that has no address; `--switch rename` where the server or the disk knows no links.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { additionsTo } from '../domain/site/ledger.ts';
import { settings } from '../site.ts';
import { contentOf, openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { buildFolder } from './build-folder.ts';
import { lockFolder } from './build-lock.ts';
import { build } from './build.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { editionsShown, KEPT_VERSIONS, publishVersion } from './published.ts';
import type { PublishedName, Switch } from './published.ts';
import { readArguments } from './read-arguments.ts';
import { folderEdition, restoreInterrupted, workFolders } from './release.ts';
import { makePlace, placeProblem, readSwitch, requireSameBuild, requireTo, shellWord, tellWithdrawn } from './publish-options.ts';
import { requireNamedAddress, requireSettings } from './settings.ts';

interface BuildFacts {
  version: string;
  commit: string | null;
  address: string | null;
  base: string;
}

/** Publishes the site of the project at `root`; `false` when the content was refused. */
async function publish(root: string): Promise<boolean> {
  const { values } = readArguments({
    options: {
      to: { type: 'string' },
      built: { type: 'boolean', default: false },
      local: { type: 'boolean', default: false },
      switch: { type: 'string' },
    },
  });
  const to = requireTo(values.to, 'publish');
  const wanted = readSwitch(values.switch);
  requireSettings();
  requireNamedAddress(values.local);
  requireElsewhere(root, to);
  await requireRegistered(root, values.local);
  // Who may not write there is told so before minutes of building.
  const leave = await lockPlace(to);
  await leave();
  const isInFolder = settings.editions.includes('文件夹版');
  if (!values.built && !(await (isInFolder ? buildFolder(root) : build(root)))) return false;
  await restoreInterrupted(root);
  const facts = await requireSameSettings(root);
  if (isInFolder) requireSameBuild(workFolders(root).dist, folderEdition(root).place);
  const unlock = await lockPlace(to);
  try {
    const before = editionsShown(to);
    const name = await publishEditions(root, to, facts, { isInFolder, wanted });
    const withdrawn = tellWithdrawn(to, before, editionsShown(to));
    if (withdrawn !== undefined) console.warn(withdrawn);
    console.log(`发布了 ${name}。网页服务器的根目录是 ${join(to, 'site')}${isInFolder ? `，文件夹版在 ${join(to, 'folder')}` : ''}。`);
    console.log(`保留最近 ${KEPT_VERSIONS} 版；退回上一版：npm run rollback -- --to ${shellWord(values.to ?? '')}`);
    if (settings.url !== '') console.log(`核对服务器上的网站：npm run verify -- ${new URL(settings.base, settings.url).href}`);
  } catch (error) {
    throw placeProblem(to, error);
  } finally {
    await unlock();
  }
  return true;
}

/** Nobody else publishes there until the lock is let go of. */
function lockPlace(to: string): Promise<() => Promise<void>> {
  makePlace(to);
  return lockFolder(join(to, 'versions'), '发布').catch((error: unknown) => {
    throw placeProblem(to, error);
  });
}

function publishEditions(
  root: string,
  to: string,
  facts: BuildFacts,
  { isInFolder, wanted }: { isInFolder: boolean; wanted: Switch | undefined },
) {
  const { dist } = workFolders(root);
  const editions = new Map<PublishedName, string>([
    ['site', dist],
    ...(isInFolder ? [['folder', folderEdition(root).place] as const] : []),
  ]);
  const now = new Date();
  const stamp = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(now);
  const label = `${stamp.replaceAll(/[-:]/gu, '').replace(' ', '-')}-${facts.version.slice(0, 8)}`;
  return publishVersion(to, editions, { label, facts: { published: now.toISOString(), build: facts }, wanted });
}

/** A site in the folder of the project would be taken away, or published, with the next one. */
function requireElsewhere(root: string, to: string): void {
  for (const folder of [join(root, 'dist'), join(root, 'dist-folder'), contentFolder(root), join(root, '.build')]) {
    const way = relative(folder, to);
    if (way === '' || !(way.startsWith('..') || resolve(way) === way))
      throw new OperatorError(`--to 写的是 ${to}，在 ${folder} 里面，下一次生成会连它一起换掉。请写项目以外的文件夹，如 /srv/kb 。`);
  }
  if (relative(root, to) === '') throw new OperatorError(`--to 写的是 ${to}，是项目自己的文件夹。请写项目以外的文件夹，如 /srv/kb 。`);
  if (basename(to) === 'versions' && existsSync(join(dirname(to), 'site')))
    throw new OperatorError(`--to 写的是 ${to}，是以前发布的各版所在的文件夹。请写它的上一层：${dirname(to)} 。`);
  if (!existsSync(dirname(to))) throw new OperatorError(`--to 写的是 ${to}，连上一层文件夹也没有。请先建好它，或者挂上那块磁盘。`);
  if (existsSync(join(to, 'index.html')))
    throw new OperatorError(
      `${to} 里有 index.html，像是网页服务器正在用的文件夹。发布会在所写的文件夹里建 versions 和 site 两个文件夹：请写一个空的，再把服务器的根目录改成其中的 site 。`,
    );
}

/** What is out is quoted: numbers and addresses go into the ledger first. */
async function requireRegistered(root: string, isLocal: boolean): Promise<void> {
  const library = await openLibrary(contentFolder(root), workFolders(root).read);
  const ledger = library.loaded.ledger?.data;
  // What is wrong with the ledger, the check of the build says.
  if (!ledger) return;
  const { entries, vocabulary } = contentOf(library);
  const { entries: numbers, anchors, pages } = additionsTo(ledger, entries, vocabulary);
  const count = numbers.length + anchors.length + pages.length;
  if (count === 0) return;
  const said = `有 ${numbers.length} 个条目、${anchors.length} 个条款锚点、${pages.length} 个页面还没有登记，发布以后别人会引用。`;
  if (!isLocal) throw new OperatorError(`${said}请先运行 npm run register，提交 ledger.yaml，再发布；只在内部试看的，加 --local 。`);
  console.warn(`提示：${said}`);
}

/** The site that stands there must be one of these settings. */
async function requireSameSettings(root: string): Promise<BuildFacts> {
  const { dist } = workFolders(root);
  const text = await readFile(join(dist, 'data/build.json'), 'utf8').catch(() => {
    throw new OperatorError('还没有生成网站，请先运行 npm run build，或者去掉 --built 。');
  });
  const facts = JSON.parse(text) as BuildFacts;
  if (facts.base !== settings.base || (facts.address ?? '') !== settings.url)
    throw new OperatorError(
      `dist 是按别的设置生成的（网址 ${facts.address ?? '没有'}，路径 ${decodeURI(facts.base)}），现在设的是网址 ${settings.url || '没有'}，路径 ${decodeURI(settings.base)}。请去掉 --built 重新生成。`,
    );
  return facts;
}

const published = await publish(process.cwd()).catch((error: unknown) => {
  printFailure(error);
  return false;
});
if (!published) {
  console.error('没有发布；服务器上的网站保持不变。');
  process.exitCode = 1;
}
