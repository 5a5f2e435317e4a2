/** What the pack page says of each item beside its title: the session of the course, what no longer fits, what could take its place; and what would be printed. */
import { minutesWarning, missingMinutes, roomOf, usualMinutes } from '../../domain/course/carried-minutes.ts';
import { clashesIn, hasOwnQuestions, itemOf, totalMinutes } from '../../domain/course/course-pack.ts';
import type { CoursePlan, Lesson, LessonUnit } from '../../domain/course/lesson.ts';
import { kitPapers } from '../../domain/course/kit.ts';

/** Fills the rows of the list from the lesson that they make. */
export function showDetails(root: HTMLElement, lesson: Lesson, plan?: CoursePlan): void {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-pack-items] > li')];
  lesson.units.forEach((unit, index) => {
    const row = rows[index];
    if (row && rows.length === lesson.units.length) showUnit(row, unit);
  });
  const check = root.querySelector<HTMLElement>('[data-pack-check]');
  const lines = [...overLines(lesson, plan), ...checkLines(lesson)];
  check?.replaceChildren(...lines.map((text) => item(text)));
  // The last line says what will be made; what looks like a warning is one.
  check?.classList.toggle('has-warnings', lines.length > 1);
  if (check) check.hidden = check.childElementCount === 0;
}

/** Says below the sum what is missing to half a day or a day, and whether the material carries more; `undefined` for a course, which has its own length. */
export function showMissing(root: HTMLElement, lesson: Lesson | undefined): void {
  const place = root.querySelector<HTMLElement>('[data-pack-missing]');
  const missing = lesson && missingMinutes(totalMinutes(lesson.units));
  place?.toggleAttribute('hidden', !missing);
  if (!missing) return;
  const room = lesson.units.reduce((sum, unit) => sum + roomOf(unit), 0);
  const more = '再加一条案例，或者加开场、休息、小结。';
  const told =
    room === 0
      ? `各条的材料已经排满，可以${more}`
      : room < missing.minutes
        ? `各条的材料还撑得住 ${room} 分钟，其余的可以${more}`
        : '各条的材料撑得住。';
  place?.querySelector('[data-part="missing"]')?.replaceChildren(`离${missing.name}还差 ${missing.minutes} 分钟。${told}`);
  place?.querySelector('[data-action="spread"]')?.toggleAttribute('hidden', room === 0);
}

function showUnit(row: HTMLElement, unit: LessonUnit): void {
  const { item: used, title, misfits, alternatives } = unit;
  const session = row.querySelector<HTMLElement>('[data-part="session"]');
  if (session) {
    const told = [
      ...(title !== used?.title && title !== used?.learnerTitle ? [`环节：${title}`] : []),
      ...(used?.notes.filter((note) => note.startsWith('短例')) ?? []),
      ...(used?.teaching && !hasOwnQuestions(unit) ? [minutesWarning(used)].filter(Boolean) : []),
      ...(used?.isForTeachers ? ['没有分成甲乙两部'] : []),
    ];
    session.textContent = told.map((text) => text.replace(/。$/u, '')).join('；');
    session.hidden = told.length === 0;
  }
  const marks = row.querySelector<HTMLElement>('[data-part="misfits"]');
  marks?.replaceChildren(...misfits.map((text) => item(text)));
  marks?.toggleAttribute('hidden', misfits.length === 0);
  const swap = row.querySelector<HTMLElement>('[data-part="swap"]');
  swap?.toggleAttribute('hidden', alternatives.length === 0);
  swap?.querySelector('ul')?.replaceChildren(
    ...alternatives.map(({ id, title: name, why }) => {
      const line = document.createElement('li');
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: '换成这一条' });
      button.dataset['swap'] = id;
      button.setAttribute('aria-label', `换成 ${id} ${name}`);
      line.append(button, ` ${name}（${why}）`);
      return line;
    }),
  );
}

/** A course has its length: what was added makes it longer, and its facts still tell the old one. */
function overLines({ units }: Lesson, plan: CoursePlan | undefined): string[] {
  const [now, planned] = [totalMinutes(units), totalMinutes(plan?.units ?? [])];
  return planned > 0 && now > planned
    ? [
        `课程排的是 ${planned} 分钟，现在共 ${now} 分钟，多 ${now - planned} 分钟：请减时间，或者移去一项；教师册和幻灯片上的学时是课程原来的。`,
      ]
    : [];
}

/** What is to be known before anything is exported. */
function checkLines(lesson: Lesson): string[] {
  const untaught = lesson.units.flatMap(({ item: used }) => (used?.isForTeachers ? [`“${used.title}”`] : []));
  const clashes = clashesIn(lesson).map(
    ({ item: used, tells }) => `${used.id} 的甲部会露出 ${tells.id} 的结果，请先讲 ${tells.id}，或者只用一条。`,
  );
  const sheets = lesson.units.flatMap((unit) =>
    unit.sheets.filter((sheet) => sheet.kind === '甲部' && !itemOf(sheet, unit, lesson)?.teaching),
  );
  const thin = lesson.units.flatMap((unit) => {
    const { item: used, minutes } = unit;
    const carried = used?.teaching && !hasOwnQuestions(unit) ? usualMinutes(used) : undefined;
    return used && carried !== undefined && minutes > carried
      ? [`${used.id} 的材料大约撑 ${Math.floor(carried)} 分钟，排了 ${minutes} 分钟：请减时间，或者另加一条。`]
      : [];
  });
  const files = ['学员册', '教师册', '幻灯片', ...kitPapers(lesson).map(({ name }) => name.replace(/^\d+ /u, ''))];
  return [
    ...(untaught.length > 0 ? [`没有甲部的：${untaught.join('、')}。学员册里只印编号，写明“材料由教师当堂讲”。`] : []),
    ...(sheets.length > 0 ? ['有环节要发甲部，案例却没有甲部，这一样不印。'] : []),
    ...clashes,
    ...thin,
    `会做成：${files.join('、')}。`,
  ];
}

function item(text: string): HTMLElement {
  const line = document.createElement('li');
  line.textContent = text;
  return line;
}
