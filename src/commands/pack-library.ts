/**
 * `npm run pack:library`: makes one archive of the common library for units to take over (`upgrade:library`): what is published, the lists, the pages of
 * prose and the ledger, with checksums and a version. `--out FILE` names the archive, `--version` another version than the day of the last change.
 */
import { readFileSync } from 'node:fs';
import { rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { citationsOf } from '../domain/entry/citations.ts';
import { additionsTo } from '../domain/site/ledger.ts';
import { LEDGER_FILE, isUnits, plainText } from '../import/library-parts.ts';
import { writePackage } from '../import/library-package.ts';
import { checkLibrary } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { compareVersions } from '../schema/common-library.ts';
import { isOwnNumber, ownPlace } from '../schema/number.ts';
import { contentOf, isEntryFile, openLibrary } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { contentFolder, readSiteFile } from '../store/site-file.ts';
import { codeVersion } from './code-version.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

/** Packs the content of the project at `root`; `false` when it has errors. */
async function packLibrary(root: string): Promise<boolean> {
  const { values } = readArguments({ options: { out: { type: 'string' }, version: { type: 'string' } } });
  const content = contentFolder(root);
  const library = await openLibrary(content, workFolders(root).read);
  const { issues, errorCount } = checkLibrary(library, today());
  if (errorCount > 0) {
    console.error(formatIssues(issues));
    return false;
  }
  requireCommon(library);
  const { entries } = contentOf(library);
  const day = entries.reduce((latest, { data }) => (data.updated > latest ? data.updated : latest), '').replaceAll('-', '.');
  const version = values.version ?? day;
  if (!/^\d{1,9}(?:\.\d{1,9}){0,5}$/u.test(version))
    throw new OperatorError(`--version 写的是“${version}”，请写成 ${day}.2 这样，数字用点隔开。`);
  if (compareVersions(version, day) < 0)
    throw new OperatorError(
      `--version 写的是“${version}”，比内容最后改动的那一天（${day}）早，各单位会当作旧的。请写 ${day} 以后的，如 ${day}.2 。`,
    );
  const { code, commit, time } = codeVersion(root);
  const texts = packedTexts(content, library);
  const { name } = readSiteFile(content).data;
  const bytes = writePackage({ name, version, code: { version: code, commit, time } }, texts);
  const out = resolve(values.out ?? `library-${version}.zip`);
  await writeFile(`${out}.part`, bytes);
  await rename(`${out}.part`, out);
  console.log(
    `打好了共同库“${name}”的包，版本 ${version}：${entries.length} 个条目、${texts.size} 个文件，${((await stat(out)).size / 1e6).toFixed(1)} MB，在 ${out}`,
  );
  console.log(`各单位收到以后运行：npm run upgrade:library -- 包的文件名`);
  return true;
}

/** Only the common library itself is packed, with all that it has given numbers to. */
function requireCommon(library: Library): void {
  const { ledger, common } = library.loaded;
  if (common)
    throw new OperatorError(
      `这里的内容是从共同库“${common.data.name}”的包来的单位库（有 library.yaml）。包要在共同库里打，本单位自己的条目不打进包。`,
    );
  const { entries, vocabulary } = contentOf(library);
  const own = [...entries.map(({ data }) => data.id), ...vocabulary['public-sources'].items.map(({ id }) => id)].find(isOwnNumber);
  if (own !== undefined) throw new OperatorError(`${own} 的编号在各单位自己用的号段里（50001 起），共同库不能用。请换一个编号，再打包。`);
  const local = entries.find((entry) => citationsOf(entry).some(ownPlace));
  if (local)
    throw new OperatorError(`${local.data.id} 引用了本单位文件，别的单位没有这份文件。请换成公开的出处，或者把这一条写成内部的，再打包。`);
  const additions = ledger && additionsTo(ledger.data, entries, vocabulary);
  if (additions && additions.entries.length + additions.anchors.length + additions.pages.length > 0)
    throw new OperatorError('有条目、锚点或者页面还没有登记。请先运行 npm run register，提交 ledger.yaml，再打包。');
}

/** The files that go out: no drafts, nothing internal, and nothing that is a unit's own. */
function packedTexts(content: string, { files, entries }: Library): Map<string, string> {
  // A draft whose fields cannot be read is no entry, and is not to go out as something else.
  const out = new Set(entries.filter(({ data }) => data['status'] !== '草稿' && data['access'] !== '内部').map(({ file }) => file));
  const places = files
    .filter((file) => !isEntryFile(file) || out.has(file))
    .map(({ folder, name, extension }) => (folder ? `${folder}/` : '') + name + extension);
  const own = places.filter((place) => !isUnits(place));
  const packed = new Map(own.map((place) => [place, plainText(readFileSync(join(content, place), 'utf8'))]));
  if (!packed.has(LEDGER_FILE)) throw new OperatorError('内容里没有 ledger.yaml。');
  return packed;
}

if (import.meta.main) {
  const packed = await packLibrary(process.cwd()).catch((error: unknown) => {
    printFailure(error);
    return false;
  });
  if (!packed) {
    console.error('没有打包。');
    process.exitCode = 1;
  }
}
