/** `/data/entry/<number>.json`: everything that the browser makes of one entry, fetched when a reader first asks for one of them. */
import type { Comparable } from '../case/compare.ts';
import type { CoursePlan, PackItem } from '../course/lesson.ts';
import type { PaperPart } from './paper.ts';
import type { EntryFile } from './entry-paper.ts';

export interface EntryData {
  /** For its Word file and its references. */
  file: EntryFile;
  /** For booklets and slides, where the entry can be put into a pack; addresses are paths below the site's base. */
  pack?: PackItem;
  /** Of a course: its plan, and what it tells the teacher before the sessions. */
  course?: { plan: CoursePlan; body: PaperPart[] };
  /** For the comparison, where the entry can be compared. */
  compare?: Comparable;
}
