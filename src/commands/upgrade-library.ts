/**
 * `npm run upgrade:library -- PACKAGE`: shows what a package of the common library would change in this unit's content, entry by entry, and what of the
 * unit's own rests on it; `--yes` then writes it, all at once. What the unit has changed and the package too is chosen by `--keep` and `--take`, each
 * followed by numbers or files, or by `all`.
 */
import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { ImportError } from '../import/import-error.ts';
import { isUnits, plainText } from '../import/library-parts.ts';
import { readPackage } from '../import/library-package.ts';
import type { LibraryPackage } from '../import/library-package.ts';
import { planUpgrade } from '../import/plan-upgrade.ts';
import type { UnitContent, UpgradePlan } from '../import/plan-upgrade.ts';
import { restingOn } from '../import/resting-on.ts';
import { nameOf, tellUpgrade } from '../import/tell-upgrade.ts';
import { checkFiles, checkLibrary } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { stopsBuild } from '../lint/rule.ts';
import type { Issue } from '../lint/rule.ts';
import { COMMON_FILE, compareVersions } from '../schema/common-library.ts';
import type { CommonLibrary } from '../schema/common-library.ts';
import { openLibrary } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { storeFile } from '../store/read-content.ts';
import type { StoredFile } from '../store/read-content.ts';
import { contentFolder } from '../store/site-file.ts';
import { lockBuild } from './build-lock.ts';
import { codeVersion } from './code-version.ts';
import { codeOf, OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { readState, replaceContent } from './replace-content.ts';
import { today } from './today.ts';

/** Shows, and with `--yes` makes, the upgrade of the project at `root`; `false` when it cannot be made as things are. */
async function upgradeLibrary(root: string): Promise<boolean> {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false }, keep: { type: 'string' }, take: { type: 'string' } },
  });
  const pack = await openPackage(positionals[0]);
  const content = contentFolder(root);
  await mkdir(content, { recursive: true });
  const unlock = await lockBuild(root);
  try {
    const asRead = await readState(content);
    const library = await openLibrary(content, workFolders(root).read);
    const base = library.loaded.common?.data;
    requireSound(library);
    requireNewer(pack, base, content);
    const texts = textsOf(content, library);
    const plan = planUpgrade({ texts, base, choose: chooserOf(values) }, pack);
    requireSameContent(plan, base);
    const resting = restingOn(library, (place) => !Object.hasOwn(base?.parts ?? {}, place), today());
    console.log(tellUpgrade(plan, resting, base?.version).join('\n'));
    if (plan.clashes.length > 0) throw new OperatorError(`\n有 ${plan.clashes.length} 处撞号，没有换。`);
    const open = plan.contested.filter(({ choice }) => choice === undefined).length;
    if (open > 0 && values.yes) throw new OperatorError(`\n${choosing(open)}`);
    const problem = open > 0 ? undefined : contentProblem(root, content, plan, pack);
    if (problem !== undefined) throw new OperatorError(`\n${problem}`);
    const { written, gone } = changedFiles(plan, texts);
    if (!values.yes || written.size + gone.length === 0) {
      console.log(
        `\n${written.size + gone.length === 0 ? '已经是这一版，没有要换的。' : open > 0 ? choosing(open) : '看过以后要换上：加 --yes 再运行一次。'}现在什么也没有写入。`,
      );
      return true;
    }
    await replaceContent(content, written, gone, asRead);
    console.log(`\n换上了 ${pack.manifest.version}：写了 ${written.size} 个文件，删了 ${gone.length} 个。请看一遍改动，提交，再发布。`);
    return true;
  } finally {
    await unlock();
  }
}

function choosing(open: number): string {
  return `有 ${open} 处本单位改过、包里也改了，请先选一边：逐个写 --keep 编号,编号 --take 编号,编号，或者 --keep all（都留本单位的）、--take all（都换成包里的）。`;
}

async function openPackage(path: string | undefined): Promise<LibraryPackage> {
  if (path === undefined) throw new OperatorError('请写明共同库的包，如 npm run upgrade:library -- library-2026.11.28.zip');
  const file = resolve(path);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new OperatorError(
      codeOf(error) === 'EISDIR'
        ? `${file} 是文件夹。请写共同库给的那个 .zip 文件，不要解开。`
        : `没有 ${file} 这个文件，或者不能读。请看路径写得对不对。`,
    );
  });
  try {
    return readPackage(bytes);
  } catch (error) {
    throw error instanceof ImportError ? new OperatorError(error.message) : error;
  }
}

/** An upgrade on top of faults would be told with them. A unit that has nothing yet has no faults. */
function requireSound(library: Library): void {
  if (library.entries.length === 0) return;
  const { issues, errorCount } = checkLibrary(library, today());
  if (errorCount === 0) return;
  console.error(formatIssues(issues.filter(stopsBuild)));
  throw new OperatorError(`本单位的内容现在有 ${errorCount} 个问题。请先改好（npm run check:content），再换包，免得混在一起。`);
}

/** Throws when the package is older than the last one, or another library's. */
function requireNewer({ manifest }: LibraryPackage, base: CommonLibrary | undefined, content: string): void {
  if (!base) return;
  if (base.name !== manifest.name)
    throw new OperatorError(
      `这是共同库“${manifest.name}”的包，本单位用的是“${base.name}”的（见 ${COMMON_FILE}）。请向“${base.name}”要它的包；改了名的，先把 ${COMMON_FILE} 里的 name 改成新的。`,
    );
  if (compareVersions(manifest.version, base.version) < 0)
    throw new OperatorError(
      `这个包是 ${manifest.version}，比本单位现在用的 ${base.version} 旧。请用新的；要退回旧内容，用 git 退回 ${content}。`,
    );
}

/** Two packages of one version must be the same: nobody could say which is newer. */
function requireSameContent({ common }: UpgradePlan, base: CommonLibrary | undefined): void {
  if (!base || compareVersions(common.version, base.version) !== 0) return;
  const places = new Set([...Object.keys(common.parts), ...Object.keys(base.parts)]);
  if ([...places].some((place) => common.parts[place] !== base.parts[place]))
    throw new OperatorError(
      `这个包和本单位现在用的都写着 ${base.version}，内容却不同，不知道哪个新。请共同库用 --version 换一个版本号重新打包。`,
    );
}

/** What the unit alone has changed goes back to the package only where it is named; `all` speaks of what both have changed. */
function chooserOf({ keep, take }: { keep?: string | undefined; take?: string | undefined }): UnitContent['choose'] {
  const namesIn = (list = '') => new Set(list.split(/[,，、\s]+/u).filter(Boolean));
  const [kept, taken] = [namesIn(keep), namesIn(take)];
  return (part, isContested) => {
    const has = (names: ReadonlySet<string>) => names.has(nameOf(part)) || names.has(part.place);
    if (has(kept)) return 'own';
    if (has(taken)) return 'package';
    if (!isContested) return undefined;
    return kept.has('all') ? 'own' : taken.has('all') ? 'package' : undefined;
  };
}

/** What would be wrong with the content afterwards; a package that is wrong by itself was made with other code. */
function contentProblem(root: string, content: string, plan: UpgradePlan, { manifest, texts }: LibraryPackage): string | undefined {
  const issues = errorsIn(content, new Map([...plan.texts, [COMMON_FILE, commonText(plan.common)]]));
  if (issues.length === 0) return undefined;
  const [fault] = errorsIn(content, texts);
  if (!fault) {
    console.error(`\n${formatIssues(issues)}`);
    return `换上以后会有上面 ${issues.length} 个问题，没有换。请先把本单位的改好，或者换一种选法。`;
  }
  const here = codeVersion(root);
  const when = (time: string | null) => (time ?? '不详').slice(0, 10);
  const cure = (here.time ?? '') < (manifest.code.time ?? '') ? '请先更新代码，再换这个包。' : '请共同库用新的代码重新打包。';
  return `包里的内容与这里的代码不合（${relative(content, fault.file)}：${fault.message}）。包是用 ${when(manifest.code.time)} 的代码打的，这里的代码是 ${when(here.time)} 的。${cure}`;
}

function errorsIn(content: string, texts: ReadonlyMap<string, string>): Issue[] {
  const files = [...texts].map(([place, text]): StoredFile => {
    return storeFile({ path: join(relative(process.cwd(), content), place), place, bytes: new TextEncoder().encode(text) });
  });
  return checkFiles(files, today()).issues.filter(stopsBuild);
}

function textsOf(content: string, { files }: Library): Map<string, string> {
  const places = files.map(({ folder, name, extension }) => (folder ? `${folder}/` : '') + name + extension);
  return new Map(places.map((place) => [place, plainText(readFileSync(join(content, place), 'utf8'))]));
}

function changedFiles(plan: UpgradePlan, before: ReadonlyMap<string, string>): { written: Map<string, string>; gone: string[] } {
  const after = new Map([...plan.texts, [COMMON_FILE, commonText(plan.common)]]);
  return {
    written: new Map([...after].filter(([place, text]) => before.get(place) !== text)),
    gone: [...before.keys()].filter((place) => !after.has(place) && !isUnits(place)),
  };
}

function commonText(common: CommonLibrary): string {
  return `# 本单位的内容从哪一个共同库的包来。由 npm run upgrade:library 写，不要手改；和内容一起提交。\n${stringify(common, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}`;
}

if (import.meta.main) {
  const done = await upgradeLibrary(process.cwd()).catch((error: unknown) => {
    printFailure(error);
    return false;
  });
  if (!done) {
    console.error('没有换；本单位的内容保持不变。');
    process.exitCode = 1;
  }
}
