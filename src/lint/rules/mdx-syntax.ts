import { positionWithin } from '../../markdown/position.ts';
import type { BodyFacts } from '../../markdown/read-body.ts';
import { COMPONENT_NAMES, meantComponent, WORDLESS } from '../components.ts';
import { isCodeFailure } from './mdx-code.ts';
import type { Rule } from '../rule.ts';

/** Reports bodies whose components cannot be read. */
export const mdxSyntax: Rule = {
  id: 'mdx-syntax',
  severity: 'error',
  docs: '正文里的组件要成对、要写完整；文字里不用半角“<”和“{”。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      if (body.failure && !isCodeFailure(body.failure)) yield { file: file.path, at: body.failure.at, message: explain(body.failure) };
      for (const { text, at } of body.texts) {
        const [written, name = ''] = WIDE_TAG.exec(text) ?? [];
        if (written !== undefined)
          yield {
            file: file.path,
            at: positionWithin(at, text, written),
            message: `“${written}”的尖括号是全角的，会原样显示。请用半角，写成“<${written.slice(1).replace(name, meantComponent(name) ?? name)}”。`,
          };
      }
    }
  },
  examples: {
    ok: [{ body: '<EditorNote>\n先看单位，再看口径。\n</EditorNote>' }],
    notOk: [
      { body: '<EditorNote>\n先看单位，再看口径。' },
      { body: '短句。<Cite at="S3-¶26#2">' },
      { body: '先看单位。</EditorNote>' },
      { body: '<EditorNote>\n先看单位。\n</TeachingNote>' },
      { body: '<!-- 待补 -->' },
      { body: '见 <Cite at=S3-¶26#2 />' },
      { body: '见 <Cite at=“S3-¶26#2” />' },
      { body: '见＜Term id="三个区分开来" /＞' },
      { body: '见 <https://example.com>' },
    ],
  },
};

const WIDE_TAG = new RegExp(`[＜﹤〈]\\s*/?\\s*(${COMPONENT_NAMES.join('|')})\\b`, 'iu');

function explain({ reason, code }: NonNullable<BodyFacts['failure']>): string {
  const [opened] = /(?<=closing tag for `)<\w*>/u.exec(reason) ?? [];
  const [closed] = /(?<=closing tag `)<\/\w*>/u.exec(reason) ?? [];
  if (opened && closed) return `“${opened}”和“${closed}”不成对。请检查开头和结尾的组件名是否一样。`;
  if (opened && WORDLESS.has(opened.slice(1, -1)))
    return `“${opened}”没有结束。它里面不写文字，请在它的“>”前面加一条斜线，如 <Cite at="S3-¶26#2" />。`;
  if (opened) return `“${opened}”没有结束。请在这一块的末尾单独一行写“${opened.replace('<', '</')}”。`;
  if (code.endsWith('unexpected-closing-slash')) return '这里有一个结尾的标签，前面却没有对应的开头。请删去它，或者补上开头。';
  if (reason.includes('create a comment')) return '正文里不能用“<!--”写批注。批注请写在编者按里，或者删去。';
  if (reason.includes('create a link')) return '网址不能写在尖括号里。公开资料请登记到 vocab/public-sources.yaml，正文用编号引用。';
  if (reason.includes('attribute value'))
    return '组件的属性值两头要用半角英文双引号 ""，不是中文引号“”，也不能不加，如 <Cite at="S3-¶26#2" />。';
  return '半角“<”之后的内容读不懂。组件要写完整，如 <Cite at="S3-¶26#2" />；文字里的小于号请写成“小于”或全角“＜”。';
}
