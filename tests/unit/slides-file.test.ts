/** The PowerPoint file: what programs find in it, read from the file itself. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Slide } from '../../src/domain/course/slides.ts';
import { besideLate, classSteps, lateStep, nextStep } from '../../src/domain/course/class-steps.ts';
import { writeSlides } from '../../src/export/pptx/write-slides.ts';

const common = { source: '出处', notes: '备注里的话', isHidden: false };
const slides: Slide[] = [
  { ...common, layout: '封面', title: '课题', body: { kind: 'lines', lines: ['对象：干部'], size: 24 } },
  {
    ...common,
    layout: '正文',
    title: '讨论　一件事',
    body: { kind: 'lines', lines: ['1．问一？', '2．问二？'], size: 32 },
    notes: '第1题用意：看（10 分钟）',
    isAsked: true,
  },
  {
    ...common,
    layout: '图表',
    title: '六因素',
    body: {
      kind: 'table',
      columns: [
        { heading: '因素', width: 1 },
        { heading: '<来源>', width: 3 },
      ],
      rows: [['动机', '']],
      isBlank: true,
    },
  },
  {
    ...common,
    layout: '图表',
    title: '轴',
    body: {
      kind: 'axis',
      marks: [
        { when: '2021', what: '报备' },
        { when: '', what: '审定' },
      ],
    },
  },
  { ...common, layout: '乙部', title: '乙部', body: { kind: 'lines', lines: ['结果'], size: 32 }, isHidden: true },
];

function partsOf(ratio: '16:9' | '4:3'): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(writeSlides('课题', slides, ratio))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('every slide has its title in a place for titles, so that the outline is full', () => {
  const parts = partsOf('16:9');
  slides.forEach(({ title }, index) => {
    const xml = parts[`ppt/slides/slide${index + 1}.xml`] ?? '';
    const [, first = ''] = /<p:sp>(.*?)<\/p:sp>/u.exec(xml) ?? [];
    expect(first).toMatch(/<p:ph type="(?:ctrTitle|title)"\/>/u);
    expect(first).toContain(`<a:t>${title}</a:t>`);
  });
});

test('part B is hidden and on a layout that says so', () => {
  const parts = partsOf('16:9');
  expect(parts['ppt/slides/slide5.xml']).toContain('<p:sld ');
  expect(parts['ppt/slides/slide5.xml']).toMatch(/<p:sld [^>]*show="0"/u);
  expect(parts['ppt/slides/slide1.xml']).not.toContain('show="0"');
  expect(parts['ppt/slides/_rels/slide5.xml.rels']).toContain('slideLayout4.xml');
  expect(parts['ppt/slideLayouts/slideLayout4.xml']).toContain('乙部：议完再放');
});

test('every text is set in an East Asian typeface, and the school has one place on the master', () => {
  const parts = partsOf('16:9');
  expect(parts['ppt/theme/theme1.xml']).toContain('<a:ea typeface="微软雅黑"/>');
  expect(parts['ppt/slideMasters/slideMaster1.xml']).toContain('<a:ea typeface="+mn-ea"/>');
  const places = Object.entries(parts).filter(([, xml]) => xml.includes('name="校名"'));
  expect(places.map(([name]) => name)).toEqual(['ppt/slideMasters/slideMaster1.xml']);
});

test('both shapes of screen have their size, and everything stands within it', () => {
  for (const [ratio, width] of [
    ['16:9', 960],
    ['4:3', 720],
  ] as const) {
    const parts = partsOf(ratio);
    expect(parts['ppt/presentation.xml']).toContain(`cx="${width * 12700}" cy="${540 * 12700}"`);
    const frames = Object.entries(parts).filter(([name]) => /slides\/|slideMasters\/|slideLayouts\//u.test(name));
    for (const [, xml] of frames) {
      for (const [, x, y, w, h] of xml.matchAll(/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/gu)) {
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(width * 12700);
        expect(Number(y) + Number(h)).toBeLessThanOrEqual(540 * 12700);
      }
    }
  }
});

test('every relation leads to a part, every part has its type, and texts are escaped', () => {
  const parts = partsOf('4:3');
  const types = parts['[Content_Types].xml'] ?? '';
  for (const [name, xml] of Object.entries(parts)) {
    if (!name.endsWith('.rels')) {
      if (name !== '[Content_Types].xml') expect(types).toContain(`PartName="/${name}"`);
      continue;
    }
    const folder = name.replace(/_rels\/[^/]+$/u, '');
    for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/gu))
      expect(Object.keys(parts)).toContain(new URL(target, `file:///${folder}`).pathname.slice(1));
  }
  expect(parts['ppt/slides/slide3.xml']).toContain('&lt;来源&gt;');
});

test('the same slides give the same bytes', () => {
  expect(writeSlides('课题', slides, '16:9')).toEqual(writeSlides('课题', slides, '16:9'));
});

test('on a screen in class questions come one by one with their minutes, and part B only when it is opened', () => {
  const steps = classSteps(slides);
  expect(steps.map(({ slide, minutes }) => [slide.title, minutes])).toEqual([
    ['课题', 0],
    ['讨论　一件事', 10],
    ['讨论　一件事', 5],
    ['六因素', 0],
    ['轴', 0],
    ['乙部', 0],
  ]);
  expect(nextStep(steps, 4, 1, false)).toBe(4);
  expect(nextStep(steps, 4, 1, true)).toBe(5);
  expect(nextStep(steps, 0, -1, false)).toBe(0);
  expect(lateStep(steps, 1)).toBe(5);
  // Nothing comes after the part B of a case shown by itself.
  expect(besideLate(steps, 5)).toBe(4);
  expect(besideLate([...steps, ...steps.slice(0, 1)], 5)).toBe(6);
});

test('a question has its minutes also where the questions go on to a second slide, whose notes are empty', () => {
  const asked = { ...common, layout: '正文', isAsked: true } as const;
  const page = (line: string, notes: string): Slide => ({
    ...asked,
    title: '讨论',
    body: { kind: 'lines', lines: [line], size: 24 },
    notes,
  });
  const steps = classSteps([page('1．问一？', '第1题用意：看（10 分钟）\n第2题用意：想（15 分钟）'), page('2．问二？', '')]);
  expect(steps.map(({ minutes }) => minutes)).toEqual([10, 15]);
});
