import { describe, expect, test } from 'vitest';
import { RULE_ELEMENTS } from '../../src/domain/entry/blocks.ts';
import { citationsOf } from '../../src/domain/entry/citations.ts';
import { entryFileOf } from '../../src/domain/paper/entry-file.ts';
import { entryPaper } from '../../src/domain/paper/entry-paper.ts';
import type { CitingStyle } from '../../src/domain/paper/entry-paper.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { indexPolicies } from '../../src/domain/policy/validity.ts';
import { writePaper } from '../../src/export/docx/write-paper.ts';
import { plainText } from '../../src/domain/paper/paper.ts';
import { bodyParts } from '../../src/markdown/body-parts.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { memberOf } from '../support/zip-member.ts';
import { makeEntry, makeFigure, makePolicy, makePractice, makeSource } from '../support/make-entries.ts';

const STYLE: CitingStyle = { edition: '2025', accessed: '2026-11-25', root: 'http://kb.example/' };
const source = makeSource({ id: 'S3', title: '各地综述', shortName: '2021年综述' });

function namesOf(...entries: Entry[]) {
  return { byId: new Map(entries.map((entry) => [entry.data.id, entry])), publicSources: new Map(), ownDocuments: new Map() };
}

function paperOf(entry: Entry, style = STYLE, others: Entry[] = []) {
  return entryPaper(fileOf(entry, others), style, 'abc（共 2 个条目）');
}

function fileOf(entry: Entry, others: Entry[] = []) {
  const names = namesOf(source, ...others, entry);
  const context = {
    ...names,
    citations: new Map([[entry.data.id, citationsOf(entry)]]),
    policies: indexPolicies([...others, entry]),
    siteName: '担当作为知识库',
    collectionName: '地区实践',
    regions: ['浙江省'],
    asOf: '2026-11-22',
    body: bodyParts(entry.body, { figures: entry.data.figures, names }),
  };
  return entryFileOf(entry, context);
}

const BODY = `先说明 <Figure n="1" />，时间<Unknown kind="未载" />。<Cite at="S3-¶26#2 S3-¶27#1" />

<EditorNote>
这是**编者**的话。
</EditorNote>

| 甲 | 乙 |
| --- | --- |
| 一 | 二 |

<Quote at="S3-¶21#5">
短句
</Quote>
`;

test('each sheet of a scenario says that it is made up, each of a rule that it may not hold, and no other sheet anything', () => {
  const scenario = paperOf(makeEntry('tolerance', { title: '教学情景（虚构）：甲', nature: '教学情景', type: '教学情景' }));
  expect(scenario.foot).toBe('教学情景（虚构）');
  expect(JSON.stringify(scenario.parts)).toContain('{"label":"内容性质","value":"教学情景（虚构）"}');
  expect(paperOf(makePolicy({ dates: { issued: '2019' }, confidence: { 'dates.effectiveTo': '待核' } })).foot).toBe('时效待核');
  expect(paperOf(makePractice()).foot).toBeUndefined();
});

test('the paper of a draft says that it is one: it goes from hand to hand', () => {
  const draft = makePractice({ id: 'SJ-001', title: '甲', status: '草稿' });
  expect(fileOf(draft).notices[0]).toContain('草稿：还没有审核发布');
  expect(fileOf(makePractice({ id: 'SJ-001', title: '甲' })).notices).toEqual([]);
});

test('the file of a local rule has its elements and deadlines with their sources; that of a document without elements has none', () => {
  const finding = { text: '嵩明：县纪委监委启动核查。', cites: ['S3-¶26#2'] };
  const deadline = { of: '初审', value: 1, unit: '工作日', from: '未载', cites: ['S3-¶27#1'] };
  const plain = makePolicy({ id: 'ZC-0014' });
  const unknown = Object.fromEntries(Object.keys(RULE_ELEMENTS).map((element) => [element, '未公开']));
  const rule = makePolicy({ id: 'ZC-0135', rule: { ...unknown, decider: finding }, deadlines: [deadline] });
  const lines = fileOf(rule).rule ?? [];
  expect(lines).toHaveLength(Object.keys(RULE_ELEMENTS).length + 1);
  expect(lines).toContainEqual({ label: '认定主体', ...finding });
  expect(lines).toContainEqual({ label: '纠错', text: '未公开', cites: [] });
  expect(lines.at(-1)).toEqual({ label: '期限：初审', text: '1工作日（起算未载）', cites: ['S3-¶27#1'] });
  expect(fileOf(plain).rule).toBeUndefined();
});

test('a heading says once that what stands below it is the editors’', () => {
  const why = '编者所列。';
  const { parts } = paperOf(makePractice({ relatedPolicies: [{ id: 'ZC-0014', why }], transfer: ['先看口径。'] }), STYLE, [
    makePolicy({ id: 'ZC-0014' }),
  ]);
  const headings = parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
  expect(headings).toContain('相关条文（编者所列）');
  expect(headings).toContain('借鉴之前先弄清（编者整理）');
});

test('the articles of a law stand below each other as text: a table that goes on over pages would give each article with a note a page of its own', () => {
  const quote = { words: '受法律保护', edition: '2018年修订', readAt: '某网', day: '2026-11-28' };
  const clauses = [
    { no: '第六条', anchor: 'art-6', gist: '管理与监督并重。', themes: [], cites: ['S3-¶26#2'], read: '逐字读过' },
    { no: '第一百零五条', anchor: 'art-105', gist: '职务行为受保护。', themes: [], cites: ['S3-¶26#2'], quote, why: '先看这一条。' },
  ];
  const { parts } = paperOf(makePolicy({ id: 'ZC-0014', clauses }));
  const at = parts.findIndex((part) => part.kind === 'heading' && part.text === '条款');
  const note = { note: '2021年综述第26段第2句' };
  expect(parts[at + 1]).toEqual({
    kind: 'list',
    items: [
      [{ kind: 'paragraph', text: ['第六条　（逐字读过）管理与监督并重。', note] }],
      [
        { kind: 'paragraph', text: ['第一百零五条　职务行为受保护。', note] },
        { kind: 'paragraph', text: '原文：“受法律保护”（2018年修订，读自某网，2026-11-28）' },
        { kind: 'paragraph', text: '编者：先看这一条。' },
      ],
    ],
  });
});

describe('what time did to an entry', () => {
  const old = makePolicy({ id: 'ZC-0014', title: '旧规定', dates: { issued: '2015-07-19' } });
  const next = makePolicy({ id: 'ZC-0016', title: '新规定', dates: { issued: '2022-09-08' }, replaces: ['ZC-0014'] });

  test('a policy says whether it is in force', () => {
    const [answer] = paperOf(old, STYLE, [next]).parts;
    const rows = answer?.kind === 'fields' ? answer.rows : [];
    expect(rows).toContainEqual({ label: '时效', value: '已被代替，自 2022-09-08 起，见《新规定》（截至 2026-11-22 核对）。' });
  });

  test('what rests on it says that its basis has changed, and whether it was checked since', () => {
    const paper = (date: string) =>
      paperOf(
        makePractice({ basis: [{ id: 'ZC-0014', text: '来源点名。', cites: ['S3-¶26#2'] }], checked: { date, against: '原文' } }),
        STYLE,
        [old, next],
      ).note;
    expect(paper('2020-01-01')).toContain('依据已变：《旧规定》自 2022-09-08 起已被代替，见《新规定》。本条在变动之后还没有核对。');
    expect(paper('2023-01-01')).toContain('本条已于 2023-01-01 在变动之后核对。');
  });
});

describe('the paper of an entry', () => {
  const paper = paperOf(
    makePractice(
      { figures: [makeFigure()], aliases: ['正名'], regions: ['zhejiang'], takeaway: '先看谁来澄清。', evidence: '报道' },
      { body: BODY },
    ),
  );
  const headings = paper.parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));

  test('says that it is not official', () => {
    expect(paper.note).toBe('非官方材料，由网站条目导出，事实以所注出处的原文为准。');
  });

  test('has the answer, the header, the blocks in the order of the page, the references and the record', () => {
    expect(headings).toEqual(['做了什么', '概况', '条件与评价', '数字', '参考文献', '核对记录']);
    expect(paper.parts.slice(0, 2)).toEqual([
      {
        kind: 'fields',
        rows: [
          { label: '是什么', value: '浙江公开澄清不实举报。' },
          { label: '对你来说（编者）', value: '先看谁来澄清。' },
          { label: '现在怎样', value: '做法：2021年综述所记。' },
          { label: '原文', value: '出自2021年综述，没有公开登载，本站有它的逐段大意。' },
        ],
      },
      {
        kind: 'fields',
        rows: [
          { label: '编号', value: 'SJ-001' },
          { label: '栏目', value: '地区实践' },
          { label: '内容性质', value: '公开报道' },
          { label: '地区', value: '浙江省' },
        ],
      },
    ]);
  });

  test('tells its other names at the end', () => {
    const record = paper.parts.at(-1);
    expect(record?.kind === 'fields' && record.rows[0]).toEqual({ label: '又称', value: '正名' });
  });

  test('has its figures as a table with whose, when and where', () => {
    const table = paper.parts.find((part) => part.kind === 'table');
    expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['200余起', ['澄清的举报', { note: '2021年综述第26段第2句' }], '浙江', '未载'],
    ]);
  });

  test('cites what it rests on in the edition asked for, and itself', () => {
    const texts = JSON.stringify(paper.parts);
    expect(texts).toContain('[各地综述][Z]. 第26段.');
    expect(texts).toContain('担当作为知识库. 浙江：公开澄清：SJ-001[EB/OL]. （2026-11-22）[2026-11-25]. http://kb.example/id/SJ-001/.');
    expect(JSON.stringify(paperOf(makePractice(), { ...STYLE, edition: '2015' }).parts)).toContain('(2026-11-22)[2026-11-25]');
  });

  test('has no empty note where only the editors vouch for a sentence', () => {
    const own = { id: 'GK-0500', title: '编者虚构', publisher: '本库编者', date: '2026-11-22', seen: '全文' as const };
    const names = { ...namesOf(source), publicSources: new Map([['GK-0500', own]]) };
    const parts = bodyParts(parseBody('一句。<Cite at="GK-0500" />又一句。<Cite at="GK-0500 S3-¶26#2" />'), { figures: [], names });
    expect(parts).toEqual([{ kind: 'paragraph', text: ['一句。又一句。', { note: '2021年综述第26段第2句' }] }]);
  });

  test('keeps the author’s text whole: figures, unknown values, citations, notes, tables and quotations', () => {
    const { figures } = makePractice({ figures: [makeFigure()] }).data;
    const parts = bodyParts(parseBody(BODY), { figures, names: namesOf(source) });
    const text = parts.map((part) => ('text' in part ? plainText(part.text) : JSON.stringify(part))).join('\n');
    for (const part of [
      '先说明 200余起［2021年综述第26段第2句］，时间未载。［2021年综述第26段第2句、第27段第1句］',
      '编者按',
      '这是编者的话。',
      '"heading":"甲"',
      '［2021年综述第21段第5句］',
      '“短句”',
    ])
      expect(text).toContain(part);
  });

  test('says that a note in one line is the editors’, and names a term without words of its own', () => {
    const term = makeEntry('terms', { id: 'SY-001', title: '三个区分开来' });
    const body =
      '<EditorNote>先看<Term id="SY-001" />。</EditorNote>\n\n<TeachingNote>再看口径。</TeachingNote> <Quote at="S3-¶21#5">短句</Quote>';
    expect(bodyParts(parseBody(body), { figures: [], names: namesOf(source, term) })).toEqual([
      { kind: 'subheading', text: '编者按' },
      { kind: 'paragraph', text: '先看三个区分开来。' },
      { kind: 'subheading', text: '教学提示' },
      { kind: 'paragraph', text: '再看口径。' },
      { kind: 'paragraph', text: ['“短句”', { note: '2021年综述第21段第5句' }] },
    ]);
  });

  test('keeps the author’s lists: the number they begin with, several paragraphs in a point, lists in lists', () => {
    const body = '4. 甲\n\n   甲的第二段\n\n   - 子项\n5. 乙\n';
    expect(bodyParts(parseBody(body), { figures: [], names: namesOf() })).toEqual([
      {
        kind: 'list',
        mark: 'number',
        from: 4,
        items: [
          [
            { kind: 'paragraph', text: '甲' },
            { kind: 'paragraph', text: '甲的第二段' },
            { kind: 'list', mark: 'point', items: [[{ kind: 'paragraph', text: '子项' }]] },
          ],
          [{ kind: 'paragraph', text: '乙' }],
        ],
      },
    ]);
  });
});

test('a constructed scenario and a retired entry say so first', () => {
  const scenario = makeEntry('tolerance', { nature: '教学情景', title: '先动工（教学情景，虚构）' });
  expect(paperOf(scenario).note).toMatch(/^教学情景（虚构）/u);
  const retired = makePractice({ status: '退出', retired: { date: '2026-11-23', reason: '并入另一条。', replacedBy: 'SJ-002' } });
  expect(paperOf(retired).note).toMatch(/^本条已于 2026-11-23 退出：并入另一条。见 SJ-002。/u);
});

test('a source document tells its paragraphs', () => {
  expect(JSON.stringify(paperOf(source).parts)).toContain('第26段');
});

test('what an entry cites stands in real footnotes of the Word file, in the order of the text', () => {
  const file = writePaper(paperOf(makePractice({ figures: [makeFigure()] }, { body: BODY })));
  const notes = memberOf(file, 'word/footnotes.xml').match(/2021年综述第[^<]*/gu) ?? [];
  const marks = memberOf(file, 'word/document.xml').match(/<w:footnoteReference w:id="\d+"\/>/gu) ?? [];
  expect(marks).toEqual(notes.map((_, at) => `<w:footnoteReference w:id="${at + 1}"/>`));
  expect(notes[0]).toBe('2021年综述第26段第2句');
});

test('the same entry gives the same word/document.xml', () => {
  const [first, second] = [writePaper(paperOf(makePractice())), writePaper(paperOf(makePractice()))];
  expect(memberOf(first, 'word/document.xml')).toBe(memberOf(second, 'word/document.xml'));
  expect(Buffer.compare(first, second)).toBe(0);
});
