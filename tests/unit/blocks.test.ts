import { describe, expect, test } from 'vitest';
import { blocksOf, contextOf, datedText } from '../../src/domain/entry/blocks.ts';
import type { Block } from '../../src/domain/entry/blocks.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { COLLECTION_NAMES } from '../../src/schema/number.ts';
import { makeEntry, makeFigure, makeMeasure, makeMechanism, makePolicy, makePractice, makeSource } from '../support/make-entries.ts';

const QUOTE = { words: '可以减轻处理', edition: '2018年修订', readAt: '公开法规文本（转录）', day: '2026-11-28' };
const known = [makeSource({ id: 'S3' }), makeSource({ id: 'S0', stance: '建议' }), policyWithArticles()];
const context = contextOf(new Map(known.map((entry) => [entry.data.id, entry])));
const blocks = (entry: Entry) => blocksOf(entry, context);
const idOf = (block: Block) => (block.kind === 'body' ? 'body' : block.id);

test.for(COLLECTION_NAMES)('the blocks of %s hold the body once, and every anchor once', (collection) => {
  const ids = blocks(makeEntry(collection) as Entry).map(idOf);
  expect(ids.filter((id) => id === 'body')).toHaveLength(1);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[a-z][a-z0-9-]*$/u.test(id))).toBe(true);
});

describe('the blocks of a practice', () => {
  test('stand in reading order, and empty ones are left out', () => {
    expect(blocks(makePractice()).map(idOf)).toEqual(['actions', 'outline', 'results', 'body']);
  });

  test('show figures, open questions and comparisons where there are any', () => {
    const practice = makePractice({
      figures: [makeFigure()],
      openQuestions: ['谁来认定？'],
      comparable: [{ id: 'SJ-002', why: '同在省级。' }],
    });
    expect(blocks(practice).map(idOf)).toEqual(['actions', 'outline', 'results', 'figures', 'body', 'comparable', 'open-questions']);
  });

  test('tell facts in the voice of facts and comments in the voice of the editor', () => {
    const practice = makePractice({ openQuestions: ['谁来认定？'], transfer: ['先弄清口径。'] });
    const voices = blocks(practice).flatMap((block) => (block.kind === 'body' ? [] : [`${block.id} ${block.voice}`]));
    expect(voices).toEqual(['actions fact', 'outline fact', 'results fact', 'transfer editor', 'open-questions editor']);
  });

  test('keep what is unknown in its place', () => {
    const results = blocks(makePractice()).find((block) => idOf(block) === 'results');
    expect(results?.kind === 'rows' && results.rows.map(({ value }) => value)).toEqual(['未载', '未载', '未载']);
  });

  test('give a finding its sources', () => {
    const results = blocks(makePractice({ conditions: { text: '先有名册。', cites: ['S3-¶26#2'] } })).find(
      (block) => idOf(block) === 'results',
    );
    expect(results?.kind === 'rows' && results.rows[0]).toEqual({ label: '实行的条件', value: '先有名册。', cites: ['S3-¶26#2'] });
  });
});

describe('the blocks of a situation', () => {
  const facts = [{ text: '批复以前不能开工。', cites: ['ZC-0001'] }];

  test('put what law forbids first, what can be done before what others did, and what rules refuse before leading on', () => {
    const whole = makeEntry('situations', {
      forbids: facts,
      refused: facts,
      channel: facts,
      elsewhere: [{ id: 'SJ-001', why: '看步骤。' }],
    });
    const order = ['forbids', 'says', 'steps', 'elsewhere', 'channel', 'refused', 'next', 'body'];
    expect(blocks(whole as Entry).map(idOf)).toEqual(order);
  });

  test('say that the rules seen name nobody to ask', () => {
    const channel = blocks(makeEntry('situations') as Entry).find((block) => idOf(block) === 'channel');
    expect(channel?.kind === 'statements' && channel.items).toEqual([{ text: '所见规定没有写。', cites: [] }]);
  });

  test('lead on to pages of the site by their names', () => {
    const next = blocks(makeEntry('situations') as Entry).find((block) => idOf(block) === 'next');
    expect(next?.kind === 'onward' && next.items).toEqual([{ path: '/worksheet/', name: '六因素研判单', why: '逐项想一遍' }]);
  });
});

test('a problem is described before anything is said of the documents that describe it, and what is doubtful is folded', () => {
  const layer = { source: 'S3', layer: '问题', heading: '标题之下', cites: ['S3-¶26#2'] };
  const problem = makeEntry('problems', { layers: [layer], misreadings: [{ text: '同名不同义。' }], openQuestions: ['谁来做？'] });
  const shown = blocks(problem);
  expect(shown.map(idOf)).toEqual(['manifestations', 'body', 'misreadings', 'open-questions', 'layers']);
  expect(shown.flatMap((block) => (block.kind !== 'body' && block.isFolded ? [block.id] : []))).toEqual(['misreadings', 'open-questions']);
});

test('a case is told before it is filed, and what it is filed by says where its words are explained', () => {
  const shown = blocks(makeEntry('tolerance'));
  expect(shown.map(idOf).slice(0, 2)).toEqual(['facts', 'outline']);
  const rows = shown.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
  expect(rows.flatMap(({ label, meaning }) => (meaning ? [`${label} ${meaning}`] : []))).toEqual([
    '来源级别 levels',
    '编者所见 completeness',
    '处理结果 outcomes',
  ]);
});

test('a policy read twice with one publisher names it once', () => {
  const readAt = [
    { publisher: '央视网', note: '播发稿。' },
    { publisher: '新华社', note: '全文。' },
    { publisher: '央视网', note: '报道。' },
  ];
  const found = blocks(makePolicy({ readAt })).find((block) => idOf(block) === 'read-at');
  expect(found?.kind === 'rows' && found.rows).toEqual([
    { label: '央视网', value: '播发稿。报道。' },
    { label: '新华社', value: '全文。' },
  ]);
});

describe('what a measure does', () => {
  const done = { text: '已经这样做。', cites: ['S3-¶26#2'] };
  const suggested = { text: '建议这样做。', cites: ['S0-¶01#1'] };

  test('is told apart by what kind of document says it', () => {
    const found = blocks(makeMeasure({ actions: [suggested, done] })).filter((block) => block.kind === 'statements');
    expect(found.map((block) => [block.id, block.items.map(({ text }) => text)])).toEqual([
      ['done', ['已经这样做。']],
      ['suggested', ['建议这样做。']],
    ]);
  });

  test('warns that a suggestion is not yet a practice', () => {
    const block = blocks(makeMeasure({ actions: [suggested] })).find((candidate) => idOf(candidate) === 'suggested');
    expect(block?.kind === 'statements' && block.note).toMatch(/不等于已经实行/u);
  });
});

test.for([
  ['先后步骤', '怎样运行'],
  ['循环', '怎样运行'],
  ['并列构成', '构成'],
])('stages that are %s stand under the heading %s', ([stagesAre, heading]) => {
  const stage = { name: '提醒', who: '未载', what: '谈话', output: '未载', cites: ['S3-¶26#2'] };
  const block = blocks(makeMechanism({ stages: [stage], stagesAre })).find((candidate) => idOf(candidate) === 'stages');
  expect(block?.kind === 'stages' && block.heading).toBe(heading);
});

function policyWithArticles() {
  return makePolicy({
    id: 'ZC-0009',
    title: '问责条例',
    clauses: [
      { no: '第十七条', anchor: 'art-17', gist: '三类情形。', cites: ['GK-0001'], read: '逐字读过', quote: QUOTE, why: '先看它。' },
      { no: '第十八条', anchor: 'art-18', gist: '从轻减轻。', cites: ['GK-0001'], read: '条文未见' },
    ],
    deadlines: [{ of: '作出认定', value: 3, unit: '月', from: '自受理之日起', cites: ['GK-0001'] }],
  });
}

describe('the law that an entry is linked with', () => {
  const linked = {
    basis: [
      { text: '来源点名问责条例。', id: 'ZC-0009', cites: ['S3-¶26#2'] },
      { text: '来源提到一份内部办法。', cites: ['S3-¶26#2'] },
    ],
    relatedPolicies: [{ id: 'ZC-0009', clause: 'art-17', why: '当时有效的一版。' }],
  };

  test.for(['measures', 'mechanisms', 'practices', 'tolerance'] as const)('stands in two kinds on %s', (collection) => {
    const found = blocks(makeEntry(collection, linked) as Entry).filter((block) => block.kind === 'basis' || block.kind === 'links');
    expect(found.map((block) => [block.heading, block.voice])).toEqual([
      ['依据（来源写明）', 'fact'],
      ['相关条文（编者所列）', 'editor'],
    ]);
  });

  test('names the policy and the article, where the library has them', () => {
    const [basis, related] = blocks(makePractice(linked)).filter((block) => block.kind === 'basis' || block.kind === 'links');
    expect(basis?.kind === 'basis' && basis.items.map((item) => item.linked?.title)).toEqual(['问责条例', undefined]);
    expect(related?.kind === 'links' && related.items[0]?.linked?.article?.quote).toEqual(QUOTE);
  });

  test('says that the editors looked and found none', () => {
    const found = blocks(makePractice({ relatedPolicies: '未找到' })).find((block) => idOf(block) === 'related-policies');
    expect(found?.kind === 'points' && found.items).toEqual(['编者查找过，没有找到相关条文。']);
  });
});

test('a policy shows its deadlines with number, unit and beginning', () => {
  const found = blocks(policyWithArticles()).find((block) => idOf(block) === 'deadlines');
  expect(found?.kind === 'rows' && found.rows).toEqual([{ label: '作出认定', value: '3个月（自受理之日起）', cites: ['GK-0001'] }]);
});

test('a case shows its result in the source’s words and its steps with their dates', () => {
  const shown = blocks(
    makeEntry('tolerance', {
      outcomeWords: '不予追究责任',
      procedureSteps: [
        { text: '提出申请。', date: '2021-05', cites: ['S3-¶26#2'] },
        { text: '作出认定。', date: '未载', cites: ['S3-¶26#2'] },
        { text: '反馈。', cites: ['S3-¶26#2'] },
      ],
    }),
  );
  const outcome = shown.find((block) => idOf(block) === 'outcome');
  const steps = shown.find((block) => idOf(block) === 'procedure');
  expect(outcome?.kind === 'rows' && outcome.rows.find(({ label }) => label === '来源的原话')?.value).toBe('“不予追究责任”');
  expect(steps?.kind === 'axis' && steps.items.map(datedText)).toEqual(['2021-05：提出申请。', '（日期未载）作出认定。', '反馈。']);
});

test('what a constructed scenario does not set is left out, and a gap in a source is said', () => {
  const untold = { outcome: '不适用', outcomeText: '未载', decidedBy: '未载', correction: '未载', followUp: '未载' };
  const outcomeIn = (fields: object) =>
    blocks(makeEntry('tolerance', { ...untold, ...fields }))
      .map(idOf)
      .includes('outcome');
  expect(outcomeIn({ nature: '教学情景', type: '教学情景' })).toBe(false);
  expect(outcomeIn({ nature: '公开报道' })).toBe(true);
});
