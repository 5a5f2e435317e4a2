import { unified } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import { bodyMarks } from '../../src/markdown/body-marks.ts';
import { parseBody, remarkPlugins } from '../../src/markdown/parse.ts';
import { rehypePlugins } from '../../src/markdown/rehype.ts';

const prose = unified({ gfm: false, smartypants: false, remarkPlugins: [...remarkPlugins], rehypePlugins: [...rehypePlugins] });
const processor = await prose.createRenderer({ syntaxHighlight: false });
const render = async (source: string) => (await processor.render(source)).code.trim();

describe('bold next to Chinese punctuation', () => {
  test.for([
    [
      '**第一条。**为了规范干部管理，坚持**“三个区分开来”**的要求',
      '<strong>第一条。</strong>为了规范干部管理，坚持<strong>“三个区分开来”</strong>的要求',
    ],
    ['落实**《意见》**第四部分', '落实<strong>《意见》</strong>第四部分'],
    ['**（一）容错。**纠错', '<strong>（一）容错。</strong>纠错'],
    ['**不敢担当**，**不愿担当**。', '<strong>不敢担当</strong>，<strong>不愿担当</strong>。'],
    ['这叫**“躺平”**、**“佛系”**。', '这叫<strong>“躺平”</strong>、<strong>“佛系”</strong>。'],
    ['*（探索）*建立', '<em>（探索）</em>建立'],
  ])('%s', async ([source, html]) => {
    expect(await render(source ?? '')).toBe(`<p>${html ?? ''}</p>`);
  });
});

test('a page has the same bytes whichever system has written its file, in code too', async () => {
  const source = '一。\n\n```yaml\naddress: ""\n# 说明\nunits:\n  - name: 青川\n```\n\n二，\n三。';
  expect(await render(source.replaceAll('\n', '\r\n'))).toBe(await render(source));
});

test('punctuation stays as it was typed', async () => {
  expect(await render('"不作为"... 2018--2020')).toBe('<p>"不作为"... 2018--2020</p>');
});

test('the alignment of a table cell is data, never an inline style', async () => {
  const html = await render('| 数 | 谁 |\n| ---: | :-- |\n| 77 | 甘肃 |');
  expect(html).toContain('<td data-align="right">77</td>');
  expect(html).not.toContain('style=');
});

describe('what a body points to', () => {
  test('is what it cites, one place or several, in order', () => {
    expect(bodyMarks(parseBody('一。<Cite at="S3-¶26#2" />\n\n<Quote at="S1-¶05#1 S1-¶05#3">二</Quote>')).cites).toEqual([
      'S3-¶26#2',
      'S1-¶05#1',
      'S1-¶05#3',
    ]);
  });

  test('is the entries that it links to by number, and the terms that it names', () => {
    expect(
      bodyMarks(parseBody('见[浙江](SJ-008)、[S3](S3)和<Term id="SY-001">容错</Term>，[别处](https://www.gov.cn/)除外。')).links,
    ).toEqual(['SJ-008', 'S3', 'SY-001']);
  });

  test('is found inside other components', () => {
    expect(bodyMarks(parseBody('<EditorNote>\n一。<Cite at="S3-¶26#2" />\n</EditorNote>')).cites).toEqual(['S3-¶26#2']);
  });
});

test('a body that is not MDX is refused with its place', () => {
  expect(() => parseBody('一\n\n1 <2')).toThrow(expect.objectContaining({ line: 3 }));
});
