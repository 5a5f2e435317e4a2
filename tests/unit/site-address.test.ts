import { describe, expect, test } from 'vitest';
import { addressProblem, AS_FIELDS, baseProblem, encodedBase } from '../../src/domain/site/site-address.ts';

const HOW = '请写成以 http:// 或 https:// 开头的，如 http://10.0.0.8 或 https://kb.example.cn 。';

describe('the address of the site', () => {
  test.each(['', 'http://10.0.0.8', 'https://kb.example.cn/', 'http://10.0.0.8:8080', 'http://[fe80::1]', 'http://担当.cn'])(
    '%s is sound',
    (address) => {
      expect(addressProblem(address)).toBeUndefined();
    },
  );

  test.each([
    ['10.0.0.8', `SITE_URL 写的是“10.0.0.8”，不是网址。${HOW}`],
    ['http//10.0.0.8', `SITE_URL 写的是“http//10.0.0.8”，不是网址。${HOW}`],
    ['http://', `SITE_URL 写的是“http://”，不是网址。${HOW}`],
    ['http://10.0.0.8/kb', 'SITE_URL 写的是“http://10.0.0.8/kb”，带了路径。主机和路径要分开写：SITE_URL=http://10.0.0.8 SITE_BASE=/kb'],
    ['http://10.0.0.8/?a', 'SITE_URL 写的是“http://10.0.0.8/?a”，多了“?”“#”或者“@”。请只写到主机，如 http://10.0.0.8 。'],
  ])('%s is refused with the way to write it', (address, problem) => {
    expect(addressProblem(address)).toBe(problem);
  });

  test('in site.yaml is told in the words of the file', () => {
    expect(addressProblem('http://10.0.0.8/知识库', AS_FIELDS)).toBe(
      'address 写的是“http://10.0.0.8/知识库”，带了路径。主机和路径要分开写：address: "http://10.0.0.8"，base: /知识库',
    );
  });
});

describe('the path below which the site is served', () => {
  test.each([
    ['/', '/'],
    ['kb', '/kb/'],
    ['//kb//', '/kb/'],
    ['/知识库/', '/%E7%9F%A5%E8%AF%86%E5%BA%93/'],
    ['/干部 学习/v1.2', '/%E5%B9%B2%E9%83%A8%20%E5%AD%A6%E4%B9%A0/v1.2/'],
  ])('%s is sound, and stands in addresses as %s', (base, encoded) => {
    expect(baseProblem(base)).toBeUndefined();
    expect(encodedBase(base)).toBe(encoded);
  });

  test.each([
    [
      'http://10.0.0.8/kb',
      'SITE_BASE 写的是“http://10.0.0.8/kb”，是网址，不是路径。主机和路径要分开写：SITE_URL=http://10.0.0.8 SITE_BASE=/kb',
    ],
    [
      '10.0.0.8',
      'SITE_BASE 写的是“10.0.0.8”，是主机，不是路径。主机写进 SITE_URL，如 SITE_URL=http://10.0.0.8 ；没有子路径就写 SITE_BASE=/',
    ],
    [
      'C:/Program Files/Git/kb/',
      'SITE_BASE 写的是“C:/Program Files/Git/kb/”，像是 Git Bash 把开头的斜杠换成了它的安装文件夹。请不写开头的斜杠：SITE_BASE=kb',
    ],
    ['D:\\Git\\kb\\', 'SITE_BASE 写的是“D:\\Git\\kb\\”，像是 Git Bash 把开头的斜杠换成了它的安装文件夹。请不写开头的斜杠：SITE_BASE=kb'],
    ['/%E7%9F%A5/', 'SITE_BASE 写的是“/%E7%9F%A5/”，里面有“%”。汉字和空格请照原样写，生成时会编成网址里的写法。'],
    ['kb:8080', 'SITE_BASE 写的是“kb:8080”，里面有“:”，放进网址里会出错。只用字母、数字、汉字、空格和 - . _ ~ ，用 / 分开，如 /kb/ 。'],
    ['\\kb\\', 'SITE_BASE 写的是“\\kb\\”，里面有“\\”，放进网址里会出错。只用字母、数字、汉字、空格和 - . _ ~ ，用 / 分开，如 /kb/ 。'],
    ['/../', 'SITE_BASE 写的是“/../”，有一段只有点，或者以空格开头、结尾。请写成 /kb/ 这样。'],
  ])('%s is refused with the way to write it', (base, problem) => {
    expect(baseProblem(base)).toBe(problem);
  });
});
