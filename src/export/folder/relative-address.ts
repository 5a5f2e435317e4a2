/** Addresses of the site as addresses between files of one folder, for pages that are opened without a server. */

/** The files of a built site and the sub-path that its addresses begin with. */
export interface BuiltFiles {
  /** Paths below the site's folder, with `/` between their parts. */
  files: ReadonlySet<string>;
  /** The sub-path with slashes at both ends. */
  base: string;
}

/** The way from the folder of a file up to the folder of the site: `./` or `../../`. */
export function rootFrom(file: string): string {
  const depth = file.split('/').length - 1;
  return depth === 0 ? './' : '../'.repeat(depth);
}

/**
 * An address of the site as `file` must write it: `/practices/x/?hl=…#facts` in `search/index.html` is `../practices/x/index.html?hl=…#facts`.
 * Whatever does not lead to a file of the site stays as it is.
 */
export function relativeAddress(address: string, file: string, { files, base }: BuiltFiles): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(address) ?? [];
  if (!path.startsWith(base)) return address;
  const target = path.slice(base.length);
  const isPage = target === '' || target.endsWith('/');
  const found = isPage ? `${target}index.html` : target;
  return files.has(decode(found)) ? rootFrom(file).replace(/^\.\/$/u, '') + found + rest : address;
}

/** The path of a page below the base (`/practices/x/`) with the name of its file; anything else as it is. */
export function fileAddress(path: string, { files }: BuiltFiles): string {
  return path.endsWith('/') && files.has(`${path.slice(1)}index.html`) ? `${path}index.html` : path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
