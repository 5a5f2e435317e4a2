/** What an operator has set, looked at before anything is made of it. */
import { settings } from '../site.ts';
import { OperatorError } from './operator-error.ts';

/** Throws an `OperatorError` when the address that has been set cannot be one. */
export function requireSettings(): void {
  const problem = addressProblem(settings.url);
  if (problem) throw new OperatorError(problem);
}

/** What is wrong with the address of a site and how to write it; nothing when it is sound or not set. */
export function addressProblem(address: string): string | undefined {
  if (address === '') return undefined;
  const written = `SITE_URL 写的是“${address}”`;
  const url = /^https?:\/\//u.test(address) ? URL.parse(address) : null;
  if (!url) return `${written}，不是网址。请写成以 http:// 或 https:// 开头的，如 http://10.0.0.8 或 https://kb.example.cn 。`;
  if (url.search || url.hash || url.username) return `${written}，多了“?”“#”或者“@”。请只写到主机，如 ${url.origin} 。`;
  if (url.pathname !== '/') return `${written}，带了路径。主机和路径要分开写：SITE_URL=${url.origin} SITE_BASE=${url.pathname}`;
  return undefined;
}

/** What an operator should know who has named no address: what is missing, and how to name one on each system. */
export const NO_ADDRESS = `提示：没有设置 SITE_URL（网站的网址）。网站照常能用，但是没有写 sitemap.xml，订阅、引用和 Word 文件里没有网址，只写编号。
      正式发布前请设好，再生成一次，例如网址是 http://10.0.0.8 ：
        Linux、macOS：   SITE_URL=http://10.0.0.8 npm run build
        Windows 命令行： set "SITE_URL=http://10.0.0.8" && npm run build
        PowerShell：     $env:SITE_URL = "http://10.0.0.8"; npm run build`;
