/** The Nu Html Checker of the W3C over every HTML file of a folder. */
import { spawn } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JUDGES } from './install.ts';

/** What the checker says of one page. */
export interface Remark {
  /** Address below the base, such as `/practices/`. */
  path: string;
  /** `error`, or `info` for what it only warns of. */
  type: string;
  message: string;
}

interface Report {
  messages: { url: string; type: string; message: string; lastLine?: number; lastColumn?: number }[];
}

/** A file has no site of its own, so the checker takes every file as against `'self'`; a browser behind a server tests the policy instead. */
const AGAINST_SELF = '.*violates Content Security Policy.*';

/** Every error and warning about the HTML files in `folder`. Throws when the checker could not run. */
export async function checkHtml(folder: string): Promise<Remark[]> {
  const jar = join(JUDGES, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const args = ['-Xss8m', '-jar', jar, '--skip-non-html', '--format', 'json', '--filterpattern', AGAINST_SELF, folder];
  const output = await stderrOf('java', args);
  const { messages } = JSON.parse(output) as Report;
  return messages.map(({ url, type, message, lastLine = 0, lastColumn = 0 }) => ({
    path: `/${relative(folder, fileURLToPath(url)).split(sep).join('/')}`.replace(/\/index\.html$/u, '/'),
    type,
    message: `${lastLine}:${lastColumn} ${message}`,
  }));
}

/** The checker writes its report to standard error, and exits with 1 when it found anything. */
function stderrOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const chunks: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', reject);
    child.on('close', () => {
      resolve(chunks.join(''));
    });
  });
}
