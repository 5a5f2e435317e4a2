import { expect, test } from 'vitest';
import { meantAddress } from '../../src/domain/site/number-address.ts';

test.each([
  ['/id/rc-001/', '/', '/id/RC-001/'],
  ['/id/rc001', '/', '/id/RC-001/'],
  ['/id/rc1/', '/', '/id/RC-001/'],
  ['/kb/id/zc-0003/', '/kb/', '/kb/id/ZC-0003/'],
  ['/id/%EF%BC%B2%EF%BC%A3-001/', '/', '/id/RC-001/'],
  ['/id/RC-001/', '/', undefined],
  ['/id/RC-999/', '/', undefined],
  ['/id/xx-001/', '/', undefined],
  ['/id/%E0%A4%A/', '/', undefined],
  ['/practices/rc-001/', '/', undefined],
  ['/id/rc-001/', '/kb/', undefined],
  ['/about/public-sources/page/9/', '/', '/about/public-sources/'],
  ['/kb/changes/2026-11/page/40', '/kb/', '/kb/changes/2026-11/'],
  ['/page/2/', '/kb/', undefined],
  ['/ID/RC-001/', '/', '/id/RC-001/'],
  ['/ID/rc001', '/', '/id/RC-001/'],
  ['/Id/rc-001/A/', '/', '/id/RC-001/a/'],
  ['/id/RC-001/a/', '/', undefined],
  ['/id/RC-999', '/', undefined],
  ['/ID/XX-001/', '/', undefined],
  ['/Tolerance/', '/', '/tolerance/'],
  ['/tolerance/Songming-2025/', '/', '/tolerance/songming-2025/'],
  ['/tolerance/songming-2025/', '/', undefined],
  ['/Tolerance/Page/9/', '/', '/tolerance/page/9/'],
  ['/KB/Tolerance/', '/KB/', '/KB/tolerance/'],
  ['/KB/Tolerance/', '/kb/', undefined],
  ['/%E5%AE%B9%E9%94%99/', '/', undefined],
  ['/%E5%AE%B9/Tolerance', '/%E5%AE%B9/', '/%E5%AE%B9/tolerance'],
])('%s below %s is meant for %s', (path, base, meant) => {
  expect(meantAddress(path, base)).toBe(meant);
});

test.each([
  '/ID/RC001/Page/9',
  '/Tolerance/PAGE/9/',
  '/Changes/2026-11/Page/4/page/5/',
  '/id/%52C-001/A',
  '/%e5%AE%B9/A%2FB/',
  '/ID//RC1//A/',
])('nobody who typed %s is led in a circle', (typed) => {
  const seen = [typed];
  for (let path = meantAddress(typed, '/'); path !== undefined; path = meantAddress(path, '/')) {
    expect(seen).not.toContain(path);
    seen.push(path);
  }
  expect(seen.length).toBeLessThan(5);
});
