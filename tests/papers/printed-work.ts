/** A work, and what the public styles print of it in each edition. */
import type { EditionKey } from '../../src/domain/reference/reference.ts';
import type { Work } from '../../src/domain/reference/work.ts';

export interface PrintedWork {
  work: Work;
  printed: Record<EditionKey, string>;
}

/** `tests/fixtures/printed-references.json`, which `node tests/papers/citations.ts --record` writes. */
export interface PrintedReferences {
  accessed: string;
  /** The commit of the styles. */
  styles: string;
  works: PrintedWork[];
}
