import { carriedBy, carriedMinutes, isShortExample } from '../../domain/course/carried-minutes.ts';
import { isOf } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** What lies on the table carries the minutes of every session, and a short real case says that it is one. */
export const courseCarried: Rule = {
  id: 'course-carried',
  severity: 'error',
  docs: '课程每个环节的分钟数，扣去休息，由桌上的印件撑起；真实案例的甲部不足150字的，环节名以“短例”开头。',
  *check({ entries, known }) {
    const byId = new Map(known.records.map((record) => [record.data.id, record]));
    for (const entry of entries) {
      const course = entry.record;
      if (!course || !isOf(course, 'courses')) continue;
      for (const [index, unit] of course.data.units.entries()) {
        const used = byId.get(unit.case ?? '');
        if (used && isShortExample(used) && !unit.title.startsWith('短例'))
          yield atField(
            entry,
            ['units', index, 'title'],
            `“${unit.title}”用的 ${used.data.id} 甲部不足150字，只够五分钟。请让环节名以“短例”开头。`,
          );
        const needed = unit.minutes - unit.pause;
        const carried = carriedMinutes(unit, byId);
        if (carried >= needed) continue;
        const told = carriedBy(unit, byId).map(({ what, minutes }) => `${what} ${minutes} 分钟`);
        yield atField(
          entry,
          ['units', index, 'minutes'],
          `“${unit.title}”${unit.pause > 0 ? '扣去休息' : ''}要 ${needed} 分钟，桌上的材料只撑得起 ${carried} 分钟（${
            told.length > 0 ? told.join('，') : '没有印件'
          }）。请减少分钟数，或者在 handouts 里添上确有的印件；不要把真实案例写长。`,
        );
      }
    }
  },
  examples: {
    ok: [
      {
        file: 'courses/tolerance.mdx',
        fields: { units: [session(60, [form('六因素表'), form('会商记录'), form('检索记录')]), session(30, [form('会商记录'), card(3)])] },
      },
    ],
    notOk: [
      { file: 'courses/tolerance.mdx', fields: { units: [session(90, [form('六因素表')])] } },
      { file: 'courses/tolerance.mdx', fields: { units: [session(90, [])] } },
    ],
  },
};

function session(minutes: number, handouts: unknown[]) {
  return { title: '讨论', minutes, method: '研讨交流', handouts };
}

function form(kind: string) {
  return { kind };
}

function card(fields: number) {
  return { kind: '卡片', heads: Array.from({ length: fields }, (_, index) => `第${index + 1}项`) };
}
