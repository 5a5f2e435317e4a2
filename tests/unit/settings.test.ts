import { describe, expect, test } from 'vitest';
import { addressProblem } from '../../src/commands/settings.ts';

describe('the address of the site', () => {
  test.each(['', 'http://10.0.0.8', 'https://kb.example.cn/', 'http://10.0.0.8:8080', 'http://[fe80::1]', 'http://担当.cn'])(
    '%s is sound',
    (address) => {
      expect(addressProblem(address)).toBeUndefined();
    },
  );

  test.each([
    [
      '10.0.0.8',
      'SITE_URL 写的是“10.0.0.8”，不是网址。请写成以 http:// 或 https:// 开头的，如 http://10.0.0.8 或 https://kb.example.cn 。',
    ],
    [
      'http//10.0.0.8',
      'SITE_URL 写的是“http//10.0.0.8”，不是网址。请写成以 http:// 或 https:// 开头的，如 http://10.0.0.8 或 https://kb.example.cn 。',
    ],
    ['http://', 'SITE_URL 写的是“http://”，不是网址。请写成以 http:// 或 https:// 开头的，如 http://10.0.0.8 或 https://kb.example.cn 。'],
    ['http://10.0.0.8/kb', 'SITE_URL 写的是“http://10.0.0.8/kb”，带了路径。主机和路径要分开写：SITE_URL=http://10.0.0.8 SITE_BASE=/kb'],
    ['http://10.0.0.8/?a', 'SITE_URL 写的是“http://10.0.0.8/?a”，多了“?”“#”或者“@”。请只写到主机，如 http://10.0.0.8 。'],
  ])('%s is refused with the way to write it', (address, problem) => {
    expect(addressProblem(address)).toBe(problem);
  });
});
