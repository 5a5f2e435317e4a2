/** What the browser makes of one entry, as one file. */
import { isComparable } from '../domain/case/compared-fields.ts';
import type { EntryData } from '../domain/paper/entry-data.ts';
import { isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { courseView, isPackable, packItemView } from './course.ts';
import { comparableView } from './desk.ts';
import { entryFile } from './entry-file.ts';

/** An entry as `/data/entry/<number>.json` has it. */
export function entryData(site: Site, entry: Entry): EntryData {
  return {
    file: entryFile(site, entry),
    ...(isPackable(entry) && { pack: packItemView(site, entry) }),
    ...(isOf(entry, 'courses') && { course: courseView(site, entry) }),
    ...(isComparable(entry) && { compare: comparableView(site, entry) }),
  };
}
