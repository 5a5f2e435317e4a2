/** The sites that are built to be measured, each in a folder of its own, and what is measured of one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../../src/store/read-content.ts';
import type { StoredFile } from '../../../src/store/read-content.ts';
import { isEntryFile } from '../../../src/store/library.ts';
import { isRecord, textOf } from '../../../src/store/loose-data.ts';
import { copyProject, OWN_CONTENT } from '../../support/project-copy.ts';
import { PEERS, writeFiles } from '../peers.ts';
import { plainEntries } from '../plain-entry.ts';
import { STARLIGHT_BUILD, writeStarlight } from '../starlight.ts';
import { today } from '../../../src/commands/today.ts';
import { growContent } from './grow-content.ts';
import { writeHugo } from './hugo.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';
import { weighSite } from './weigh-site.ts';
import type { SiteWeight } from './weigh-site.ts';

/** A site to be built. */
export interface Contender {
  name: string;
  size: number;
  folder: string;
  /** The commands of a build, in turn. */
  build: { name: string; command: readonly string[] }[];
  /** The command that checks the content alone. */
  check?: readonly string[];
  /** Where the built site is, below the folder. */
  site: string;
  /** What a build leaves for the next one, below the folder. */
  kept: string[];
  /** The entry that is edited before the second build, below the folder. */
  edited: string;
}

/** What one round of measuring gave; what could not be measured is missing. */
export interface Run {
  /** The machine's load before it began: how many processes wanted a processor. */
  load: number;
  /** A build with nothing kept from one before. */
  cold: Measured;
  weight?: SiteWeight;
  check?: Measured;
  /** A build after one entry has been edited. */
  edited?: Measured;
}

const PROJECT = join(import.meta.dirname, '../../..');
const BEFORE = 'before';

/** This project as it now lies on disk, with its content grown to a size. */
export async function ownSite(size: number, real: readonly StoredFile[], parent: string): Promise<Contender> {
  const { root } = await copyProject(OWN_CONTENT, parent);
  await writeFiles(join(root, 'content'), new Map(growContent(real, size, today()).map(({ place, text }) => [place, text])));
  return { ...ownCommands(root, real), name: '本站', size };
}

/** This project as a commit has it, with the content of that commit. Installs the packages of the commit where they are others. */
export async function siteBefore(commit: string, parent: string, say: (line: string) => void): Promise<Contender> {
  const root = join(parent, BEFORE);
  run('git', ['worktree', 'add', '--detach', root, commit], PROJECT);
  const [now, then] = [PROJECT, root].map((folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  if (now === then) await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
  else {
    say(`${commit} 用的包不同，npm ci……`);
    run('npm', ['ci', '--no-audit', '--no-fund'], root);
  }
  const files = await readContent(join(root, 'content'));
  return { ...ownCommands(root, files), name: `改前 ${commit.slice(0, 7)}`, size: files.filter(isEntryFile).length };
}

/** Takes the worktree of a commit away again, if there is one. */
export function removeBefore(parent: string): void {
  if (existsSync(join(parent, BEFORE))) run('git', ['worktree', 'remove', '--force', join(parent, BEFORE)], PROJECT);
}

/** Sites of other generators with the texts of one of this project's. */
export async function peerSites({ folder, size, edited }: Contender, parent: string): Promise<Contender[]> {
  const entries = plainEntries(await readContent(join(folder, 'content')));
  const page = edited.replace(/^content\/|\.mdx$/gu, '');
  const starlight = await writeStarlight(`starlight-${size}`, entries);
  const hugo = join(parent, `hugo-${size}`);
  await writeHugo(hugo, entries);
  const pagefind = join(PEERS, 'node_modules/.bin/pagefind');
  return [
    {
      ...{ name: 'Starlight', size, folder: starlight, build: [{ name: 'astro', command: [process.execPath, ...STARLIGHT_BUILD] }] },
      ...{ site: 'dist', kept: ['.cache', '.astro'], edited: `src/content/docs/${page}.md` },
    },
    {
      ...{ name: 'Hugo + Pagefind', size, folder: hugo },
      build: [
        { name: 'hugo', command: ['hugo'] },
        { name: 'pagefind', command: [pagefind, '--site', 'public'] },
      ],
      ...{ site: 'public', kept: ['resources', '.hugo_build.lock'], edited: `content/${page}.md` },
    },
  ];
}

/** Builds, weighs, checks, edits one entry and builds again; leaves the folder as it was. A build that fails ends the round. */
export async function measureSite(contender: Contender, step: <T>(name: string, run: () => Promise<T>) => Promise<T>): Promise<Run> {
  const { name, size, folder, check, site, kept, edited } = contender;
  const title = `${name}，${size} 个条目`;
  const clean = () => Promise.all([site, ...kept].map((path) => rm(join(folder, path), { recursive: true, force: true })));
  const file = join(folder, edited);
  const text = await readFile(file, 'utf8');
  await clean();
  const [load = 0] = loadavg();
  try {
    const cold = await step(`${title}：生成`, () => buildSite(contender));
    const checked = check && (await step(`${title}：检查内容`, () => measure(check, folder, () => undefined)));
    const partial = { load, cold, ...(checked && { check: checked }) };
    if (!cold.isDone) return partial;
    const weight = weighSite(join(folder, site));
    await writeFile(file, text.replace(/^title: (["']?)(.*)\1$/mu, 'title: $1$2（修改）$1'));
    return { ...partial, weight, edited: await step(`${title}：改一个条目，再生成`, () => buildSite(contender)) };
  } finally {
    await writeFile(file, text);
    await clean();
  }
}

async function buildSite({ build, folder }: Contender): Promise<Measured> {
  const parts: (Measured & { name: string })[] = [];
  for (const { name, command } of build) {
    if (parts.every(({ isDone }) => isDone)) parts.push({ ...(await measure(command, folder, hear)), name });
  }
  const [only] = parts;
  if (only && build.length === 1) return only;
  return {
    isDone: parts.every(({ isDone }) => isDone),
    wall: parts.reduce((sum, { wall }) => sum + wall, 0),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...parts.map(({ memory }) => memory)),
    phases: parts.map(({ name, wall, cpu, memory }) => ({ name, wall, cpu, memory })),
    output: parts.map(({ output }) => output).join('\n'),
  };
}

/** A build's own account of its steps belongs on the terminal; what else it says is kept for when it fails. */
function hear(line: string): void {
  if (/秒(?:：|$)/u.test(line)) console.log(`    ${line.trim()}`);
}

function ownCommands(root: string, files: readonly StoredFile[]): Omit<Contender, 'name' | 'size'> {
  const short = files.find(
    (file) => file.folder === 'practices' && isRecord(file.yaml?.data) && textOf(file.yaml.data['title']).length <= 40,
  );
  if (!short) throw new Error('没有标题不到四十个字的实践条目可以修改。');
  return {
    folder: root,
    build: [{ name: 'build', command: ['npm', 'run', 'build'] }],
    check: ['npm', 'run', 'check:content'],
    site: 'dist',
    kept: ['.build', '.astro'],
    edited: `content/practices/${short.name}.mdx`,
  };
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}：\n${error?.message ?? stderr}`);
}
