/** References as pages show them: in the edition of 2025, for readers without scripts too. */
import { dayRead, formatReference } from '../domain/reference/reference.ts';
import { entryPath } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import { findWork, pageWork, workIndex } from '../domain/reference/cited-works.ts';
import { withRoot } from '../domain/reference/work.ts';
import { ownAnchor } from '../domain/entry/own-documents.ts';
import { ownPlace } from '../schema/number.ts';
import type { Site } from '../domain/site/site-index.ts';
import { href, settings, siteRoot } from '../site.ts';
import { publicSourceAddress } from './public-sources.ts';

/** The reference to an entry's own page; the day of access is left to the reader. */
export function ownReference(entry: Entry): string {
  return formatReference(withRoot(pageWork(entry, settings.name), siteRoot()), '2025');
}

/** A reading list as references; a reading is an entry or a public source, by its number, read when the list was checked or it changed since. */
export function readingReferences(site: Site, ids: readonly string[], checked: string): { text: string; href: string | undefined }[] {
  const index = workIndex(site, settings.name);
  return ids.map((id) => {
    const work = findWork(id, index);
    const entry = site.graph.byId.get(id);
    const listed = ownPlace(id) ? href(`/about/own-documents/#${ownAnchor(id)}`) : publicSourceAddress(site, id);
    const own = entry ? href(entryPath(entry)) : listed;
    return { text: work ? formatReference(withRoot(work, siteRoot()), '2025', dayRead(work, checked)) : id, href: work && own };
  });
}
