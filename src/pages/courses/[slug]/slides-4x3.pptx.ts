/** `/courses/<slug>/slides-4x3.pptx`: the slides of a course for a square projector. */
import type { APIContext } from 'astro';
import type { Site } from '../../../domain/site-index.ts';
import { loadSite } from '../../../store/load-site.ts';
import { coursePaths, lessonIndex } from '../../../views/course.ts';
import type { EntryOf } from '../../../domain/records.ts';
import { writeCourseFile } from '../../../export/course-files.ts';

export async function getStaticPaths() {
  return coursePaths(await loadSite());
}

export async function GET({ props }: APIContext<{ site: Site; course: EntryOf<'courses'> }>): Promise<Response> {
  return new Response(await writeCourseFile('slides43', props.course, lessonIndex(props.site)));
}
