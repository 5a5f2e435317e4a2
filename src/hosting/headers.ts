/** What every server says of the files of the site beside their type: the headers of each answer, and what may be kept. */
import { CONTENT_SECURITY_POLICY } from '../site.ts';

/** The policy of every page as a header, which can also forbid that another site frames it; a meta tag cannot. */
export const POLICY_HEADER = `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;

/** Headers of every answer, whatever the way. */
export const HEADERS: readonly [name: string, value: string][] = [
  ['Content-Security-Policy', POLICY_HEADER],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** Only over https: browsers ignore it on plain HTTP and complain in the console of every page. */
export const OPENER_HEADER: readonly [name: string, value: string] = ['Cross-Origin-Opener-Policy', 'same-origin'];

/** Files whose names are made of their content, as a regular expression over the path below the base. */
export const NAMED_BY_CONTENT = '(?:_astro|pagefind/[0-9a-f]{12})/';

/** Folders that another unit's site may read, where it is allowed to: see `allow` in `site.yaml`. */
export const READ_BY_UNITS = ['data', 'pagefind', 'folder-index'] as const;

/** How long those are kept, and what holds for the rest: ask each time whether it has changed. */
export const KEPT = 'public, max-age=31536000, immutable';
export const ASKED = 'no-cache';

/** Beside what `MEDIA_TYPES` lists: endings of the search index, for servers that send no file whose ending they do not know. */
export const INDEX_ENDINGS = ['pagefind', 'pf_cards', 'pf_index', 'pf_meta', 'pf_text', 'pf_words'] as const;
