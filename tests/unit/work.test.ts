import { describe, expect, test } from 'vitest';
import { formatReference } from '../../src/domain/reference/reference.ts';
import { withRoot, withRootedPaths } from '../../src/domain/reference/work.ts';
import type { Work } from '../../src/domain/reference/work.ts';

const page: Work = {
  id: 'RC-001',
  name: '案例',
  kind: 'page',
  authors: ['担当作为知识库'],
  title: '案例',
  subtitle: 'RC-001',
  date: '2026-11-22',
  url: '/id/RC-001/',
};

describe('an entry of a site', () => {
  test.each([
    [
      'with an address is cited by it',
      'http://a.cn/kb/',
      '担当作为知识库. 案例：RC-001[EB/OL]. （2026-11-22）[引用日期]. http://a.cn/kb/id/RC-001/.',
    ],
    ['without one is cited by the name of the site and its number', '', '担当作为知识库. 案例：RC-001[Z]. 2026-11-22.'],
  ])('%s', (_, root, reference) => {
    expect(formatReference(withRoot(page, root), '2025')).toBe(reference);
  });

  test('leaves the address of another publisher alone', () => {
    const foreign = { ...page, url: 'http://b.cn/id/RC-001/' };
    expect(withRoot(foreign, '')).toEqual(foreign);
  });
});

test.each([
  ['"address":"/id/RC-001/"', '"address":"http://a.cn/kb/id/RC-001/"'],
  ['担当作为知识库 S3，/id/S3/；GK-0001', '担当作为知识库 S3，http://a.cn/kb/id/S3/；GK-0001'],
  ['[2026-11-22]. /id/ZC-0001/. 又见 /id/SJ-002/', '[2026-11-22]. http://a.cn/kb/id/ZC-0001/. 又见 http://a.cn/kb/id/SJ-002/'],
  ['"/id/RC-001/index.html"', '"http://a.cn/kb/id/RC-001/index.html"'],
  [
    'https://b.cn/id/RC-001/ https://b.cn/a-/id/S3/ /id/other/ /idea/S3/',
    'https://b.cn/id/RC-001/ https://b.cn/a-/id/S3/ /id/other/ /idea/S3/',
  ],
])('the paths of entries in %s are completed, and nothing else', (text, completed) => {
  expect(withRootedPaths(text, 'http://a.cn/kb/')).toBe(completed);
});
