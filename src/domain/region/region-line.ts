/** A place that the list of regions does not have yet, as the line that would be added to it. */
import type { Region } from '../../schema/vocabulary.ts';
import { freeSlug, pinyinSlug } from '../chinese/pinyin-slug.ts';

export interface RegionLine {
  region: Pick<Region, 'id' | 'name' | 'short' | 'kind'> & { parent: string };
  /** The line without its dash, such as `{ id: qingchuan, name: 青川县, short: 青川, kind: 县级, parent: guangyuan }`. */
  text: string;
}

/** The line for a name such as 四川省广元市青川县, whose beginning names the places above; `undefined` for what is in the list or is no name. */
export function regionLine(written: string, regions: readonly Region[]): RegionLine | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(written) || regions.some(({ name, short }) => name === written || short === written)) return undefined;
  const { parent, name } = aboveIn(written, regions);
  const short = name.length > 2 ? name.replace(/(?:省|市|县|区|镇|乡|街道|自治州|自治县)$/u, '') : name;
  const ids = new Set(regions.map(({ id }) => id));
  const id = freeSlug(pinyinSlug(short).replaceAll('-', '') || 'place', (slug) => ids.has(slug));
  const kind = kindOf(name, parent);
  const region = { id, name, short, kind, parent: parent?.id ?? '' };
  const line = Object.entries({ ...region, parent: parent?.id ?? '上一级的编号' }).map(([field, value]) => `${field}: ${value}`);
  return { region, text: `{ ${line.join(', ')} }` };
}

/** How a place that is missing gets into the list, at the desk or by hand; `then` is what comes after. Empty for what is in the list or is no name. */
export function regionAddition(written: string, regions: readonly Region[], then: string): string {
  const line = regionLine(written, regions);
  if (!line || written.includes('某')) return '';
  const above = missingAbove(line.region.name);
  if (above !== undefined) return `地区表里还没有“${above}”。请在编辑台的“词表 → 地区”里先添加它，再添加它下面的，核对以后${then}。`;
  return `地区表里确实没有，就在编辑台的“词表 → 地区”里添加，或者在 vocab/regions.yaml 的 items 末尾加一行，核对以后${then}：- ${line.text}。`;
}

/** The place above that the name of a missing one has in it, which is then missing too: 广元市 of 广元市青川县. */
export function missingAbove(name: string): string | undefined {
  return /^(.+[市州盟])(?=.+[县区市旗]$)/u.exec(name)?.[1];
}

/** The lowest place named at the beginning, and what is left of the name. */
function aboveIn(written: string, regions: readonly Region[]): { parent: Region | undefined; name: string } {
  let parent: Region | undefined;
  let name = written;
  for (;;) {
    const above = regions
      .flatMap((region) => [region.name, region.short].map((called) => ({ region, called })))
      .filter(({ called }) => called.length > 1 && name.startsWith(called) && name.length > called.length + 1)
      .toSorted((a, b) => b.called.length - a.called.length)[0];
    if (!above) return { parent, name };
    parent = above.region;
    name = name.slice(above.called.length).replace(/^[省市县区]/u, '');
  }
}

function kindOf(name: string, parent: Region | undefined): Region['kind'] {
  if (/(?:省|自治区|特别行政区)$/u.test(name)) return '省级';
  if (/(?:自治州|盟|地区)$/u.test(name)) return '市级';
  if (/市$/u.test(name)) return parent?.kind === '市级' ? '县级' : '市级';
  if (/(?:镇|乡|街道|苏木)$/u.test(name)) return '乡级';
  return '县级';
}
