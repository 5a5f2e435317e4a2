/**
 * `npm run verify -- http://10.0.0.8/kb/`: fetches every file of a running site and compares it with its list of checksums, and with that of `dist/`
 * where there is one; then looks at types, headers, and what is answered for addresses without a page. Exit code 1 when something is wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKSUMS, hashOf, readChecksums } from '../export/checksums.ts';
import { HEADERS } from '../hosting/headers.ts';
import { MEDIA_TYPES } from '../hosting/media-types.ts';
import { settings } from '../site.ts';
import { OperatorError, printFailure, tellUnreached } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';

const AT_ONCE = 8;
const SHOWN = 10;
/** What a server keeps for itself. */
const OF_SERVER = new Set(['web.config']);

/** What is wrong with the site at `url`, one sentence each; `allow` may ask it from other hosts. */
export async function verifySite(
  url: string,
  sums: ReadonlyMap<string, string>,
  allow: readonly string[] = settings.allow,
): Promise<{ files: number; faults: string[]; advice: string[] }> {
  const names = [...sums.keys()].filter((name) => !OF_SERVER.has(name));
  const faults: string[] = [];
  const queue = [...names];
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const fault = await faultOf(url, name, sums.get(name) ?? '');
      if (fault !== undefined) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { files: names.length, faults: faults.sort(), advice: await adviceFor(url, names, allow) };
}

async function faultOf(url: string, name: string, hash: string): Promise<string | undefined> {
  const response = await ask(addressOf(url, name));
  const expected = name === '404.html' ? [200, 404] : [200];
  if (!expected.includes(response.status))
    return `${name}：服务器答 ${response.status}${response.status === 404 ? '，没有这个文件，或者不认这种文件' : ''}`;
  const body = new Uint8Array(await response.arrayBuffer());
  return hashOf(body) === hash ? undefined : `${name}：内容与清单不符（收到 ${body.length} 字节）`;
}

/** The index of a folder is asked for as readers do. */
function addressOf(url: string, name: string): string {
  const path = name === 'index.html' ? '' : name.replace(/\/index\.html$/u, '/');
  return url + path.split('/').map(encodeURIComponent).join('/');
}

/** What a server should say beside the files themselves. */
async function adviceFor(url: string, names: readonly string[], allow: readonly string[]): Promise<string[]> {
  const advice: string[] = [];
  const home = await look(url);
  for (const [header, value] of HEADERS) {
    const sent = home.headers.get(header);
    if (sent !== value) advice.push(`响应头 ${header} ${sent === null ? '没有' : `是“${sent}”`}，应当是“${value}”${REWRITE}`);
  }
  for (const origin of allow) {
    const sent = (await look(`${url}data/build.json`, { Origin: origin })).headers.get('access-control-allow-origin');
    if (sent !== origin && sent !== '*') advice.push(`site.yaml 的 allow 许 ${origin} 的页面来问，服务器没有答应${REWRITE}`);
  }
  for (const [ending, type] of Object.entries(MEDIA_TYPES)) {
    const name = names.find((file) => file.endsWith(`.${ending}`));
    if (name === undefined || ending === 'js' || ending === 'mjs') continue;
    const sent = (await look(addressOf(url, name))).headers.get('content-type') ?? '没有';
    if (!sent.startsWith(type) && !(ending === 'xml' && sent.startsWith('text/xml')))
      advice.push(`.${ending} 文件的类型是 ${sent}，应当是 ${type}`);
  }
  const script = names.find((file) => /^_astro\/.+\.js$/u.test(file));
  const scriptType = script === undefined ? '' : ((await look(addressOf(url, script))).headers.get('content-type') ?? '没有');
  if (script !== undefined && !/^(?:text|application)\/javascript/u.test(scriptType))
    advice.push(`脚本的类型是 ${scriptType}，浏览器不会运行，应当是 text/javascript`);
  const gone = await look(`${url}no-such-page-${names.length}/`);
  if (gone.status !== 404) advice.push(`没有的网址答 ${gone.status}，应当答 404，给出 404.html`);
  const bare = await look(`${url}practices`);
  if (![301, 302, 307, 308].includes(bare.status)) advice.push(`不带斜杠的网址（practices）答 ${bare.status}，应当转到带斜杠的`);
  return advice;
}

/** What is to be done where the server answers by an older configuration. */
const REWRITE = '。改过设置或者代码的，请重新写出服务器的配置（npm run hosting），放好、重新载入';

/** An answer whose body nobody needs: it is read all the same, since the connection would stay open with it, and the command with the connection. */
async function look(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await ask(address, headers);
  await response.arrayBuffer();
  return response;
}

async function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return await fetch(address, { redirect: 'manual', cache: 'no-store', headers });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new OperatorError(`连不上 ${address}：${tellUnreached(error) ?? cause}。请看网址写得对不对，服务器开着没有。`);
  }
}

async function verify(): Promise<void> {
  const { positionals } = readArguments({ allowPositionals: true });
  const [written = ''] = positionals;
  if (!/^https?:\/\//u.test(written)) throw new OperatorError('请写明网站的网址，连子路径，如 npm run verify -- http://10.0.0.8/kb/ 。');
  const url = written.endsWith('/') ? written : `${written}/`;
  const list = await ask(url + CHECKSUMS);
  const sums = readChecksums(list.ok ? await list.text() : '');
  if (sums.size === 0)
    throw new OperatorError(`${url}${CHECKSUMS} 没有拿到（服务器答 ${list.status}）。网址的子路径对不对？网站是不是用新版生成的？`);
  const own = join(process.cwd(), 'dist', CHECKSUMS);
  const isSame = existsSync(own) ? sameSums(readChecksums(readFileSync(own, 'utf8')), sums) : undefined;
  const { files, faults, advice } = await verifySite(url, sums);
  for (const fault of faults.slice(0, SHOWN)) console.log(`不符  ${fault}`);
  if (faults.length > SHOWN) console.log(`      另有 ${faults.length - SHOWN} 个文件不符`);
  for (const line of advice) console.log(`要改  ${line}`);
  if (isSame !== undefined) console.log(isSame ? '服务器上的与本机的 dist 是同一版。' : '提示：服务器上的与本机的 dist 不是同一版。');
  console.log(`核对了 ${files} 个文件：${faults.length} 个不符；服务器设置 ${advice.length} 处要改。`);
  if (faults.length + advice.length > 0) process.exitCode = 1;
}

function sameSums(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);
}

if (import.meta.main)
  await verify().catch((error: unknown) => {
    printFailure(error);
    process.exitCode = 1;
  });
