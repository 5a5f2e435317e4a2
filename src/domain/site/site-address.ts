/** Where a site stands, as operators write it: the host, and the path below it. What cannot be is told with the way to write it. */

/** How the two are called where they were written, and how a value is given there. */
export interface AddressNames {
  address: string;
  base: string;
  /** What stands between name and value. */
  assign: string;
}

export const AS_VARIABLES: AddressNames = { address: 'SITE_URL', base: 'SITE_BASE', assign: '=' };
export const AS_FIELDS: AddressNames = { address: 'address', base: 'base', assign: ': ' };

/** What is wrong with the address of a site and how to write it; nothing when it is sound or empty. */
export function addressProblem(address: string, names: AddressNames = AS_VARIABLES): string | undefined {
  if (address === '') return undefined;
  const written = `${names.address} 写的是“${address}”`;
  const url = /^https?:\/\//u.test(address) ? parsed(address) : undefined;
  if (!url) return `${written}，不是网址。请写成以 http:// 或 https:// 开头的，如 http://10.0.0.8 或 https://kb.example.cn 。`;
  if (url.search || url.hash || url.username) return `${written}，多了“?”“#”或者“@”。请只写到主机，如 ${url.origin} 。`;
  if (url.pathname !== '/') return `${written}，带了路径。主机和路径要分开写：${both(url, names)}`;
  return undefined;
}

/** What is wrong with the path below which a site is served and how to write it; nothing when it is sound. */
export function baseProblem(base: string, names: AddressNames = AS_VARIABLES): string | undefined {
  const written = `${names.base} 写的是“${base}”`;
  const url = /^https?:\/\//u.test(base) ? parsed(base) : undefined;
  if (url) return `${written}，是网址，不是路径。主机和路径要分开写：${both(url, names)}`;
  if (/^\/?\d{1,3}(?:\.\d{1,3}){3}(?:[:/]|$)|^\/?localhost(?:[:/]|$)/u.test(base))
    return `${written}，是主机，不是路径。主机写进 ${names.address}，如 ${names.address}${names.assign}http://${bareHost(base)} ；没有子路径就写 ${names.base}${names.assign}/`;
  if (/^\/?[A-Za-z]:[\\/]|^\/[a-z]\/Program|\/Git\//u.test(base))
    return `${written}，像是 Git Bash 把开头的斜杠换成了它的安装文件夹。请不写开头的斜杠：${names.base}${names.assign}${lastPart(base)}`;
  const sign = /[^\p{L}\p{N}\-._~ /]/u.exec(base)?.[0];
  if (sign === '%') return `${written}，里面有“%”。汉字和空格请照原样写，生成时会编成网址里的写法。`;
  if (sign !== undefined)
    return `${written}，里面有“${sign}”，放进网址里会出错。只用字母、数字、汉字、空格和 - . _ ~ ，用 / 分开，如 /kb/ 。`;
  if (base.split('/').some((part) => /^\s|\s$|^\.+$/u.test(part)))
    return `${written}，有一段只有点，或者以空格开头、结尾。请写成 /kb/ 这样。`;
  return undefined;
}

/** The base with slashes at both ends, as it stands in addresses: `知识库` is `/%E7%9F%A5%E8%AF%86%E5%BA%93/`. */
export function encodedBase(base: string): string {
  return encodeURI(
    `/${base}/`
      .replace(/\/{2,}/gu, '/')
      .replace(/\p{Cs}/gu, '')
      .normalize('NFC'),
  );
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

function both({ origin, pathname }: URL, { address, base, assign }: AddressNames): string {
  const path = decodeURI(pathname);
  return assign === '=' ? `${address}=${origin} ${base}=${path}` : `${address}: "${origin}"，${base}: ${path}`;
}

function bareHost(base: string): string {
  return base.replace(/^\//u, '').replace(/\/.*$/u, '');
}

function lastPart(base: string): string {
  const parts = base.split(/[\\/]/u).filter((part) => part !== '');
  const git = parts.lastIndexOf('Git');
  return (git >= 0 ? parts.slice(git + 1) : parts.slice(-1)).join('/') || 'kb';
}
