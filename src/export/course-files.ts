/** Each course as ready files for the class: two booklets for Word, slides, and the whole kit. The same content gives the same bytes. */
import type { CourseFile } from '../domain/course/course-files.ts';
import { lessonOfCourse } from '../domain/course/course-lesson.ts';
import type { LessonIndex } from '../domain/course/course-lesson.ts';
import type { Lesson } from '../domain/course/lesson.ts';
import type { PaperPart } from '../domain/paper/paper.ts';
import type { EntryOf } from '../domain/entry/records.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import { writeClassFiles, writeKit } from './kit-zip.ts';
import { zipFiles } from './zip.ts';

/** All that the files of a course are made of, as plain data. */
export interface CourseMaterial {
  lesson: Lesson;
  /** What the course itself tells the teacher. */
  more: PaperPart[];
}

export function courseMaterial(course: EntryOf<'courses'>, library: LessonIndex): CourseMaterial {
  return { lesson: lessonOfCourse(course, library), more: bodyParts(course.body, { figures: course.data.figures, names: library }) };
}

/** The bytes of every ready file of a course. */
export async function writeCourseFiles(
  { lesson, more }: CourseMaterial,
  zip = zipFiles,
): Promise<Record<CourseFile, Uint8Array<ArrayBuffer>>> {
  const files = await writeClassFiles(lesson, more, zip);
  return { ...files, kit: await writeKit(lesson, files, zip) };
}
