/**
 * How many minutes of a session what lies on the table can carry. The measures are the editors' estimate and nobody's finding: a class weighs each
 * sentence against a question, 20 characters a minute; a field of a blank form is four minutes of a group's work, a role two minutes of speaking. A real case of less than 150 characters is an example of five minutes, whatever is asked about it.
 */
import type { Teaching } from '../entry/blocks.ts';
import { BLANK_FORMS, isBlankForm } from './blank-forms.ts';
import { hasOwnQuestions } from './course-pack.ts';
import type { LessonUnit, PackItem } from './lesson.ts';
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import { isTaught } from '../case/two-parts.ts';
import type { TaughtEntry } from '../case/two-parts.ts';

/** A real case with a part A of fewer characters is a short example. */
export const SHORT_EXAMPLE = 150;
/** Minutes that a short example can carry. */
export const SHORT_EXAMPLE_MINUTES = 5;
/** Says so wherever such a case is read or handed out. */
export const SHORT_EXAMPLE_NOTE = `短例（${SHORT_EXAMPLE_MINUTES} 分钟）：公开的材料只有这些，编者不添。`;

/** Lengths that classes are given, in minutes. */
const CLASS_LENGTHS = [
  { name: '两节课', minutes: 90 },
  { name: '半天', minutes: 180 },
  { name: '一天', minutes: 360 },
];

/** Minutes that a class runs over without anybody calling it longer. */
const OVER = 10;

const CHARACTERS_A_MINUTE = 20;
const MINUTES_A_FIELD = 4;
const MINUTES_A_ROLE = 2;
/** A text beside the case, or a form, carries no more than this, however long it is. */
const MOST_BESIDE = 20;

type CourseUnit = EntryOf<'courses'>['data']['units'][number];
type Handout = CourseUnit['handouts'][number];

/** What lies on the table, in words, and how many minutes it carries. */
export interface Carried {
  what: string;
  minutes: number;
}

/** Characters without spaces. */
export function lengthOf(texts: readonly string[]): number {
  return [...texts.join('').replace(/\s/gu, '')].length;
}

/** Whether a case is real and too short for more than five minutes. */
export function isShortExample(entry: Entry): boolean {
  return isTaught(entry) && entry.data.nature !== '教学情景' && partALength(entry.data.teaching) < SHORT_EXAMPLE;
}

/** Minutes that part A of an entry carries; 0 when it has none. */
export function partAMinutes(entry: Entry | undefined): number {
  if (!entry || !isTaught(entry)) return 0;
  return isShortExample(entry) ? SHORT_EXAMPLE_MINUTES : partALength(entry.data.teaching) / CHARACTERS_A_MINUTE;
}

/** Minutes that part B of an entry adds; 0 when it has none. */
export function partBMinutes(entry: Entry | undefined): number {
  return entry && isTaught(entry) ? beside(entry.data.teaching.partB.map(({ text }) => text)) : 0;
}

/** What a session lays on the table, each with its minutes. */
export function carriedBy(unit: CourseUnit, byId: ReadonlyMap<string, Entry>): Carried[] {
  return unit.handouts.map((handout) => ({ what: handoutName(handout), minutes: round(minutesOf(handout, unit, byId)) }));
}

/** The sum of what a session lays on the table, in minutes. */
export function carriedMinutes(unit: CourseUnit, byId: ReadonlyMap<string, Entry>): number {
  return round(carriedBy(unit, byId).reduce((sum, { minutes }) => sum + minutes, 0));
}

/** What a class has of an entry: the minutes of both parts, and who speaks in the first. */
type Material = Pick<PackItem, 'carries' | 'collection'> & { teaching?: Parameters<typeof rolesOf>[0] };

/** A few minutes more than estimated are no matter; half as many again are. */
const MUCH_MORE = 1.5;

/** What must be said beside the questions of an entry that ask for many more minutes than its papers carry; nothing where they do not. */
export function minutesWarning(item: Material & Pick<PackItem, 'minutes'>): string {
  const carried = Math.floor(usualMinutes(item));
  return item.minutes > carried * MUCH_MORE ? `材料约够 ${carried} 分钟，题全问要 ${item.minutes} 分钟：挑一道，或者议自己的事。` : '';
}

/** The same of an entry on its page. */
export function entryWarning(entry: TaughtEntry): string {
  const { collection, data } = entry;
  const minutes = data.teaching.questions.reduce((sum, question) => sum + question.minutes, 0);
  const carries = { partA: partAMinutes(entry), partB: partBMinutes(entry) };
  return minutesWarning({ carries, collection, minutes, teaching: data.teaching });
}

/** Minutes that the sheets carry which a pack prints of a case that no course has planned: both parts, role cards, and the blank table of factors. */
export function usualMinutes({ carries, teaching, collection }: Material): number {
  if (!teaching) return 0;
  const factors = collection === 'tolerance' ? Math.min(MOST_BESIDE, BLANK_FORMS.六因素表.fields.length * MINUTES_A_FIELD) : 0;
  return round(carries.partA + carries.partB + rolesOf(teaching).length * MINUTES_A_ROLE + factors);
}

/** Minutes that a pack gives a case at first: those of its questions, as far as its material carries them. */
export function suggestedMinutes(item: Pick<PackItem, 'minutes' | 'carries' | 'teaching' | 'collection'>): number {
  return Math.min(item.minutes, Math.floor(usualMinutes(item)));
}

/** What is missing of half a day, or of a day once half a day is full; nothing where no time is set, or exactly that. */
export function missingMinutes(total: number): { name: string; minutes: number } | undefined {
  // A few minutes over is not the beginning of a longer class.
  const length = CLASS_LENGTHS.find(({ minutes }) => minutes + OVER >= total);
  return length && total > 0 && length.minutes > total
    ? { name: `${length.name}（${length.minutes} 分钟）`, minutes: length.minutes - total }
    : undefined;
}

/** Minutes that the material of a session still carries beyond what is set; 0 where a course has planned it, or it has no two parts. */
export function roomOf(unit: LessonUnit): number {
  const { item, minutes } = unit;
  return item?.teaching && !hasOwnQuestions(unit) ? Math.max(0, Math.floor(usualMinutes(item)) - minutes) : 0;
}

/** The minutes of sessions once those that are missing are given, five at a time in turn, to whatever carries more. */
export function spreadMinutes(units: readonly LessonUnit[]): number[] {
  const minutes = units.map((unit) => unit.minutes);
  const room = units.map(roomOf);
  let missing = missingMinutes(minutes.reduce((sum, one) => sum + one, 0))?.minutes ?? 0;
  while (missing > 0 && room.some((one) => one > 0)) {
    room.forEach((left, index) => {
      const step = Math.min(5, left, missing);
      minutes[index] = (minutes[index] ?? 0) + step;
      room[index] = left - step;
      missing -= step;
    });
  }
  return minutes;
}

/** A handout in words: 甲部 RC-202, 条文 ZC-0215. */
export function handoutName({ kind, of }: Handout): string {
  return of === undefined ? kind : `${kind} ${of}`;
}

function minutesOf(handout: Handout, unit: CourseUnit, byId: ReadonlyMap<string, Entry>): number {
  const { kind, of = unit.case ?? '', heads, clauses } = handout;
  if (isBlankForm(kind)) return Math.min(MOST_BESIDE, BLANK_FORMS[kind].fields.length * MINUTES_A_FIELD);
  const entry = byId.get(of);
  switch (kind) {
    case '甲部':
      return partAMinutes(entry);
    case '乙部':
      return partBMinutes(entry);
    case '角色卡':
      return entry && isTaught(entry) ? rolesOf(entry.data.teaching).length * MINUTES_A_ROLE : 0;
    case '消息卡':
      return 0;
    case '条文':
      return entry && isOf(entry, 'policies') ? beside(policyTexts(entry, clauses)) : 0;
    case '条目':
      return entry ? beside(entryTexts(entry)) : 0;
    case '板书表':
      return Math.min(MOST_BESIDE, (unit.board?.columns.length ?? 0) * MINUTES_A_FIELD);
    case '卡片':
      return Math.min(MOST_BESIDE, heads.length * MINUTES_A_FIELD);
  }
}

/** What a handout of a policy prints: the articles asked for, or what a rule says of its conditions and what concerns the library. */
function policyTexts({ data }: EntryOf<'policies'>, clauses: readonly string[]): string[] {
  const asked = data.clauses.filter(({ anchor }) => clauses.includes(anchor));
  if (clauses.length > 0) return asked.flatMap(({ gist, quote }) => [gist, quote?.words ?? '']);
  const rule = Object.values(data.rule ?? {}).flatMap((item) => (typeof item === 'string' ? [] : [item.text]));
  return [...data.says.map(({ text }) => text), ...rule, ...data.deadlines.map(({ of }) => of)];
}

/** The texts of an entry's reading page, as far as they are facts. */
function entryTexts(entry: Entry): string[] {
  const { data } = entry;
  if (isOf(entry, 'terms')) {
    const { definition, origin, usage } = entry.data;
    return [definition, origin].flatMap((item) => (typeof item === 'string' ? [] : [item.text])).concat(usage.map(({ text }) => text));
  }
  if (isOf(entry, 'tensions')) return entry.data.sides.flatMap(({ statements }) => statements.map(({ text }) => text));
  if (isOf(entry, 'practices')) return entry.data.actions.map(({ text }) => text);
  return [data.summary];
}

/** The people of a scenario, each once. */
export function rolesOf({ partA }: { partA: readonly { role?: string | undefined }[] }): string[] {
  return [...new Set(partA.flatMap(({ role }) => role ?? []))];
}

function partALength({ partA }: Teaching): number {
  return lengthOf(partA.map(({ text }) => text));
}

function beside(texts: readonly string[]): number {
  return Math.min(MOST_BESIDE, lengthOf(texts) / CHARACTERS_A_MINUTE);
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
