/** The units' libraries that this site gathers, read once a build. */
import { readSiteFile } from './site-file.ts';
import { readUnits, unitsFolder } from './units.ts';
import type { GatheredUnits } from './units.ts';

let gathered: GatheredUnits | undefined;

/** What was fetched of the units in `site.yaml`. */
export function gatheredUnits(): GatheredUnits {
  return (gathered ??= readUnits(unitsFolder(process.cwd()), readSiteFile().data.units));
}

/** Whether the site gathers any. */
export function gathersUnits(): boolean {
  return readSiteFile().data.units.some(({ use }) => use === '汇集');
}
