/** What goes into a class: an entry as booklets and slides need it, and the lesson that a pack makes of such entries. Light: the browser loads this. */
import type { Statement } from './blocks.ts';
import type { Pack } from './pack-store.ts';
import type { Question, SplitQuestions } from './two-parts.ts';

/** A reference with the number by which it is told apart. */
export interface NumberedReference {
  id: string;
  text: string;
}

/** A heading of an entry with what stands under it. */
export interface ItemSection {
  heading: string;
  /** What they rest on by name. */
  lines: Statement[];
}

/** The teaching block with its questions parted. */
export interface ItemTeaching {
  decisionPoint: string;
  audience: string;
  objectives: string[];
  questions: SplitQuestions<{ question: string; purpose: string; minutes: number }>;
  background: Statement[];
  keyPoints: string[];
  partA: Statement[];
  partB: Statement[];
}

/** An entry as a class uses it; the browser loads it from `/data/entry/<number>.json`. */
export interface PackItem {
  id: string;
  title: string;
  /** The title that does not tell the outcome. */
  learnerTitle: string;
  collection: string;
  summary: string;
  /** Its permanent address, empty while the site has none; in the data of the site the path below its base. */
  address: string;
  /** What must be said wherever it is used: a constructed scenario, how much of the original was seen. */
  notes: string[];
  /** Suggested: the sum of its questions, or 0. */
  minutes: number;
  teaching?: ItemTeaching;
  /** Cases and practices without a teaching block have no part A: learners get their number only. */
  isForTeachers: boolean;
  sections: ItemSection[];
  /** The line that goes with every copy: its number, its address, and by name what it rests on. */
  sourceLine: string;
  /** The same for what learners are shown: of a case in two parts, what part A rests on alone. */
  shownSourceLine: string;
  reference: string;
  /** Where its facts stand, after GB/T 7714. */
  sources: NumberedReference[];
}

/** One session of a lesson. */
export interface LessonUnit {
  title: string;
  learnerTitle: string;
  /** 0 when not set. */
  minutes: number;
  method?: string;
  item?: PackItem;
  /** Asked instead of those of the item, when there are any. */
  questions: SplitQuestions<{ question: string; purpose: string }>;
  note: string;
  board?: string;
  materials: string[];
  /** What can be used instead, named for the teacher. */
  alternatives: string[];
}

/** What is taught, from a pack or from a course. */
export interface Lesson {
  title: string;
  note: string;
  facts: { label: string; value: string }[];
  objectives: string[];
  units: LessonUnit[];
  readings: NumberedReference[];
  assessment?: string;
  /** Its number on the site; a pack has none. */
  id?: string;
  /** Where it can be found again; empty while the site has no address. */
  address: string;
  siteName: string;
}

/** A session without an entry and without a name. */
const UNNAMED = '（环节）';

/** The lesson that a pack makes; items that were not loaded are left out. */
export function lessonOfPack(pack: Pack, items: ReadonlyMap<string, PackItem>, place: { address: string; siteName: string }): Lesson {
  const units = pack.items.flatMap(({ id, minutes, note }): LessonUnit[] => {
    const session = { minutes, questions: { before: [], after: [] }, materials: [], alternatives: [] };
    if (id === '') return [{ ...session, title: note || UNNAMED, learnerTitle: note || UNNAMED, note: '' }];
    const item = items.get(id);
    return item ? [{ ...session, title: item.title, learnerTitle: item.learnerTitle, item, note }] : [];
  });
  return { title: pack.title || '教学选编', note: pack.note, facts: [], objectives: [], units, readings: [], ...place };
}

/** Where a lesson can be found again, in words: by its address, or by its number on the site. */
export function whereFound({ address, id = '', siteName }: Lesson): { label: '网址' | '编号'; value: string } {
  return address === '' ? { label: '编号', value: `${siteName} ${id}`.trim() } : { label: '网址', value: address };
}

/** The minutes of all sessions together. */
export function totalMinutes(units: readonly { minutes: number }[]): number {
  return units.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Whether a session asks questions of its own, so that those of its item are held in reserve. */
export function hasOwnQuestions({ questions }: LessonUnit): boolean {
  return questions.before.length + questions.after.length > 0;
}

/** The questions that a session asks: its own, or else those of its item. */
export function askedIn(unit: LessonUnit): SplitQuestions<Question> {
  return hasOwnQuestions(unit) ? unit.questions : (unit.item?.teaching?.questions ?? unit.questions);
}
