/** The works that the rows of a table cite. */
import { findWork, workIndex } from '../domain/reference/cited-works.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { TableRow } from '../domain/list/table-file.ts';
import type { Work } from '../domain/reference/work.ts';
import { citedNumber } from '../schema/number.ts';
import { settings } from '../site.ts';

/** Each work once, in the order in which rows cite it. */
export function worksOf(rows: readonly TableRow[], site: Site): Work[] {
  const index = workIndex(site, settings.name);
  const numbers = new Set(rows.flatMap(({ cites }) => cites.map((cite) => citedNumber(cite) ?? cite)));
  return [...numbers].flatMap((number) => findWork(number, index) ?? []);
}
