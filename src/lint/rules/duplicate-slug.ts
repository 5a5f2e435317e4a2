import { isEntryFile } from '../../store/library.ts';
import { WHOLE_FILE } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports entries of one collection whose file names differ only in case: on some machines they are one file. */
export const duplicateSlug: Rule = {
  id: 'duplicate-slug',
  severity: 'error',
  docs: '同一类条目的文件名不重复，只差大小写也算重复。',
  *check({ entries, known }) {
    const groups = Map.groupBy(known.files.filter(isEntryFile), ({ folder, name }) => `${folder}/${name.toLowerCase()}`);
    for (const { file } of entries) {
      const [first] = groups.get(`${file.folder}/${file.name.toLowerCase()}`) ?? [];
      if (!first || first.path === file.path) continue;
      yield {
        file: file.path,
        at: WHOLE_FILE,
        message: `文件名同“${first.path}”只差大小写，网址会相同。请改其中一个的文件名。`,
      };
    }
  },
  // Two such files would also break the rule on file names, so that examples of this rule alone do not exist.
  examples: { ok: [{ renamedTo: 'practices/example-two.mdx' }], notOk: [] },
};
