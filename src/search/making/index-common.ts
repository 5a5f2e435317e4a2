/** What tells an entry of the common library in whatever unit's library it stands. */
import { createHash } from 'node:crypto';
import type { Entry } from '../../domain/entry/records.ts';

const LENGTH = 6;

/**
 * A few characters that two entries with one number share only where they are one entry: made of the address and the day on which it was first
 * published, which never change and which no two units have written alike.
 */
export function commonMark({ collection, slug, data: { published } }: Entry): string {
  return createHash('sha256').update(`${collection}/${slug}\n${published}`).digest('base64url').slice(0, LENGTH);
}
