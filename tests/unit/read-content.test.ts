import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { storeFile } from '../../src/store/read-content.ts';

const entry = (bytes: Uint8Array | string) =>
  storeFile({
    path: 'content/practices/a.mdx',
    place: 'practices/a.mdx',
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  });
const ENTRY = '---\nid: SJ-001\nfigures:\n  - value: 200\n    cite: S3-¶26#2\nthemes: [澄清保护, 容错纠错]\n---\n\n正文\n';

describe('positions', () => {
  test.each([
    [['id'], { line: 2, column: 1 }, { line: 2, column: 5 }],
    [['figures', 0, 'cite'], { line: 5, column: 5 }, { line: 5, column: 11 }],
    [['themes', 1], { line: 6, column: 16 }, { line: 6, column: 16 }],
    [['nothing'], undefined, undefined],
    [[], { line: 2, column: 1 }, { line: 2, column: 1 }],
  ])('of %j', (path, key, value) => {
    const { yaml } = entry(ENTRY);
    expect(yaml?.keyAt(path)).toEqual(key);
    expect(yaml?.valueAt(path)).toEqual(value);
  });

  test('the body keeps the line numbers of the file', () => {
    expect(entry(ENTRY).body.split('\n')[8]).toBe('正文');
  });
});

describe('text that is read all the same', () => {
  test.each([
    ['with a byte order mark', `\ufeff${ENTRY}`],
    ['with Windows line ends', ENTRY.replaceAll('\n', '\r\n')],
    ['with spaces after the dashes', ENTRY.replaceAll('---\n', '---  \n')],
  ])('%s', (_, text) => {
    const file = entry(text);
    expect(file.problems).toEqual([]);
    expect(file.yaml?.data).toMatchObject({ id: 'SJ-001' });
    expect(file.yaml?.valueAt(['figures', 0, 'cite'])).toEqual({ line: 5, column: 11 });
  });
});

describe('what cannot be read is said, not thrown', () => {
  const problem = (bytes: Uint8Array | string) =>
    entry(bytes).problems.map(({ kind, at, message }) => `${at ? `${at.line}:${at.column}` : '?'} ${kind} ${message}`);

  test.each([
    [
      'GBK bytes',
      Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xb5, 0xa3, 0xb5, 0xb1),
      '2:1 unreadable-file 从这一行起文字的编码不是 UTF-8，像是 GBK。请在编辑器里“另存为”，编码选 UTF-8。',
    ],
    [
      'bytes of no encoding',
      Uint8Array.of(0x2d, 0xff, 0xff),
      '1:1 unreadable-file 从这一行起不是 UTF-8 编码的文字。请在编辑器里“另存为”，编码选 UTF-8。',
    ],
    [
      'UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x2d, 0x00),
      '1:1 unreadable-file 文件的编码是 UTF-16，不是 UTF-8。请在编辑器里“另存为”，编码选 UTF-8。',
    ],
    [
      'a NUL byte',
      '---\nid: \u0000',
      '2:1 unreadable-file 这一行有空字符（NUL），文件可能已经损坏，或者不是文本文件。请从上一个好的版本恢复。',
    ],
    [
      'no field section',
      '正文',
      '1:1 bad-frontmatter 文件第一行不是“---”，找不到字段区。条目要以一行“---”开头，写完字段再写一行“---”，然后才是正文。',
    ],
    [
      'an unclosed field section',
      '---\nid: SJ-001\n',
      '1:1 bad-frontmatter 字段区没有结束：后面缺一行单独的“---”。请在最后一个字段之后补上。',
    ],
    ['an empty field section', '---\n---\n', '1:1 bad-frontmatter 字段区是空的。请照同类条目写出各字段。'],
    ['a list in place of fields', '---\n- a\n---\n', '1:1 bad-frontmatter 字段区里没有字段。每个字段要写成“字段名: 内容”。'],
    [
      'a repeated field',
      '---\nid: a\nid: b\n---\n',
      '3:1 bad-yaml “id: b”这一行读不懂：同一个字段写了两次。请合并成一处，删去多余的一处。',
    ],
    [
      'a second colon',
      '---\ntitle: 浙江: 澄清\n---\n',
      '2:8 bad-yaml “title: 浙江: 澄清”这一行读不懂：文字里又出现了“冒号加空格”，会被当作另一个字段。请把冒号后面的整段文字放进引号里。',
    ],
    [
      'a full-width colon',
      '---\nid: a\ntitle：浙江\n---\n',
      '3:1 bad-yaml “title：浙江”这一行读不懂：字段名后面的冒号写成了全角“：”。请改成半角冒号加一个空格，如“title: ”。',
    ],
    [
      'an open quotation mark',
      '---\ntitle: "浙江\n---\n',
      '2:8 bad-yaml “title: "浙江”这一行读不懂：引号或括号没有成对。请补上缺的一半；文字里要用引号时，用中文引号“ ”。',
    ],
    [
      'a quotation mark left open in brackets, told at its own line',
      '---\nchanges:\n  - { date: "2026-11-28, what: 改了摘要 }\nupdated: "2026-11-28"\nwhy: 短\n---\n',
      '3:13 bad-yaml “- { date: "2026-11-28, what: 改了摘要 }”这一行读不懂：引号或括号没有成对。请补上缺的一半；文字里要用引号时，用中文引号“ ”。',
    ],
    ['a tab', '---\nchecked:\n\tdate: a\n---\n', '3:1 bad-yaml “date: a”这一行读不懂：缩进用了制表符（Tab）。请改用空格，每级两个。'],
    ['an anchor', '---\na: &x b\n---\n', "2:7 bad-yaml 以“&”开头的文字要加引号，写成 '&x'；不加引号会被当作 YAML 的锚点记号。"],
    ['a merge key', '---\na:\n  <<: b\n---\n', '3:3 bad-yaml 不支持 YAML 的合并写法“<<”。请把各字段直接写出来。'],
    [
      'a mask without quotation marks',
      '---\nactor: **市\n---\n',
      "2:8 bad-yaml 以“*”开头的文字要加引号，写成 '**市'；不加引号会被当作 YAML 的引用记号。",
    ],
  ])('%s', (_, bytes, told) => {
    expect(problem(bytes)).toEqual([told]);
  });
});

describe('a file that is too large', () => {
  /** A register as long as that of a library with so many entries. */
  const register = (entries: number) =>
    `entries:\n${'  - { id: RC-10000, at: /tolerance/a-case-with-a-name-of-usual-length/ }\n'.repeat(entries)}`;
  const kinds = (place: string, text: string) =>
    storeFile({ path: place, place, bytes: new TextEncoder().encode(text) }).problems.map(({ kind }) => kind);

  test('is refused: an entry from 256 KB, a list from 4 MB', () => {
    expect(kinds('practices/long.mdx', `---\nid: SJ-001\n---\n${'短句。\n\n'.repeat(30_000)}`)).toEqual(['too-large']);
    expect(kinds('ledger.yaml', register(70_000))).toEqual(['too-large']);
  });

  test('is not the register of twenty thousand entries', () => {
    expect(kinds('ledger.yaml', register(20_000))).toEqual([]);
  });
});

describe('fields that lie too deep', () => {
  const read = (fields: string) => entry(`---\nid: SJ-001\n${fields}\n---\n`).problems.map(({ kind, at }) => `${kind} ${at?.line ?? 0}`);
  const many = Array.from({ length: 100 }, (_, index) => `a${index}: [[1, "[[[ ]", '{{{'], { b: [2] }] # [[[[`).join('\n');

  test('are refused at the line that goes too far, wherever the brackets stand', () => {
    expect(read(`x: ${'['.repeat(61)}${']'.repeat(61)}`)).toEqual(['too-large 3']);
    expect(read(`${many}\nx:\n  - [${'[\n    '.repeat(20)}${']'.repeat(20)}]`)).toEqual(['too-large 115']);
  });

  test('are not those with many brackets side by side, in texts and in remarks', () => {
    expect(read(many)).toEqual([]);
  });

  test('are the same in a thread with a small stack', async () => {
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads');
       import(${JSON.stringify(new URL('../../src/store/yaml-document.ts', import.meta.url).href)}).then(({ readYaml }) => {
         const texts = ['[', '{ a: ', '["]",'].flatMap((open) => [60, 61, 700].map((count) => 'x: ' + open.repeat(count)));
         parentPort.postMessage(texts.map((text) => readYaml(text).problems.map(({ kind }) => kind).join()));
       });`,
      { eval: true, resourceLimits: { stackSizeMb: 0.5 } },
    );
    const [found] = (await once(worker, 'message')) as [string[]];
    await worker.terminate();
    expect(found).toEqual(Array.from({ length: 3 }, () => ['bad-yaml', 'too-large', 'too-large']).flat());
  });
});

// 4,096 open files are all that a service of CentOS 7 or an older Kylin may have, and 20,000 entries were opened at once.
test('a library of many more files than a program may have open is read whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'many-'));
  mkdirSync(join(folder, 'practices'));
  for (let number = 1; number <= 300; number++) writeFileSync(join(folder, 'practices', `a-${number}.mdx`), ENTRY);
  const read = `import { readContent } from './src/store/read-content.ts'; console.log((await readContent(${JSON.stringify(folder)})).length);`;
  const script = 'ulimit -n 64 && exec "$NODE" --input-type=module --eval "$READ"';
  const env = { ...process.env, NODE: process.execPath, READ: read };
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).trim()).toBe('300');
  rmSync(folder, { recursive: true });
});
