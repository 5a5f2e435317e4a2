/** The feed of changes and the map of pages. */
import { absoluteUrl, site } from '../site.ts';
import type { ExportedEntry } from './entries.ts';

const FEED_LENGTH = 50;

/** An Atom feed of the entries changed last, newest first. */
export function toFeed(entries: readonly ExportedEntry[]): string {
  const newest = [...entries].sort((a, b) => b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id)).slice(0, FEED_LENGTH);
  const items = newest.map(
    ({ id, title, summary, updated, url }) => `  <entry>
    <id>${absoluteUrl(`/id/${id}/`)}</id>
    <title>${escapeXml(title)}</title>
    <link href="${absoluteUrl(url)}"/>
    <updated>${atMidnight(updated)}</updated>
    <summary>${escapeXml(summary)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${absoluteUrl('/')}</id>
  <title>${escapeXml(site.name)}</title>
  <link href="${absoluteUrl('/')}"/>
  <link rel="self" href="${absoluteUrl('/feed.xml')}"/>
  <author><name>${escapeXml(site.name)}</name></author>
  <updated>${atMidnight(newest[0]?.updated ?? '1970-01-01')}</updated>
${items.join('\n')}
</feed>
`;
}

/** A sitemap of the given page paths below the base. */
export function toSitemap(paths: readonly string[]): string {
  const urls = paths.map((path) => `  <url><loc>${escapeXml(absoluteUrl(path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** Entries carry days, feeds want moments: the beginning of the day in Beijing. */
function atMidnight(day: string): string {
  return `${day}T00:00:00+08:00`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
