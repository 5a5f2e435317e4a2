/**
 * Drives browsers that Playwright does not know, by the smallest set of commands that a contract needs: open an address, ask the page, take
 * its picture, and note what it complains of. Chromium is spoken to in its DevTools protocol, Firefox in WebDriver BiDi.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './json-rpc.ts';
import type { Connection } from './json-rpc.ts';

/** A running browser with one window. */
export interface RemoteBrowser {
  /** As the browser itself says: `78.0.3882.0`. */
  version: string;
  /** Goes to an address and waits until it is loaded. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. */
  ask<T>(expression: string): Promise<T>;
  /** The window as PNG. */
  picture(): Promise<Buffer>;
  /** Errors of scripts and of the console since the last call. */
  takeComplaints(): string[];
  close(): Promise<void>;
}

/** How to start a browser. */
export interface BrowserCommand {
  path: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

const WINDOW = { width: 1280, height: 900 };
const START = 60_000;

/** Starts a Chromium of any age. */
export async function startChromium({ path, args = [], env = {} }: BrowserCommand): Promise<RemoteBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const size = `--window-size=${WINDOW.width},${WINDOW.height}`;
  const common = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`, size];
  const child = spawn(path, [...common, ...args, 'about:blank'], { env: { ...process.env, HOME: profile, ...env } });
  const address = await announced(child, /DevTools listening on ws:\/\/([^/]+)\//u);
  const pages = await patiently(() => askBrowser<Target[]>(`http://${address}/json`));
  const version = await patiently(() => askBrowser<{ Browser: string }>(`http://${address}/json/version`));
  const page = pages.find(({ type }) => type === 'page');
  const connection = await connect(page?.webSocketDebuggerUrl ?? '');
  const complaints: string[] = [];
  let loaded = () => {};
  connection.on((method, params) => {
    if (method === 'Page.loadEventFired') loaded();
    complaints.push(...complaintOf(method, params));
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await connection.send(`${domain}.enable`);
  return {
    version: version.Browser.replace(/^.*\//u, ''),
    async open(to) {
      const loading = new Promise<void>((resolve) => (loaded = resolve));
      await connection.send('Page.navigate', { url: to });
      await within(loading, `${to} did not load`);
    },
    async ask(expression) {
      const { result, exceptionDetails } = (await connection.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as unknown as { result: { value: never }; exceptionDetails?: { exception?: { description?: string } } };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'the expression failed');
      return result.value;
    },
    async picture() {
      const { data } = (await connection.send('Page.captureScreenshot')) as unknown as { data: string };
      return Buffer.from(data, 'base64');
    },
    takeComplaints: () => complaints.splice(0),
    close: () => stop(child, connection, profile),
  };
}

/** Starts a Firefox. */
export async function startFirefox({ path }: BrowserCommand): Promise<RemoteBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const size = [`--width=${WINDOW.width}`, `--height=${WINDOW.height}`];
  const child = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', ...size, 'about:blank'], {
    env: { ...process.env, HOME: profile, MOZ_HEADLESS: '1' },
  });
  const address = await announced(child, /WebDriver BiDi listening on (ws:\/\/\S+)/u);
  const connection = await connect(`${address}/session`);
  const { capabilities } = (await connection.send('session.new', { capabilities: {} })) as unknown as {
    capabilities: { browserVersion: string };
  };
  const { contexts } = (await connection.send('browsingContext.getTree')) as unknown as { contexts: { context: string }[] };
  const context = contexts[0]?.context ?? '';
  const complaints: string[] = [];
  connection.on((method, params) => {
    const { level, text } = params as unknown as { level: string; text: string | null };
    if (method === 'log.entryAdded' && level === 'error') complaints.push(text ?? 'an error without words');
  });
  await connection.send('session.subscribe', { events: ['log.entryAdded'] });
  return {
    version: capabilities.browserVersion,
    async open(to) {
      await connection.send('browsingContext.navigate', { context, url: to, wait: 'complete' });
    },
    async ask(expression) {
      const { type, result, exceptionDetails } = (await connection.send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
        target: { context },
        awaitPromise: true,
      })) as unknown as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
      if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'the expression failed');
      return result?.value === undefined ? (undefined as never) : (JSON.parse(result.value) as never);
    },
    async picture() {
      const { data } = (await connection.send('browsingContext.captureScreenshot', { context })) as unknown as { data: string };
      return Buffer.from(data, 'base64');
    },
    takeComplaints: () => complaints.splice(0),
    close: () => stop(child, connection, profile),
  };
}

interface Target {
  type: string;
  webSocketDebuggerUrl: string;
}

function complaintOf(method: string, params: Record<string, never>): string[] {
  const { exceptionDetails, entry, type, args } = params as unknown as {
    exceptionDetails?: { text: string; exception?: { description?: string } };
    entry?: { level: string; text: string; url?: string };
    type?: string;
    args?: { value?: unknown; description?: string }[];
  };
  if (method === 'Runtime.exceptionThrown') return [exceptionDetails?.exception?.description ?? exceptionDetails?.text ?? 'an exception'];
  if (method === 'Log.entryAdded' && entry?.level === 'error') return [`${entry.text} ${entry.url ?? ''}`.trim()];
  if (method !== 'Runtime.consoleAPICalled' || type !== 'error') return [];
  return [(args ?? []).map(({ value, description }) => description ?? String(value)).join(' ')];
}

/** What the browser says on its first lines, up to the part in brackets. */
function announced(child: ChildProcess, pattern: RegExp): Promise<string> {
  let said = '';
  const found = new Promise<string>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = pattern.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`the browser ended with ${code ?? 'a signal'}: ${said.slice(-500)}`));
    });
  });
  return within(found, 'the browser did not start', START);
}

/** A browser that has just started may leave a first question unanswered for good. */
async function askBrowser<T>(address: string): Promise<T> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(3_000) });
  return (await answer.json()) as T;
}

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let rest = 50; ; rest--) {
    try {
      return await attempt();
    } catch (error) {
      if (rest === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function within<T>(promise: Promise<T>, complaint: string, limit = START): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`${complaint} in ${limit / 1000} s`)), limit)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function stop(child: ChildProcess, connection: Connection, profile: string): Promise<void> {
  connection.close();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await gone;
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
