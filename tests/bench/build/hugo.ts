/** A Hugo site with the same entries, to compare with: the least theme that lists, shows and searches them, and Pagefind over the built pages. */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { COLLECTIONS } from '../../../src/schema/number.ts';
import { installPackages } from '../../support/packages.ts';
import { writeFiles } from '../peers.ts';
import { entryFile, markdownFile } from '../plain-entry.ts';
import type { PlainEntry } from '../plain-entry.ts';

/** The version of Hugo on this machine; installs Debian's when there is none. */
export function requireHugo(say: (line: string) => void): string {
  if (spawnSync('hugo', ['version']).status !== 0) {
    say('本机没有 Hugo，用 apt-get 安装 Debian 的 hugo……');
    installPackages('Hugo', { apt: ['hugo'], dnf: ['hugo'], brew: ['hugo'] });
  }
  return /v[\d.]+/u.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout)?.[0] ?? '';
}

/** Writes the site into an empty folder; Hugo builds it into `public/`. */
export async function writeHugo(folder: string, entries: readonly PlainEntry[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const names = [...new Set(entries.map(({ collection }) => collection))];
  await writeFiles(
    folder,
    new Map([
      ['hugo.toml', CONFIGURATION],
      ['static/style.css', STYLE],
      ...Object.entries(LAYOUTS).map(([name, text]) => [`layouts/${name}.html`, text] as const),
      ['content/_index.md', markdownFile('担当作为知识库', '')],
      ...names.map((name) => [`content/${name}/_index.md`, markdownFile(COLLECTIONS[name].name, '')] as const),
      ...entries.map((entry) => [`content/${entry.url.slice(1, -1)}.md`, entryFile(entry)] as const),
    ]),
  );
}

const CONFIGURATION = `baseURL = 'http://localhost:4321/'
title = '担当作为知识库'
languageCode = 'zh-CN'
defaultContentLanguage = 'zh'
hasCJKLanguage = true
disableKinds = ['taxonomy', 'term', 'RSS']
`;

const STYLE = `body { max-width: 42em; margin: 0 auto; padding: 1em; font: 1rem/1.8 sans-serif; }
nav a { margin-inline-end: 1em; }
`;

const LAYOUTS: Readonly<Record<string, string>> = {
  '_default/baseof': `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<nav><a href="/">首页</a>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
`,
  '_default/single': `{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Description }}</p>{{ .Content }}</article>{{ end }}
`,
  '_default/list': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>
{{ end }}</ul>{{ end }}
`,
  index: `{{ define "main" }}<h1>{{ .Title }}</h1>
<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><div id="search"></div>
<script src="/pagefind/pagefind-ui.js"></script><script>new PagefindUI({ element: '#search' });</script>{{ end }}
`,
};
