import { describe, expect, test } from 'vitest';
import { originalTextOf } from '../../src/domain/original-text.ts';
import type { Entry } from '../../src/domain/records.ts';
import type { PublicSource } from '../../src/schema/vocabulary.ts';
import { makeEntry, makePolicy, makePractice, makeSource } from '../support/make-entries.ts';

const publicSources = new Map(
  [
    {
      id: 'GK-0001',
      title: '容错案例',
      publisher: '云南网',
      date: '2025-09-02',
      url: 'https://news.example/1',
      seen: '摘录',
      note: '报道。',
    },
    { id: 'GK-0002', title: '容错案例', publisher: '某网（转载）', date: '2025-09-03', seen: '摘录', note: '转载。' },
  ].map((source) => [source.id, source as PublicSource]),
);
const document = makeSource({ id: 'S3', shortName: '2021年综述', publisher: '证券时报网', issued: '2021-08-23' });
const textOf = (entry: Entry) => originalTextOf(entry, { byId: new Map([['S3', document]]), publicSources });
const fact = (...cites: string[]) => ({ text: '公开澄清。', cites });

describe('a report', () => {
  test('whose publisher has a page is led to', () => {
    const found = textOf(makeEntry('tolerance', { facts: [fact('GK-0002'), fact('GK-0001')] }));
    expect(found).toEqual({ ways: [{ label: '看原文', publisher: '云南网', note: '', url: 'https://news.example/1' }] });
  });

  test('known from a copy says which, without an address', () => {
    expect(textOf(makePractice({ actions: [fact('GK-0002')] }))).toEqual({
      ways: [],
      ask: '没有首发机构的网址。出处：某网（转载）（2025-09-03）',
    });
  });

  test('known from a document names it', () => {
    expect(textOf(makePractice({ actions: [fact('S3-¶26#2')] }))?.ask).toBe(
      '没有首发机构的网址。出处：2021年综述（证券时报网，2021-08-23）',
    );
  });
});

describe('a policy', () => {
  const place = (note: string) => ({ publisher: '中国政府网', note, url: 'https://gov.example/1' });

  test('whose text is online is led to', () => {
    expect(textOf(makePolicy({ readAt: [place('全文。')] }))?.ways.map(({ label }) => label)).toEqual(['看原文']);
  });

  test('of which only a report is online does not call it the text, and says whom to ask', () => {
    const found = textOf(makePolicy({ readAt: [place('播发稿，不是文件全文。')], issuers: ['中共某省委'], dates: { issued: '2018-05' } }));
    expect(found).toEqual({
      ways: [{ label: '看报道', publisher: '中国政府网', note: '播发稿，不是文件全文', url: 'https://gov.example/1' }],
      ask: '没有见到首发机构的原文网页，可向中共某省委（2018-05）查',
    });
  });

  test('that a database of law holds is to be looked for there', () => {
    const found = textOf(makePolicy({ readAt: [{ publisher: '国家法律法规数据库', note: '可查官方文本。' }] }));
    expect(found?.ask).toBe('没有见到首发机构的原文网页，可向国家法律法规数据库（可查官方文本）查');
  });
});

test('a constructed scenario has no text to go to', () => {
  expect(textOf(makeEntry('tolerance', { nature: '教学情景', type: '教学情景' }) as Entry)).toBeUndefined();
});
