/** Which words of the texts the search knows: those of the runtime's list, and those that the list lacks and the texts always write together. */
import { describe, expect, test } from 'vitest';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { NO_END } from '../../src/search/words/lexicon.ts';
import { placeName } from '../../src/search/words/places.ts';

/** The common words that begin with two characters. */
function wordsFrom(pair: string, texts: readonly string[]): string[] {
  const { slots } = gatherLexicon({ asked: [], words: [], synonyms: [], places: [], texts });
  const ends = slots[pair]?.[2] ?? '';
  return ends.split('|').flatMap((end) => (end === '' ? [] : [pair + (end === NO_END ? '' : end)]));
}

describe('a word that the runtime takes apart', () => {
  test('is known when three texts have its parts together and none apart', () => {
    const texts = ['疫情期间到岗。', '上报疫情。', '疫情过后复工。'];
    expect(wordsFrom('疫情', texts)).toEqual(['疫情']);
    expect(wordsFrom('疫情', texts.slice(1))).toEqual([]);
  });

  test('of a surname and a name is the whole name', () => {
    expect(wordsFrom('习近', ['学习贯彻习近平讲话。', '习近平指出要担当。', '按照习近平的要求。'])).toContain('习近平');
  });

  test('is none when one part mostly stands without the other', () => {
    const together = ['诫勉谈话。', '诫勉一次。', '给予诫勉。'];
    expect(wordsFrom('诫勉', together)).toEqual(['诫勉']);
    expect(wordsFrom('诫勉', [...together, ...Array.from({ length: 4 }, () => '告诫他，以此为诫。')])).toEqual([]);
  });

  test('takes a character that another would take only when more texts have it so', () => {
    const texts = ['央视网报道。', '央视网记者。', '央视网消息。', '央视播出。'];
    expect(wordsFrom('央视', texts)).toEqual(['央视']);
    expect(wordsFrom('视网', texts)).toEqual([]);
  });
});

test.each([
  ['浙江省', '浙江'],
  ['内蒙古自治区', '内蒙古'],
  ['新疆维吾尔自治区', '新疆'],
  ['楚雄彝族自治州', '楚雄'],
  ['双江拉祜族佤族布朗族傣族自治县', '双江'],
  ['伊犁哈萨克自治州', '伊犁'],
  ['巴音郭楞蒙古自治州', '巴音郭楞'],
  ['吉县', '吉县'],
])('%s is named by %s', (region, name) => {
  expect(placeName(region)).toBe(name);
});
