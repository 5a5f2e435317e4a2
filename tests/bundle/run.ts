/**
 * `npm run test:nightly -- bundle`: makes the bundle for machines without a network and walks the way of its instruction, step by step, in an empty
 * folder whose path has spaces and Chinese, with a closed umask, without a home folder; as a service account (`nobody`) and without a network where
 * this system lets us. `BUNDLE=file.tar.gz` takes one that was made before. Exit code 1 when a step fails.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportPart } from '../support/part-report.ts';
import { freePort } from '../support/nginx.ts';

const ROOT = join(import.meta.dirname, '../..');
const PORT = await freePort();
/** A network of its own has nothing but a loopback, which has to be switched on. */
const CUT_OFF = spawnSync('unshare', ['--net', 'true']).status === 0;
const AS_NOBODY = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

const work = mkdtempSync(join(tmpdir(), 'bundle-'));
chmodSync(work, 0o755);
const place = join(work, '离线 机器/担当 库');
let failed = 0;
let passed = 0;

console.log(
  `network: ${CUT_OFF ? 'none (unshare --net)' : 'NOT CUT OFF'}; account: ${AS_NOBODY ? 'nobody' : 'this one'}; home: none; umask 077`,
);
const archive = process.env['BUNDLE'] ?? (await makeBundle());
await mkdir(place, { recursive: true });
if (AS_NOBODY) spawnSync('chown', ['-R', '65534:65534', join(work, '离线 机器')]);

step('the archive is unpacked', `tar -xzf '${archive}' --strip-components=1`);
step('every file is as its checksum says', 'sha256sum --quiet -c SHA256SUMS.txt');
step('the page of instruction is there', 'grep -q 离线包 说明.txt');
step('no npm, no other Node and no git is at hand', '! command -v npm && ! command -v git && ! command -v node');
step('what may be asked is told', './kb 2>&1 | grep -q check:content');
step('the content is checked', './kb check:content');
step('an editor changes a title at the desk, looks at the page and saves', `PORT=${PORT} ./runtime/node '${deskTrial()}'`);
step('the site is built', './kb build');
step('the build names the commit it was made from', `grep -q '"commit"' dist/data/build.json && grep -q content dist/health.txt`);
step('an error of an editor is found', `sed -i '0,/^title: /s//titel: /' content/practices/*.mdx && ! ./kb check:content`);
step('and cured', `sed -i '0,/^titel: /s//title: /' content/practices/*.mdx && ./kb check:content`);
step('the address is written into site.yaml', `sed -i 's|^address: .*|address: "http://127.0.0.1:${PORT}"|' content/site.yaml`);
step('what is new is registered', './kb register');
step(
  'the common library is packed, and taken over by those who have it',
  './kb pack:library --out 共同库.zip && ./kb upgrade:library 共同库.zip --yes',
);
step('and is then nothing new', "./kb upgrade:library 共同库.zip | grep -q '已经是这一版'");
step('the site is published', './kb publish --to ../发布');
step('and once more, from what was built', './kb publish --to ../发布 --built');
step('and taken back', './kb rollback --to ../发布');
step('servers get their configuration', './kb hosting nginx && ./kb hosting caddy && ./kb hosting apache && ./kb hosting iis');
step(
  'the site is served, and is as its list says',
  `PORT=${PORT} ./kb serve > ../serve.txt & sleep 5; ./kb verify http://127.0.0.1:${PORT}/ > ../verify.txt; kill $!; wait; cat ../verify.txt; grep -q '：0 个不符' ../verify.txt`,
);
step(
  'nothing was written outside',
  `test -z "$(find .. -maxdepth 1 -mindepth 1 ! -name '担当 库' ! -name 发布 ! -name verify.txt ! -name serve.txt)"`,
);

rmSync(work, { recursive: true, force: true });
console.log(`${passed} steps went well, ${failed} failed`);
reportPart({ passed, failed });
process.exitCode = failed > 0 ? 1 : 0;

async function makeBundle(): Promise<string> {
  const out = join(work, 'bundle.tar.gz');
  const child = spawn(process.execPath, ['src/commands/bundle.ts', '--local', '--out', out], { cwd: ROOT, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('no bundle was made');
  chmodSync(out, 0o644);
  return out;
}

/** Runs one line of a shell where the bundle lies, as the account that it is for. */
function step(name: string, line: string): void {
  const script = join(work, 'step.sh');
  writeFileSync(script, `umask 077\ncd '${place}' || exit 1\n${line}\n`);
  chmodSync(script, 0o755);
  const shell = ['sh', script];
  const account = AS_NOBODY ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...shell] : shell;
  const [command = '', ...args] = CUT_OFF
    ? ['unshare', '--net', 'sh', '-c', 'ip link set lo up 2>/dev/null; exec "$@"', 'sh', ...account]
    : account;
  const began = performance.now();
  const env = { PATH: toolsOnly(), LANG: 'C.UTF-8', HOME: '/dev/null/home' };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (status === 0) passed += 1;
  else failed += 1;
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n         $ ${line}`);
  if (status !== 0) console.log(stdout + stderr);
}

/** A program that asks the desk as its page in the browser does; it lies beside the bundle, which has no tests in it. */
function deskTrial(): string {
  const script = join(work, 'use-desk.mjs');
  copyFileSync(join(import.meta.dirname, 'use-desk.mjs'), script);
  chmodSync(script, 0o644);
  return script;
}

/** A path on which there are the tools of the system, but neither npm nor Node nor git. */
function toolsOnly(): string {
  const tools = join(work, 'tools');
  if (existsSync(tools)) return tools;
  const names = [
    'sh',
    'tar',
    'gzip',
    'sha256sum',
    'grep',
    'sed',
    'tail',
    'tee',
    'find',
    'sleep',
    'dirname',
    'ip',
    'setpriv',
    'unshare',
    'mv',
    'test',
    'kill',
    'ls',
  ];
  spawnSync('mkdir', ['-p', tools]);
  for (const name of names) {
    const path = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (path.startsWith('/')) spawnSync('ln', ['-s', path, join(tools, name)]);
  }
  return tools;
}
