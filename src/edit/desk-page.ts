/** The page of the desk: HTML, script and styles, made when the desk is opened. Nothing of it goes into a build. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { LOWEST_TARGET } from '../domain/site/browser-contract.ts';

export const DESK_HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>编辑台</title>
<link rel="stylesheet" href="desk.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip-link" href="#desk">跳到内容</a>
<header class="desk-header"><a href="#/">编辑台</a><nav aria-label="编辑台"><a href="#/">条目</a><a href="#/import">导入</a><a href="#/sign-off">审核发布</a><a href="#/lists">词表</a></nav><span>只在这台电脑上，不向外发送任何内容</span></header>
<div class="notices" role="status"></div>
<main id="desk" tabindex="-1"><p>正在打开……</p></main>
<noscript><p>编辑台要用 JavaScript。</p></noscript>
<script src="desk.js"></script>
</body>
</html>
`;

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
