/** Each course as ready files for the class: two booklets for Word, slides, and the whole kit. The same content gives the same bytes. */
import { learnerBooklet, teacherBooklet } from '../domain/booklet.ts';
import type { CourseFile } from '../domain/course-files.ts';
import { lessonOfCourse } from '../domain/course-lesson.ts';
import type { LessonIndex } from '../domain/course-lesson.ts';
import type { EntryOf } from '../domain/records.ts';
import { slidesOf } from '../domain/slides.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import { writePaper } from './docx/write-paper.ts';
import { writeKit } from './kit-zip.ts';
import { writeSlides } from './pptx/write-slides.ts';

/** The bytes of one ready file of a course. */
export async function writeCourseFile(
  file: CourseFile,
  course: EntryOf<'courses'>,
  library: LessonIndex,
): Promise<Uint8Array<ArrayBuffer>> {
  const lesson = lessonOfCourse(course, library);
  const more = bodyParts(course.body, { figures: course.data.figures, names: library });
  switch (file) {
    case 'kit':
      return writeKit(lesson, more);
    case 'learner':
      return writePaper(learnerBooklet(lesson));
    case 'teacher':
      return writePaper(teacherBooklet(lesson, more));
    case 'slides':
      return writeSlides(lesson.title, slidesOf(lesson), '16:9');
    case 'slides43':
      return writeSlides(lesson.title, slidesOf(lesson, '4:3'), '4:3');
  }
}
