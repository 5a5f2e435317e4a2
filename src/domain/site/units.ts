/** Other units' libraries: which there are, whether this site can read them, and what their data is called here. Light: the browser loads it. */
import { isAnyNumber, numberOfUnit, readAnyNumber, writeAnyNumber } from '../../schema/number.ts';
import type { EntryData } from '../paper/entry-data.ts';
import { mapStrings } from '../entry/map-strings.ts';
import type { RegisterEntry } from './register.ts';
import { withRootedPaths } from '../reference/work.ts';

/**
 * The version of all that one unit's site reads of another's: `data/build.json`, the files of the search index, `data/register.json`, `data/register/`,
 * `data/entry/`, `data/entries.json`. It is raised whenever one of them changes so that the site of the version before could misread it.
 */
export const UNIT_CONTRACT = 5;

/** A unit as `data/units.json` names it to the scripts of this site. */
export interface UnitPlace {
  /** What it is called here, in numbers too: `青川:RC-014`. */
  name: string;
  /** Its own short code. */
  code: string;
  /** Where its site begins, a whole address or a path of this host, ending in a slash. */
  address: string;
  /** The name of its folder beside this one, where both lie on a stick; empty when it does not. */
  folder: string;
  /** Whether readers may have it asked while they search. */
  isLive: boolean;
}

/** `data/units.json`. */
export interface UnitList {
  /** The short code of this library; empty when it has none. */
  own: string;
  units: readonly UnitPlace[];
}

/** What `data/build.json` says of a unit's site. */
export interface UnitFacts {
  unit: string | null;
  contract?: number;
  version: string;
  entries: number;
  lastUpdated: string | null;
}

/** Why a unit cannot be read. */
export type UnitFault = '没有回应' | '回应太慢' | '读不出来' | '版本较旧' | '版本较新' | '是别的单位的库' | '没有文件夹';

/** A unit's site that cannot be read, and why. */
export class UnitUnread extends Error {
  override name = 'UnitUnread';
  readonly fault: UnitFault;

  constructor(unit: string, fault: UnitFault) {
    super(`${unit}: ${fault}`);
    this.fault = fault;
  }
}

/** What is wrong with a unit's site for this one; nothing when it can be read. */
export function unitFault(
  { code }: Pick<UnitPlace, 'code'>,
  { unit, contract = 0 }: Pick<UnitFacts, 'unit' | 'contract'>,
): UnitFault | undefined {
  if (contract < UNIT_CONTRACT) return '版本较旧';
  if (contract > UNIT_CONTRACT) return '版本较新';
  return unit === code ? undefined : '是别的单位的库';
}

/** The unit of a number, by its name here or by its code; `undefined` for a number of this library and for a unit that is not listed. */
export function unitOfNumber(number: string, { units }: Pick<UnitList, 'units'>): UnitPlace | undefined {
  const { unit } = readAnyNumber(number);
  return unit === '' ? undefined : units.find(({ name, code }) => name === unit || code === unit);
}

/** A number as this site writes it: the unit by its name here, numbers of its own without a unit. */
export function numberHere(number: string, list: UnitList): string {
  const { unit, id } = readAnyNumber(number);
  if (unit !== '' && unit === list.own) return id;
  const known = unitOfNumber(number, list);
  return known ? writeAnyNumber({ unit: known.name, id }) : number;
}

/** Entries of a unit's register as this site names them; `root` is the whole address at which the unit's site begins. */
export function registerOfUnit(entries: readonly RegisterEntry[], name: string, root: string): RegisterEntry[] {
  return entries.map((entry) => ({ ...entry, id: numberOfUnit(name, entry.id), href: onPages(entry.href, root), root }));
}

/** What a unit's site holds of one entry, with the unit in every number and citation and with whole addresses. */
export function dataOfUnit({ compare, ...others }: EntryData, name: string, root: string): EntryData {
  const belowRoot = (text: string) => (/^\/[^/]/u.test(text) ? root + text.slice(1) : withRootedPaths(numberOfUnit(name, text), root));
  const made = withNamedTitle(mapStrings(others, belowRoot) as EntryData);
  if (!compare) return made;
  const places = Object.entries(compare.places).map(
    ([cite, place]) => [numberOfUnit(name, cite), { ...place, href: onPages(place.href, root) }] as const,
  );
  const { id, title, href, fields, laws = [] } = compare;
  return {
    ...made,
    compare: {
      ...compare,
      id: numberOfUnit(name, id),
      title: `${name}：${title}`,
      href: onPages(href, root),
      fields: mapStrings(fields, (text) => numberOfUnit(name, text)) as typeof fields,
      places: Object.fromEntries(places),
      laws: mapStrings(laws, belowRoot) as typeof laws,
    },
  };
}

/** What learners get has a title made of the number, which is one of many libraries here. */
function withNamedTitle({ pack, ...others }: EntryData): EntryData {
  if (!pack) return others;
  return { ...others, pack: { ...pack, learnerTitle: pack.learnerTitle.replace(readAnyNumber(pack.id).id, pack.id) } };
}

/** The permanent address of an entry: of its own library, wherever it is named. */
export function permanentAddress({ id, root: own }: Pick<RegisterEntry, 'id' | 'root'>, root: string): string {
  return `${own ?? root}id/${readAnyNumber(id).id}/`;
}

/** The names of the units in a list of numbers, each once. */
export function unitsIn(numbers: readonly string[]): string[] {
  return [...new Set(numbers.filter(isAnyNumber).flatMap((number) => readAnyNumber(number).unit || []))];
}

/** Addresses in the data of pages begin with the site's base, or in a folder are relative to a page one folder down. */
function onPages(href: string, root: string): string {
  return new URL(href, new URL('any/', root)).href;
}
