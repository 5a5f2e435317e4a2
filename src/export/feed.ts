/** The feed of changes and the map of pages. */
import type { Change } from '../domain/changes.ts';
import { entryPath } from '../domain/records.ts';
import { absoluteUrl, settings } from '../site.ts';

const FEED_LENGTH = 50;

/** An Atom feed of the entries changed last, newest first: each once, under its permanent address, with its last change in words. */
export function toFeed(changes: readonly Change[]): string {
  const last = new Map<string, Change>();
  for (const change of changes) if (!last.has(change.entry.data.id)) last.set(change.entry.data.id, change);
  const newest = [...last.values()].slice(0, FEED_LENGTH);
  const items = newest.map(
    ({ date, kind, entry, what }) => `  <entry>
    <id>${absoluteUrl(`/id/${entry.data.id}/`)}</id>
    <title>${escapeXml(`${kind}：${entry.data.title}`)}</title>
    <link href="${absoluteUrl(entryPath(entry))}"/>
    <published>${atMidnight(entry.data.published)}</published>
    <updated>${atMidnight(date)}</updated>
    <summary>${escapeXml(what || entry.data.summary)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${absoluteUrl('/')}</id>
  <title>${escapeXml(settings.name)}</title>
  <link href="${absoluteUrl('/changes/')}"/>
  <link rel="self" href="${absoluteUrl('/feed.xml')}"/>
  <author><name>${escapeXml(settings.name)}</name></author>
  <updated>${atMidnight(newest[0]?.date ?? '1970-01-01')}</updated>
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
