import { PAGE_NAMES } from '../../schema/pages.ts';
import { isLedger, isSiteFile, LIST_NAMES } from '../../store/load-lists.ts';
import { COLLECTION_NAMES } from '../../schema/number.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import type { StoredFile } from '../../store/read-content.ts';
import { WHOLE_FILE } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports files whose name or place cannot be an address. */
export const badSlug: Rule = {
  id: 'bad-slug',
  severity: 'error',
  docs: '文件名就是网址：小写英文字母、数字和连字号，放在所属类别的文件夹里；来源文献用小写的编号，如 s3。',
  *check({ files, entries }) {
    for (const file of files) {
      const message = misplaced(file);
      if (message) yield { file: file.path, at: WHOLE_FILE, message };
    }
    for (const { collection, id, file } of entries) {
      if (collection !== 'sources' || id === '' || file.name === id.toLowerCase() || misplaced(file)) continue;
      yield {
        file: file.path,
        at: file.yaml?.valueAt(['id']),
        message: `来源文献 ${id} 的文件名应当是“${id.toLowerCase()}.mdx”，现在是“${file.name}.mdx”。`,
      };
    }
  },
  examples: {
    ok: [{ renamedTo: 'practices/zhejiang-2021.mdx' }],
    notOk: [
      { renamedTo: 'practices/Zhejiang.mdx' },
      { renamedTo: 'practices/浙江.mdx' },
      { renamedTo: 'practices/old/zhejiang.mdx' },
      { renamedTo: 'practices/zhejiang.md' },
      { renamedTo: 'practise/zhejiang.mdx' },
      { renamedTo: 'stray.mdx' },
      { renamedTo: 'pages/stray.mdx' },
      { renamedTo: 'practices/con.mdx' },
      { renamedTo: 'practices/index.mdx' },
      { renamedTo: `practices/${'a'.repeat(81)}.mdx` },
    ],
  },
};

/** Old file systems and some servers end at 255 bytes for the whole path below the site. */
const MAX_LENGTH = 80;
/** Names of devices on Windows, and the name of a folder's own page. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/u;

function misplaced(file: StoredFile): string | undefined {
  const { folder, name, extension, problems } = file;
  if (problems.length > 0 && extension !== '.mdx' && extension !== '.yaml') return undefined;
  if (folder === '')
    return name === 'README' || isLedger(file) || isSiteFile(file)
      ? undefined
      : `“${name}${extension}”不在任何类别的文件夹里，网站不会用它。请移到所属类别的文件夹；不是条目的材料不要放在内容文件夹里。`;
  const folders: string[] = [...COLLECTION_NAMES, 'pages', 'vocab'];
  if (!folders.includes(folder)) {
    const near = nearest(folder, folders);
    return `文件夹“${folder}”不是条目的类别。${near ? didYouMean(near) : `可用的文件夹：${folders.join('、')}，里面不再分文件夹。`}`;
  }
  if (folder === 'vocab') {
    if (extension === '.yaml' && (LIST_NAMES as string[]).includes(name)) return undefined;
    return `“${name}${extension}”不是词表。词表有：${LIST_NAMES.map((list) => `${list}.yaml`).join('、')}。`;
  }
  if (folder === 'pages') {
    if (extension === '.mdx' && (PAGE_NAMES as readonly string[]).includes(name)) return undefined;
    return `“${name}${extension}”不是网站文字的页面。页面有：${PAGE_NAMES.map((page) => `${page}.mdx`).join('、')}。`;
  }
  if (extension !== '.mdx') return `“${name}${extension}”不是条目文件。条目的文件名以 .mdx 结尾；其他材料不要放在内容文件夹里。`;
  if (name.length > MAX_LENGTH) return `文件名有 ${name.length} 个字符，上限是 ${MAX_LENGTH} 个。请改短。`;
  if (RESERVED.test(name)) return `文件名“${name}”在有的系统或服务器上另有用途，不能用。请换一个名称。`;
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name)) return undefined;
  const lowered = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const advice = lowered ? `可以改成“${lowered}.mdx”。` : '请改用拼音或英文。';
  return `文件名“${name}”不能作网址。文件名只用小写英文字母、数字和连字号。${advice}`;
}
