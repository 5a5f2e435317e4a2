import { parseLocator } from '../../domain/entry/locator.ts';
import { ownPlace } from '../../schema/number.ts';
import { textOf } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** What an entry of each nature rests on: how it is called, and what its citations look like. */
const RESTS_ON = new Map([
  ['来源文献', { name: '来源文献的句子（如 S3-¶26#2）', isOne: (cite: string) => parseLocator(cite) !== undefined }],
  ['本单位材料', { name: '本单位文件（如 WJ-001#art-3）', isOne: (cite: string) => ownPlace(cite) !== undefined }],
]);

/** Reports entries whose nature names a kind of material that they do not cite: readers take the nature for where the facts come from. */
export const natureWithoutSource: Rule = {
  id: 'nature-without-source',
  severity: 'error',
  isAlone: true,
  docs: '内容性质写“来源文献”的，至少引一句来源文献；写“本单位材料”的，至少引一份本单位文件。',
  *check({ entries }) {
    for (const entry of entries) {
      const nature = textOf(entry.data['nature']);
      const wanted = RESTS_ON.get(nature);
      // A source document is the material itself, and a draft may have its sources still to come.
      if (!wanted || entry.isDraft || entry.collection === 'sources' || entry.citations.some(({ text }) => wanted.isOne(text))) continue;
      yield atField(
        entry,
        ['nature'],
        `内容性质写的是“${nature}”，可是没有一处引${wanted.name}。请补上出处；事实来自公开报道的写“公开报道”，编者归纳的写“编者综合”。`,
      );
    }
  },
  examples: {
    ok: [{ fields: { nature: '来源文献' } }, { fields: { nature: '本单位材料', status: '草稿' } }],
    notOk: [
      { fields: { nature: '来源文献', actions: [{ text: '公开澄清。', cites: ['ZC-0001'] }], figures: [] } },
      { fields: { nature: '本单位材料' } },
    ],
  },
};
