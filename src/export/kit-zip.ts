/**
 * Everything that a class needs as one ZIP file. The same lesson gives the same bytes. Loaded on demand: it writes slides, and loads in its turn what
 * writes Word files, which is large.
 */
import { learnerBooklet, teacherBooklet } from '../domain/course/booklet.ts';
import type { Lesson } from '../domain/course/lesson.ts';
import { kitPapers } from '../domain/course/kit.ts';
import type { Paper, PaperPart } from '../domain/paper/paper.ts';
import { slidesOf } from '../domain/course/slides.ts';
import { writeSlides } from './pptx/write-slides.ts';
import { encoded, zipFiles } from './zip.ts';
import type { Members, Zip } from './zip.ts';

/** The type of a ZIP file. */
export const ZIP_TYPE = 'application/zip';

/** What a lesson is taught from, each a file of its own beside the kit. */
export interface ClassFiles {
  learner: Uint8Array<ArrayBuffer>;
  teacher: Uint8Array<ArrayBuffer>;
  slides: Uint8Array<ArrayBuffer>;
  slides43: Uint8Array<ArrayBuffer>;
}

/** The two booklets and the slides in both shapes; `more` is what the course itself tells the teacher. */
export async function writeClassFiles(lesson: Lesson, more: readonly PaperPart[] = [], zip = zipFiles): Promise<ClassFiles> {
  return {
    learner: await writeWord(learnerBooklet(lesson), zip),
    teacher: await writeWord(teacherBooklet(lesson, more), zip),
    slides: writeSlides(lesson.title, slidesOf(lesson), '16:9', zip),
    slides43: writeSlides(lesson.title, slidesOf(lesson, '4:3'), '4:3', zip),
  };
}

/** The bytes of the kit: what the lesson is taught from, and every paper to be printed. */
export async function writeKit(
  lesson: Lesson,
  { learner, teacher, slides, slides43 }: ClassFiles,
  zip = zipFiles,
): Promise<Uint8Array<ArrayBuffer>> {
  const papers: [string, Uint8Array][] = [];
  for (const { name, paper } of kitPapers(lesson)) papers.push([`${name}.docx`, await writeWord(paper, zip)]);
  const files: Members = {
    ...encoded([['0 先看这里.txt', readme(lesson)]]),
    '1 学员册.docx': learner,
    '2 教师册.docx': teacher,
    ...Object.fromEntries(papers),
    '3 幻灯片（16比9）.pptx': slides,
    '3 幻灯片（4比3）.pptx': slides43,
  };
  // Word files and slides are packed already.
  return zip(files, 0);
}

async function writeWord(paper: Paper, zip: Zip): Promise<Uint8Array<ArrayBuffer>> {
  const { writePaper } = await import('./docx/write-paper.ts');
  return writePaper(paper, zip);
}

function readme(lesson: Lesson): string {
  const papers = kitPapers(lesson).map(({ name, use }) => `${name}：${use}`);
  return [
    `${lesson.title}：整套材料`,
    '',
    '1 学员册：每人1份，只到作出决定之前。',
    '2 教师册：有乙部、用意、板书、要印的清单和批改要点，不要发给学员。',
    '3 幻灯片：两种比例，放映机是方屏的用 4比3；乙部的几页已经隐藏，议完再在放映时调出。',
    ...papers.map((line) => `${line}。`),
    '',
    '校名和日期：Word 在页眉里改一次，幻灯片在“母版”右上角的空文本框里写一次，全册都跟着变。',
    'Word 打开后按 F9（或在目录上点右键）更新目录。',
    '教学情景都是虚构的，不能当案例引用；真实案例只写看到的，短例只够五分钟。',
    '',
  ].join('\r\n');
}
