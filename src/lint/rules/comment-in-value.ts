import type { LineComment } from '../../store/yaml-document.ts';
import type { Rule } from '../rule.ts';

/** Reports comments behind a value: ` #` ends the value there, and what follows is lost without a word. */
export const commentInValue: Rule = {
  id: 'comment-in-value',
  severity: 'error',
  isAlone: true,
  docs: '字段里的文字有“ #”就要放进引号，否则从“#”起都会丢掉；注释另起一行写。',
  *check({ files }) {
    for (const { path, yaml } of files)
      for (const comment of yaml?.comments ?? []) yield { file: path, at: comment.at, message: explain(comment) };
  },
  examples: {
    ok: [
      { fields: { title: '浙江：公开澄清 #不实举报' } },
      { replace: ['title: ', '# 待补：写明是哪一年。\ntitle: '] },
      { replace: ['summary: ', "aliases: ['甲 #乙']\nsummary: "] },
    ],
    notOk: [
      { replace: ['actor: 浙江', 'actor: 浙江 #各级'] },
      { replace: ['title: ', 'aliases: [甲, 乙] # 别名\ntitle: '] },
      { replace: ['summary: ', 'aliases: # 别名\n  - 甲\nsummary: '] },
    ],
  },
};

function explain({ before, text }: LineComment): string {
  const [, opening = '', value = ''] = /^(\s*(?:- )*(?:\w+:\s+)?)(.*?)\s*$/u.exec(before) ?? [];
  const lost = `这一行的“${shorten(text)}”跟在内容后面，会被当作注释丢掉，读者看不到`;
  const whole = `${value} ${text}`;
  const isPlain = value !== '' && !/^["'[{|>&*!]/u.test(value) && !whole.includes('"');
  const quoted = isPlain ? `，写成 ${opening.trimStart()}"${shorten(whole)}"` : '';
  return `${lost}。是内容，就把整段文字放进半角引号里${quoted}；是注释，就另起一行写。`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}……` : text;
}
