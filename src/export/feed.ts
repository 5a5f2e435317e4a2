/** The feed of changes and the map of pages. */
import { createHash } from 'node:crypto';
import type { Change } from '../domain/entry/changes.ts';
import { entryPath } from '../domain/entry/records.ts';
import { publicAddress, settings } from '../site.ts';

const FEED_LENGTH = 50;
/** Drawn once by chance: what is named below it cannot be the name of anything else. */
const NAMESPACE = '6f1d0c52-3b7e-4a58-9c1f-2f6f0a7b4d83';

/**
 * An Atom feed of the entries changed last, newest first: each once, under its permanent address, with its last change in words. While the site has
 * no address, links are paths, which readers of feeds complete by the feed's own address, and names are `urn:uuid:`.
 */
export function toFeed(changes: readonly Change[]): string {
  const last = new Map<string, Change>();
  for (const change of changes) if (!last.has(change.entry.data.id)) last.set(change.entry.data.id, change);
  const newest = [...last.values()].slice(0, FEED_LENGTH);
  const items = newest.map(
    ({ date, kind, entry, what }) => `  <entry>
    <id>${nameOf(`/id/${entry.data.id}/`)}</id>
    <title>${escapeXml(`${kind}：${entry.data.title}`)}</title>
    <link href="${publicAddress(entryPath(entry))}"/>
    <published>${atMidnight(entry.data.published)}</published>
    <updated>${atMidnight(date)}</updated>
    <summary>${escapeXml(what || entry.data.summary)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${nameOf('/')}</id>
  <title>${escapeXml(settings.name)}</title>
  <link href="${publicAddress('/changes/')}"/>
  <link rel="self" href="${publicAddress('/feed.xml')}"/>
  <author><name>${escapeXml(settings.name)}</name></author>
  <updated>${atMidnight(newest[0]?.date ?? '1970-01-01')}</updated>
${items.join('\n')}
</feed>
`;
}

/** A sitemap of pages by their whole addresses: the protocol knows no others. */
export function toSitemap(addresses: readonly string[]): string {
  const urls = addresses.map((address) => `  <url><loc>${escapeXml(address)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** A name that never changes and that nothing else has, as RFC 4287 wants it of an id: the address, or else a UUID made of the path (RFC 9562, version 5). */
function nameOf(path: string): string {
  if (settings.url !== '') return publicAddress(path);
  const space = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(space).update(`${settings.name} ${path}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const groups = /^(.{8})(.{4})(.{4})(.{4})(.{12})/u.exec(bytes.toString('hex'))?.slice(1) ?? [];
  return `urn:uuid:${groups.join('-')}`;
}

/** Entries carry days, feeds want moments: the beginning of the day in Beijing. */
function atMidnight(day: string): string {
  return `${day}T00:00:00+08:00`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
