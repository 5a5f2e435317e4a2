/** What the grid of fields and places says at a mark. */
import { expect, test } from 'vitest';
import { titleInRow } from '../../src/views/matrices.ts';
import { vocabulary } from '../support/make-entries.ts';

const place = vocabulary.data.regions.items.find(({ id }) => id === 'zhejiang');

test.each([
  ['浙江：组织系统公开澄清不实举报', '组织系统公开澄清不实举报', 'leaves out the place of the row'],
  ['浙江建德：信访局副局长被举报', '建德：信访局副局长被举报', 'keeps the place that lies in it'],
  [
    '浙江省优化营商环境条例（2024年3月1日起施行）',
    '浙江省优化营商环境条例',
    'keeps the name of a paper whole, without what stands in brackets',
  ],
  ['浙江、江苏：主体班次学员党性分析', '浙江、江苏：主体班次学员党性分析', 'keeps the places of several rows'],
  ['杭州：分两批听取意见，年底逐条答复', '杭州：分两批听取意见，年底逐条答复', 'keeps what is short'],
  [
    '浙江苍南海口村：集体讨论后占林地扩停车场、占地建酒店，十二人受处理',
    '苍南海口村：集体讨论后占林地扩停车场、占地建酒店',
    'ends what is long at its first part',
  ],
])('the title %s at a mark: %s', (title, shown, what) => {
  expect({ what, title: place && titleInRow(title, place) }).toEqual({ what, title: shown });
});
