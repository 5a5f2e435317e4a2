/** What the system or another site refuses is told in words; a fault of the program is not taken for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { OperatorError, printFailure, tellRefused, tellUnreached } from '../../src/commands/operator-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'refused-'));
afterAll(() => rmSync(folder, { recursive: true }));

const caught = (doing: Promise<unknown>) =>
  doing.then(
    () => undefined,
    (error: unknown) => error,
  );

const printed = (error: unknown) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  printFailure(error);
  const [[text] = []] = said.mock.calls;
  said.mockRestore();
  return text as unknown;
};

test('what the system refuses is printed with its place and the remedy', async () => {
  writeFileSync(join(folder, 'file'), '');
  const error = await caught(readFile(join(folder, 'file/in')));
  expect(tellRefused(error)).toBe('路径里有一段不是文件夹。');
  expect(printed(error)).toBe(`${join(folder, 'file/in')} 读写不了：路径里有一段不是文件夹。`);
});

test('where nobody listens is told by the cause of the failure', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  expect(tellUnreached(await caught(fetch(`http://127.0.0.1:${port}/`)))).toContain('没有网站在听');
});

test('a fault of the program is printed whole, a missing file among them', async () => {
  const missing = await caught(readFile(join(folder, 'none')));
  expect(printed(missing)).toBe(missing);
  const fault = new TypeError('undefined is not a function');
  expect([tellRefused(fault), tellUnreached(fault), printed(fault)]).toEqual([undefined, undefined, fault]);
  expect(printed(new OperatorError('请写明网址。'))).toBe('请写明网址。');
});
