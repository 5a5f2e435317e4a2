import { isOf } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** The sessions of a course fill its hours, no more and no less. */
export const courseMinutes: Rule = {
  id: 'course-minutes',
  severity: 'error',
  isAlone: true,
  docs: '课程各环节的分钟数加起来等于总学时，其中的课间休息比环节短。',
  *check({ entries }) {
    for (const entry of entries) {
      const course = entry.record;
      if (!course || !isOf(course, 'courses')) continue;
      for (const [index, { title, minutes, pause }] of course.data.units.entries())
        if (pause >= minutes)
          yield atField(
            entry,
            ['units', index, 'pause'],
            `“${title}”连休息共 ${minutes} 分钟，休息写的是 ${pause} 分钟，没有留下上课的时间。请改休息的分钟数，或者环节的分钟数。`,
          );
      const planned = course.data.units.reduce((sum, { minutes }) => sum + minutes, 0);
      const hours = course.data.hours * 60;
      if (planned === hours) continue;
      yield atField(
        entry,
        ['hours'],
        `各环节合计 ${planned} 分钟，总学时写的是 ${course.data.hours} 小时，合 ${hours} 分钟。请改环节的分钟数或总学时。`,
      );
    }
  },
  examples: {
    ok: [{ file: 'courses/tolerance.mdx', fields: { hours: 1.5 } }],
    notOk: [
      { file: 'courses/tolerance.mdx', fields: { hours: 2 } },
      { file: 'courses/tolerance.mdx', fields: { hours: 1, units: [{ title: '讨论', minutes: 60, pause: 70, method: '研讨交流' }] } },
    ],
  },
};
