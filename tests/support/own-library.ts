/** The library of this project's own content, read once for all test files that look at it: reading takes seconds, and none of them changes it. */
import { openLibrary } from '../../src/store/library.ts';
import type { Library } from '../../src/store/library.ts';
import { OWN_CONTENT } from './project-copy.ts';

let opened: Promise<Library> | undefined;

export function ownLibrary(): Promise<Library> {
  opened ??= openLibrary(OWN_CONTENT);
  return opened;
}
