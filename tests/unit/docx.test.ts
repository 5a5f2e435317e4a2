import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/domain/paper/paper.ts';
import { writePaper } from '../../src/export/docx/write-paper.ts';
import { memberOf } from '../support/zip-member.ts';

const PAPER: Paper = {
  title: '类案检索报告',
  note: '不作结论。',
  isLandscape: false,
  parts: [
    { kind: 'fields', rows: [{ label: '检索人', value: '' }] },
    { kind: 'heading', text: '一、检索条件' },
    { kind: 'paragraph', text: '“<容错>” & \u0000\uFFFE' },
    {
      kind: 'table',
      columns: [
        { heading: '编号', width: 1 },
        { heading: '标题', width: 3 },
      ],
      rows: [[{ text: 'RC-001' }, { text: '甲\n乙', link: '/x/' }]],
    },
    { kind: 'list', items: ['S3-¶26#2'] },
    { kind: 'blank', lines: 2 },
  ],
};

/** A style of a file. */
const styleOf = (file: Uint8Array, id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'u').exec(memberOf(file, 'word/styles.xml'))?.[0] ?? '';

test('the same paper is the same bytes, whenever it is written', async () => {
  const first = writePaper(PAPER);
  // ZIP files know two seconds at best.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(first, writePaper(PAPER))).toBe(0);
});

test('the page is A4 with the margins of GB/T 9704, in twentieths of a point', () => {
  const document = memberOf(writePaper(PAPER), 'word/document.xml');
  expect(/<w:pgSz [^>]*>/u.exec(document)?.[0]).toContain('w:w="11906" w:h="16838"');
  expect(/<w:pgMar [^>]*>/u.exec(document)?.[0]).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
});

test('a landscape paper lies across the same sheet', () => {
  const document = memberOf(writePaper({ ...PAPER, isLandscape: true }), 'word/document.xml');
  expect(/<w:pgSz [^>]*>/u.exec(document)?.[0]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
});

test('every column has its width, the widths fill the page, and there is neither text box nor table of contents nor picture', () => {
  const document = memberOf(writePaper(PAPER), 'word/document.xml');
  const grids = [...document.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gu)].map(([, grid = '']) =>
    [...grid.matchAll(/w:w="(\d+)"/gu)].reduce((sum, [, width]) => sum + Number(width), 0),
  );
  expect(grids).toHaveLength(3);
  for (const width of grids) expect(Math.abs(width - Math.round((156 / 25.4) * 1440))).toBeLessThan(4);
  expect(document).not.toMatch(/txbx|TOC |w:drawing|w:pict/u);
});

test('typefaces stand by name with substitutes, and nothing is red', () => {
  const file = writePaper(PAPER);
  const document = memberOf(file, 'word/document.xml');
  for (const face of ['仿宋', '黑体', '楷体', '宋体']) {
    expect(memberOf(file, 'word/styles.xml')).toContain(`w:eastAsia="${face}"`);
    expect(memberOf(file, 'word/fontTable.xml')).toContain(`<w:font w:name="${face}"><w:altName `);
  }
  expect(document).not.toMatch(/w:color w:val="(?!000000|auto)/u);
});

test('every paragraph looks as its style says, so that a change of the style changes all of its kind', () => {
  const file = writePaper({ ...PAPER, parts: [...PAPER.parts, { kind: 'card', title: '消息', lines: ['甲'], blanks: ['决定'] }] });
  const document = memberOf(file, 'word/document.xml');
  const used = [...document.matchAll(/<w:p>(?:<w:pPr><w:pStyle w:val="(\w+)"\/>)?/gu)].map(([, style]) => style);
  expect(used).not.toContain(undefined);
  expect(document).not.toMatch(/<w:sz |<w:b[ /]|w:eastAsia=|w:lineRule=/u);
  for (const style of used)
    expect(styleOf(file, style ?? '')).toMatch(/<w:spacing w:line="\d+" w:lineRule="atLeast"\/>.*w:eastAsia=.*<w:sz w:val="\d+"\/>/u);
  for (const name of ['正文文字', '说明', '要素', '表格文字', '条目', '手写线', '卡片题目'])
    expect(memberOf(file, 'word/styles.xml')).toContain(`w:val="${name}"`);
});

test('quotation marks are set as Chinese where a program would take them for Latin', () => {
  const document = memberOf(writePaper(PAPER), 'word/document.xml');
  expect(document).toContain('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“&lt;容错&gt;”');
  expect(document).toContain('<w:r><w:t xml:space="preserve">检索人</w:t></w:r>');
});

test('what comes from an address cannot break the file', () => {
  expect(memberOf(writePaper(PAPER), 'word/document.xml')).toContain('“&lt;容错&gt;” &amp;   ');
});

test('what is handed out in a class says at the head of each page what it is, and is set smaller', () => {
  const file = writePaper({ ...PAPER, runningHead: '半天课　学员册' });
  expect(memberOf(file, 'word/header1.xml')).toContain('半天课　学员册');
  const sizeOf = (paper: Uint8Array, style: string) => Number(/<w:sz w:val="(\d+)"/u.exec(styleOf(paper, style))?.[1]);
  expect(['Title', 'body', 'note'].map((style) => sizeOf(file, style))).toEqual([36, 24, 21]);
  const document = writePaper(PAPER);
  expect(['Title', 'body', 'note'].map((style) => sizeOf(document, style))).toEqual([44, 32, 28]);
  expect(memberOf(writePaper(PAPER), '[Content_Types].xml')).not.toContain('header1');
});

test('what every sheet is to say stands at the foot of every page', () => {
  const parts: Paper['parts'] = [
    { kind: 'paragraph', text: '经过' },
    { kind: 'heading', text: '结果', startsPage: true },
    { kind: 'paragraph', text: '结果' },
  ];
  const file = writePaper({ ...PAPER, foot: '教学情景（虚构）', parts });
  expect(memberOf(file, 'word/document.xml').match(/<w:sectPr>/gu)).toHaveLength(1);
  expect(memberOf(file, 'word/footer1.xml')).toContain('教学情景（虚构）');
});

test('school and day are filled in once: the head of all sections is one', () => {
  const parts: Paper['parts'] = [
    { kind: 'heading', text: '甲部', startsPage: true, foot: '发给学员' },
    { kind: 'paragraph', text: '经过' },
    { kind: 'heading', text: '乙部', startsPage: true, foot: '议完再发' },
    { kind: 'paragraph', text: '结果' },
  ];
  const file = writePaper({ ...PAPER, runningHead: '半天课　学员册', parts });
  const sections = memberOf(file, 'word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/gu) ?? [];
  expect(sections.map((section) => section.includes('<w:headerReference'))).toEqual([true, false]);
  expect(sections.map((section) => section.includes('<w:footerReference'))).toEqual([true, true]);
  expect(memberOf(file, '[Content_Types].xml').match(/header\d/gu)).toEqual(['header1']);
});

test('a question stays with the lines for its answer, and they with each other', () => {
  const document = memberOf(
    writePaper({
      ...PAPER,
      parts: [
        { kind: 'paragraph', text: '问' },
        { kind: 'blank', lines: 3 },
      ],
    }),
    'word/document.xml',
  );
  const [, , question, ...lines] = document.match(/<w:p>.*?<\/w:p>/gu) ?? [];
  expect([question, ...lines].map((text) => text?.includes('<w:keepNext/>'))).toEqual([true, true, true, false]);
  // LibreOffice leaves a heading alone before empty paragraphs that have borders, not before a table.
  expect(document.match(/<w:tr>/gu)).toHaveLength(3);
  expect(document).not.toContain('<w:pBdr>');
});

test('the last references of a paper stay together: no page holds one alone', () => {
  const items = ['甲', '乙', '丙', '丁', '戊', '己'].map((text) => [{ kind: 'paragraph' as const, text }]);
  const document = memberOf(writePaper({ ...PAPER, parts: [{ kind: 'list', items }] }), 'word/document.xml');
  const kept = (document.match(/<w:p>.*?<\/w:p>/gu) ?? []).slice(-items.length).map((text) => text.includes('<w:keepNext/>'));
  expect(kept).toEqual([false, false, true, true, true, false]);
});

test('headings have the styles of headings, in black, and the file says its title and language', () => {
  const file = writePaper({ ...PAPER, title: '甲 & 乙', parts: [...PAPER.parts, { kind: 'subheading', text: '（1）某案' }] });
  const document = memberOf(file, 'word/document.xml');
  for (const style of ['Title', 'Heading1', 'Heading2']) expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
  const styles = memberOf(file, 'word/styles.xml');
  for (const style of ['Title', 'Heading1', 'Heading2'])
    expect(new RegExp(`<w:style [^>]*w:styleId="${style}".*?</w:style>`, 'u').exec(styles)?.[0]).toContain('<w:color w:val="000000"/>');
  expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>');
  expect(memberOf(file, 'docProps/core.xml')).toContain('<dc:title>甲 &amp; 乙</dc:title><dc:language>zh-CN</dc:language>');
  expect(memberOf(file, 'docProps/core.xml')).not.toContain('dcterms:');
});

test('a lead-in stays with its table', () => {
  const document = memberOf(writePaper(PAPER), 'word/document.xml');
  expect(/<w:p>(?:(?!<\/w:p>).)*容错(?:(?!<\/w:p>).)*<\/w:p>/u.exec(document)?.[0]).toContain('<w:keepNext/>');
});

describe('tables', () => {
  const write = (parts: Paper['parts']) => memberOf(writePaper({ ...PAPER, parts }), 'word/document.xml');
  const tableOf = (rows: number, words: string) => ({
    kind: 'table' as const,
    columns: [
      { heading: '甲', width: 1 },
      { heading: '乙', width: 1 },
    ],
    rows: Array.from({ length: rows }, () => [{ text: '' }, { text: words }]),
  });
  /** What follows a table in the middle of a paper. */
  const MORE = { kind: 'paragraph' as const, text: '后文' };
  /** How many rows stay with the next. */
  const keptRows = (document: string) =>
    (document.match(/<w:tr>.*?<\/w:tr>/gu) ?? []).filter((row) => row.includes('<w:keepNext/>')).length;

  test('stay whole while they are a quarter of a page at most; a longer one goes on, and leaves no hole', () => {
    expect(keptRows(write([tableOf(6, '短'), MORE]))).toBe(6);
    // The head, the first row and the last but one: none of them stands alone.
    expect(keptRows(write([tableOf(11, '短'), MORE]))).toBe(3);
    expect(keptRows(write([tableOf(5, '长'.repeat(60)), MORE]))).toBe(3);
    // Only the head with the first row: two rows as high as this would leave half a page empty.
    expect(keptRows(write([tableOf(3, '长'.repeat(150)), MORE]))).toBe(1);
  });

  test('that end a paper stay whole up to a third of a page, and end with as many rows together: two alone are no last page', () => {
    expect(keptRows(write([tableOf(9, '短')]))).toBe(9);
    // The head, the first row, and nine more that stay with the last.
    expect(keptRows(write([tableOf(30, '短')]))).toBe(11);
  });

  test('take the note that follows them along to the next page', () => {
    expect(keptRows(write([tableOf(11, '短'), { kind: 'note', text: '每条的固定网址' }]))).toBe(4);
  });

  test('of facts end with four together, and with more where they end the paper', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ label: `第${index}`, value: '值' }));
    const ends = (parts: Paper['parts']) =>
      (write(parts).match(/<w:tr>.*?<\/w:tr>/gu) ?? []).slice(-9).map((row) => row.includes('<w:keepNext/>'));
    const [free, kept] = [false, true];
    expect(ends([{ kind: 'fields', rows }, MORE])).toEqual([...Array(5).fill(free), kept, kept, kept, free]);
    expect(ends([{ kind: 'fields', rows }])).toEqual([free, ...Array(7).fill(kept), free]);
  });

  test('that follow each other do not touch, or Word makes one of them', () => {
    expect(write([tableOf(1, '短'), { kind: 'fields', rows: [{ label: '甲', value: '乙' }] }])).not.toContain('</w:tbl><w:tbl>');
  });
});

test.each<[string, Paper['parts'][number]]>([
  ['a table', { kind: 'table', columns: [{ heading: '甲', width: 1 }], rows: [[{ text: '乙' }]] }],
  ['fields', { kind: 'fields', rows: [{ label: '甲', value: '乙' }] }],
  ['a list', { kind: 'list', items: ['甲'] }],
  ['lines to write on', { kind: 'blank', lines: 2 }],
])('a lead-in is kept with %s, and one before a paragraph goes where it fits', (_, part) => {
  const leadIn = (next: Paper['parts'][number]) => {
    const file = writePaper({ ...PAPER, parts: [{ kind: 'paragraph', text: '引出下文' }, next] });
    return memberOf(file, 'word/document.xml').match(/<w:p>(?:(?!<w:p>).)*引出下文/su)?.[0];
  };
  expect(leadIn(part)).toContain('<w:keepNext/>');
  expect(leadIn({ kind: 'paragraph', text: '正文' })).not.toContain('<w:keepNext/>');
});

describe('lists', () => {
  const paragraphsOf = (document: string) => document.match(/<w:p>.*?<\/w:p>/gu)?.slice(2) ?? [];
  const write = (parts: Paper['parts']) => {
    const file = writePaper({ ...PAPER, parts });
    return { paragraphs: paragraphsOf(memberOf(file, 'word/document.xml')), numbering: memberOf(file, 'word/numbering.xml') };
  };
  /** The list of a paragraph with its level: `2/0`; nothing for a paragraph of none. */
  const placeOf = (paragraph: string) =>
    /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/u.exec(paragraph)?.slice(1).reverse().join('/');
  /** The levels of the lists of a file: where they begin, and with what sign. */
  const levelsOf = (numbering: string) =>
    [
      ...numbering.matchAll(
        /<w:lvl w:ilvl="(\d)"[^>]*><w:start w:val="(\d+)"\/><w:numFmt w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]+)"\/>/gu,
      ),
    ]
      .map(([, ...found]) => found.join(' '))
      .filter((level) => !/[●○■]/u.test(level));

  test('are numbered by the program, from the number with which their author began', () => {
    const { paragraphs, numbering } = write([
      { kind: 'list', mark: 'number', from: 3, items: ['甲', '乙'] },
      { kind: 'list', mark: 'bracket', items: ['丙'] },
      { kind: 'list', items: ['丁'] },
    ]);
    expect(paragraphs.map(placeOf)).toEqual(['2/0', '2/0', '3/0', undefined]);
    expect(levelsOf(numbering)).toEqual(['0 3 decimal %1．', '0 1 decimal [%1]']);
    expect(paragraphs.join('')).not.toMatch(/3．|\[1\]/u);
  });

  test('stand further in within a point, which may have several paragraphs', () => {
    const { paragraphs, numbering } = write([
      {
        kind: 'list',
        mark: 'number',
        items: [
          [
            { kind: 'paragraph', text: '第一段' },
            { kind: 'list', mark: 'point', items: ['里面一点'] },
            { kind: 'paragraph', text: '第二段' },
          ],
          '第二点',
        ],
      },
    ]);
    expect(paragraphs.map(placeOf)).toEqual(['2/0', '3/1', undefined, '2/0']);
    expect(levelsOf(numbering)).toEqual(['0 1 decimal %1．', '1 1 bullet ·']);
    const left = paragraphs.map((paragraph) => Number(/<w:ind [^>]*w:left="(\d+)"/u.exec(paragraph)?.[1]));
    expect(left[1]).toBeGreaterThan(left[0] as number);
    expect(left[2]).toBe(left[0]);
  });

  test('of ten points and more hang as deep for the tenth as for the first', () => {
    const items = Array.from({ length: 12 }, (_, at) => `第${at + 1}点`);
    const { paragraphs } = write([{ kind: 'list', mark: 'number', items }]);
    const hanging = paragraphs.map((paragraph) => Number(/<w:ind [^>]*w:hanging="(\d+)"/u.exec(paragraph)?.[1]));
    // 四号, in twentieths of a point.
    const size = 280;
    expect(paragraphs[0]).toContain('<w:pStyle w:val="item"/>');
    // Two digits, half a character each, a whole mark and some room.
    expect(new Set(hanging)).toEqual(new Set([2.5 * size]));
  });

  test('of running text are set like the text', () => {
    const { paragraphs } = write([{ kind: 'list', mark: 'number', look: 'text', items: ['甲', '乙'] }]);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/<w:pStyle w:val="body"\/>.*w:firstLine="640"/u);
  });
});
