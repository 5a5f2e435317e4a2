/** An entry's own text on its page, in a small site: each form that authors may write is drawn as what it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';

const BODY = `
公开澄清，来源写作<Quote at="S3-¶26#2">短语</Quote>，另见<Term id="SY-001" />。

<EditorNote>一行的编者按。</EditorNote>

<EditorNote>
1. 甲

   | 环节 | 时限 |
   |---|---:|
   | 受理 | 未载 |
   | ${'a'.repeat(60)} | 1 |

   - 子项
     - 孙项
2. 见[那一部分](ZC-0001#part-4)。
</EditorNote>
`;

let body: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const copy = await copyProject(SMALL_CONTENT);
  remove = copy.remove;
  const entry = join(copy.root, 'content/practices/second.mdx');
  writeFileSync(entry, readFileSync(entry, 'utf8') + BODY);
  const { failed, output } = await runNode(['src/commands/build.ts'], { SITE_BASE: '/kb/' }, copy.root);
  if (failed > 0) throw new Error(output);
  const page = readFileSync(join(copy.root, 'dist/practices/second/index.html'), 'utf8');
  body = /<div class="prose">(.*?)<\/div><section/su.exec(page)?.[1] ?? '';
});

afterAll(() => remove());

test('a quotation within a sentence stays in its paragraph', () => {
  expect(body).toMatch(/<p>公开澄清，来源写作“短语”<sup[^>]*>(?:(?!<\/?p>|blockquote).)*<\/sup>，另见<a[^>]*>[^<]*<\/a>。<\/p>/u);
});

test('a term without words of its own is called after its entry', () => {
  expect(body).toMatch(/<a class="term" [^>]*>澄清正名<\/a>/u);
});

test('a note in one line is a note with a paragraph', () => {
  expect(body).toMatch(/<aside class="note note-editor"[^>]*><p class="note-label">编者按<\/p><p>一行的编者按。<\/p><\/aside>/u);
});

test('tables and lists in lists are drawn in their point', () => {
  expect(body).toMatch(
    /<ol><li><p>甲<\/p><div class="table-scroll".*?<td data-align="right">未载<\/td>.*?<\/div><ul><li>子项<ul><li>孙项<\/li><\/ul>/u,
  );
});

test('a long run of letters may break, or its column would be wider than the paper', () => {
  expect(body).toContain(`<td>${Array(5).fill('a'.repeat(12)).join('<wbr>')}</td>`);
});

test('a link to an article leads there', () => {
  expect(body).toMatch(/<a href="\/kb\/policies\/opinion\/#part-4"[^>]*>那一部分<\/a>/u);
});
