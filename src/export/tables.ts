/** The tables of the site that can be saved, by the names of their files. */
import { familyMatrix } from '../domain/list/family-matrix.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { TableFile } from '../domain/list/table-file.ts';
import { caseTableFiles } from './case-table.ts';
import { familyTableFile } from './family-table.ts';
import { fieldTableFile } from './field-table.ts';
import { figureTableFile } from './figure-table.ts';
import { ruleTableFile } from './rule-table.ts';

/** `rules`, `fields`, `figures`, `cases-years` and the other counts of the case library, and `family-<slug>` for each family that has members. */
export function tableFiles(site: Site): Map<string, TableFile> {
  const families = site.vocabulary['mechanism-families'].items.flatMap(({ id, name, note, slug }) =>
    slug && familyMatrix(site.entries, id).length > 0 ? [[`family-${slug}`, familyTableFile(site, { id, name, note })] as const] : [],
  );
  return new Map([
    ['rules', ruleTableFile(site)],
    ['fields', fieldTableFile(site)],
    ['figures', figureTableFile(site)],
    ...Object.entries(caseTableFiles(site)).map(([name, table]) => [`cases-${name}`, table] as const),
    ...families,
  ]);
}
