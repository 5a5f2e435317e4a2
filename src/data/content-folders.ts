/** Which collections have entries at all; Astro warns about empty ones, which would hide a real warning. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionName } from '../schema/fields.ts';

/** Whether the collection's folder holds at least one entry. */
export function hasEntries(collection: CollectionName): boolean {
  const folder = join(process.cwd(), 'content', collection);
  return existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.mdx'));
}
