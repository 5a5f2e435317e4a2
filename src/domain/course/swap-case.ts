/** Puts another case in the place of the one that a session was planned for, and tells what no longer fits. */
import type { LessonUnit, PackItem } from './lesson.ts';
import { phrasesOf } from '../chinese/phrases.ts';

/** Kinds of sheets that are printed from the case itself. */
const OF_CASE = new Set(['甲部', '乙部', '角色卡', '消息卡']);

/** The session with the other case: what was written for the old one is taken out and named, the rest stays. `carried`: minutes of the planned sheets. */
export function swapIn(item: PackItem, unit: LessonUnit, before: PackItem | undefined, carried: number): LessonUnit {
  const isOld = oldWords(before, item);
  const oldTitle = before?.learnerTitle ?? '原来的案例';
  const asked = [...unit.questions.before, ...unit.questions.after];
  const hasQuestions = (item.teaching?.questions.before.length ?? 0) + (item.teaching?.questions.after.length ?? 0) > 0;
  // A question speaks of its case in more ways than can be told: the other case comes with its own.
  const oldQuestions = asked.filter(({ question }) => hasQuestions || isOld(question));
  const kept = asked.filter((question) => !oldQuestions.includes(question));
  const oldBoard = unit.board && isOld([...unit.board.columns, ...unit.board.rows, unit.board.note ?? ''].join('，'));
  const missing = unit.sheets.filter(({ kind, of }) => of === undefined && !canPrint(kind, item));
  const minutes = Math.round(carried - sum(before) + sum(item));
  const misfits = [
    `环节名“${unit.title}”是为${oldTitle}写的，已换成新案例的名称。`,
    ...(asked.length > 0 && hasQuestions ? ['课程原来的题不印，改用新案例自带的讨论题；还合用的，写进“说明”。'] : []),
    ...oldQuestions.map(({ question }) => `题目是为原来的案例写的，已经撤下：${question}`),
    ...kept.map(({ question }) => `这一题留着，请看新案例答不答得出：${question}`),
    ...(unit.board ? [oldBoard ? '板书是照原来的案例画的，不印，请照新案例另画。' : '板书留着，请看是否合新案例。'] : []),
    ...missing.map(({ kind }) => `新案例没有${kind}，这一样不印。`),
    ...unit.sheets
      .filter(({ kind }) => kind === '条文' || kind === '条目')
      .map(({ kind, title = '' }) => `${kind}“${title}”是配原来的案例发的，请看是否还合用。`),
    ...(minutes < unit.minutes - unit.pause
      ? [`新案例的材料大约撑 ${minutes} 分钟，这一环节排了 ${unit.minutes - unit.pause} 分钟，请减时间或者添印件。`]
      : []),
  ];
  const { board, ...rest } = unit;
  return {
    ...rest,
    ...(board && !oldBoard && { board }),
    title: item.learnerTitle,
    learnerTitle: item.learnerTitle,
    item,
    questions: {
      before: unit.questions.before.filter((question) => kept.includes(question)),
      after: unit.questions.after.filter((question) => kept.includes(question)),
    },
    sheets: unit.sheets.filter((sheet) => !missing.includes(sheet)),
    alternatives: before
      ? [{ id: before.id, title: before.title, why: '课程原来用的' }, ...unit.alternatives.filter(({ id }) => id !== item.id)]
      : unit.alternatives,
    misfits,
  };
}

function canPrint(kind: string, { teaching }: PackItem): boolean {
  if (!OF_CASE.has(kind)) return true;
  if (kind === '角色卡') return teaching?.partA.some(({ role }) => role) ?? false;
  if (kind === '消息卡') return teaching?.partA.some(({ moment }) => moment === '途中') ?? false;
  return teaching !== undefined;
}

/** Tells whether a text speaks of the old case: it names its part, or uses a phrase that the old case has and the new one has not. */
function oldWords(before: PackItem | undefined, after: PackItem): (text: string) => boolean {
  const ofNew = new Set(textsOf(after).flatMap((text) => phrasesOf(text, TELLING)));
  const ofOld = new Set((before ? textsOf(before) : []).flatMap((text) => phrasesOf(text, TELLING)).filter((phrase) => !ofNew.has(phrase)));
  return (text) => phrasesOf(text, TELLING).some((phrase) => ofOld.has(phrase) && !ASKING.test(phrase));
}

const TELLING = 4;
/** Words in which anything is asked. */
const ASKING = /什么|哪|怎|谁|几|写[下在成]|一[句条页]/u;

function textsOf({ learnerTitle, title, teaching }: PackItem): string[] {
  return [learnerTitle, title, ...(teaching ? [...teaching.partA, ...teaching.partB].map(({ text }) => text) : [])];
}

function sum(item: PackItem | undefined): number {
  return item ? item.carries.partA + item.carries.partB : 0;
}
