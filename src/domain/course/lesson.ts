/** What goes into a class: an entry as booklets and slides need it, and the lesson that is made of such entries. */
import type { Statement } from '../entry/blocks.ts';
import type { SplitQuestions } from '../case/two-parts.ts';
import type { Work } from '../reference/work.ts';

/** A reference with the number by which it is told apart. */
export interface NumberedReference {
  id: string;
  text: string;
  /** What it refers to: two numbers of the library may be of one work. A unit whose site is older does not tell. */
  work?: Work;
  /** The cases whose outcome its title tells. */
  tells?: string[];
}

/** A sentence of an entry, and the cases in two parts whose outcome it tells. */
export interface ItemLine extends Statement {
  tells?: string[];
}

/** A heading of an entry with what stands under it. */
export interface ItemSection {
  heading: string;
  /** What they rest on by name. */
  lines: ItemLine[];
}

/** A sentence of part A; of a scenario, who knows it, or when it comes up. */
export interface PartASentence extends ItemLine {
  role?: string;
  moment?: '桌上' | '途中';
}

/** The teaching block with its questions parted. */
export interface ItemTeaching {
  decisionPoint: string;
  audience: string;
  objectives: string[];
  questions: SplitQuestions<{ question: string; purpose: string; minutes: number }>;
  background: Statement[];
  keyPoints: string[];
  partA: PartASentence[];
  partB: Statement[];
}

/** A dated step of the handling, for a drawing; `isLate`: after the decision. */
export interface TimeMark {
  when: string;
  what: string;
}

/** An entry that can take the place of another in a class, with the reason in words. */
export interface Alternative {
  id: string;
  title: string;
  why: string;
}

/** An entry as a class uses it; the browser loads it from `/data/entry/<number>.json`. */
export interface PackItem {
  id: string;
  title: string;
  /** The title that does not tell the outcome. */
  learnerTitle: string;
  collection: string;
  summary: string;
  /** The cases whose outcome the summary tells, and those whose outcome the title tells. */
  summaryTells?: string[];
  titleTells?: string[];
  /** Its permanent address, empty while the site has none; in the data of the site the path below its base. */
  address: string;
  /** Where learners read it: of a case in two parts the page of part A, whose source has no part B. */
  learnerAddress: string;
  /** What must be said wherever it is used: a constructed scenario, how much of the original was seen, a short example. */
  notes: string[];
  /** Suggested: the sum of its questions, or 0. */
  minutes: number;
  /** Minutes that its part A carries, and that its part B adds. */
  carries: { partA: number; partB: number };
  teaching?: ItemTeaching;
  /** How it was handled, for the teacher's time axis. */
  steps: TimeMark[];
  /** What the sources say of the six factors, 未载 where they say nothing; cases only. */
  factors: { label: string; value: string }[];
  /** What can take its place. */
  alternatives: Alternative[];
  /** Cases and practices without a teaching block have no part A: learners get their number only. */
  isForTeachers: boolean;
  sections: ItemSection[];
  /** The line that goes with every copy: its number, its address, and by name what it rests on. */
  sourceLine: string;
  /** The same for what learners are shown: of a case in two parts, what part A rests on alone. */
  shownSourceLine: string;
  reference: string;
  /** Its own page, which `reference` refers to; a unit whose site is older does not tell. */
  page?: Work;
  /** Where its facts stand, after GB/T 7714. */
  sources: NumberedReference[];
}

/** What stands on every page and slide of an entry that is made up. */
export const FICTION = '教学情景（虚构）';

/** Whether an entry is made up: its first note says so. */
export function isFiction(item: Pick<PackItem, 'notes'> | undefined): boolean {
  return item?.notes.some((note) => note.startsWith(FICTION)) ?? false;
}

/** The heading of a made-up entry starts a page, and its pages say at the foot what it is; so the heading after it starts one too. */
export function fictionFoot(item: Pick<PackItem, 'notes'> | undefined): { startsPage?: true; foot?: string } {
  return isFiction(item) ? { startsPage: true, foot: FICTION } : {};
}

/** The drawing on the board. */
export interface Board {
  shape: '分栏' | '行列' | '时间轴' | '两轴';
  columns: string[];
  rows: string[];
  note?: string;
}

/** One printed sheet that a session hands out; which entry it is of, or what stands on it. */
export interface Sheet {
  kind: string;
  /** Number of the entry that is printed. */
  of?: string;
  /** For 条文 and 条目: what stands on the sheet. */
  title?: string;
  sections?: ItemSection[];
  sourceLine?: string;
  /** For 卡片: what is filled in. */
  heads?: string[];
  /** Handed out when the discussion is over. */
  isLate: boolean;
}

/** One session of a lesson. */
export interface LessonUnit {
  title: string;
  learnerTitle: string;
  /** 0 when not set. */
  minutes: number;
  /** Of these, the break. */
  pause: number;
  method?: string;
  item?: PackItem;
  /** Asked instead of those of the item, when there are any. */
  questions: SplitQuestions<{ question: string; purpose: string }>;
  note: string;
  board?: Board;
  sheets: Sheet[];
  materials: string[];
  /** What can be used instead, named for the teacher. */
  alternatives: Alternative[];
  /** What no longer fits since another case took the place of the planned one. */
  misfits: string[];
}

/** What learners hand in, and what the teacher looks for. */
export interface Assessment {
  task: string;
  items: { ask: string; key: string }[];
}

/** What is taught, from a pack or from a course. */
export interface Lesson {
  title: string;
  note: string;
  facts: { label: string; value: string }[];
  objectives: string[];
  units: LessonUnit[];
  /** Further entries that sheets are printed from. */
  others: PackItem[];
  readings: NumberedReference[];
  assessment?: Assessment;
  /** Its number on the site; a pack has none. */
  id?: string;
  /** Where it can be found again; empty while the site has no address. */
  address: string;
  siteName: string;
}

/** A session of a course before its entries are at hand. */
export interface PlanUnit extends Omit<LessonUnit, 'item' | 'learnerTitle' | 'note' | 'misfits'> {
  case?: string;
  /** Minutes that the sheets carry. */
  carries: number;
}

/** A course as it can be taught or made into another: everything but the entries themselves. */
export interface CoursePlan extends Omit<Lesson, 'units' | 'others' | 'address' | 'siteName'> {
  id: string;
  /** The day of its last change: a pack made from it before that day is told so. */
  updated: string;
  /** Its permanent address, as that of an entry. */
  address: string;
  units: PlanUnit[];
}
