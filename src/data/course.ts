/** What the trainer's table is built from: entries as a class uses them, matches from other regions. */
import { packItemOf } from '../domain/course-lesson.ts';
import type { Library } from '../domain/course-lesson.ts';
import type { PackItem } from '../domain/course-pack.ts';
import { isOf } from '../domain/records.ts';
import type { Entry, EntryOf } from '../domain/records.ts';
import { sameProblemElsewhere } from '../domain/same-problem.ts';
import { site as settings, siteRoot } from '../site.ts';
import { loadSite } from './site.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';

/** Entries that can be put into a pack: everything but courses, which are packs themselves. */
export async function packableEntries(): Promise<Entry[]> {
  const { entries } = await loadSite();
  return entries.filter(isPackable);
}

/** Whether an entry can be put into a pack. */
export function isPackable({ collection, data }: Entry): boolean {
  return collection !== 'courses' && collection !== 'sources' && !data.retired;
}

/** The courses that are in use, as the pages of their ready files take them. */
export async function coursePaths(): Promise<{ params: { slug: string }; props: { course: EntryOf<'courses'> } }[]> {
  const { entries } = await loadSite();
  const courses = entries.filter((entry) => isOf(entry, 'courses')).filter(({ data }) => !data.retired);
  return courses.map((course) => ({ params: { slug: course.slug }, props: { course } }));
}

/** An entry as booklets and slides need it that are made by the browser, which knows where the site stands: its addresses are paths below the base. */
export async function packItemView(entry: Entry): Promise<PackItem> {
  return packItemOf(entry, { ...(await courseLibrary()), root: '/' });
}

/** How other regions handled what an entry is about. */
export async function sameProblemView(entry: Entry): Promise<EntryLink[]> {
  const { graph, vocabulary } = await loadSite();
  return sameProblemElsewhere(graph, entry, vocabulary.regions.items).map(({ entry: other, why }) => toLink(other, [why]));
}

/** What booklets and slides look entries up in. */
export async function courseLibrary(): Promise<Library> {
  const { graph, vocabulary } = await loadSite();
  return {
    byId: graph.byId,
    publicSources: vocabulary['public-sources'].items,
    siteName: settings.name,
    root: siteRoot(),
  };
}
