import { describe, expect, test } from 'vitest';
import { freeSlug, pinyinSlug } from '../../src/domain/chinese/pinyin-slug.ts';

describe('the address of a title', () => {
  test.each([
    ['青川山县先修路案', 'qingchuan'],
    ['乐亭县', 'laotingxian'],
    ['朝阳区', 'chaoyang'],
    ['某局局长重新处理差旅费', 'juzhang-chongxin-chuli-chailv'],
    ['县长、处长、秘书长率先担当', 'xianzhang-chuzhang-mishuzhang-shuaixian'],
    ['县委《办法》第12条', 'xianwei-banfa-di-12-tiao'],
    ['六安市台州市', 'luan-shi-taizhou-shi'],
  ])('%s is read with %s in it', (title, read) => {
    expect(pinyinSlug(title).replaceAll('-', '')).toContain(read.replaceAll('-', ''));
    expect(pinyinSlug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
  });

  test('a place is read as the list of regions has it', () => {
    expect(pinyinSlug('单甲县修路', new Map([['单甲县', 'shanjia']]))).toBe('shanjia-xiulu');
  });

  test('a long title ends at a word', () => {
    const slug = pinyinSlug('关于进一步激励广大干部新时代新担当新作为的意见和若干配套措施的说明');
    expect(slug.length).toBeLessThanOrEqual(48);
    expect(slug).not.toMatch(/-$/u);
  });

  test('marks alone give no address', () => {
    expect(pinyinSlug('《》——')).toBe('');
  });

  test('an address that is taken is counted on', () => {
    expect(freeSlug('a', (slug) => ['a', 'a-2'].includes(slug))).toBe('a-3');
  });
});
