/** The page of the desk: HTML, script and styles, made when the desk is opened. Nothing of it goes into a build. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { LOWEST_TARGET } from '../domain/site/browser-contract.ts';

const DESK_MAIN = `<main id="desk" tabindex="-1"><p>正在打开……</p></main>
<noscript><p>编辑台要用 JavaScript。</p></noscript>
<script src="desk.js"></script>`;

/** A page of the desk: the head that all of them have, and what is its own. */
export function deskHtml(title: string, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="desk.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip-link" href="#desk">跳到内容</a>
<header class="desk-header"><a href="./#/">编辑台</a><nav aria-label="编辑台"><a href="./#/">条目</a><a href="./#/import">导入</a><a href="./#/sign-off">审核发布</a><a href="./#/lists">词表</a><a href="handbook" target="_blank" rel="noopener">作者手册<span class="unseen">（新开一页）</span></a></nav><span>只在这台电脑上，不向外发送任何内容</span></header>
<div class="notices" role="status"></div>
${main}
</body>
</html>
`;
}

/** The page in which everything is written. */
export const DESK_HTML = deskHtml('编辑台', DESK_MAIN);

/** Script and styles of the desk, lowered for the browsers of the contract. */
export async function bundleDesk(): Promise<{ script: string; styles: string }> {
  const folder = join(import.meta.dirname, 'browser');
  const { outputFiles } = await build({
    entryPoints: { script: join(folder, 'main.ts'), styles: join(folder, 'desk.css') },
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    target: LOWEST_TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), styles: text('.css') };
}
