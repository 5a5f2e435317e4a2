/** The file behind an entry's references and its Word file. */
import { entryFileOf } from '../domain/entry-file.ts';
import type { EntryFile } from '../domain/entry-paper.ts';
import type { Entry } from '../domain/records.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import { COLLECTIONS } from '../schema/fields.ts';
import { site as settings } from '../site.ts';
import { buildDay } from './policies.ts';
import { loadSite } from './site.ts';

/** An entry as `/data/entry/<number>.json` has it. */
export async function entryFile(entry: Entry): Promise<EntryFile> {
  const { graph, vocabulary } = await loadSite();
  const regions = new Map(vocabulary.regions.items.map(({ id, name }) => [id, name]));
  return entryFileOf(entry, {
    byId: graph.byId,
    publicSources: vocabulary['public-sources'].items,
    siteName: settings.name,
    collectionName: COLLECTIONS[entry.collection].name,
    regions: entry.data.regions.map((id) => regions.get(id) ?? id),
    asOf: await buildDay(),
    body: bodyParts(entry.body, entry.data.figures),
  });
}
