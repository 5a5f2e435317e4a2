/** How names are read, at build: by pinyin-pro, and by a list of words and places that it reads wrong. */
import { customPinyin, pinyin } from 'pinyin-pro';

/** Words and places whose reading the library does not know. */
const WORDS = {
  局长: 'jú zhǎng',
  院长: 'yuàn zhǎng',
  处长: 'chù zhǎng',
  行长: 'háng zhǎng',
  组长: 'zǔ zhǎng',
  家长: 'jiā zhǎng',
  首长: 'shǒu zhǎng',
  率先: 'shuài xiān',
  表率: 'biǎo shuài',
  率领: 'shuài lǐng',
  乐亭: 'lào tíng',
  闽清: 'mǐn qīng',
  长汀: 'cháng tīng',
  秭归: 'zǐ guī',
  枞阳: 'zōng yáng',
  郫都: 'pí dū',
  邕宁: 'yōng níng',
  芝罘: 'zhī fú',
  嵊州: 'shèng zhōu',
  单县: 'shàn xiàn',
  六安: 'lù ān',
  任丘: 'rén qiū',
  任县: 'rén xiàn',
  乐清: 'yuè qīng',
  乐陵: 'lào líng',
  台州: 'tāi zhōu',
  天台: 'tiān tāi',
  番禺: 'pān yú',
  大埔: 'dà bù',
  浚县: 'xùn xiàn',
  铅山: 'yán shān',
  洪洞: 'hóng tóng',
  中牟: 'zhōng mù',
  尉犁: 'yù lí',
  歙县: 'shè xiàn',
  调动: 'diào dòng',
  调研: 'diào yán',
  调整: 'tiáo zhěng',
} as const;

customPinyin(WORDS);

/** The syllable of each character of a text, without tones, ü as v; other characters stand as they are. */
export function readingsOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true });
}
