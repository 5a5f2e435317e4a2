/** Where entries lie. */
import type { StoredFile } from '../data/read-content.ts';
import { COLLECTION_NAMES } from '../schema/number.ts';

/** Whether a file lies where entries lie and is named like one. */
export function isEntryFile(file: StoredFile): boolean {
  return file.extension === '.mdx' && (COLLECTION_NAMES as string[]).includes(file.folder);
}
