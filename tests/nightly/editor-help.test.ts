/** What an editor shows while an author types, asked of the language server that Astro's extension runs. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runNode } from '../support/run-tool.ts';

const PROJECT = join(import.meta.dirname, '../..');
const FILE = join(PROJECT, 'content/practices/zhejiang-clarification.mdx');
const uri = pathToFileURL(FILE).href;
const lines = readFileSync(FILE, 'utf8').split('\n');

let server: LanguageServer;

beforeAll(async () => {
  const { failed, output } = await runNode(['src/commands/write-schemas.ts']);
  if (failed > 0) throw new Error(output);
  server = startLanguageServer();
  await server.ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(PROJECT).href,
    workspaceFolders: [{ uri: pathToFileURL(PROJECT).href, name: 'project' }],
    capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, completion: { completionItem: {} } } },
    initializationOptions: { typescript: { tsdk: join(PROJECT, 'node_modules/typescript/lib') }, contentIntellisense: true },
  });
  server.tell('initialized', {});
  server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'mdx', version: 1, text: lines.join('\n') } });
});

afterAll(() => server.stop());

test('a field is explained in the words of the schema', async () => {
  const hover = await server.ask('textDocument/hover', { textDocument: { uri }, position: placeOf('status') });
  expect(JSON.stringify(hover)).toContain('草稿不进网站；退出的条目保留页面并指向替代条目。');
});

test('the values that a field may have are offered', async () => {
  const { line } = placeOf('status');
  const completion = await server.ask('textDocument/completion', {
    textDocument: { uri },
    position: { line, character: 'status: '.length },
  });
  for (const value of ['草稿', '发布', '退出']) expect(JSON.stringify(completion)).toContain(`"label":"${value}"`);
});

/** Inside the name of a field of the first level. */
function placeOf(field: string) {
  const line = lines.findIndex((text) => text.startsWith(`${field}:`));
  expect(line).toBeGreaterThan(0);
  return { line, character: 2 };
}

interface LanguageServer {
  ask(method: string, params: object): Promise<unknown>;
  tell(method: string, params: object): void;
  stop(): void;
}

/** Speaks the Language Server Protocol: JSON after a header that gives its length in bytes. */
function startLanguageServer(): LanguageServer {
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    [join(PROJECT, 'node_modules/@astrojs/language-server/bin/nodeServer.js'), '--stdio'],
    { cwd: PROJECT },
  );
  const waiting = new Map<number, (result: unknown) => void>();
  let received = Buffer.alloc(0);
  let count = 0;
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const take = ({ id, method, result }: { id?: number; method?: string; result?: unknown }) => {
    if (id === undefined) return;
    // The server asks for settings and for watchers of files; none are needed here.
    if (method) send({ id, result: method === 'workspace/configuration' ? [{}] : null });
    else waiting.get(id)?.(result);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const header = received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/u.exec(received.subarray(0, Math.max(header, 0)).toString())?.[1]);
      if (header < 0 || received.length < header + 4 + length) return;
      take(JSON.parse(received.subarray(header + 4, header + 4 + length).toString()));
      received = received.subarray(header + 4 + length);
    }
  });
  return {
    ask: (method, params) =>
      new Promise((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        send({ id: count, method, params });
      }),
    tell: (method, params) => send({ method, params }),
    stop: () => child.kill(),
  };
}
