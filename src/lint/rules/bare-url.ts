import type { Rule } from '../rule.ts';

const REMEDY = '请把资料登记到 vocab/public-sources.yaml，正文用 <Cite at="GK-0001" /> 引用。';

/** Reports addresses in a body: they swallow the Chinese punctuation after them, and sources are registered in one place. */
export const bareUrl: Rule = {
  id: 'bare-url',
  severity: 'error',
  isAlone: true,
  docs: '正文不写网址；公开资料登记后用编号引用。',
  *check({ entries, notes }) {
    for (const { file, body } of [...entries, ...notes]) {
      for (const { url, isBare, at } of body.links) {
        if (!/^https?:/iu.test(url)) continue;
        const swallowed = isBare ? /[，。；：、！？）》”].*$/u.exec(url)?.[0] : undefined;
        const fault = swallowed ? `网址把后面的“${swallowed.slice(0, 10)}”也连了进去。` : '正文里写了网址。';
        yield { file: file.path, at, message: fault + REMEDY };
      }
    }
  },
  examples: {
    ok: [{ fields: { cites: ['GK-0001'] } }],
    notOk: [
      { body: '见https://example.com/a。后面' },
      { body: '见https://example.com/%zz。' },
      { body: '见 www.example.com' },
      { body: '见[原文](https://example.com/a)' },
    ],
  },
};
