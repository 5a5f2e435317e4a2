import { expect, test } from 'vitest';
import { formatFigure } from '../../src/domain/entry/figures.ts';
import { makeFigure, makePractice } from '../support/make-entries.ts';

// Every form as a newspaper prints it.
test.for([
  ['1600余名', { value: 1600, qualifier: '余', unit: '名' }],
  ['200多起', { value: 200, qualifier: '多', unit: '起' }],
  ['约20%', { value: 20, qualifier: '约', unit: '%' }],
  ['近3万人次', { value: 30_000, asWritten: '3万', qualifier: '近', unit: '人次' }],
  ['1000元左右', { value: 1000, qualifier: '左右', unit: '元' }],
  ['80%以上', { value: 80, qualifier: '以上', unit: '%' }],
  ['不低于15%', { value: 15, qualifier: '不低于', unit: '%' }],
  ['合计77起', { value: 77, qualifier: '合计', unit: '起' }],
  ['362人', { value: 362, qualifier: undefined, unit: '人' }],
  ['3.5万人', { value: 35_000, asWritten: '3.5万', qualifier: undefined, unit: '人' }],
  ['3.5万余名', { value: 35_000, asWritten: '3.5万余', qualifier: '余', unit: '名' }],
  ['三成', { value: 30, asWritten: '三成', qualifier: undefined, unit: '成' }],
  ['200多万元/年', { value: 2_000_000, asWritten: '200多万元', qualifier: '多', unit: '元/年' }],
  ['1000元/月左右', { value: 1000, asWritten: '1000元左右', qualifier: '左右', unit: '元/月' }],
  ['月均提高900元', { value: 900, asWritten: '月均提高900元', qualifier: '平均', unit: '元/月' }],
  ['35人及以下', { value: 35, asWritten: '35人及以下', qualifier: '不超过', unit: '人' }],
  ['每个季度开展一次', { value: 1, asWritten: '每个季度开展一次', qualifier: undefined, unit: '次/季度' }],
  ['每周二、四', { value: 2, asWritten: '每周二、四', qualifier: undefined, unit: '天/周' }],
  ['五个部分', { value: 5, asWritten: '五个部分', qualifier: undefined, unit: '个' }],
  ['11县', { value: 11, asWritten: '11县', qualifier: undefined, unit: '个' }],
  ['近百名', { value: 100, asWritten: '近百', qualifier: '近', unit: '名' }],
  ['20多万名', { value: 200_000, asWritten: '20多万', qualifier: '多', unit: '名' }],
  ['约3个月', { value: 3, asWritten: '3个月', qualifier: '约', unit: '个月' }],
  ['3个多月', { value: 3, qualifier: '多', unit: '个月' }],
  ['2年多', { value: 2, qualifier: '多', unit: '年' }],
  ['隐去', { value: '隐去', qualifier: undefined, unit: '名' }],
] as const)('a figure reads %s', ([written, fields]) => {
  const [figure] = makePractice({ figures: [makeFigure(fields)] }).data.figures;
  expect(figure && formatFigure(figure)).toBe(written);
});
