/** Writes each course as ready files for the class: booklets for Word and slides, below `courses/<slug>/` of the built site. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COURSE_FILES } from '../domain/course-files.ts';
import { learnerBooklet, teacherBooklet } from '../domain/booklet.ts';
import { lessonOfCourse } from '../domain/course-lesson.ts';
import type { Library } from '../domain/course-lesson.ts';
import { isOf } from '../domain/records.ts';
import type { SiteContent } from '../domain/records.ts';
import { slidesOf } from '../domain/slides.ts';
import { writePaper } from '../export/docx/write-paper.ts';
import { writeSlides } from '../export/pptx/write-slides.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import { absoluteUrl, site } from '../site.ts';

/** Writes the files of every published course; returns their number. The same content gives the same bytes. */
export async function writeCourses(distDir: string, { entries, vocabulary }: SiteContent): Promise<number> {
  const library: Library = {
    byId: new Map(entries.map((entry) => [entry.data.id, entry])),
    publicSources: vocabulary['public-sources'].items,
    siteName: site.name,
    root: absoluteUrl('/'),
  };
  const courses = entries.filter((entry) => isOf(entry, 'courses')).filter(({ data }) => !data.retired);
  for (const course of courses) {
    const lesson = lessonOfCourse(course, library);
    const folder = join(distDir, 'courses', course.slug);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, COURSE_FILES.learner.name), await writePaper(learnerBooklet(lesson)));
    await writeFile(
      join(folder, COURSE_FILES.teacher.name),
      await writePaper(teacherBooklet(lesson, bodyParts(course.body, course.data.figures))),
    );
    await writeFile(join(folder, COURSE_FILES.slides.name), await writeSlides(lesson.title, slidesOf(lesson)));
  }
  return courses.length * Object.keys(COURSE_FILES).length;
}
