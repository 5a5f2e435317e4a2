import { expect, test } from 'vitest';
import { numberReferences } from '../../src/domain/reference/numbered-references.ts';
import { firstNumbers, isSameWork, worksOnce } from '../../src/domain/reference/same-work.ts';
import { referencesPaper } from '../../src/domain/reference/selection-references.ts';
import type { Work } from '../../src/domain/reference/work.ts';

const work = (more: Partial<Work>): Work => ({
  id: 'GK-0001',
  kind: 'page',
  authors: ['某报'],
  title: '甲',
  name: '甲',
  date: '2019-01-14',
  ...more,
});
const first = work({ url: 'https://news.example/1' });

test.each<[string, Partial<Work>, boolean]>([
  ['one address', { id: 'GK-0002', title: '另一题', url: 'http://www.news.example/1/' }, true],
  ['two addresses', { id: 'GK-0002', url: 'https://news.example/2' }, false],
  ['one title and day, seen elsewhere without an address', { id: 'GK-0002', authors: ['某网（转载）'] }, true],
  ['one title, the day less exact', { id: 'GK-0002', date: '2019-01' }, true],
  ['one title, the day unknown', { id: 'GK-0002', date: '' }, true],
  ['one title, another day', { id: 'GK-0002', date: '2018-08' }, false],
  ['a report and the rule of the same name', { id: 'ZC-0001', kind: 'document' }, false],
  ['one title, its marks set otherwise', { id: 'GK-0002', title: '“甲”' }, true],
  ['one title, told to be shortened', { id: 'GK-0002', title: '甲（题名节略）' }, true],
])('two numbers with %s', (_, more, isSame) => expect(isSameWork(first, work(more))).toBe(isSame));

test('of two numbers for one work the one that tells more is listed, in the place of the first', () => {
  const vague = work({ id: 'GK-0002', date: '2019-01' });
  expect(worksOnce([vague, work({ id: 'GK-0003', title: '乙' }), first]).map(({ id }) => id)).toEqual(['GK-0001', 'GK-0003']);
});

test('a text of a rule that was seen in a collection is the rule, which is the one that is cited', () => {
  const rule = work({ id: 'ZC-0001', kind: 'document', authors: ['某市'], subtitle: '某发〔2019〕1号', date: '2019' });
  const text = work({ id: 'GK-0622', authors: [], publisher: '[公开法规文本（转录）]', date: '2020-06-20' });
  expect(worksOnce([text, rule]).map(({ id }) => id)).toEqual(['ZC-0001']);
  expect(numberReferences([text, rule]).mark(['GK-0622', 'ZC-0001'])).toBe('［1］');
  expect(isSameWork(rule, { ...text, url: 'https://news.example/3' })).toBe(false);
});

test('both numbers of one work carry the same mark, and the paragraph of a source stands behind its number', () => {
  const source = work({ id: 'S3', title: '综述' });
  const references = numberReferences([first, work({ id: 'GK-0002' }), source]);
  expect(references.mark(['GK-0002', 'GK-0001'])).toBe('［1］');
  expect(references.mark(['S3-¶26#2', 'GK-9999'])).toBe('［2：第26段、GK-9999］');
  expect(references.cited().map(({ id }) => id)).toEqual(['GK-0001', 'S3']);
});

test('a selection is listed in both editions, what it rests on before its own pages', () => {
  const page = work({ id: 'RC-001', authors: ['本库'], title: '某案', url: '/id/RC-001/' });
  const paper = referencesPaper(
    '比对篮',
    [
      { page, works: [first] },
      { page: { ...page, id: 'RC-002', url: '/id/RC-002/' }, works: [work({ id: 'GK-0002' })] },
    ],
    { accessed: '2026-11-28', root: 'http://kb/' },
    [],
  );
  const lists = paper.parts.flatMap((part) => (part.kind === 'list' ? [part.items] : []));
  expect(lists.map((items) => items.length)).toEqual([3, 3]);
  expect(paper.parts.filter((part) => part.kind === 'list' && part.mark === 'bracket')).toHaveLength(2);
  expect(lists[0]?.[0]).toBe('某报. 甲[EB/OL]. （2019-01-14）[2026-11-28]. https://news.example/1.');
  expect(lists[1]?.[0]).toBe('某报. 甲[EB/OL]. (2019-01-14)[2026-11-28]. https://news.example/1.');
  expect(lists[0]?.[1]).toContain('http://kb/id/RC-001/');
});

test('each further number of a work leads to its first, whichever of the others it is like', () => {
  const numbers = [
    first,
    work({ id: 'GK-0002', title: '乙' }),
    work({ id: 'GK-0003', url: 'https://news.example/1/', title: '丙' }),
    work({ id: 'GK-0004', title: '丙' }),
    work({ id: 'GK-0005', date: '2018' }),
  ];
  expect([...firstNumbers(numbers)]).toEqual([
    ['GK-0003', 'GK-0001'],
    ['GK-0004', 'GK-0001'],
  ]);
});

test('the text of a law is that of the edition whose year it has', () => {
  const law = work({ id: 'ZC-0201', kind: 'document', title: '公务员法（2018年修订）', authors: ['全国人大常委会'], date: '2018' });
  const text = (date: string) => work({ id: 'GK-0621', title: '公务员法', authors: [], publisher: '[公开法规文本（转录）]', date });
  expect(isSameWork(text('2018-12-29'), law)).toBe(true);
  expect(worksOnce([text('2018-12-29'), law]).map(({ id }) => id)).toEqual(['ZC-0201']);
  expect(isSameWork(text('2005-04-27'), law)).toBe(false);
  expect(isSameWork(work({ ...text('2018-12-29'), title: '监察法' }), law)).toBe(false);
});

test('two rules that stand on one page are two works', () => {
  const rule = work({ id: 'ZC-0001', kind: 'document', title: '甲办法', url: 'https://gov.example/1' });
  const other = work({ id: 'ZC-0002', kind: 'document', title: '乙办法', url: 'https://gov.example/1' });
  expect(worksOnce([rule, other])).toHaveLength(2);
});
