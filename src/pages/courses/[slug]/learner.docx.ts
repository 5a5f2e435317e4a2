/** `/courses/<slug>/learner.docx`: the booklet of a course that stops at every decision. */
import type { APIContext } from 'astro';
import { courseLibrary, coursePaths } from '../../../data/course.ts';
import type { EntryOf } from '../../../domain/records.ts';
import { writeCourseFile } from '../../../export/course-files.ts';

export const getStaticPaths = coursePaths;

export async function GET({ props }: APIContext<{ course: EntryOf<'courses'> }>): Promise<Response> {
  return new Response(await writeCourseFile('learner', props.course, await courseLibrary()));
}
