import { describe, expect, test } from 'vitest';
import { openOfficeFile } from '../../src/import/office-file.ts';
import { readDocument } from '../../src/import/read-docx.ts';
import { chineseNumber, fromChinese } from '../../src/domain/chinese/chinese-number.ts';
import { isRule, wordDraft } from '../../src/import/word-draft.ts';
import { checkSome } from '../../src/lint/check-content.ts';
import { readLibrary, withChanges } from '../../src/store/library.ts';
import { storeFile } from '../../src/store/read-content.ts';
import { contentWith } from '../support/example-content.ts';
import { officeFile } from '../support/office-files.ts';

const TODAY = '2026-11-22';
const library = readLibrary(contentWith({}));
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const document = (body: string, parts: Record<string, string> = {}) =>
  readDocument(
    openOfficeFile(officeFile({ 'word/document.xml': `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`, ...parts })),
  );
const p = (text: string, format = '', run = '') => `<w:p><w:pPr>${format}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
const list = (numId: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
const level = (ilvl: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '第%1条')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`;
const texts = (body: string, parts?: Record<string, string>) =>
  document(body, parts).parts.map((part) => (part.kind === 'table' ? part.rows : part.text));

describe('the title of a draft', () => {
  const titleOf = (body: string, parts?: Record<string, string>) =>
    /^title: (.*)$/mu.exec(wordDraft(document(body, parts), { collection: 'tolerance' }, library, TODAY).entry.text)?.[1];
  const heading = '<w:outlineLvl w:val="0"/>';

  test('is not the heading of its first part', () => {
    expect(titleOf(p('某镇先通水后补手续') + p('一、基本情况', heading) + p('停水七天。'))).toBe('某镇先通水后补手续');
  });

  test('is what has the style for titles, whatever headings follow', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>`;
    const body = p('某县县委组织部') + p('某镇先通水后补手续', '<w:pStyle w:val="a3"/>') + p('基本情况', heading);
    expect(titleOf(body, { 'word/styles.xml': styles })).toBe('某镇先通水后补手续');
  });
});

describe('a Word document', () => {
  test('has the numbers that Word shows, level by level, going on and beginning anew', () => {
    const body = [
      p('甲', list(1)),
      p('乙', list(1, 1)),
      p('丙', list(1, 1)),
      p('丁', list(1, 2)),
      p('戊', list(1)),
      p('己', list(1, 1)),
      p('　总则', list(2)),
      p('　次条', list(2)),
      p('　另起', list(3)),
      p('　再', list(3)),
      p('不编号', list(0)),
    ].join('');
    expect(texts(body, { 'word/numbering.xml': NUMBERING })).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1.丁',
      '二、戊',
      '（一）己',
      '第一条　总则',
      '第二条　次条',
      '第九条　另起',
      '第十条　再',
      '不编号',
    ]);
  });

  test('has the tabs that stand in it, and not the stops at which they end', () => {
    const stops = '<w:tabs><w:tab w:val="left" w:pos="840"/></w:tabs>';
    const inText = `<w:p><w:pPr>${stops}</w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>`;
    expect(texts(p('题目', list(1) + stops) + inText, { 'word/numbering.xml': NUMBERING })).toEqual(['一、题目', '甲\t乙']);
  });

  test('runs on with the articles through its chapters where the list says so, which docx-preview 0.4.1 does not', () => {
    const articles =
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlRestart w:val="0"/><w:lvlText w:val="第%2条"/></w:lvl>';
    const numbering = (clauses: string) =>
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1章')}${articles}${clauses}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const body = [0, 1, 2, 2, 1, 0, 2, 1, 2].map((depth) => p('。', list(1, depth))).join('');
    expect(texts(body, { 'word/numbering.xml': numbering(level(2, 'decimal', '%3')) })).toEqual(
      ['第一章', '第一条', '1', '2', '第二条', '第二章', '1', '第三条', '1'].map((number) => `${number}。`),
    );
    const onlyByChapter = level(2, 'decimal', '%3').replace('<w:lvlText', '<w:lvlRestart w:val="1"/><w:lvlText');
    expect(texts(body, { 'word/numbering.xml': numbering(onlyByChapter) })).toEqual(
      ['第一章', '第一条', '1', '2', '第二条', '第二章', '1', '第三条', '2'].map((number) => `${number}。`),
    );
  });

  test.each([
    ['lowerLetter', 25, 'z aa bb'],
    ['upperLetter', 0, 'A B C'],
    ['upperLetter', 779, `${'Z'.repeat(30)} 781 782`],
    ['lowerLetter', -3, '-2 -1 0'],
  ])('has letters as Word writes them, doubled behind the last one: %s behind %i', (format, before, written) => {
    const letters = level(0, format, '%1').replace('<w:start w:val="1"/>', `<w:start w:val="${before + 1}"/>`);
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${letters}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const body = [1, 2, 3].map(() => p('。', list(1))).join('');
    expect(texts(body, { 'word/numbering.xml': numbering }).join(' ').replaceAll('。', '')).toBe(written);
  });

  test.each([
    ['in digits throughout where the level asks for it', '<w:isLgl/>', '1.1'],
    ['as each level is written where it does not', '<w:isLgl w:val="0"/>', '一.1'],
  ])('has the number of a chapter within that of a section %s', (_, legal, number) => {
    const section = level(1, 'decimal', '%1.%2').replace('<w:lvlText', `${legal}<w:lvlText`);
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${section}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    expect(texts(p('甲', list(1)) + p('乙', list(1, 1)), { 'word/numbering.xml': numbering })).toEqual(['一、甲', `${number}乙`]);
  });

  test.each([
    ['chineseLegalSimplified', '壹 贰 叁 肆 伍 陆 柒 捌 玖 壹拾 壹拾壹'],
    ['ideographTraditional', '甲 乙 丙 丁 戊 己 庚 辛 壬 癸 11'],
    ['ideographZodiac', '子 丑 寅 卯 辰 巳 午 未 申 酉 戌'],
    ['decimalZero', '01 02 03 04 05 06 07 08 09 10 11'],
  ])('has numbers of the form %s as Word writes them', (format, numbers) => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, format, '%1')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    expect(texts(p('。', list(1)).repeat(11), { 'word/numbering.xml': numbering }).join('')).toBe(`${numbers.replaceAll(' ', '。')}。`);
  });

  test('has headings by outline levels, styles, and styles based on others', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="a"><w:name w:val="标题 2"/></w:style><w:style w:styleId="b"><w:basedOn w:val="c"/></w:style><w:style w:styleId="c"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`;
    const { parts } = document(
      p('甲', '<w:pStyle w:val="a"/>') + p('乙', '<w:pStyle w:val="b"/>') + p('丙', '<w:outlineLvl w:val="2"/>') + p('丁'),
      { 'word/styles.xml': styles },
    );
    expect(parts.map((part) => part.kind === 'paragraph' && part.level)).toEqual([2, 1, 3, undefined]);
  });

  test('reads as with its revisions accepted, and tells of them', () => {
    const body =
      '<w:p><w:r><w:t>应当</w:t></w:r><w:del><w:r><w:delText>立即</w:delText></w:r></w:del><w:ins><w:r><w:t>及时</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>受理</w:t></w:r></w:moveTo></w:p>';
    const { parts, notes } = document(body);
    expect(parts[0]).toMatchObject({ text: '应当及时受理' });
    expect(notes.join()).toMatch(/2 处修订删去.*1 处修订加上/u);
  });

  test('joins what a revision joined by taking the mark of a paragraph away, with the format and number of the second', () => {
    const joined =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>从事</w:t></w:r></w:p>';
    const body = p('甲', list(1)) + joined + p('公务的', list(1)) + p('丙', list(1));
    expect(texts(body, { 'word/numbering.xml': NUMBERING })).toEqual(['一、甲', '二、从事公务的', '三、丙']);
  });

  test('puts □ for a character in a circle, which Word stores as a formula alone, and gives the formula', () => {
    const field = (...inner: string[]) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${inner.join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const circle = field(code(' eq \\o\\ac(○,'), code('21)'));
    const reference = field(code('REF x'), '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第三条</w:t></w:r>');
    const { parts, notes } = document(`<w:p><w:r><w:t>第</w:t></w:r>${circle}<w:r><w:t>项，见</w:t></w:r>${reference}</w:p>`);
    expect(parts[0]).toMatchObject({ text: '第□项，见第三条' });
    expect(notes).toEqual([expect.stringContaining('有 1 处域代码'), expect.stringContaining('域“eq \\o\\ac(○,21)”')]);
  });

  test.each([
    [
      'the chosen words of a list',
      '<w:ddList><w:result w:val="1"/><w:default w:val="0"/><w:listEntry w:val="问责"/><w:listEntry w:val="免责"/></w:ddList>',
      '免责',
    ],
    [
      'the first words of a list in which nobody chose',
      '<w:ddList><w:listEntry w:val="问责"/><w:listEntry w:val="免责"/></w:ddList>',
      '问责',
    ],
    ['a ticked box', '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>', '☑'],
    ['a box whose tick was taken away', '<w:checkBox><w:sizeAuto/><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', '☐'],
    ['a box that is ticked from the start', '<w:checkBox><w:sizeAuto/><w:default w:val="1"/></w:checkBox>', '☑'],
  ])('shows %s in a form, which Word keeps as a number and not as text', (_, data, shown) => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { parts, notes } = document(`<w:p><w:r><w:t>结论：</w:t></w:r>${field}<w:r><w:t>。</w:t></w:r></w:p>`);
    expect(parts[0]).toMatchObject({ text: `结论：${shown}。` });
    expect(notes).toEqual([expect.stringContaining('1 处表单里的选择或勾选')]);
  });

  test('tells ticked from empty where people tick with signs of symbol fonts, and names other signs', () => {
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const signs = [
      ['Wingdings 2', 'F052'],
      ['Wingdings 2', 'F0A3'],
      ['Wingdings', 'F0FE'],
      ['Wingdings', '00a8'],
      ['Wingdings', 'F04A'],
    ] as const;
    const { parts, notes } = document(`<w:p>${signs.map(([font, char]) => sign(font, char)).join('')}</w:p>`);
    expect(parts[0]).toMatchObject({ text: '☑☐☑☐□' });
    expect(notes).toEqual([expect.stringContaining('有 1 个符号字体里的符号')]);
  });

  test('keeps what other readers lose: the base of phonetic guides, fields, text boxes, content controls, links', () => {
    const body =
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>lào</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>乐</w:t></w:r></w:rubyBase></w:ruby></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>亭</w:t></w:r></w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>县</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>委</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r><w:t>办</w:t></w:r></w:hyperlink>' +
      '<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    const { parts, notes } = document(body);
    expect(parts).toEqual([{ kind: 'paragraph', text: '乐亭县委办\n〔文本框〕框里', level: undefined, isCentred: false }]);
    for (const word of ['拼音指南', '域', '1 个文本框']) expect(notes.join()).toContain(word);
  });

  test('names comments, notes, hidden words and characters, pictures, margins; nothing is left out in silence', () => {
    const { parts, notes, margins } = document(
      `${p('甲\u200b乙') + p('藏着', '', '<w:vanish/>')}<w:p><w:r><w:drawing/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      {
        'word/comments.xml': `<w:comments ${W}><w:comment w:id="1"><w:p><w:r><w:t>此处待核</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>见附件</w:t></w:r></w:p></w:footnote></w:footnotes>`,
        'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>征求意见稿</w:t></w:r></w:p></w:hdr>`,
      },
    );
    expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual(['甲\u200b乙', '〔脚注 2〕']);
    for (const word of ['“此处待核”', '脚注 2“见附件”', '1 处隐藏文字', 'U+200B', '1 幅图片']) expect(notes.join()).toContain(word);
    expect(margins).toEqual(['征求意见稿']);
  });

  test('keeps the columns of a table beside merged cells, where officeparser 8.1.1 lets a row slide to the left', () => {
    const cell = (text: string, format = '') => `<w:tc><w:tcPr>${format}</w:tcPr>${p(text)}</w:tc>`;
    const row = (format: string, ...cells: string[]) => `<w:tr><w:trPr>${format}</w:trPr>${cells.join('')}</w:tr>`;
    const rows = [
      row('', cell('单位'), cell('姓名'), cell('处理')),
      row('', cell('甲局', '<w:vMerge w:val="restart"/>'), cell('张某'), cell('免责')),
      row('', cell('', '<w:vMerge/>'), cell('李某'), cell('问责')),
      row('', cell('合计', '<w:gridSpan w:val="2"/>'), cell('2人')),
      row('<w:gridBefore w:val="2"/>', cell('完')),
    ];
    expect(texts(`<w:tbl>${rows.join('')}</w:tbl>`)).toEqual([
      [
        ['单位', '姓名', '处理'],
        ['甲局', '张某', '免责'],
        ['', '李某', '问责'],
        ['合计', '', '2人'],
        ['', '', '完'],
      ],
    ]);
  });

  test('has its tables, also tables in tables', () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p('内'))}${cell(p('里'))}</w:tr></w:tbl><w:p/>`;
    expect(
      texts(`<w:tbl><w:tr>${cell(p('环节'))}${cell(p('时限') + p('起算'))}</w:tr><w:tr>${cell(p('受理'))}${cell(inner)}</w:tr></w:tbl>`),
    ).toEqual([
      [
        ['环节', '时限\n起算'],
        ['受理', '内 里'],
      ],
    ]);
  });
});

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [999, '九百九十九'],
  [1001, '一千零一'],
  [1025, '一千零二十五'],
  [1260, '一千二百六十'],
])('%i is %s', (count, text) => {
  expect(chineseNumber(count)).toBe(text);
  expect(fromChinese(text)).toBe(count);
});

test('a number is read with 〇 too, and what only looks like one is none', () => {
  expect(fromChinese('一百〇五')).toBe(105);
  expect(['零', '一十', '二〇', '十二三', '百', '若干', ''].map(fromChinese)).toEqual(Array(7).fill(undefined));
});

const RULE =
  p('某县容错纠错实施办法', '<w:jc w:val="center"/>') +
  p('某委发〔2025〕12号', '<w:jc w:val="center"/>') +
  p('总则', '<w:outlineLvl w:val="0"/>') +
  p('第一条　为激励干部担当作为，根据有关规定，结合本县实际，制定本办法。') +
  p('第二条　申请人应当自收到决定之日起１０个工作日内提出。') +
  p('第十一条　本办法自2025年3月1日起施行。') +
  p('2025年2月10日');
const wish = { collection: 'policies' } as const;
const checked = (text: string, collection: string, originals = new Map<string, string>()) => {
  const file = storeFile({
    path: `content/${collection}/draft.mdx`,
    place: `${collection}/draft.mdx`,
    bytes: new TextEncoder().encode(text),
  });
  return checkSome({ ...withChanges(library, [file]), originals }, [file], TODAY);
};

describe('a rule', () => {
  test('becomes a policy with its articles as anchors, the original above each, and passes the check as a draft', () => {
    const read = document(RULE);
    expect(isRule(read)).toBe(true);
    const { entry, original, notes } = wordDraft(read, wish, library, TODAY);
    expect(entry.text).toContain('title: 某县容错纠错实施办法\n');
    expect(entry.text).toContain(
      '  # 第二条原文：第二条 申请人应当自收到决定之日起10个工作日内提出。\n  - no: 第二条\n    anchor: art-2\n    gist:\n',
    );
    expect(entry.text).toContain('anchor: art-11');
    expect(entry.text).toContain('docNumber: 某委发〔2025〕12号');
    expect(entry.text).toContain('effectiveFrom: "2025-03-01"');
    expect(original).toContain('## 总则');
    expect(original).toContain('[art-2] 第二条　申请人应当自收到决定之日起１０个工作日内提出。');
    expect(notes.join()).toContain('认出 3 条');
    expect(checked(entry.text, 'policies').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has its articles recognised beyond the nine hundred and ninety-ninth', () => {
    const { entry } = wordDraft(document(`${RULE}${p('第一千零二十五条　为公共利益实施新闻报道。')}`), wish, library, TODAY);
    expect(entry.text).toContain('  - no: 第一千零二十五条\n    anchor: art-1025\n');
  });

  test('with a mark of secrecy is not taken in, wherever the mark stands', () => {
    expect(() => wordDraft(document(`${p('机密★1年')}${RULE}`), wish, library, TODAY)).toThrow('密级');
    const margin = { 'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>内部资料　注意保存</w:t></w:r></w:p></w:hdr>` };
    expect(() => wordDraft(document(RULE, margin), wish, library, TODAY)).toThrow('内部标志');
  });

  test('of which 24 characters in a row are copied into the draft is marked, outside quotation marks alone', () => {
    const { entry, original } = wordDraft(document(RULE), wish, library, TODAY);
    const originals = new Map([['policies/draft', original]]);
    const marked = (gist: string) =>
      checked(entry.text.replace('gist:\n', `gist: ${gist}\n`), 'policies', originals).filter(({ rule }) => rule === 'copied-original');
    const words = '为激励干部担当作为，根据有关规定，结合本县实际，制定本办法';
    expect(marked(words)).toHaveLength(1);
    expect(marked(words)[0]?.message).toContain(`连续 ${words.length} 个字`);
    expect(marked(words.slice(0, 23))).toEqual([]);
    expect(marked(words.slice(0, 24))).toHaveLength(1);
    expect(marked(`写明：“${words}”`)).toEqual([]);
  });
});

test('a report of a case has its paragraphs offered to the fields where they may belong, and none in a field', () => {
  const report =
    p('某县抢修便道案', '<w:jc w:val="center"/>') +
    p('2021年8月便道中断。') +
    p('该局长出于抢险，没有谋私。') +
    p('县纪委认定可以容错，不予追究责任。') +
    p('事后两个月补齐了手续。');
  const read = document(report);
  expect(isRule(read)).toBe(false);
  const { entry } = wordDraft(read, { collection: 'tolerance' }, library, TODAY);
  expect(entry.text).toMatch(/# 原文第 2 段：2021年8月便道中断。\nfacts: \[\]/u);
  expect(entry.text).toMatch(/ {2}# 原文第 3 段：该局长出于抢险，没有谋私。\n {2}motive: 未载/u);
  expect(entry.text).toMatch(/ {2}# 原文第 5 段：事后两个月补齐了手续。\n {2}remedy: 未载/u);
  expect(entry.text).toMatch(/# 原文第 4 段：县纪委认定可以容错，不予追究责任。\noutcomeText: 未载/u);
  expect(checked(entry.text, 'tolerance').filter(({ severity }) => severity === 'error')).toEqual([]);
  const cited = wordDraft(read, { collection: 'tolerance', cite: 'GK-0001' }, library, TODAY).entry;
  expect(cited.text).toMatch(/^cites: \[GK-0001\]$/mu);
});

test('a report of a case with headings has its paragraphs where these say, its headings nowhere, and its questions named', () => {
  const outline = '<w:outlineLvl w:val="1"/>';
  const report =
    p('某镇便桥抢修案', '<w:jc w:val="center"/>') +
    p('来源：某市通报，2025年6月12日') +
    p('一、基本情况', outline) +
    p('2024年7月便桥被冲毁，副镇长请示后抢修，事后补办了手续。') +
    p('2025年2月审计发现没有招标。') +
    p('处理结果') +
    p('县里研判后予以批评教育。') +
    p('思考题', outline) +
    p('1．当晚应当留下哪些记录？');
  const { entry, notes } = wordDraft(document(report), { collection: 'tolerance' }, library, TODAY);
  expect(entry.text).toMatch(/# 事实经过。\n# 原文第 4 段：2024年7月.*\n# 原文第 5 段：2025年2月.*\nfacts: \[\]/u);
  expect(entry.text).toMatch(/ {2}# 原文第 4 段：.*\n {2}remedy: 未载/u);
  expect(entry.text).toMatch(/# 原文第 7 段：县里研判后予以批评教育。\noutcomeText: 未载/u);
  expect(entry.text).toMatch(/ {2}# 原文第 2 段：来源：某市通报.*\n {2}against:/u);
  for (const words of ['基本情况', '第 6 段', '思考题', '当晚应当']) expect(entry.text).not.toContain(words);
  expect(notes.join('')).toContain('4 段原文按小标题和字眼放在');
  expect(notes.join('')).toContain('第 9 段是思考题之类，没有放在字段上');
  expect(checked(entry.text, 'tolerance').filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a report without headings has what happened on a day among its facts, whatever else it may tell', () => {
  const report = p('某镇便桥抢修案') + p('2024年7月便桥被冲毁，事后补办了手续。') + p('他没有谋取私利，出于公心。');
  const { entry } = wordDraft(document(report), { collection: 'tolerance' }, library, TODAY);
  expect(entry.text).toMatch(/# 原文第 2 段：2024年7月.*\nfacts: \[\]/u);
  expect(entry.text).toMatch(/# 原文第 2 段：2024年7月.*\n {2}remedy: 未载/u);
});

test('a document of pictures alone is told', () => {
  expect(() => wordDraft(document('<w:p><w:r><w:drawing/></w:r></w:p>'), wish, library, TODAY)).toThrow('没有文字');
});
