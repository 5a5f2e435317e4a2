/** The lesson that a pack or a course makes of entries. Light: the browser loads this. */
import type { Pack, PackChoice } from '../kept/pack-store.ts';
import type { Question, SplitQuestions } from '../case/two-parts.ts';
import { isFiction } from './lesson.ts';
import type { CoursePlan, Lesson, LessonUnit, PackItem, PlanUnit, Sheet } from './lesson.ts';
import { swapIn } from './swap-case.ts';

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

/** The minutes of all sessions in words, and how many have none set; empty where none has. */
export function timesTold(units: readonly { minutes: number }[]): string {
  const total = totalMinutes(units);
  const open = units.filter(({ minutes }) => minutes === 0).length;
  if (total === 0) return '';
  return `（共 ${total} 分钟${open > 0 ? `，另有 ${open} 项没有排时间` : ''}）`;
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
  // A session may be named without saying that what it reads is made up.
  const learnerTitle = isFiction(item) && !unit.title.includes('虚构') ? `${unit.title}（虚构）` : unit.title;
  return { ...unit, learnerTitle, note: '', misfits: [], ...(item && { item }) };
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
