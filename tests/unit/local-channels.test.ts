import { expect, test } from 'vitest';
import { localChannelsFor } from '../../src/domain/site/local-channels.ts';
import type { LocalChannel } from '../../src/schema/site.ts';

const channels: LocalChannel[] = [
  { kind: '纪检监察', office: '派驻组', phone: '010-1' },
  { kind: '组织人事', office: '组织部' },
  { kind: '本单位', office: '办公室' },
];
const kindsFor = (...answers: string[]) => localChannelsFor(answers, channels).map(({ kind }) => kind);

test('a situation shows the offices that its rules mean', () => {
  expect(kindsFor('政务处分：先找作出决定的监察机关复审。')).toEqual(['纪检监察']);
  expect(kindsFor('照顾：向有管理权限的机关提。', '休假：由单位统筹安排。')).toEqual(['组织人事', '本单位']);
});

test('a situation whose rules name nobody shows all of them', () => {
  expect(kindsFor('所见规定没有写。')).toEqual(['纪检监察', '组织人事', '本单位']);
});

test('a unit that wrote none has none', () => {
  expect(localChannelsFor(['找组织部门。'], [])).toEqual([]);
});
