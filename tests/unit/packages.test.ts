import { afterEach, describe, expect, test, vi } from 'vitest';
import { installCommand, mayInstall, NO_INSTALL } from '../support/packages.ts';

const nginx = { apt: ['nginx-light'], dnf: ['nginx'], brew: ['nginx'] };
const machine = (platform: NodeJS.Platform, managers: string[], isRoot = false) => ({
  platform,
  has: (command: string) => managers.includes(command),
  isRoot,
});

afterEach(() => vi.unstubAllEnvs());

describe('the command that installs a program', () => {
  test.each([
    ['Debian', machine('linux', ['apt-get']), 'sudo apt-get update && sudo apt-get install -y --no-install-recommends nginx-light'],
    ['Debian as root', machine('linux', ['apt-get'], true), 'apt-get update && apt-get install -y --no-install-recommends nginx-light'],
    ['Fedora', machine('linux', ['dnf']), 'sudo dnf install -y nginx'],
    ['macOS', machine('darwin', []), 'brew install nginx'],
    ['a Linux of its own kind', machine('linux', []), undefined],
    ['Windows', machine('win32', []), undefined],
  ])('on %s', (_, where, command) => {
    expect(installCommand(nginx, where)).toBe(command);
  });
});

test('nothing is installed without being asked but on Debian and its kin', () => {
  vi.stubEnv(NO_INSTALL, undefined);
  expect(mayInstall(machine('linux', ['apt-get']))).toBe(true);
  expect(mayInstall(machine('linux', ['dnf']))).toBe(false);
  expect(mayInstall(machine('darwin', []))).toBe(false);
});

test('nothing is installed anywhere with --no-install', () => {
  vi.stubEnv(NO_INSTALL, '1');
  expect(mayInstall(machine('linux', ['apt-get']))).toBe(false);
});
