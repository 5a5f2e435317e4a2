import type { BodyFacts } from '../../markdown/read-body.ts';
import type { Rule } from '../rule.ts';

/** Reports program code in a body: content is data, and nothing in it may run when the site is built. */
export const mdxCode: Rule = {
  id: 'mdx-code',
  severity: 'error',
  isAlone: true,
  docs: '正文里没有程序：不用 import、export，不用花括号。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      const places = body.failure && isCodeFailure(body.failure) ? [body.failure.at] : body.code;
      for (const at of places) yield { file: file.path, at, message: MESSAGE };
    }
  },
  examples: {
    ok: [{ body: '<EditorNote>\n用全角括号（这样）和“export”一词都可以。\n</EditorNote>' }],
    notOk: [
      { body: 'import 图 from "x"' },
      { body: 'export const a = 1' },
      { body: '共{若干}人' },
      { body: '共{若干' },
      { body: '单位<Unknown kind={"未载"} />' },
    ],
  },
};

const MESSAGE = '正文里不能写程序：以 import、export 开头的行，或者花括号“{ }”。文字里要用括号时请用全角“（ ）”，属性值请写在双引号里。';

/** Whether the parser stopped at code rather than at a component. */
export function isCodeFailure({ code }: NonNullable<BodyFacts['failure']>): boolean {
  return (
    code.startsWith('micromark-extension-mdxjs-esm') || code.startsWith('micromark-extension-mdx-expression') || code.endsWith(':acorn')
  );
}
