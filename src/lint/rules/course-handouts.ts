import { BLANK_FORMS } from '../../domain/course/blank-forms.ts';
import { rolesOf } from '../../domain/course/carried-minutes.ts';
import type { Entry, EntryOf } from '../../domain/entry/records.ts';
import { isOf } from '../../domain/entry/records.ts';
import { isTaught } from '../../domain/case/two-parts.ts';
import { HANDOUTS } from '../../schema/courses.ts';
import type { HandoutKind } from '../../schema/courses.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

type Course = EntryOf<'courses'>['data'];
type Handout = Course['units'][number]['handouts'][number];

/** What a text of a course may call a printed sheet, and the kind of handout that it then has to have. */
const SHEET_WORDS: [pattern: RegExp, kind: HandoutKind][] = [
  [/角色卡/u, '角色卡'],
  [/(?:新)?消息卡/u, '消息卡'],
  [/六因素(?:空白)?表/u, '六因素表'],
  [/会商记录/u, '会商记录'],
  [/报备(?:材料)?(?:空白)?(?:页|表)/u, '报备表'],
  [/检索记录/u, '检索记录'],
  [/信封/u, '乙部'],
];

/** What a line of `materials` may not name: it is printed, so it belongs into `handouts`. */
const PRINTED = /甲部|乙部|条目页|《[^》]+》|印件|角色卡|消息卡|六因素表|会商记录|检索记录|板书表|空白(?:页|表)|讲义/u;

/** Everything that a course hands out can be printed from what is there, and nothing is named that is not handed out. */
export const courseHandouts: Rule = {
  id: 'course-handouts',
  severity: 'error',
  docs: '课程里写到的印件都在 handouts 里，handouts 里的每一样都印得出来。',
  *check({ entries, known }) {
    const byId = new Map(known.records.map((record) => [record.data.id, record]));
    for (const entry of entries) {
      const course = entry.record;
      if (!course || !isOf(course, 'courses')) continue;
      const { units } = course.data;
      for (const [at, unit] of units.entries()) {
        for (const [index, handout] of unit.handouts.entries()) {
          const fault = faultOf(handout, unit, byId);
          if (fault) yield atField(entry, ['units', at, 'handouts', index], fault);
        }
        for (const [index, item] of unit.materials.entries()) {
          if (PRINTED.test(item))
            yield atField(entry, ['units', at, 'materials', index], `“${item}”是印件。请写进 handouts，成套材料才会印出来。`);
        }
      }
      const has = new Set(units.flatMap(({ handouts }) => handouts.map(({ kind }) => kind)));
      for (const { path, text } of entry.texts) {
        const fault = UNSAID.has(path[0]) ? undefined : unprinted(text, has);
        if (fault) yield atField(entry, path, fault);
      }
      for (const { text, at } of entry.body.texts) {
        const fault = unprinted(text, has);
        if (fault) yield { file: entry.file.path, at, message: fault };
      }
    }
  },
  examples: {
    ok: [
      course([
        session([
          { kind: '六因素表' },
          { kind: '会商记录' },
          { kind: '报备表' },
          { kind: '检索记录' },
          { kind: '卡片', heads: ['事', '人', '时', '地'] },
        ]),
      ]),
    ],
    notOk: [
      course([session([...full(), { kind: '甲部' }])]),
      course([session([...full(), { kind: '条文', of: 'SJ-001' }])]),
      course([session([...full(), { kind: '条文', of: 'ZC-0001', clauses: ['art-99'] }])]),
      course([session([...full(), { kind: '卡片' }])]),
      course([session([...full(), { kind: '板书表' }])]),
      course([{ ...session(full()), materials: ['甲部每人1份'] }]),
      course([{ ...session(full()), materials: ['六因素表每人1份'] }]),
      { file: 'courses/tolerance.mdx', body: '<TeachingNote>\n每组一套角色卡。\n</TeachingNote>' },
      course([{ ...session(full()), questions: [{ question: '角色卡上写了什么？', purpose: '看信息' }] }]),
    ],
  },
};

/** Fields in which readers ask or editors tell what has changed. */
const UNSAID = new Set<PropertyKey | undefined>(['asked', 'changes']);

function unprinted(text: string, has: ReadonlySet<HandoutKind>): string | undefined {
  const missing = sheetsNamedIn(text).find((kind) => !has.has(kind));
  return missing && `这里写到${missing}（${HANDOUTS[missing]}），可是没有一个环节的 handouts 里有它。请添上，或者改掉这句话。`;
}

/** The kinds of handouts that a text speaks of. */
function sheetsNamedIn(text: string): HandoutKind[] {
  return SHEET_WORDS.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind);
}

function faultOf(
  { kind, of, clauses, heads }: Handout,
  unit: Course['units'][number],
  byId: ReadonlyMap<string, Entry>,
): string | undefined {
  if (kind in BLANK_FORMS) return undefined;
  if (kind === '卡片') return heads.length > 0 ? undefined : '卡片没有写要填的几项。请在 heads 里写。';
  if (kind === '板书表') return unit.board ? undefined : '这一环节没有板书，印不出板书表。请写 board，或者去掉这一样。';
  const id = of ?? unit.case;
  const entry = byId.get(id ?? '');
  if (!entry) return `“${kind}”没有说是哪一条。请写 of，或者给这一环节写 case。`;
  if (kind === '条文') {
    if (!isOf(entry, 'policies')) return `“条文”要写政策编号，${entry.data.id} 不是。请改成 ZC 编号，或者用“条目”。`;
    const unknown = clauses.find((clause) => !entry.data.clauses.some(({ anchor }) => anchor === clause));
    return unknown ? `${entry.data.id} 没有条款“${unknown}”。请照该政策条目的锚点写。` : undefined;
  }
  if (kind === '条目') return undefined;
  if (!isTaught(entry)) return `${entry.data.id} 没有分成甲乙两部，印不出${kind}。请换一个案例，或者去掉这一样。`;
  const { partA } = entry.data.teaching;
  if (kind === '角色卡' && rolesOf(entry.data.teaching).length === 0)
    return `${entry.data.id} 的甲部没有写 role，印不出角色卡。请标出各段是谁知道的。`;
  if (kind === '消息卡' && !partA.some(({ moment }) => moment === '途中'))
    return `${entry.data.id} 的甲部没有“途中”的消息。请标出 moment，或者去掉消息卡。`;
  return undefined;
}

function course(units: unknown[]) {
  return { file: 'courses/tolerance.mdx', fields: { units } };
}

/** A session whose forms carry its minutes. */
function session(handouts: unknown[]) {
  return { title: '讨论', minutes: 90, method: '研讨交流', handouts };
}

function full(): unknown[] {
  return ['六因素表', '会商记录', '报备表', '检索记录']
    .map((kind) => ({ kind }))
    .concat([{ kind: '卡片', heads: ['事', '人', '时', '地'] } as never]);
}
