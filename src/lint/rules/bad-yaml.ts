import type { Rule } from '../rule.ts';

/** Reports fields and lists that are not well-formed YAML, or use more of YAML than plain data. */
export const badYaml: Rule = {
  id: 'bad-yaml',
  severity: 'error',
  isAlone: true,
  docs: '字段区要合乎 YAML 的写法：半角冒号加空格，缩进对齐，引号成对，一个字段只写一次。',
  *check({ files }) {
    for (const file of files) {
      for (const { kind, at, message } of file.problems) if (kind === 'bad-yaml') yield { file: file.path, at, message };
    }
  },
  examples: {
    ok: [{ fields: { title: 'SOS: 公开澄清' } }],
    notOk: [
      { replace: ['title: ', 'title：'] },
      { replace: ['title: ', 'title: 浙江: '] },
      { replace: ['actor: ', 'actor: **'] },
      { replace: ['actor: ', 'actor: &'] },
      { replace: ['summary: ', 'status: 发布\nsummary: '] },
      { replace: ['summary: ', '　summary: '] },
      { replace: ['title: ', 'aliases:\n  ·甲\n  ·乙\ntitle: '] },
    ],
  },
};
