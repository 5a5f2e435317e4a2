import type { Rule } from '../rule.ts';

/** Reports entries whose field section cannot be found. */
export const badFrontmatter: Rule = {
  id: 'bad-frontmatter',
  severity: 'error',
  isAlone: true,
  docs: '条目以一行“---”开头，写完字段再写一行“---”，然后是正文。',
  *check({ files }) {
    for (const file of files) {
      for (const { kind, at, message } of file.problems) if (kind === 'bad-frontmatter') yield { file: file.path, at, message };
    }
  },
  examples: {
    ok: [{ replace: ['---\nid', '---  \nid'] }],
    notOk: [{ replace: ['---\nid', 'id'] }, { replace: ['\n---\n', '\n'] }],
  },
};
