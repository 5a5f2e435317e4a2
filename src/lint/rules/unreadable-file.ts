import { isLedger, LIST_NAMES } from '../../store/load-lists.ts';
import { MAY_BE_ABSENT } from '../../schema/vocabulary.ts';
import { PAGE_NAMES } from '../../schema/pages.ts';
import { isPageFile } from '../../store/library.ts';
import type { Rule } from '../rule.ts';

/** Reports files that are not UTF-8 text, and controlled lists that are not there. */
export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  docs: '内容文件是 UTF-8 编码的文本，词表和网站文字一个不少。',
  *check({ files, known }) {
    for (const file of files) {
      for (const { kind, at, message } of file.problems) if (kind === 'unreadable-file') yield { file: file.path, at, message };
    }
    const present = new Set(known.files.filter((file) => file.folder === 'vocab').map((file) => file.name + file.extension));
    if (!known.files.some(isLedger))
      yield {
        file: 'ledger.yaml',
        at: undefined,
        message: '缺少 ledger.yaml，它登记发表过的编号和网址。请从上一个版本恢复；全新的内容先照作者手册建一个空的。',
      };
    for (const name of LIST_NAMES.filter((list) => !MAY_BE_ABSENT[list]).map((list) => `${list}.yaml`)) {
      if (!present.has(name))
        yield { file: `vocab/${name}`, at: undefined, message: `缺少词表 vocab/${name}。请从上一个版本恢复，词表不能删。` };
    }
    const pages = new Set(known.files.filter(isPageFile).map(({ name }) => name));
    for (const name of PAGE_NAMES)
      if (!pages.has(name))
        yield { file: `pages/${name}.mdx`, at: undefined, message: `缺少网站文字 pages/${name}.mdx。请从上一个版本恢复，页面不能删。` };
  },
  examples: {
    ok: [{ replace: ['浙江', '浙江省'] }],
    notOk: [{ replace: ['浙江', '\u0000'] }],
  },
};
