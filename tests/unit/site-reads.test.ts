/** What a page is kept by: reading the site through a noted one gives the same, and whatever changes what is read is noticed. */
import { describe, expect, test } from 'vitest';
import { sameProblemElsewhere } from '../../src/domain/case/same-problem.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { createNoting, createTeller } from '../../src/domain/site/site-reads.ts';
import { entryData } from '../../src/views/entry-data.ts';
import { entryView } from '../../src/views/entry.ts';
import { makeEntry, makeMeasure, makePolicy, makePractice, makeProblem, makeSite } from '../support/make-entries.ts';

const problem = makeProblem({ id: 'WT-03', measures: ['CS-010'] });
const measure = makeMeasure({ id: 'CS-010', problems: ['WT-03'] });
const practice = makePractice({ id: 'SJ-001', measures: ['CS-010'], problems: ['WT-03'] });
const stranger = makePractice({ id: 'SJ-002', title: '与谁都无关' });
const rule = makePolicy({ id: 'ZC-0001', title: '某省规定' });
const entries = [problem, measure, practice, stranger, rule];

/** What an entry's page and data show, what they read, and the site. */
function drawn(id: string, all: readonly Entry[]) {
  const site = makeSite(...all);
  const entry = site.graph.byId.get(id);
  if (!entry) throw new Error(`${id} is not there`);
  const reads = new Set<string>();
  const noted = createNoting(site)(entry, reads);
  const view = { page: entryView(noted, entry), data: entryData(noted, entry) };
  expect(view).toEqual({ page: entryView(site, entry), data: entryData(site, entry) });
  return { site, reads: [...reads] };
}

/** Whether what the page of an entry read is held by another site as it was. */
function isKept(id: string, after: readonly Entry[], before: readonly Entry[] = entries): boolean {
  const { site, reads } = drawn(id, before);
  const told = (all: ReturnType<typeof makeSite>) =>
    reads.map(
      createTeller(
        all,
        (entry) => JSON.stringify(entry),
        (text) => text,
      ),
    );
  return JSON.stringify(told(site)) === JSON.stringify(told(makeSite(...after)));
}

const replaced = (entry: Entry) => entries.map((old) => (old.data.id === entry.data.id ? entry : old));

describe('a page', () => {
  test('is kept when an entry changes that it does not read', () => {
    expect(isKept('CS-010', replaced(makePractice({ id: 'SJ-002', title: '还是与谁都无关' })))).toBe(true);
  });

  test.for<[string, readonly Entry[]]>([
    ['itself changes', replaced(makeMeasure({ id: 'CS-010', problems: ['WT-03'], title: '换了名字' }))],
    [
      'an entry changes that points to it',
      replaced(makePractice({ id: 'SJ-001', measures: ['CS-010'], problems: ['WT-03'], title: '换了名字' })),
    ],
    ['an entry that points to it is gone', entries.filter((entry) => entry !== practice)],
    ['another one points to it', replaced(makePractice({ id: 'SJ-002', measures: ['CS-010'] }))],
  ])('is drawn anew when %s', ([, after]) => {
    expect(isKept('CS-010', after)).toBe(false);
  });

  describe('beside a case that is taught in two parts', () => {
    const FACT = { text: '班子讨论了两种办法。', cites: ['S3-¶26#2'] };
    const question = { question: '你怎么办', purpose: '先想再说', minutes: 5 };
    const teaching = {
      ...{ decisionPoint: '要不要先办后补', audience: '中青班', objectives: ['能说出两种办法'], questions: [question, question] },
      ...{ keyPoints: ['先想程序'], partA: [FACT], partB: [{ text: '县里认定属于无意过失，不予问责。', cites: ['S3-¶26#2'] }] },
    };
    const taught = makePractice({ id: 'SJ-003', teaching });
    const all = [...entries, taught];
    const meaning = (text: string) => makeEntry('terms', { definition: { text, from: '编者释义', confidence: '通识', cites: [] } });

    test('is drawn anew when the outcome changes, or its words come to be the meaning of a term', () => {
      const other = makePractice({ id: 'SJ-003', teaching: { ...teaching, partB: [{ text: '县里给了诫勉。', cites: ['S3-¶26#2'] }] } });
      expect(isKept('CS-010', [...entries, other], all)).toBe(false);
      expect(isKept('CS-010', [...all, meaning('认定属于无意过失')], all)).toBe(false);
    });

    test('is kept when terms and policies come that are no words of it', () => {
      expect(isKept('CS-010', [...all, meaning('把明知故犯区分开来'), makePolicy({ id: 'ZC-0009', title: '某市办法' })], all)).toBe(true);
    });
  });

  test('of a policy is drawn anew when a document comes that replaces it', () => {
    expect(isKept('ZC-0001', [...entries, makePolicy({ id: 'ZC-0002', replaces: ['ZC-0001'] })])).toBe(false);
  });

  test('that names the day of the site is drawn anew on a later day, another is kept', () => {
    const later = replaced(makePractice({ id: 'SJ-002', updated: '2027-01-01' }));
    expect(isKept('ZC-0001', later)).toBe(false);
    expect(isKept('WT-03', later)).toBe(true);
  });
});

test('whoever asks how other regions handled a problem notices when another one does, and nothing else', () => {
  const own = makePractice({ id: 'SJ-001', regions: ['zhejiang'], problems: ['WT-03'] });
  const site = makeSite(problem, own);
  const reads = new Set<string>();
  expect(sameProblemElsewhere(createNoting(site)(own, reads), own)).toEqual([]);
  const told = (...more: Entry[]) =>
    [...reads].map(
      createTeller(
        makeSite(problem, own, ...more),
        (entry) => JSON.stringify(entry),
        (text) => text,
      ),
    );
  const elsewhere = { id: 'SJ-003', regions: ['songshan'] };
  expect(told(makePractice(elsewhere))).toEqual(told());
  expect(told(makePractice({ ...elsewhere, problems: ['WT-03'] }))).not.toEqual(told());
});

test('whoever goes through a list of the site has read all of it', () => {
  const site = makeSite(...entries);
  const reads = new Set<string>();
  const noted = createNoting(site)(rule, reads);
  expect([...noted.graph.byId.keys()]).toEqual(entries.map(({ data }) => data.id));
  expect(noted.byTheme.size).toBe(site.byTheme.size);
  expect(noted.entries).toBe(site.entries);
  expect([...reads].toSorted()).toEqual(['entry/*', 'entry/ZC-0001', 'theme/*']);
});

test('a part that no site has is no part', () => {
  const tell = createTeller(
    makeSite(makeEntry('terms')),
    () => '',
    (text) => text,
  );
  expect(() => tell('weather/today')).toThrow('weather is no part of the site');
});
