import { PAGE_NAMES } from '../../schema/pages.ts';
import { isCommonFile, isLedger, isSiteFile, LIST_NAMES } from '../../store/load-lists.ts';
import { freeSlug, pinyinSlug, placeSlugs, RESERVED_SLUG } from '../../domain/chinese/pinyin-slug.ts';
import { NOTES_FOLDER } from '../../schema/local-notes.ts';
import { COLLECTION_NAMES, isEntryNumber } from '../../schema/number.ts';
import type { CollectionName } from '../../schema/number.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import type { StoredFile } from '../../store/read-content.ts';
import { originalName } from '../file-copies.ts';
import { freeNumber } from '../free-number.ts';
import type { KnownFacts } from '../known-facts.ts';
import { WHOLE_FILE } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports files whose name or place cannot be an address. */
export const badSlug: Rule = {
  id: 'bad-slug',
  severity: 'error',
  docs: '文件名就是网址：小写英文字母、数字和连字号，放在所属类别的文件夹里；来源文献用小写的编号，如 s3。',
  *check({ files, entries, known }) {
    const taken = new Set(known.files.map(({ folder, name }) => `${folder}/${name}`));
    for (const file of files) {
      const message = misplaced(file, known, taken);
      if (message) yield { file: file.path, at: WHOLE_FILE, message };
    }
    for (const { collection, id, file } of entries) {
      if (collection !== 'sources' || id === '' || file.name === id.toLowerCase() || misplaced(file, known, taken)) continue;
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
      { renamedTo: 'practices/second - 副本.mdx' },
      { renamedTo: 'practices/second (2).mdx' },
      { renamedTo: '图片/zhejiang.mdx' },
      { renamedTo: 'practices/old/zhejiang.mdx' },
      { renamedTo: 'practices/zhejiang.md' },
      { renamedTo: 'practise/zhejiang.mdx' },
      { renamedTo: 'stray.mdx' },
      { renamedTo: 'pages/stray.mdx' },
      { renamedTo: 'notes/stray.mdx' },
      { renamedTo: 'practices/con.mdx' },
      { renamedTo: 'practices/index.mdx' },
      { renamedTo: `practices/${'a'.repeat(81)}.mdx` },
    ],
  },
};

/** Old file systems and some servers end at 255 bytes for the whole path below the site. */
const MAX_LENGTH = 80;

/** `taken` has every name that is there, and those already offered: two files must not be told to become one. */
function misplaced(file: StoredFile, known: KnownFacts, taken: Set<string>): string | undefined {
  const { folder, name, extension, problems } = file;
  if (problems.length > 0 && extension !== '.mdx' && extension !== '.yaml') return undefined;
  if (folder === '')
    return name === 'README' || isLedger(file) || isSiteFile(file) || isCommonFile(file)
      ? undefined
      : `“${name}${extension}”不在任何类别的文件夹里，网站不会用它。请移到所属类别的文件夹；不是条目的材料不要放在内容文件夹里。`;
  const folders: string[] = [...COLLECTION_NAMES, NOTES_FOLDER, 'pages', 'vocab'];
  if (!folders.includes(folder)) {
    const near = /^[\w-]+$/u.test(folder) ? nearest(folder, folders) : undefined;
    const cure = near
      ? didYouMean(near)
      : `可用的文件夹：${folders.join('、')}，里面不再分文件夹。网站不放图片和附件，别的材料请移到内容文件夹外面。`;
    return `文件夹“${folder}”不是条目的类别。${cure}`;
  }
  if (folder === 'vocab') {
    if (extension === '.yaml' && (LIST_NAMES as string[]).includes(name)) return undefined;
    const list = originalName(name);
    if (list !== undefined && (LIST_NAMES as string[]).includes(list))
      return `“${name}${extension}”像是词表“${list}.yaml”的副本，网站不会用它。要改的写进“${list}.yaml”，再删去这个副本。`;
    return `“${name}${extension}”不是词表。词表有：${LIST_NAMES.map((list) => `${list}.yaml`).join('、')}。`;
  }
  if (folder === 'pages') {
    if (extension === '.mdx' && (PAGE_NAMES as readonly string[]).includes(name)) return undefined;
    return `“${name}${extension}”不是网站文字的页面。页面有：${PAGE_NAMES.map((page) => `${page}.mdx`).join('、')}。`;
  }
  if (folder === NOTES_FOLDER) {
    if (extension === '.mdx' && isEntryNumber(name)) return undefined;
    return `“${name}${extension}”不是本地注。本地注一条一个文件，文件名是所注条目的编号，如 RC-001.mdx。`;
  }
  if (extension !== '.mdx')
    return `“${name}${extension}”不是条目文件。条目的文件名以 .mdx 结尾；其他材料不要放在内容文件夹里。${IMPORTED.test(extension) ? `要导入，请移到外面再运行 npm run import -- ${name}${extension}。` : ''}`;
  const original = originalName(name);
  if (original !== undefined && taken.has(`${folder}/${original}`))
    return `“${name}.mdx”像是“${original}.mdx”的副本。只想改原来的条目，就删去这个副本；要写新的条目，就另起文件名，编号也换成没有用过的“${freeNumber(known, folder as CollectionName)}”。`;
  if (name.length > MAX_LENGTH) return `文件名有 ${name.length} 个字符，上限是 ${MAX_LENGTH} 个。请改短。`;
  if (RESERVED_SLUG.test(name)) return `文件名“${name}”在有的系统或服务器上另有用途，不能用。请换一个名称。`;
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name)) return undefined;
  const plain = original ?? name;
  const read = /\p{Script=Han}/u.test(plain) ? pinyinSlug(plain, placeSlugs(known.regions.values())) : plain.toLowerCase();
  const lowered = read.replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
  const free = lowered && freeSlug(lowered, (slug) => taken.has(`${folder}/${slug}`));
  if (free) taken.add(`${folder}/${free}`);
  const advice = free ? `可以改成“${free}.mdx”。` : '请改用拼音或英文。';
  return `文件名“${name}”不能作网址。文件名只用小写英文字母、数字和连字号。${advice}`;
}

const IMPORTED = /^\.(?:docx?|wps|xlsx?|et|csv)$/iu;
