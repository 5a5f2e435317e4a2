/** The references of any selection of entries, in both editions: each work once, a rule as the rule, and a report about it as the report. */
import type { CitingStyle, EntryFile } from '../paper/entry-paper.ts';
import { citeWork } from '../paper/entry-paper.ts';
import type { Paper, PaperPart } from '../paper/paper.ts';
import { EDITION_KEYS, EDITIONS } from './reference.ts';
import { worksOnce } from './same-work.ts';

const NOTE = '先列所选条目所据的文件和报道，再列本库的页面；同一作品只列一次。没有网址的，是本库没有首发机构自己的网页。';

/** The paper: what the entries rest on, then their own pages, once in each edition. */
export function referencesPaper(
  title: string,
  files: readonly Pick<EntryFile, 'page' | 'works'>[],
  style: Omit<CitingStyle, 'edition'>,
  about: readonly { label: string; value: string }[],
): Paper {
  // Which paragraphs one of the entries cites is its own affair.
  const works = worksOnce(files.flatMap((file) => file.works)).map(({ place: _, ...work }) => work);
  const pages = files.map(({ page }) => page);
  return {
    title: `${title}：参考文献`,
    note: NOTE,
    isLandscape: false,
    parts: [
      { kind: 'fields', rows: [...about] },
      ...EDITION_KEYS.flatMap((edition): PaperPart[] => [
        { kind: 'heading', text: `按 ${EDITIONS[edition].name}` },
        { kind: 'list', mark: 'bracket', items: [...works, ...pages].map((work) => citeWork(work, { ...style, edition })) },
      ]),
    ],
  };
}
