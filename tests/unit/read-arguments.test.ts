import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const commands = Object.values(scripts).flatMap((script) => /(?<=guard\.cjs )src\/commands\/[a-z-]+\.ts/u.exec(script) ?? []);

describe('an option that a command does not have', () => {
  test.each(commands)('is looked for by %s', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toMatch(/\bread(?:Build)?Arguments\(/u);
  });

  test.each([
    ['publish.ts', ['--nosuch'], '不认识“--nosuch”。可以写的有：--to 值、--built、--local、--switch 值。\n'],
    ['publish.ts', ['--to'], '“--to”写得不对。可以写的有：--to 值、--built、--local、--switch 值。\n'],
    ['bundle.ts', ['elsewhere'], '“elsewhere”是多出来的，这个命令后面只写选项。可以写的有：--out 值、--local。\n'],
    ['build-review.ts', ['--nosuch'], '不认识“--nosuch”。可以写的有：--with-pagefind。\n'],
    ['report-links.ts', ['--nosuch'], '不认识“--nosuch”。这个命令没有选项。\n'],
  ])('ends %s %j with a sentence, and nothing is begun', (command, asked, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/commands', command), ...asked], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([2, '', said]);
  });
});
