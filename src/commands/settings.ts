/** What an operator has set, looked at before anything is made of it. */
import { addressProblem, AS_FIELDS, AS_VARIABLES, baseProblem } from '../domain/site/site-address.ts';
import { settings } from '../site.ts';
import { readSiteFile, SITE_FILE } from '../store/site-file.ts';
import { OperatorError } from './operator-error.ts';

/** Throws an `OperatorError` when a variable of the environment holds an address or a path that cannot be one; `site.yaml` is the check's. */
export function requireVariables(): void {
  const problem = addressProblem(process.env['SITE_URL'] ?? '', AS_VARIABLES) ?? baseProblem(process.env['SITE_BASE'] ?? '/', AS_VARIABLES);
  if (problem !== undefined) throw new OperatorError(problem);
}

/** The same, and of `site.yaml` too, for commands that do not check the content before: one that cannot be used counts for nothing, which nobody would see. */
export function requireSettings(): void {
  requireVariables();
  const { data, isSound } = readSiteFile();
  const problem = addressProblem(data.address, AS_FIELDS) ?? baseProblem(data.base, AS_FIELDS);
  if (problem !== undefined || !isSound)
    throw new OperatorError(`${SITE_FILE} 有问题：${problem ?? '读不出网站的设置。'}\n请先运行 npm run check:content，照它说的改好。`);
}

/** Throws when the site has no address of its own and nobody has said that it is to stay on this machine. */
export function requireNamedAddress(isLocal: boolean): void {
  if (settings.url === '' && !isLocal)
    throw new OperatorError(
      '没有设置网址，发布出去以后，引用、订阅和 Word 文件里都没有网址。请在 content/site.yaml 写上 address，如 address: "http://10.0.0.8"；只在内部试看的，加 --local 。',
    );
}

/** What an operator should know who has named no address: what is missing, and where to write it. */
export const NO_ADDRESS = `提示：没有设置网址（content/site.yaml 的 address，或者环境变量 SITE_URL）。网站照常能用，但是没有写 sitemap.xml，订阅、引用和 Word 文件里没有网址，只写编号。
      正式发布前请在 content/site.yaml 里写上，再生成一次，例如：
        address: "http://10.0.0.8"
        base: /kb/`;
