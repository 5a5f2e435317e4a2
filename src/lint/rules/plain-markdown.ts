import type { Rule } from '../rule.ts';

/** Reports forms of Markdown that the site does not use: pages and Word files know a closed list, and the others hide links and code. */
export const plainMarkdown: Rule = {
  id: 'plain-markdown',
  severity: 'error',
  isAlone: true,
  docs: '正文只用段落、小标题、列表、表格、加粗、反引号和条目链接；代码块只在 pages 里的网站文字用，写要照抄进文件的例子。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      for (const { kind, at } of body.others) {
        if (kind === 'delete') continue;
        // What operators copy into a file stands as it is to be typed; these pages go into no Word file.
        if (kind === 'code' && file.folder === 'pages') continue;
        yield {
          file: file.path,
          at,
          message: CURES[kind] ?? `正文不用${NAMES[kind] ?? '这种写法'}。请改成普通的段落、列表或表格；链接写成 [长沙的做法](SJ-009)。`,
        };
      }
    }
  },
  examples: {
    ok: [
      { file: 'pages/about.mdx', body: '写在 site.yaml 里：\n\n```yaml\nbase: /kb/\n```' },
      { body: '## 小标题\n\n<EditorNote>\n- **先看**单位，隐去的写 `**市`。\n</EditorNote>\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |' },
    ],
    notOk: [
      { body: '<EditorNote>\n[看这里][a]\n\n[a]: javascript:alert(1)\n</EditorNote>' },
      { body: '短句。\n\n[a]: javascript:alert(1)' },
      { body: '短句。[^1]\n\n[^1]: 注。' },
      { body: '```js\nalert(1)\n```' },
      { body: '> 短句。' },
      { body: '# 大标题' },
      { body: '大标题\n===' },
      { body: '短句。\n---\n短句。' },
      { body: '#### 小标题' },
      { body: '<EditorNote>\n某**市和**县。\n</EditorNote>' },
      { body: '- [ ] 先受理。\n- [x] 再认定。' },
    ],
  },
};

/** What has a cure of its own. */
const CURES: Record<string, string> = {
  title: '正文里不用一级标题“# ”：页面的标题就是 title。请改成“## 小标题”。',
  underlined: '下面写了“---”的一段文字会变成小标题。要小标题，请写成“## 小标题”；要分开两段，删去“---”，空一行就行。',
  skipped: '这个小标题跳了级：“####”前面没有“###”，用读屏软件的人会以为漏了一节。请从“## ”起一级一级地写，少写一个“#”。',
  mask: '两处星号之间的文字会变成粗体，星号不见了。隐去的名称请放在反引号里，如 `**市`；要加粗，就不要从“市”“县”“局”这样的字起。',
  task: '正文不用任务列表“- [ ]”：方框在页面上没有名称，在 Word 里会丢掉。请删去方括号，已做未做写进文字里。',
};

const NAMES: Record<string, string> = {
  blockquote: '“>”引用',
  break: '行末的强制换行',
  code: '代码块',
  definition: '另行定义的链接',
  emphasis: '斜体，单个的“*”或“_”',
  footnoteDefinition: '脚注',
  footnoteReference: '脚注',
  imageReference: '图片',
  linkReference: '另行定义的链接',
  thematicBreak: '分隔线',
};
