/** Every work that the library can cite, and a few in Latin letters, of which it has none yet. */
import { join } from 'node:path';
import { findWork, workIndex } from '../../src/domain/reference/cited-works.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { withRoot } from '../../src/domain/reference/work.ts';
import type { Work } from '../../src/domain/reference/work.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The works as a reader at `root` cites them. */
export async function libraryWorks(root: string): Promise<Work[]> {
  const site = indexSite(contentOf(await openLibrary(join(ROOT, 'content'))));
  const index = workIndex(site, '担当作为知识库');
  const numbers = [...site.publicSources.keys(), ...site.graph.byId.keys()];
  return numbers.flatMap((number) => findWork(number, index) ?? []).map((work) => withRoot(work, root));
}

/** The standard's own example of a page in English (2015, A.10), and works by many authors. */
export const FOREIGN_WORKS: readonly Work[] = [
  {
    ...{ id: 'X-1', name: '', kind: 'page', authors: [], title: 'Dublin core metadata element set', subtitle: 'version 1.1' },
    ...{ date: '2012-06-14', url: 'http://dublincore.org/documents/dces/' },
  },
  {
    ...{ id: 'X-2', name: '', kind: 'page', title: 'Accountability and discretion', date: '2019-07-13', url: 'https://example.org/a' },
    authors: ['Fordham E W', 'Ali A', 'Turner D A', 'Charters J R'],
  },
  {
    ...{ id: 'X-3', name: '', kind: 'report', title: 'Public governance review', date: '2021-03-02', url: 'https://example.org/r' },
    authors: ['Deverell W', 'Igler D'],
  },
  {
    ...{ id: 'X-4', name: '', kind: 'page', title: '储层构型', url: 'http://example.cn/' },
    authors: ['印森林', '吴胜和', '李俊飞', '冯文杰'],
  },
];
