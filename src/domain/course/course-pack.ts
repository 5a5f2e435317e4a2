/** What goes into a class: an entry as booklets and slides need it, and the lesson that a pack or a course makes of such entries. Light: the browser loads this. */
import type { Statement } from '../entry/blocks.ts';
import type { Pack, PackChoice } from '../kept/pack-store.ts';
import type { Question, SplitQuestions } from '../case/two-parts.ts';
import { swapIn } from './swap-case.ts';

/** A reference with the number by which it is told apart. */
export interface NumberedReference {
  id: string;
  text: string;
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
  /** Where its facts stand, after GB/T 7714. */
  sources: NumberedReference[];
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

/** A session without an entry and without a name. */
const UNNAMED = '（环节）';

/** Where a lesson is, and who tells it. */
export interface Place {
  address: string;
  siteName: string;
}

/** The lesson that a course makes; sessions whose entry was not loaded keep their other parts. */
export function lessonOfPlan(plan: CoursePlan, items: ReadonlyMap<string, PackItem>, place: Place): Lesson {
  const { units, ...rest } = plan;
  return withOthers({ ...rest, ...place, others: [], units: units.map((unit) => plannedUnit(unit, items)) }, items);
}

/** The lesson that a pack makes; items that were not loaded are left out. A pack made from a course keeps everything of the course that it did not change. */
export function lessonOfPack(pack: Pack, items: ReadonlyMap<string, PackItem>, place: Place, plan?: CoursePlan): Lesson {
  const units = pack.items.flatMap((choice) => packUnit(choice, items, plan));
  const kept = plan && {
    facts: plan.facts,
    objectives: plan.objectives,
    readings: plan.readings,
    ...(plan.assessment && { assessment: plan.assessment }),
  };
  const lesson = {
    title: pack.title || '教学选编',
    note: pack.note || (plan?.note ?? ''),
    facts: [],
    objectives: [],
    readings: [],
    ...kept,
    units,
    others: [],
    ...place,
  };
  return withOthers(lesson, items);
}

/** What a pack prints of an item that no course has planned. */
export function usualSheets({ teaching, collection }: PackItem): Sheet[] {
  if (!teaching) return [];
  const kinds = [
    '甲部',
    ...(teaching.partA.some(({ role }) => role) ? ['角色卡'] : []),
    ...(teaching.partA.some(({ moment }) => moment === '途中') ? ['消息卡'] : []),
    ...(collection === 'tolerance' ? ['六因素表'] : []),
    '乙部',
  ];
  return kinds.map((kind) => ({ kind, isLate: kind === '乙部' }));
}

/** The entry that a sheet prints: named by it, or that of its session. */
export function itemOf(sheet: Sheet, { item }: LessonUnit, { others }: Lesson): PackItem | undefined {
  return sheet.of === undefined || sheet.of === item?.id ? item : others.find(({ id }) => id === sheet.of);
}

/** The entries whose part A a session hands out beside that of its own, each once. */
export function besideItems({ sheets, item }: LessonUnit, { others }: Lesson): PackItem[] {
  const named = new Set(sheets.filter(({ kind }) => kind === '甲部').map(({ of }) => of));
  return others.filter(({ id, teaching }) => id !== item?.id && teaching && named.has(id));
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

function plannedUnit({ case: id, carries: _, ...unit }: PlanUnit, items: ReadonlyMap<string, PackItem>): LessonUnit {
  const item = items.get(id ?? '');
  return { ...unit, learnerTitle: unit.title, note: '', misfits: [], ...(item && { item }) };
}

function packUnit(
  { id, minutes, note, unit: number }: PackChoice,
  items: ReadonlyMap<string, PackItem>,
  plan: CoursePlan | undefined,
): LessonUnit[] {
  const planned = number === undefined ? undefined : plan?.units[number - 1];
  const item = items.get(id);
  if (planned) {
    const unit = { ...plannedUnit(planned, items), minutes, note };
    if ((planned.case ?? '') === id) return [unit];
    const before = items.get(planned.case ?? '');
    return item ? [swapIn(item, unit, before, planned.carries)] : [];
  }
  const session = { minutes, pause: 0, questions: { before: [], after: [] }, sheets: [], materials: [], alternatives: [], misfits: [] };
  if (id === '') return [{ ...session, title: note || UNNAMED, learnerTitle: note || UNNAMED, note: '' }];
  return item
    ? [
        {
          ...session,
          title: item.title,
          learnerTitle: item.learnerTitle,
          item,
          note,
          sheets: usualSheets(item),
          alternatives: item.alternatives,
        },
      ]
    : [];
}

function withOthers(lesson: Lesson, items: ReadonlyMap<string, PackItem>): Lesson {
  const named = new Set(
    lesson.units.flatMap(({ sheets, item }) => sheets.flatMap(({ of }) => (of !== undefined && of !== item?.id ? [of] : []))),
  );
  return withNeutralTitles({ ...lesson, others: [...named].flatMap((id) => items.get(id) ?? []) });
}

/** Titles that tell the outcome of a case of the lesson are not shown: learners get the number. */
function withNeutralTitles(lesson: Lesson): Lesson {
  const cases = casesIn(lesson);
  const units = lesson.units.map((unit) => {
    const { item } = unit;
    if (!item?.titleTells?.some((id) => cases.has(id))) return unit;
    const learnerTitle = `材料 ${item.id}`;
    return {
      ...unit,
      item: { ...item, learnerTitle },
      learnerTitle: unit.learnerTitle === item.learnerTitle ? learnerTitle : unit.learnerTitle,
    };
  });
  return { ...lesson, units };
}

/** Cases of a lesson whose part A tells what came of another one in it: nothing can be left out of them, so they are to be taught one after the other. */
export function clashesIn(lesson: Lesson): { item: PackItem; tells: PackItem }[] {
  const items = [...lesson.units.flatMap(({ item }) => item ?? []), ...lesson.others];
  return items.flatMap((item) => {
    const told = new Set(item.teaching?.partA.flatMap(({ tells = [] }) => tells));
    return items.filter(({ id }) => told.has(id)).map((other) => ({ item, tells: other }));
  });
}

/** The cases in two parts that a lesson uses. */
export function casesIn({ units, others }: Pick<Lesson, 'units' | 'others'>): Set<string> {
  const items = [...units.flatMap(({ item }) => item ?? []), ...others];
  return new Set(items.filter(({ teaching }) => teaching).map(({ id }) => id));
}
