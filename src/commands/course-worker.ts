/** Writes the files of courses in a thread of its own, beside the drawing of pages: each message a course, each answer the folder that is written. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { COURSE_FILES } from '../domain/course/course-files.ts';
import type { CourseFile } from '../domain/course/course-files.ts';
import { writeCourseFiles } from '../export/course-files.ts';
import type { CourseMaterial } from '../export/course-files.ts';
import { zipWithZlib } from './zip-with-zlib.ts';

export interface CourseTask {
  /** Where the files shall stand; a folder that is there is whole. */
  folder: string;
  material: CourseMaterial;
}

parentPort?.on('message', (task: CourseTask) => {
  void write(task).then((folder) => parentPort?.postMessage(folder));
});

async function write({ folder, material }: CourseTask): Promise<string> {
  const files = await writeCourseFiles(material, zipWithZlib);
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  for (const [file, bytes] of Object.entries(files)) await writeFile(join(half, COURSE_FILES[file as CourseFile].name), bytes);
  await rename(half, folder);
  return folder;
}
