import { describe, expect, test } from 'vitest';
import { cutOpening, cutPassage, headingsWith } from '../../src/search/query/excerpt.ts';
import { countFacet, isSelected, NO_SELECTION, toggleFacet } from '../../src/search/query/facets.ts';
import { readPageText } from '../../src/search/making/page-text.ts';
import type { FacetedCard, Selection } from '../../src/search/query/facets.ts';
import type { SearchState } from '../../src/search/query/search-address.ts';
import { readSearchAddress, writeSearchAddress } from '../../src/search/query/search-address.ts';

const page = (region: string) => readPageText(`<html><body><nav>栏目</nav>${region}</body></html>`, '/practices/a/');

describe('readPageText', () => {
  test('reads blocks as lines and inline elements as running text', () => {
    const html = '<article data-entry="SJ-001"><h1>标题</h1><p>甲<b>乙</b>\n丙</p><ul><li>一</li><li>二 三</li></ul></article>';
    expect(page(html)?.text).toBe('标题\n甲乙 丙\n一\n二 三');
  });

  test('leaves out what is marked, scripts, and everything outside the region', () => {
    const html = '<article data-entry="SJ-001"><p>事实<a data-search-ignore>S3-¶26#2</a>。</p><script>x</script></article><p>外</p>';
    expect(page(html)?.text).toBe('事实。');
  });

  test('leaves out rows whose value is not known, with their label', () => {
    const html =
      '<article data-entry="SJ-001"><dl><div class="is-untold"><dt>期限</dt><dd>未公开</dd></div><div><dt>步骤</dt><dd>三步</dd></div></dl></article>';
    expect(page(html)?.text).toBe('步骤\n三步');
  });

  test('keeps table cells apart', () => {
    const html = '<article data-entry="SJ-001"><table><tr><th>甲</th><td>1</td></tr><tr><td>乙</td></tr></table></article>';
    expect(page(html)?.text).toBe('甲 1\n乙');
  });

  test('drops a line break of the source between Han characters', () => {
    expect(page('<article data-entry="SJ-001"><p>担当\n  作为</p></article>')?.text).toBe('担当作为');
  });

  test('gives headings with the id of their own or of their section, and their place', () => {
    const html = '<article data-entry="SJ-001"><h1>标题</h1><section id="a"><h2>做法</h2><p>文</p></section><h2 id="b">结果</h2></article>';
    expect(page(html)?.headings).toEqual([
      { id: 'a', text: '做法', at: 3 },
      { id: 'b', text: '结果', at: 8 },
    ]);
  });

  test('is undefined for a page without an entry', () => {
    expect(page('<p>目录</p>')).toBeUndefined();
  });
});

describe('excerpts', () => {
  test('keep cells of a table apart, which would read as one sentence, and set nothing between sentences', () => {
    const table = '标题\n先说明。\n再问口头交代的人\n何时\n这一周\n';
    expect(
      cutPassage(table, '标题', ['口头'])
        .pieces.map((piece) => piece.text)
        .join(''),
    ).toBe('再问口头交代的人｜何时｜这一周');
    expect(cutPassage('标题\n先说明。\n何时\n这一周', '标题', []).pieces[0]?.text).toBe('先说明。何时｜这一周');
  });

  const text = `标题\n开头。${'无关的话，'.repeat(40)}容错与纠错并举。后文`;

  test('shows the passage with the match, whole phrases marked', () => {
    const { pieces } = cutPassage(text, '标题', ['容错', '纠错']);
    expect(pieces.filter(({ isMatch }) => isMatch).map((piece) => piece.text)).toEqual(['容错', '纠错']);
    expect(pieces[0]?.text).toMatch(/^…/u);
  });

  test('shows the beginning after the title when only the title matches', () => {
    expect(cutPassage('标题\n第一句。', '标题', ['标题']).pieces).toEqual([{ text: '第一句。', isMatch: false }]);
  });

  test('without a match is what stands before the first heading', () => {
    const short = '标题\n一句话。\n当心\n另一句话。';
    const { pieces } = cutPassage(short, '标题', ['容错'], [{ id: 'refused', text: '当心', at: short.indexOf('当心') }]);
    expect(pieces).toEqual([{ text: '一句话。', isMatch: false }]);
  });

  test('joins overlapping words to one mark', () => {
    expect(cutPassage('题\n不敢担当。', '题', ['不敢', '敢担', '担当']).pieces[0]).toEqual({ text: '不敢担当', isMatch: true });
  });

  test('ends before the next heading, however short it is', () => {
    const short = '标题\n容错不等于免责。\n当心\n另一句话。';
    const { pieces } = cutPassage(short, '标题', ['容错'], [{ id: 'refused', text: '当心', at: short.indexOf('当心') }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('容错不等于免责。');
  });

  test('of the opening is the first line after the title, whatever stands further down', () => {
    const { pieces, at } = cutOpening('标题\n先补手续，再动工。\n当心\n手续手续手续。', '标题', ['手续']);
    expect(pieces.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join('')).toBe('先补[手续]，再动工。');
    expect(at).toBe('标题\n'.length);
  });

  test('names the headings whose sections contain a phrase', () => {
    const headings = [
      { id: 'a', text: '做法', at: 3 },
      { id: 'b', text: '结果', at: 10 },
    ];
    expect(headingsWith('标题\n做法\n一二\n结果\n容错', headings, ['容错'], 3).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('facets', () => {
  const card = (id: string, collection: string, regions: string[]): FacetedCard => ({
    ...{ id, collection, natures: [], offers: [], names: [], title: -1, facts: { regions } },
  });
  const cards = [card('1', 'practices', ['浙江省']), card('2', 'practices', ['湖北省']), card('3', 'terms', [])];

  test('takes any value within a group and all groups together', () => {
    const selection = { ...NO_SELECTION, collection: ['practices'], region: ['浙江省', '湖北省'] };
    expect(cards.filter((one) => isSelected(one, selection)).map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('counts a group with the choices of the other groups only', () => {
    const selection = toggleFacet({ ...NO_SELECTION, region: ['浙江省'] }, 'collection', 'terms', true);
    expect(countFacet(cards, 'region', selection)).toEqual([{ value: '浙江省', count: 0, isChosen: true }]);
    expect(countFacet(cards, 'collection', selection)).toEqual([
      { value: 'practices', count: 1, isChosen: false },
      { value: 'terms', count: 0, isChosen: true },
    ]);
  });

  test('survives the way through the address', () => {
    const selection: Selection = { ...NO_SELECTION, region: ['浙江省', '湖北省'], theme: ['澄清保护'], all: ['region'] };
    const wish = { isExact: true, hasSynonyms: false, hasPreference: false };
    const state: SearchState = { q: '容错 “三个区分”', within: ['程序'], selection, sort: 'date', wish, asksUnits: true };
    expect(readSearchAddress(writeSearchAddress(state))).toEqual(state);
  });
});
