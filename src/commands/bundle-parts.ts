/** What goes into a bundle: of the project, of its packages, and the words for whoever unpacks it. */

/** Files and folders of the project that building, checking and serving want; what is not there is left out. */
export const PROJECT_PARTS = [
  ...['src', 'public', '.vscode', 'tests/evidence.json'],
  ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', '.npmrc'],
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE'],
] as const;

/** What npm writes down of the packages that it has installed. */
export interface InstalledPackages {
  packages: Record<string, { dev?: boolean; link?: boolean }>;
}

/** Node itself as packages, one for each system. */
const BINARIES = /^node_modules\/node-(?:linux|win|darwin)-/u;

/** The folders of the packages that are not for tests alone; the Node that comes as a package goes in by itself. */
export function productionPackages({ packages }: InstalledPackages): string[] {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link && !BINARIES.test(path))
    .map(([path]) => path)
    .sort();
}

/** Starts a command of the bundle on Linux and macOS. */
export const SHELL_LAUNCHER = `#!/bin/sh
cd -- "$(dirname -- "$0")" && exec ./runtime/node src/commands/run-script.cjs "$@"
`;

/** The same on Windows. */
export const WINDOWS_LAUNCHER = `@echo off\r
chcp 65001 >nul\r
cd /d "%~dp0"\r
"runtime\\node.exe" src\\commands\\run-script.cjs %*\r
`;

/** One page for whoever unpacks the bundle on a machine without a network. */
export function bundleInstruction(name: string, platform: string, made: string): string {
  const isWindows = platform.startsWith('win');
  const kb = isWindows ? 'kb' : './kb';
  return [
    `${name}：离线包`,
    made,
    `适用的系统：${platform}。别的系统请在那种系统上另打一个包。`,
    '',
    '里面有：网站的代码、内容、生成要用的全部包、Node。不用联网，不用安装，不用管理员，不写主目录。',
    '',
    '一、解开，核对',
    isWindows ? `  tar -xzf 包的文件名，再进到解开的文件夹` : `  tar -xzf 包的文件名 && cd 解开的文件夹`,
    isWindows
      ? '  certutil -hashfile 文件名 SHA256，与 SHA256SUMS.txt 里的一行比对'
      : '  sha256sum --quiet -c SHA256SUMS.txt （没有输出就是完整）',
    '  路径里可以有汉字和空格，不能有 # 和 ?。',
    '',
    '二、写明网址（content/site.yaml）',
    '  address: "http://10.0.0.8"   只到主机',
    '  base: /kb/                   放在子路径下才写',
    '',
    '三、检查、生成、看一看',
    `  ${kb} check:content`,
    `  ${kb} build`,
    `  ${kb} serve                  只给自己看；给别的电脑看先设 HOST=0.0.0.0`,
    '',
    '四、登记新的编号和网址，发布、退回、核对',
    `  ${kb} register`,
    `  ${kb} publish --to ${isWindows ? 'D:\\kb' : '/srv/kb'}`,
    `  ${kb} rollback --to ${isWindows ? 'D:\\kb' : '/srv/kb'}`,
    `  ${kb} verify http://10.0.0.8/kb/`,
    `  ${kb} hosting nginx          写出服务器的配置；apache、caddy、iis 同样`,
    '',
    '五、更新',
    '  代码：解开新的包，把旧文件夹里的 content 换过去（或者设 CONTENT_DIR 指着它），再做第三、四步。',
    `  共同库：${kb} upgrade:library 包的文件名 先看改动，再加 --yes 换上。`,
    '',
    `别处写 npm run X -- … 的，这里都写 ${kb} X …。手册在网站的 /about/operators/。`,
    '',
  ].join('\r\n');
}
