/** Runs the project's tools with the Node that runs this, and tells whether they were content. */
import '../../src/commands/send-nothing.ts';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stage came to: how many tests passed and failed, and what there is to read when one failed. */
export interface Outcome {
  passed: number;
  failed: number;
  output: string;
  /** When it passed with the very same input, if it was not run again. */
  provedAt?: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Runs a package's command of the same name; a tool counts as one test. */
export function runTool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return runNode([commandOf(name), ...args], env);
}

/** Runs a script with this Node, from the project's folder unless told another; counts as one test. */
export async function runNode(args: readonly string[], env: Record<string, string> = {}, folder = ROOT): Promise<Outcome> {
  const { code, output } = await run(args, env, folder);
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

function run(args: readonly string[], env: Record<string, string>, cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env } });
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output: output.join('') });
    });
  });
}

/** The file behind a package's command: `npx` and shells differ between systems, this does not. */
export function commandOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[name];
  if (!file) throw new Error(`${name} has no command of its own name`);
  return join(folder, file);
}
