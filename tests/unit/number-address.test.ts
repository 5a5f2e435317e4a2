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
])('%s below %s is meant for %s', (path, base, meant) => {
  expect(meantAddress(path, base)).toBe(meant);
});
