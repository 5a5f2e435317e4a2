/** `/courses/<slug>/kit.zip` and the other ready files of a course, while somebody edits; a build writes them beside the pages. */
import type { APIContext } from 'astro';
import type { EntryOf } from '../../../domain/entry/records.ts';
import type { Site } from '../../../domain/site/site-index.ts';
import { COURSE_FILES } from '../../../domain/course/course-files.ts';
import type { CourseFile } from '../../../domain/course/course-files.ts';
import { courseMaterial, writeCourseFiles } from '../../../export/course-files.ts';
import { isDrawnByBuild } from '../../../store/build-channel.ts';
import { loadSite } from '../../../store/load-site.ts';
import { coursePaths, lessonIndex } from '../../../views/course.ts';

interface Props {
  site: Site;
  course: EntryOf<'courses'>;
  file: CourseFile;
}

export async function getStaticPaths() {
  if (isDrawnByBuild()) return [];
  return coursePaths(await loadSite()).flatMap(({ params, props }) =>
    (Object.keys(COURSE_FILES) as CourseFile[]).map((file) => ({
      params: { ...params, file: COURSE_FILES[file].name },
      props: { ...props, file },
    })),
  );
}

export async function GET({ props: { site, course, file } }: APIContext<Props>): Promise<Response> {
  const files = await writeCourseFiles(courseMaterial(course, lessonIndex(site)));
  return new Response(files[file]);
}
