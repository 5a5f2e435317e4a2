/** A page that only leads to another, with or without scripts: of a permanent number, of an address that has changed. */
import { href, publicAddress, settings } from '../site.ts';

/** What such a page says. */
export interface LeadOn {
  title: string;
  /** What the reader came for, in front of the link. */
  about: string;
  label: string;
  /** Where it leads, below the site's base. */
  path: string;
}

/** The page as HTML. */
function leadOnPage({ title, about, label, path }: LeadOn): string {
  const to = escaped(href(path));
  const canonical = settings.url === '' ? '' : `<link rel="canonical" href="${escaped(publicAddress(path))}">`;
  return [
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="renderer" content="webkit">',
    `<title>${escaped(`${title}_${settings.shortName}`)}</title><meta name="robots" content="noindex">`,
    `<meta http-equiv="refresh" content="0; url=${to}">${canonical}`,
    `<link rel="icon" href="${escaped(href('/favicon.svg'))}" type="image/svg+xml"></head>`,
    `<body><p>${escaped(about)}<a href="${to}">${escaped(label)}</a></p><script src="${escaped(href('/keep-place.js'))}"></script></body></html>`,
  ].join('');
}

/** The page of a permanent number. */
export function numberPage({ id, title, path }: { id: string; title: string; path: string }): string {
  return leadOnPage({ title: `${id}：${title}`, about: `${id} 的页面：`, label: title, path });
}

/** The page of an address that has changed, in half a kilobyte: there are many. */
export function movedPage({ label, path }: { label: string; path: string }): string {
  return leadOnPage({ title: '换了网址', about: '这一页现在在：', label, path });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
