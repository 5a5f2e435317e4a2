/** What the trainer's table is built from: entries as a class uses them, matches from other regions. */
import { lessonIndexOf, packItemOf, planOf } from '../domain/course/course-lesson.ts';
import type { LessonIndex } from '../domain/course/course-lesson.ts';
import type { PackItem } from '../domain/course/lesson.ts';
import type { EntryData } from '../domain/paper/entry-data.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import type { CollectionName } from '../schema/number.ts';
import type { Entry, EntryOf } from '../domain/entry/records.ts';
import { sameProblemElsewhere } from '../domain/case/same-problem.ts';
import { settings, siteRoot } from '../site.ts';
import type { Site } from '../domain/site/site-index.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';

/** Whether an entry can be put into a pack: everything but courses, which are packs themselves, and source documents. */
export function isPackable({ collection, data }: Entry): boolean {
  return isPackableKind(collection) && !data.retired;
}

/** Whether entries of a collection can be put into a pack. */
export function isPackableKind(collection: CollectionName): boolean {
  return collection !== 'courses' && collection !== 'sources';
}

/** The courses that are in use, as the pages of their ready files take them. */
export function coursePaths(site: Site): { params: { slug: string }; props: { site: Site; course: EntryOf<'courses'> } }[] {
  const courses = site.entriesOf('courses').filter(({ data }) => !data.retired);
  return courses.map((course) => ({ params: { slug: course.slug }, props: { site, course } }));
}

/** An entry as booklets and slides need it. */
export function packItemView(site: Site, entry: Entry): PackItem {
  return packItemOf(entry, { ...lessonIndex(site), root: '/' });
}

/** A course as a pack is made from it; addresses are paths below the base. */
export function courseView(site: Site, course: EntryOf<'courses'>): NonNullable<EntryData['course']> {
  const library = { ...lessonIndex(site), root: '/' };
  return { plan: planOf(course, library), body: bodyParts(course.body, { figures: course.data.figures, names: library }) };
}

/** How other regions handled what an entry is about. */
export function sameProblemView(site: Site, entry: Entry): EntryLink[] {
  return sameProblemElsewhere(site, entry).map(({ entry: other, why }) => toLink(other, [why]));
}

/** What booklets and slides look entries up in. */
export function lessonIndex(site: Site): LessonIndex {
  return lessonIndexOf(site, settings.name, siteRoot());
}
