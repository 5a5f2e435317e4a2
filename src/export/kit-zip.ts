/**
 * Everything that a class needs as one ZIP file. The same lesson gives the same bytes. Loaded on demand: it writes slides, and loads in its turn what
 * writes Word files, which is large.
 */
import { strToU8, zipSync } from 'fflate';
import { learnerBooklet, teacherBooklet } from '../domain/course/booklet.ts';
import type { Lesson } from '../domain/course/lesson.ts';
import { kitPapers } from '../domain/course/kit.ts';
import type { Paper, PaperPart } from '../domain/paper/paper.ts';
import { slidesOf } from '../domain/course/slides.ts';
import { writeSlides } from './pptx/write-slides.ts';

/** The type of a ZIP file. */
export const ZIP_TYPE = 'application/zip';

/** Midnight of 1 January 2000, by the clock of this machine, as ZIP files count. */
const DAY = new Date(2000, 0, 1);

/** What a lesson is taught from, each a file of its own beside the kit. */
export interface ClassFiles {
  learner: Uint8Array<ArrayBuffer>;
  teacher: Uint8Array<ArrayBuffer>;
  slides: Uint8Array<ArrayBuffer>;
  slides43: Uint8Array<ArrayBuffer>;
}

/** The two booklets and the slides in both shapes; `more` is what the course itself tells the teacher. */
export async function writeClassFiles(lesson: Lesson, more: readonly PaperPart[] = []): Promise<ClassFiles> {
  return {
    learner: await writeWord(learnerBooklet(lesson)),
    teacher: await writeWord(teacherBooklet(lesson, more)),
    slides: writeSlides(lesson.title, slidesOf(lesson), '16:9'),
    slides43: writeSlides(lesson.title, slidesOf(lesson, '4:3'), '4:3'),
  };
}

/** The bytes of the kit: what the lesson is taught from, and every paper to be printed. */
export async function writeKit(lesson: Lesson, { learner, teacher, slides, slides43 }: ClassFiles): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {
    '0 先看这里.txt': strToU8(readme(lesson)),
    '1 学员册.docx': learner,
    '2 教师册.docx': teacher,
  };
  for (const { name, paper } of kitPapers(lesson)) files[`${name}.docx`] = await writeWord(paper);
  files['3 幻灯片（16比9）.pptx'] = slides;
  files['3 幻灯片（4比3）.pptx'] = slides43;
  // Word files and slides are packed already.
  return zipSync(files, { mtime: DAY, level: 0 });
}

async function writeWord(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { writePaper } = await import('./docx/write-paper.ts');
  return writePaper(paper);
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
