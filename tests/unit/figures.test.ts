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
  ['隐去', { value: '隐去', qualifier: undefined, unit: '名' }],
] as const)('a figure reads %s', ([written, fields]) => {
  const [figure] = makePractice({ figures: [makeFigure(fields)] }).data.figures;
  expect(figure && formatFigure(figure)).toBe(written);
});
