/**
 * `npm run test:nightly -- reproducible`: builds the site again where nothing that should matter is different, and compares every byte. Each variation alone on
 * the small site of the fixtures, then all at once on the whole content. Exit code 1 when a byte differs.
 *
 * The other day comes from `libfaketime` where it is installed (Debian: `apt-get install faketime`), which also deceives Pagefind's own program, and
 * else from a clock put in front of JavaScript's. The network is taken away by `unshare --net`, where the system lets us.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workFolders } from '../../src/commands/release.ts';
import { copyProject, OWN_CONTENT, SMALL_CONTENT } from '../support/project-copy.ts';
import { reportPart } from '../support/part-report.ts';
import { fileHashes } from '../support/tree-hash.ts';

interface Variation {
  name: string;
  /** Folder in which the copy of the project is made. */
  parent?: string;
  env?: Record<string, string>;
  /** A command in front of the build's. */
  through?: [string, ...string[]];
  prepare?(root: string): void;
}

const FAKETIME = globSync('/usr/lib/*/faketime/libfaketime.so.1')[0];
const LATER = FAKETIME
  ? { LD_PRELOAD: FAKETIME, FAKETIME: '+400d', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  : { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'later-clock.mjs')}` };
const BUILD = 'src/commands/build.ts';
const WAYS: [string, ...string[]][] = [
  ['unshare', '--net'],
  ['unshare', '--map-root-user', '--net'],
];
const UNSHARE = WAYS.find(([command, ...args]) => spawnSync(command, [...args, 'true']).status === 0);

const VARIATIONS: Variation[] = [
  { name: 'another folder', parent: join(tmpdir(), '另 一个 folder/deeper') },
  { name: 'another time zone', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'a time zone on the other side', env: { TZ: 'America/St_Johns' } },
  { name: 'another locale', env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' } },
  { name: FAKETIME ? 'another day (libfaketime)' : 'another day (JavaScript only)', env: LATER },
  ...(UNSHARE ? [{ name: `no network (${UNSHARE.join(' ')})`, through: UNSHARE }] : []),
  { name: 'Windows line ends and byte order marks', prepare: asOnWindows },
  { name: 'a second time, with all that the first has kept', prepare: buildOnce },
  { name: 'after a build of other texts, with what still holds kept', prepare: buildEdited },
];

const AT_ONCE: Variation = {
  name: 'all of them at once, the whole content',
  parent: join(tmpdir(), '另 一个 folder/deeper'),
  env: { ...LATER, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ...(UNSHARE && { through: UNSHARE }),
  prepare: (root) => {
    asOnWindows(root);
    buildEdited(root);
  },
};

let failed = 0;
if (!UNSHARE) {
  failed += 1;
  console.log(
    'no network: FAILED, not tried: this system lets no process have a network of its own; as root, `unshare --net true` must work',
  );
}
const small = await build(SMALL_CONTENT, { name: 'as it is' });
for (const variation of VARIATIONS) compare(variation.name, small, await build(SMALL_CONTENT, variation));
const whole = await build(OWN_CONTENT, { name: 'as it is' });
compare(AT_ONCE.name, whole, await build(OWN_CONTENT, AT_ONCE));
const tried = VARIATIONS.length + 1 + (UNSHARE ? 0 : 1);
reportPart({ passed: tried - failed, failed });
process.exitCode = failed > 0 ? 1 : 0;

async function build(content: string, variation: Variation): Promise<Map<string, string>> {
  const { parent, env = {}, through } = variation;
  const copy = await copyProject(content, parent);
  const { root } = copy;
  variation.prepare?.(root);
  const [command, ...args]: [string, ...string[]] = through ? [...through, process.execPath, BUILD] : [process.execPath, BUILD];
  const base = { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...base, ...env } });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}\n${stderr}`);
  const files = fileHashes(workFolders(root).dist);
  await copy.remove();
  return files;
}

function compare(name: string, before: Map<string, string>, after: Map<string, string>): void {
  const paths = new Set([...before.keys(), ...after.keys()]);
  const different = [...paths].filter((path) => before.get(path) !== after.get(path));
  const office = [...before.keys()].filter((path) => /\.(?:docx|pptx)$/u.test(path)).length;
  if (different.length > 0) failed += 1;
  console.log(
    `${different.length === 0 ? 'identical: yes' : 'identical: NO '}  ${name} (${paths.size} files, ${office} of them .docx or .pptx)`,
  );
  for (const path of different.slice(0, 20)) console.log(`    ${path}`);
}

/** Leaves what a build keeps for the next. */
function buildOnce(root: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILD], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the first build failed:\n${stdout}\n${stderr}`);
}

/** Leaves what a build of other texts keeps: in every collection one entry has another title, or is gone where nothing needs it. */
function buildEdited(root: string): void {
  const before = new Map<string, string>();
  for (const folder of globSync('content/*/', { cwd: root })) {
    const [path] = globSync(`${folder}/*.mdx`, { cwd: root }).sort();
    if (path === undefined || folder.endsWith('pages')) continue;
    const file = join(root, path);
    const text = readFileSync(file, 'utf8');
    before.set(file, text);
    writeFileSync(file, text.replace(/^(title: ["']?)/mu, '$1改过'));
  }
  buildOnce(root);
  for (const [file, text] of before) writeFileSync(file, text);
}

/** What editors on Windows and `git` with `autocrlf` do to text. */
function asOnWindows(root: string): void {
  for (const path of globSync('content/**/*.{mdx,yaml}', { cwd: root })) {
    const file = join(root, path);
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
  }
}
