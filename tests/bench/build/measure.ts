/**
 * Runs a command and measures it together with every process that it starts, on Linux.
 *
 * Wall time is from start to end of the command. Processor time is user and system time of all of them as the kernel adds them up for a shell that
 * waited for them (`times`); a process that nobody waited for is missing there, so that the sum of the samples is taken where it is larger.
 * Memory is the resident memory of all processes of the command's session (`/proc/<pid>/stat`), added up five times a second, of which the
 * largest sum counts: pages that processes share are counted in each, and a peak shorter than the pause may be missed.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** What a command, or a part of it, took. */
export interface Cost {
  /** Seconds. */
  wall: number;
  /** Seconds of processor time, of all processes. */
  cpu: number;
  /** Bytes of resident memory at the peak, of all processes. */
  memory: number;
}

export interface Measured extends Cost {
  /** Whether the command ended well. */
  isDone: boolean;
  /** The parts that the command's progress lines name: wall time as they tell it, the rest from samples between the lines. */
  phases: (Cost & { name: string })[];
  /** The last lines of what it wrote. */
  output: string;
}

/** Somebody stopped the measuring. */
export class StoppedError extends Error {}

/** The longest that a command may take, in seconds: beyond it nobody would wait. */
const LIMIT = 3600;
const PAUSE = 200;
const SHOWN_LINES = 12;
/** `  生成页面：12.3 秒`, as the project's commands tell how long a step took. */
const PROGRESS = /^ {2}(\S.*)：([\d.]+) 秒$/u;

/** Says why this machine cannot measure; `undefined` when it can. */
export function cannotMeasure(): string | undefined {
  return existsSync('/proc/self/stat') ? undefined : '处理器时间和内存从 /proc 读取，只能在 Linux 上量。';
}

/** Runs a command in a folder and measures it; `hear` gets each line that it writes. A command that fails or takes over an hour is measured too. */
export function measure(command: readonly string[], folder: string, hear: (line: string) => void): Promise<Measured> {
  const began = performance.now();
  // The shell says at the end, on a pipe of its own, what its children took.
  const child = spawn('/bin/sh', ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', ...command], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1', npm_config_update_notifier: 'false' },
  });
  const account = openAccount(child.pid ?? 0);
  const phases: Measured['phases'] = [];
  const lines: string[] = [];
  let last = account.take();
  const listen = (line: string) => {
    lines.push(line);
    hear(line);
    const [, name, wall] = PROGRESS.exec(line) ?? [];
    if (name === undefined) return;
    const now = account.take();
    phases.push({ name, wall: Number(wall), cpu: now.cpu - last.cpu, memory: account.peakSince(last.index) });
    last = now;
  };
  const times: string[] = [];
  const [, stdout, stderr, told] = child.stdio;
  for (const stream of [stdout, stderr]) if (stream instanceof Readable) createInterface(stream).on('line', listen);
  if (told instanceof Readable) createInterface(told).on('line', (line) => times.push(line));
  const pulse = setInterval(() => account.take(), PAUSE);
  const stopwatch = setTimeout(() => {
    lines.push(`超过 ${LIMIT / 60} 分钟，已中止。`);
    kill(child);
  }, LIMIT * 1000);

  return new Promise((resolve, reject) => {
    const stop = () => {
      kill(child);
      reject(new StoppedError('已中止。'));
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(pulse);
      clearTimeout(stopwatch);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
      resolve({
        isDone: code === 0,
        wall: (performance.now() - began) / 1000,
        cpu: Math.max(childrenTime(times), account.take().cpu),
        memory: account.peakSince(0),
        phases,
        output: lines.slice(-SHOWN_LINES).join('\n'),
      });
    });
  });
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

interface Account {
  /** Looks at the processes now: their processor time so far, also of those that have ended, and which look this was. */
  take(): { cpu: number; index: number };
  /** The largest sum of memory from one look on. */
  peakSince(index: number): number;
}

/** Keeps an account of all processes of a session. */
function openAccount(session: number): Account {
  const [ticks = 100, page = 4096] = ['CLK_TCK', 'PAGESIZE'].map((name) =>
    Number(spawnSync('getconf', [name], { encoding: 'utf8' }).stdout),
  );
  const spent = new Map<string, number>();
  const sums: number[] = [];
  return {
    take() {
      let sum = 0;
      for (const pid of readdirSync('/proc')) {
        const found = /^\d+$/u.test(pid) ? readProcess(pid) : undefined;
        if (found?.session !== session) continue;
        spent.set(pid, found.time / ticks);
        sum += found.pages * page;
      }
      sums.push(sum);
      return { cpu: [...spent.values()].reduce((total, one) => total + one, 0), index: sums.length };
    },
    peakSince: (index) => Math.max(0, ...sums.slice(index)),
  };
}

/** The session, processor time and memory of a process; `undefined` when it has ended meanwhile. */
function readProcess(pid: string): { session: number; time: number; pages: number } | undefined {
  try {
    // The name in brackets may hold anything; after it come, by proc(5), the third field and all others.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
      .map(Number);
    const [session = 0, user = 0, system = 0, pages = 0] = [3, 11, 12, 21].map((index) => fields[index] ?? 0);
    return { session, time: user + system, pages };
  } catch {
    return undefined;
  }
}

/** Seconds from the second line of `times`: user and system time of the children, as `1m2.34s 0m5.67s`. */
function childrenTime([, children = '']: readonly string[]): number {
  return [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
