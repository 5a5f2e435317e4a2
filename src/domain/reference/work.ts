/** A work that can be cited, and its address. Light: the browser loads this. */
import { isEntryNumber } from '../../schema/number.ts';

/** `page`: what a publisher put on the web; `document`: a 公文; `report`: a survey or a report of an office. */
export type WorkKind = 'page' | 'document' | 'report';

/** A work as a reference names it (`formatReference`); what is not known is left out, as the standard wants it. */
export interface Work {
  /** Its number in the library: `S3`, `GK-0001`, `ZC-0006`, `RC-001`. */
  id: string;
  /** What readers are told instead: `2021年综述`, `红网，2024-05-06`, the title of a policy or of a page. */
  name: string;
  kind: WorkKind;
  authors: readonly string[];
  title: string;
  /** 其他题名信息: a number that belongs to the title. */
  subtitle?: string;
  publisher?: string;
  /** A day, a month or a year: `2018-05-20`, `2016-03`, `2018`. */
  date?: string;
  /** Where in a work without pages: `第26段`. */
  place?: string;
  /** A whole address, or a path of this site (`/id/RC-001/`) that `withRoot` completes. */
  url?: string;
}

/**
 * The same work with a path of the site as a whole address; `root` is the site's address, ending in a slash. Empty, it says that the site has no
 * address yet: then the work has none either.
 */
export function withRoot(work: Work, root: string): Work {
  return work.url?.startsWith('/') ? { ...work, url: root && root + work.url.slice(1) } : work;
}

/** A text with the permanent paths of entries in it, `/id/RC-001/`, as whole addresses; those of other sites stay as they are. */
export function withRootedPaths(text: string, root: string): string {
  return text.replace(/(^|[^\w/.~-])\/id\/([^/\s]+)\//gu, (whole, before: string, number: string) =>
    isEntryNumber(number) ? `${before}${root}id/${number}/` : whole,
  );
}

/** A part of an entry's page as a work of its own: `第26段` at `/sources/s3/#p26`. */
export function partOfPage(page: Work, path: string, part: { name: string; anchor: string }): Work {
  return { ...page, subtitle: `${page.id} ${part.name}`, url: `${path}#${part.anchor}` };
}
