import { settings } from '../../site.ts';

/** The text that lies beside the pages of the folder edition. */
export const FOLDER_README = [
  `${settings.name}（文件夹版）`,
  '',
  '怎样打开：双击 index.html。不需要安装，不需要联网，不需要服务器。',
  '整个文件夹要放在一起；复制到 U 盘、移动硬盘或共享文件夹都可以打开。',
  '',
  '哪些功能可用、哪些不可用：打开 about/browsers/index.html，看“文件夹版”一节。',
  '',
  '怎样核对文件是否完整：',
  '  Linux、macOS 终端：在本文件夹里运行 sha256sum -c SHA256SUMS.txt（macOS 用 shasum -a 256 -c SHA256SUMS.txt）。',
  '  Windows：certutil -hashfile 文件名 SHA256，与 SHA256SUMS.txt 里的一行比对。',
  '',
].join('\r\n');
