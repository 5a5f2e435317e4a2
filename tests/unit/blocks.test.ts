import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/domain/blocks.ts';
import type { Block } from '../../src/domain/blocks.ts';
import type { Entry } from '../../src/domain/records.ts';
import { COLLECTION_NAMES } from '../../src/schema/number.ts';
import { makeEntry, makeFigure, makeMeasure, makeMechanism, makePolicy, makePractice } from '../support/make-entries.ts';

const context = { stanceOf: (source: string) => (source === 'S3' ? '做法' : source === 'S0' ? '建议' : undefined) } as const;
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
    expect(blocks(makePractice()).map(idOf)).toEqual(['outline', 'actions', 'results', 'body']);
  });

  test('show figures, open questions and comparisons where there are any', () => {
    const practice = makePractice({
      figures: [makeFigure()],
      openQuestions: ['谁来认定？'],
      comparable: [{ id: 'SJ-002', why: '同在省级。' }],
    });
    expect(blocks(practice).map(idOf)).toEqual(['outline', 'actions', 'figures', 'results', 'open-questions', 'comparable', 'body']);
  });

  test('tell facts in the voice of facts and comments in the voice of the editor', () => {
    const practice = makePractice({ openQuestions: ['谁来认定？'], transfer: ['先弄清口径。'] });
    const voices = blocks(practice).flatMap((block) => (block.kind === 'body' ? [] : [`${block.id} ${block.voice}`]));
    expect(voices).toEqual(['outline fact', 'actions fact', 'results fact', 'open-questions editor', 'transfer editor']);
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
