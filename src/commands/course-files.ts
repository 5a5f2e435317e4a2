/** The ready files of every course: written in a second thread while pages are drawn, and kept while what they are made of is the same. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lessonIndexOf } from '../domain/course/course-lesson.ts';
import { entryPath } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { courseMaterial } from '../export/course-files.ts';
import { settings, siteRoot } from '../site.ts';
import { hashText } from '../store/value-cache.ts';
import { codeOfBuild } from './kept-outputs.ts';
import type { CourseTask } from './course-worker.ts';
import { startThread } from './side-thread.ts';

/** Files on their way. */
export interface ComingFiles {
  /** Puts all of them into a site. Throws what was thrown when they were written. */
  put(next: string): Promise<void>;
  /** Gives them up. */
  end(): Promise<void>;
}

/** Begins to write what is not kept in `folder`, under names that tell code and content. */
export function startCourseFiles(folder: string, site: Site): ComingFiles {
  const code = codeOfBuild();
  const library = lessonIndexOf(site, settings.name, siteRoot());
  const courses = site
    .entriesOf('courses')
    .filter(({ data }) => !data.retired)
    .map((course) => {
      const material = courseMaterial(course, library);
      const task: CourseTask = { material, folder: join(folder, hashText(`${code}${JSON.stringify(material)}`)) };
      return { path: entryPath(course), task };
    });
  const { done, end } = startThread(
    new URL('course-worker.ts', import.meta.url),
    courses.map(({ task }) => task).filter((task) => !existsSync(task.folder)),
  );
  const put = async (next: string) => {
    await done;
    for (const { path, task } of courses) await cp(task.folder, join(next, path), { recursive: true });
    const used = new Set(courses.map(({ task }) => task.folder));
    await mkdir(folder, { recursive: true });
    const left = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => !used.has(path));
    await Promise.all(left.map((path) => rm(path, { recursive: true })));
  };
  return { put, end };
}
