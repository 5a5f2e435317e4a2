import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent, checkFiles, checkSome } from '../../src/lint/check-content.ts';
import { formatIssues, formatSummary } from '../../src/lint/report.ts';
import { readLibrary } from '../../src/store/library.ts';
import { contentWith, soundContent, storeTexts } from '../support/example-content.ts';

const TODAY = '2026-11-22';
const MISTAKES = join(import.meta.dirname, '../fixtures/twenty-mistakes/content');

test('twenty different mistakes give twenty findings, each at its place', async () => {
  const { issues } = await checkContent(MISTAKES, TODAY);
  expect(issues).toHaveLength(20);
  expect(new Set(issues.map((issue) => issue.rule)).size).toBe(20);
  const printed = formatIssues(issues).replaceAll('tests/fixtures/twenty-mistakes/', '');
  expect(`\n${printed}`).toMatchInlineSnapshot(`
    "
    content/measures/clear-conditions.mdx:14:12  mixed-stance
      这一条同时引了建议（S0）和做法（S1），读者分不清是主张还是已经做了。请拆成两条，分别写“提出……”和实际做法。
    content/measures/clear-conditions.mdx:17:14  private-data
      “0571-87654321”像是电话号码。本站不登个人信息，请删去。
    content/measures/clear-conditions.mdx:22:4  mdx-code
      正文里不能写程序：以 import、export 开头的行，或者花括号“{ }”。文字里要用括号时请用全角“（ ）”，属性值请写在双引号里。
    content/mechanisms/survey.mdx:19:12  mask-filled
      这个数字在来源 S0-¶03#2 里是“**%”，被隐去了。请把 value 写成“隐去”。
    content/mechanisms/three-level-warning.mdx:14:11  unknown-vocabulary
      “standing”写的是“已施行”，vocab/mechanism-standings.yaml 里没有这一项。是不是想写“已实行”？
    content/mechanisms/three-level-warning.mdx:21:1  paragraph-without-citation
      “三级之间逐级递进，前一级……”这一段没有出处。事实请在末尾加 <Cite at="S3-¶26#2" />，写实际的出处；编者的看法请放进 <EditorNote>。
    content/mechanisms/three-level-warning.mdx:23:1  unknown-component
      没有“<EditorsNote>”这个组件。是不是想写“EditorNote”？
    content/mechanisms/three-level-warning.mdx:28:3  bare-url
      网址把后面的“。那里写得更细。”也连了进去。请把资料登记到 vocab/public-sources.yaml，正文用 <Cite at="GK-0001" /> 引用。
    content/practices/Changsha_2021.mdx:1:1  bad-slug
      文件名“Changsha_2021”不能作网址。文件名只用小写英文字母、数字和连字号。可以改成“changsha-2021.mdx”。
    content/practices/Changsha_2021.mdx:18:5  figure-without-citation
      第 1 个数字（53人）没有出处。请写明它在哪一句：编辑台里点“选出处”，文本编辑器里加一行 cite: S3-¶26#2。
    content/practices/foshan.mdx:2:1  missing-field
      缺少字段“summary”。这里要写：一两句话的摘要，不超过120字。
    content/practices/foshan.mdx:3:8  invalid-field
      “title”有 63 个字，上限是 60 个字。请删去至少 3 个字。
    content/practices/guilin.mdx:13:1  bad-yaml
      “period：未载”这一行读不懂：字段名后面的冒号写成了全角“：”。请改成半角冒号加一个空格，如“period: ”。
    content/practices/zhejiang.mdx:2:5  duplicate-id
      编号“SJ-001”已经用在 content/practices/foshan.mdx（佛山：对受处理处分干部跟踪回访对受处理处）。请给这一条换成没有用过的编号，下一个是“SJ-004”。
    content/practices/zhejiang.mdx:7:10  bad-date
      “updated”写的是“2026-02-30”，这一天不存在：2026 年 2 月只有 28 天。请改成实际的日期。
    content/practices/zhejiang.mdx:12:1  unknown-field
      没有“keyword”这个字段。是不是想写“keywords”？
    content/practices/zhejiang.mdx:13:11  unknown-region
      “regions”第 1 项写的是“zhejang”，vocab/regions.yaml 里没有这一项。是不是想写“zhejiang”？
    content/practices/zhejiang.mdx:20:13  unknown-locator
      出处“S3-¶96#2”不存在：S3 共 36 段。是不是想写“S3-¶26#2”？
    content/practices/zhejiang.mdx:26:9  dangling-reference
      没有编号为“SJ-903”的条目（地区实践）。是不是想写“SJ-002 长沙：通过媒体公开澄清”？
    content/tolerance/early-payment.mdx:3:8  teaching-scenario-mark
      这一条是教学情景，标题里却没有“教学情景（虚构）”。请把这几个字写进标题。
    规则的说明和例子，见网站上各自的一页：
      /about/rules/bad-date/
      /about/rules/bad-slug/
      /about/rules/bad-yaml/
      /about/rules/bare-url/
      /about/rules/dangling-reference/
      /about/rules/duplicate-id/
      /about/rules/figure-without-citation/
      /about/rules/invalid-field/
      /about/rules/mask-filled/
      /about/rules/mdx-code/
      /about/rules/missing-field/
      /about/rules/mixed-stance/
      /about/rules/paragraph-without-citation/
      /about/rules/private-data/
      /about/rules/teaching-scenario-mark/
      /about/rules/unknown-component/
      /about/rules/unknown-field/
      /about/rules/unknown-locator/
      /about/rules/unknown-region/
      /about/rules/unknown-vocabulary/
    "
  `);
});

test('a content folder that is not there is one finding, without a place', async () => {
  const report = await checkContent('no-such-folder', TODAY);
  expect(formatIssues(report.issues)).toMatchInlineSnapshot(`
    "no-such-folder（位置不详）  unreadable-file
      没有这个文件夹。内容文件夹一般叫 content，里面是各类条目和 vocab 文件夹。
    规则的说明和例子，见网站上各自的一页：
      /about/rules/unreadable-file/
    "
  `);
});

describe('the closing line', () => {
  test.each([
    ['sound content', {}, '检查了 12 个条目、19 个词表，用时 0.8 秒：没有问题。'],
    ['errors', { fields: { id: 'SJ-002', cites: ['S3-¶96#2'] } }, '检查了 12 个条目、19 个词表，用时 0.8 秒：发现 2 个问题。'],
    ['reminders only', { fields: { reviewDue: '2026-01-01' } }, '检查了 12 个条目、19 个词表，用时 0.8 秒：没有问题，另有 1 条提醒。'],
  ])('for %s', (_, example, line) => {
    expect(formatSummary(checkFiles(contentWith(example), TODAY), 0.84)).toBe(line);
  });
});

describe('one mistake is reported once', () => {
  const rulesFor = (example: Parameters<typeof contentWith>[0]) =>
    checkFiles(contentWith(example), TODAY).issues.map((issue) => issue.rule);

  test('when a required field is mistyped', () => {
    expect(rulesFor({ replace: ['summary: ', 'sumary: '] })).toEqual(['unknown-field']);
  });

  test('when others refer to an entry whose fields cannot be read', () => {
    const files = contentWith({ fields: { comparable: [{ id: 'SJ-002', why: '写法相近。' }] } });
    const broken = contentWith({ file: 'practices/second.mdx', replace: ['title: ', 'title：'] });
    const mixed = files.map((file) => broken.find(({ path }) => path === file.path && path.endsWith('practices/second.mdx')) ?? file);
    expect(checkFiles(mixed, TODAY).issues.map((issue) => issue.rule)).toEqual(['bad-yaml']);
  });

  test('when an unquoted day does not exist', () => {
    expect(rulesFor({ replace: ['updated: "2026-11-22"', 'updated: 2026-02-30'] })).toEqual(['bad-date']);
  });

  test('when a controlled list cannot be read', () => {
    expect(rulesFor({ file: 'vocab/regions.yaml', replace: ['title: ', 'title：'] })).toEqual(['bad-yaml']);
  });
});

test('findings are sorted by file, then by place', () => {
  const { issues } = checkFiles(contentWith({ fields: { status: '发部', cites: ['S3-¶96#2'], themes: ['容错'] } }), TODAY);
  const lines = issues.map((issue) => issue.at?.line ?? 0);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('a controlled list that is missing is named', () => {
  const texts = new Map([...soundContent].filter(([place]) => place !== 'vocab/levels.yaml'));
  expect(formatIssues(checkFiles(storeTexts(texts), TODAY).issues)).toMatchInlineSnapshot(`
    "vocab/levels.yaml（位置不详）  unreadable-file
      缺少词表 vocab/levels.yaml。请从上一个版本恢复，词表不能删。
    规则的说明和例子，见网站上各自的一页：
      /about/rules/unreadable-file/
    "
  `);
});

describe('a draft with errors', () => {
  const example = 'practices/example.mdx';
  /** The sound content with one more practice, in a region that is on no list. */
  const withPractice = (status: string) => {
    const text = (soundContent.get(example) ?? '').replace('id: SJ-001', 'id: SJ-901').replace(/^status: .*$/mu, `status: ${status}`);
    const faulty = text.replace(/^title: .*$/mu, 'title: 别处：另一件事').replace(/^regions:.*$/mu, 'regions: [qingchuan-xx]');
    return checkFiles(storeTexts(new Map([...soundContent, ['practices/half.mdx', faulty]])), TODAY);
  };

  test('holds up itself alone: its errors are told as such, and stop no build', () => {
    const { issues, errorCount } = withPractice('草稿');
    const told = issues.filter(({ rule }) => rule === 'unknown-region');
    expect(told.map(({ severity, isInDraft }) => [severity, isInDraft])).toEqual([['error', true]]);
    expect(errorCount).toBe(0);
    expect(formatIssues(told)).toContain('unknown-region（草稿）');
    const report = { issues, entryCount: 13, listCount: 19, errorCount };
    expect(formatSummary(report, 1)).toMatch(/：没有问题.*；草稿里有 \d+ 个问题，不挡网站，改好才能发布。$/u);
  });

  test('the same in what is out stops it', () => {
    expect(withPractice('发布').issues.find(({ rule }) => rule === 'unknown-region')?.isInDraft).toBeUndefined();
    expect(withPractice('发布').errorCount).toBeGreaterThan(0);
  });

  /** A draft made of what is out, with another number, title and place. */
  const draftOf = (place: string, id: string, change: (text: string) => string = (text) => text) => {
    const text = (soundContent.get(`${place}.mdx`) ?? '').replace(/^id: .*$/mu, `id: ${id}`).replace(/^status: .*$/mu, 'status: 草稿');
    return [`${place}-draft.mdx`, change(text.replace(/^title: .*$/mu, 'title: 另外一件事'))] as const;
  };
  const withDraft = (...draft: readonly [string, string]) => checkFiles(storeTexts(new Map([...soundContent, draft])), TODAY);

  test('that has taken the number of what is out makes no fault in what leads there', () => {
    // Its file stands before that of the entry.
    const [, text] = draftOf('practices/second', 'SJ-002');
    const { issues, errorCount } = withDraft('practices/another.mdx', text);
    expect(issues.filter(({ severity }) => severity === 'error').map(({ rule, file }) => [rule, file])).toEqual([
      ['duplicate-id', expect.stringContaining('another.mdx')],
    ]);
    expect(errorCount).toBe(0);
  });

  test('that answers the same questions as what is out is told so, not what is out', () => {
    const { issues, errorCount } = withDraft(...draftOf('situations/first', 'QX-090'));
    const told = issues.filter(({ rule }) => rule === 'situation-asked');
    expect(new Set(told.map(({ file }) => file))).toEqual(new Set([expect.stringContaining('first-draft.mdx')]));
    expect(errorCount).toBe(0);
  });

  test('whose fields cannot be read holds up itself alone, unless readers have its address', () => {
    const unreadable = (text: string) => text.replace(/^actor: .*$/mu, 'actor: 浙江: 各级: "组织');
    const { issues, errorCount } = withDraft(...draftOf('practices/example', 'SJ-901', unreadable));
    expect(issues.filter(({ rule }) => rule === 'bad-yaml').map(({ isInDraft }) => isInDraft)).toEqual([true]);
    expect(errorCount).toBe(0);
    const taken = (soundContent.get('practices/second.mdx') ?? '').replace(/^status: .*$/mu, 'status: 草稿');
    expect(withDraft('practices/second.mdx', unreadable(taken)).errorCount).toBeGreaterThan(0);
  });

  test('is no source of what is out, and nothing that is out leads to it', () => {
    const draft = draftOf('policies/old-rule', 'ZC-0009');
    const citing = (soundContent.get('practices/example.mdx') ?? '').replace('cites: [S3-¶26#2]', 'cites: [ZC-0009]');
    const { issues, errorCount } = checkFiles(storeTexts(new Map([...soundContent, draft, ['practices/example.mdx', citing]])), TODAY);
    expect(issues.find(({ rule }) => rule === 'unknown-citation')?.message).toContain('“ZC-0009”还是草稿');
    expect(errorCount).toBeGreaterThan(0);
  });

  test('with the number of another draft is no fault of any other file', () => {
    const [, text] = draftOf('practices/example', 'SJ-901');
    const library = readLibrary(
      storeTexts(new Map([...soundContent, ['practices/a.mdx', text], ['practices/b.mdx', text.replace('另外', '又')]])),
    );
    const errorsOf = (name: string) => {
      const file = library.files.find((one) => one.folder === 'practices' && one.name === name);
      return file ? checkSome(library, [file], TODAY).filter(({ severity }) => severity === 'error') : undefined;
    };
    expect(errorsOf('example')).toEqual([]);
    expect(errorsOf('b')).toMatchObject([{ rule: 'duplicate-id' }]);
  });

  test('what readers have already cannot become a draft', () => {
    const { issues, errorCount } = checkFiles(contentWith({ file: 'practices/second.mdx', fields: { status: '草稿' } }), TODAY);
    expect(issues.filter(({ rule }) => rule === 'published-address').map(({ isInDraft }) => isInDraft)).toContain(undefined);
    expect(errorCount).toBeGreaterThan(0);
  });
});
