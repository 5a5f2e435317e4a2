/** The content as it lies on disk, for commands that run outside Astro. Expects content that has passed the check. */
import { join } from 'node:path';
import type { Entry, SiteContent } from '../domain/records.ts';
import { bodyMarks } from '../markdown/body-marks.ts';
import { parseBody } from '../markdown/parse.ts';
import { COLLECTION_NAMES, compareNumbers } from '../schema/number.ts';
import type { CollectionName } from '../schema/fields.ts';
import { createSchemas } from '../schema/index.ts';
import { readContent } from './read-content.ts';
import { readVocabulary } from './vocabulary.ts';

/** Every entry below `contentRoot` that is not a draft, in number order within its collection; throws on invalid content. */
export async function readStoredSite(contentRoot = join(process.cwd(), 'content')): Promise<SiteContent> {
  const vocabulary = readVocabulary(contentRoot);
  const schemas = createSchemas(vocabulary);
  const files = await readContent(contentRoot);
  const entries = COLLECTION_NAMES.flatMap((collection) => {
    const stored = files.filter(({ folder, extension }) => folder === collection && extension === '.mdx');
    const read = stored.map((file) => toEntry(collection, file.name, schemas[collection].parse(file.yaml?.data), file.body));
    return read.filter(({ data }) => data.status !== '草稿').sort((a, b) => compareNumbers(a.data.id, b.data.id));
  });
  return { entries, vocabulary: vocabulary.data };
}

function toEntry(collection: CollectionName, slug: string, data: unknown, body: string): Entry {
  return { collection, slug, data, body, marks: bodyMarks(parseBody(body)) } as Entry;
}
