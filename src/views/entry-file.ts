/** The file behind an entry's references and its Word file. */
import { entryFileOf } from '../domain/entry-file.ts';
import type { EntryFile } from '../domain/entry-paper.ts';
import type { Entry } from '../domain/records.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import { COLLECTIONS } from '../schema/number.ts';
import { settings } from '../site.ts';
import { workIndex } from '../domain/cited-works.ts';
import type { Site } from '../domain/site-index.ts';

/** An entry as `/data/entry/<number>.json` has it. */
export function entryFile(site: Site, entry: Entry): EntryFile {
  const works = workIndex(site, settings.name);
  return entryFileOf(entry, {
    ...works,
    collectionName: COLLECTIONS[entry.collection].name,
    regions: entry.data.regions.map((id) => site.regions.byId.get(id)?.name ?? id),
    get asOf() {
      return site.asOf;
    },
    policies: site.policies,
    body: bodyParts(entry.body, { figures: entry.data.figures, names: works }),
  });
}
