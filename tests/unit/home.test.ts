import { describe, expect, test } from 'vitest';
import { newsOf } from '../../src/views/changes.ts';
import { homeView } from '../../src/views/home.ts';
import { makeEntry, makePractice, makeSite, makeSource } from '../support/make-entries.ts';

const first = makeEntry('situations', { id: 'QX-001', title: '审批还缺一个要件，项目等不了', who: ['干部', '组工'] });
const second = makeEntry('situations', { id: 'QX-002', title: '怕被问责，字不敢签', who: ['干部'] });
const third = makeEntry('situations', { id: 'QX-013', title: '半天课用哪几个案例', who: ['教员'] });

describe('the home page', () => {
  const view = homeView(makeSite(first, second, third), { situations: ['QX-002'], questions: ['第一种问法', '没有人问过的一句'] });

  test('shows chosen situations as cards and every other one of the same askers by title, each once', () => {
    expect(view.asked.map(({ who, cards, others }) => [who, cards.map(({ id }) => id), others.map(({ id }) => id)])).toEqual([
      ['干部', ['QX-002'], ['QX-001']],
      ['教员', [], ['QX-013']],
    ]);
  });

  test('leads a question to the situation that is asked so, and any other to the search', () => {
    expect(view.questions.map(({ href }) => href)).toEqual(['/situations/qx-001/', `/search/?q=${encodeURIComponent('没有人问过的一句')}`]);
  });

  test('refuses a card for a situation that is not there, by the file', () => {
    expect(() => homeView(makeSite(first), { situations: ['QX-099'] })).toThrow('content/pages/home.mdx: 没有发布编号为 QX-099 的情形');
  });
});

describe('the news', () => {
  const added = ['SJ-001', 'SJ-002', 'SJ-003', 'SJ-004'].map((id) => makePractice({ id, published: '2026-11-20', updated: '2026-11-20' }));
  const rewritten = added.map(({ data }) =>
    makePractice({ ...data, updated: '2026-11-28', changes: [{ date: '2026-11-28', what: '摘要和说明改写。' }] }),
  );

  test('name the first of what was added, and say how many', () => {
    const [news] = newsOf(makeSite(...added, makeSource({ id: 'S3' })), 5);
    expect(news).toMatchObject({ date: '2026-11-20', text: '地区实践新收 4 条', isMore: true });
    expect(news?.items.map(({ id }) => id)).toEqual(['SJ-001', 'SJ-002', 'SJ-003']);
  });

  test('put what was added before what was changed, and tell equal changes in one line', () => {
    expect(newsOf(makeSite(...rewritten), 5).map(({ text }) => text)).toEqual(['地区实践新收 4 条', '摘要和说明改写。']);
  });
});
