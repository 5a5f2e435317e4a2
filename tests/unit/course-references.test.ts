/** The references of a lesson: each work once, and none read before it was there. */
import { expect, test } from 'vitest';
import { referencesOf } from '../../src/domain/course/booklet.ts';
import { lessonIndexOf, packItemOf } from '../../src/domain/course/course-lesson.ts';
import { lessonOfPack } from '../../src/domain/course/course-pack.ts';
import type { PackItem } from '../../src/domain/course/lesson.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { makeFigure, makePractice, makeSite } from '../support/make-entries.ts';

const TITLE = '从“畏错”到“敢为”';
const source = (id: string, date: string) => [id, { id, title: TITLE, publisher: '晚报网', date, seen: '摘录' as const }] as const;

/** Entries as a class uses them, where GK-0001 and GK-0002 are of one article. */
function itemsOf(entries: readonly Entry[]): PackItem[] {
  const site = makeSite(...entries);
  const publicSources = new Map([source('GK-0001', '2025-09'), source('GK-0002', '2025-09-02')]);
  const library = { ...lessonIndexOf(site, '知识库', 'http://kb.example/'), publicSources };
  return entries.map((entry) => packItemOf(entry, library));
}

/** The references of a lesson with these. */
function referencesTo(list: readonly PackItem[]): string[] {
  const items = new Map(list.map((item) => [item.id, item]));
  const pack = { title: '课', note: '', items: [...items.keys()].map((id) => ({ id, minutes: 30, note: '' })) };
  return referencesOf(lessonOfPack(pack, items, { address: '', siteName: '知识库' }));
}

function referencesWith(...entries: Entry[]): string[] {
  return referencesTo(itemsOf(entries));
}

const fact = (...cites: string[]) => ({ text: '一句话。', cites });

test('an article that two entries cite by two numbers stands in the list once, by the one that tells more', () => {
  const list = referencesWith(
    makePractice({ id: 'SJ-001', actions: [fact('GK-0001')] }),
    makePractice({ id: 'SJ-002', actions: [fact('GK-0002')] }),
  );
  expect(list.filter((line) => line.includes(TITLE))).toEqual([`晚报网. ${TITLE}[Z]. 2025-09-02.`]);
  expect(list.filter((line) => line.includes('http://kb.example/'))).toHaveLength(2);
});

test('a page that has changed since its entry was compared with the sources was read on the day of the change', () => {
  const days = (updated: string, checked: string) =>
    referencesWith(makePractice({ id: 'SJ-001', updated, checked: { date: checked, against: '原文' } })).find((line) =>
      line.includes('http://kb.example/id/SJ-001/'),
    );
  expect(days('2026-11-28', '2026-11-22')).toContain('（2026-11-28）[2026-11-28]');
  expect(days('2026-11-20', '2026-11-22')).toContain('（2026-11-20）[2026-11-22]');
});

test('an entry of a unit whose site is older, which tells no works, is listed by its texts', () => {
  const [own, other] = itemsOf([
    makePractice({ id: 'SJ-001', actions: [fact('GK-0001')] }),
    makePractice({ id: 'SJ-002', actions: [fact('GK-0002')] }),
  ]);
  if (!own || !other) throw new Error('two entries');
  const older = { ...other, sources: other.sources.map(({ id, text }) => ({ id, text })) };
  delete older.page;
  const list = referencesTo([own, older]);
  expect(list.filter((line) => line.includes('http://kb.example/'))).toHaveLength(2);
  expect(list.filter((line) => line.includes(TITLE))).toHaveLength(2);
});

test('a figure in a booklet keeps what it counts and what it does not', () => {
  const figure = makeFigure({
    value: 1000,
    unit: '元',
    qualifier: '左右',
    what: '工资的增加数',
    whose: '某县',
    period: '未载',
    scope: '是工资，不是收入',
  });
  const [item] = itemsOf([makePractice({ id: 'SJ-001', figures: [figure] })]);
  expect(JSON.stringify(item)).toContain('工资的增加数：1000元左右（某县，未载；是工资，不是收入）');
});
