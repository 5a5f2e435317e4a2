import { describe, expect, test } from 'vitest';
import { explainDate } from '../../src/schema/dates.ts';
import { editDistance, nearest } from '../../src/schema/nearest.ts';
import { checkLibrary } from '../../src/lint/check-content.ts';
import type { Example } from '../../src/lint/rule.ts';
import { libraryWith } from '../support/example-content.ts';

const messages = (example: Example) => checkLibrary(libraryWith(example), '2026-11-22').issues.map((issue) => issue.message);

describe('what an author is told about', () => {
  test('a fact without its source', () => {
    expect(messages({ fields: { conditions: '干部支持' } })).toMatchInlineSnapshot(`
      [
        "“conditions”写的是一句文字“干部支持”，这里要分成几个字段：text、cites，写成 { text: 干部支持, cites: [出处的编号] }。不知道就写“未载”“未公开”或“隐去”。",
      ]
    `);
  });
  test('a name of a file that would be one of a device once it is in small letters', () => {
    expect(messages({ renamedTo: 'practices/Con.mdx' })).toEqual([
      '文件名“Con”不能作网址。文件名只用小写英文字母、数字和连字号。可以改成“con-2.mdx”。',
    ]);
  });
  test('a value that may be one word alone, with that word', () => {
    expect(messages({ file: 'situations/first.mdx', fields: { channel: '未公开' } })).toEqual([
      '“channel”要写成列表，如 [未公开]，或每行一个“- ”；现在写的是“未公开”。不知道就写“未载”。',
    ]);
    expect(messages({ fields: { relatedPolicies: '没找到' } })).toEqual([
      '“relatedPolicies”要写成列表，如 [没找到]，或每行一个“- ”；现在写的是“没找到”。没有就写“未找到”。',
    ]);
  });
  test('a field of one word, with when it stands there', () => {
    expect(messages({ fields: { access: '公开' } })).toEqual([
      '“access”写的是“公开”，不在可选的值里。可选：内部。这里要写：只给内部看的写“内部”：只进内部版，公开的网站里没有它；公开的条目不写这一行。',
    ]);
  });
  test('two citations in one, apart', () => {
    expect(messages({ fields: { cites: ['S3-¶26#2、S3-¶26#3'] } })).toEqual([
      '“cites”第 1 项写的是“S3-¶26#2、S3-¶26#3”，这是 2 项。请分开写，成为列表里的几项：S3-¶26#2, S3-¶26#3。',
    ]);
  });
  test('a citation in the text that is not closed, with how to close it', () => {
    expect(messages({ body: '短句。<Cite at="S3-¶26#2">' })).toEqual([
      '“<Cite>”没有结束。它里面不写文字，请在它的“>”前面加一条斜线，如 <Cite at="S3-¶26#2" />。',
    ]);
  });
  test('a slip in one of two kinds of items, as a slip of that kind', () => {
    const [message, ...others] = messages({ file: 'situations/first.mdx', fields: { next: [{ path: '/worksheets/', why: '填表。' }] } });
    expect(others).toEqual([]);
    expect(message).toContain('“next”第 1 项的“path”写的是“/worksheets/”，不在可选的值里。是不是想写“/worksheet/”？');
  });
  test('a number with its unit', () => {
    expect(
      messages({ fields: { figures: [{ value: '3.5万', unit: '人次', what: '培训', whose: '全市', period: '未载', cite: 'S3-¶26#2' }] } }),
    ).toMatchInlineSnapshot(`
      [
        "“figures”第 1 项的“value”写的是“3.5万”，要写成不带引号、不带单位的普通数字，写成 35000，来源的写法照录（asWritten: 3.5万）。不知道就写“未载”“未公开”或“隐去”。",
      ]
    `);
  });
  test('a name without a post: which post it was is not made up', () => {
    expect(messages({ file: 'tolerance/scenario.mdx', fields: { actor: '张建国' } })).toMatchInlineSnapshot(`
      [
        "“张建国”像是一个人的姓名。本站不写当事人姓名，请写来源里的职务加“张某”；不是姓名就不用改。",
      ]
    `);
  });

  test('full-width digits, once for each run of them', () => {
    expect(messages({ fields: { conditions: { text: '２０２５年３月停水。', cites: ['S3-¶26#2'] } } })).toMatchInlineSnapshot(`
      [
        "“２０２５”是全角的，数字和英文字母用半角：请改成“2025”。",
        "“３”是全角的，数字和英文字母用半角：请改成“3”。",
      ]
    `);
  });

  test('a single word where a list belongs', () => {
    expect(messages({ fields: { keywords: '澄清正名' } })).toMatchInlineSnapshot(`
      [
        "“keywords”要写成列表，如 [澄清正名]，或每行一个“- ”；现在写的是“澄清正名”。",
      ]
    `);
  });
  test('a year without quotation marks', () => {
    expect(messages({ fields: { actor: 2021 } })).toMatchInlineSnapshot(`
      [
        "“actor”写的是“2021”，没有加引号。请写成 "2021"。",
      ]
    `);
  });
  test('a field with nothing after it', () => {
    expect(messages({ fields: { actor: null } })).toMatchInlineSnapshot(`
      [
        "“actor”后面是空的。这里要写：做事的主体，照来源的写法，如 浙江各级组织系统。",
      ]
    `);
  });
  test('a number of another collection', () => {
    expect(messages({ fields: { problems: ['CS-001'] } })).toMatchInlineSnapshot(`
      [
        "“problems”第 1 项写的是“CS-001”，写法不对。这里要写：问题表现条目的编号：WT- 加两位数字，如 WT-01；WT-99 之后是 WT-100。",
      ]
    `);
  });
  test('a statement without sources', () => {
    expect(messages({ fields: { actions: [{ text: '只有一句话。', cites: [] }] } })).toMatchInlineSnapshot(`
      [
        "“actions”第 1 项的“cites”现在有 0 项，至少要有 1 项。这里要写：出处，至少一个。",
      ]
    `);
  });
  test('a value that is not on offer', () => {
    expect(messages({ fields: { status: '发部' } })).toMatchInlineSnapshot(`
      [
        "“status”写的是“发部”，不在可选的值里。是不是想写“发布”？可选：草稿、发布、退出。",
      ]
    `);
  });
  test('a region by its Chinese name', () => {
    expect(messages({ fields: { regions: ['宁波'] } })).toMatchInlineSnapshot(`
      [
        "“regions”第 1 项写的是“宁波”，vocab/regions.yaml 里没有这一项。是不是想写“ningbo”？",
      ]
    `);
  });
  test('a statement that is missing its text', () => {
    expect(messages({ fields: { actions: [{ cites: ['S3-¶26#2'] }] } })).toMatchInlineSnapshot(`
      [
        "“actions”第 1 项缺少字段“text”。这里要写：一句话的事实，用自己的话写，保留“一般”“探索”“研究制定”等限定语。",
      ]
    `);
  });
  test('a mask without quotation marks', () => {
    expect(messages({ replace: ['actor: ', 'actor: **'] })).toMatchInlineSnapshot(`
      [
        "以“*”开头的文字要加引号，写成 '**浙江各级组织系统'；不加引号会被当作 YAML 的引用记号。",
      ]
    `);
  });
  test('a policy date in another form', () => {
    expect(messages({ file: 'policies/opinion.mdx', fields: { dates: { issued: '2018年5月20日' } } })).toMatchInlineSnapshot(`
      [
        "“dates”的“issued”写的是“2018年5月20日”，日期的写法不对。请写成 "2018-05-20"，带引号。",
      ]
    `);
  });
});

describe('a day that is not a day', () => {
  test.each([
    ['2026-02-30', '这一天不存在：2026 年 2 月只有 28 天。请改成实际的日期。'],
    ['2024-02-30', '这一天不存在：2024 年 2 月只有 29 天。请改成实际的日期。'],
    ['2026-13-01', '没有 13 月。请改成实际的日期。'],
    ['2026/1/5', '日期的写法不对。请写成 "2026-01-05"，带引号。'],
    ['2026年11月22日', '日期的写法不对。请写成 "2026-11-22"，带引号。'],
    ['上周', '不是日期。请写成带引号的 "2026-11-22"。'],
  ])('%s', (written, told) => {
    expect(explainDate(written)).toBe(told);
  });
});

describe('the distance between two words', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['zhejang', 'zhejiang', 1],
    ['guilni', 'guilin', 1],
    ['容错纠措', '容错纠错', 1],
  ])('“%s” to “%s”', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
  });

  test('a word that is nothing like the others has no nearest', () => {
    expect(nearest('xyz', ['zhejiang', 'ningbo'])).toBeUndefined();
  });
});
