import type { Rule } from '../rule.ts';

/** Reports files, lines, paragraphs and nestings that are too large to be read in a reasonable time. */
export const tooLarge: Rule = {
  id: 'too-large',
  severity: 'error',
  isAlone: true,
  docs: '一个条目不超过 256 KB，一份词表不超过 4 MB，一行不超过 4000 字，一段不超过 12000 字，列表、引用和组件不超过 12 层。',
  *check({ files }) {
    for (const file of files) {
      for (const { kind, at, message } of file.problems) if (kind === 'too-large') yield { file: file.path, at, message };
    }
  },
  examples: {
    ok: [{ body: `<EditorNote>\n${'- 短句。\n'.repeat(100)}</EditorNote>` }],
    notOk: [
      { body: '长'.repeat(4001) },
      { body: '短句。\n'.repeat(4001) },
      { body: `${'- '.repeat(13)}短句。` },
      { body: `${'>'.repeat(13)} 短句。` },
      { body: `${'<EditorNote>\n'.repeat(13)}短句。\n${'</EditorNote>\n'.repeat(13)}` },
      { fields: { title: '长'.repeat(90_000) } },
    ],
  },
};
