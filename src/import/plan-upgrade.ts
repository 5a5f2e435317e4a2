/**
 * What a package of the common library would change in a unit's content, part by part, before anything is written. Each part is compared with what the
 * last package brought (`content/library.yaml`): what the unit has not touched follows the package, what it has changed stays, and where both changed
 * the unit chooses.
 */
import { joinedLedger } from '../store/ledger.ts';
import { isRecord, recordsIn, textOf } from '../store/loose-data.ts';
import { readYaml } from '../store/yaml-document.ts';
import { isEntryNumber, isOwnNumber, isPublicSource } from '../schema/number.ts';
import type { CommonLibrary } from '../schema/common-library.ts';
import type { LibraryPackage } from './library-package.ts';
import { dataOf, filesOf, isUnits, LEDGER_FILE, partsOf } from './library-parts.ts';
import type { LibraryPart } from './library-parts.ts';

/** Whose version of a part stands where both have changed it. */
export type Choice = 'own' | 'package';

/** A part that is touched: what it is, how it was here, and how the package has it; `undefined` where it is not. */
export interface TouchedPart {
  place: string;
  /** The number of an entry, the id of an item; the place for what has none. */
  id: string;
  title: string;
  before: LibraryPart | undefined;
  after: LibraryPart | undefined;
}

export interface UpgradePlan {
  added: TouchedPart[];
  changed: TouchedPart[];
  removed: TouchedPart[];
  /** Changed or removed by the unit, and the same in the package as before. */
  kept: TouchedPart[];
  /** Changed by both; `choice` is what was chosen, if anything was. */
  contested: (TouchedPart & { choice: Choice | undefined })[];
  /** A number that the unit has given to something else: nothing can be done until one of them is changed. */
  clashes: { number: string; own: string; title: string }[];
  /** The texts of all files of the content as they would be. */
  texts: Map<string, string>;
  common: CommonLibrary;
}

/** The unit's texts by their path below the content folder, what the last package brought, and how it chooses. */
export interface UnitContent {
  texts: ReadonlyMap<string, string>;
  base: CommonLibrary | undefined;
  choose: (part: TouchedPart, isContested: boolean) => Choice | undefined;
}

/** Plans the upgrade; decides nothing that the unit has to decide. */
export function planUpgrade({ texts, base, choose }: UnitContent, { manifest, texts: packed }: LibraryPackage): UpgradePlan {
  const own = partsOf(texts);
  const fresh = partsOf(packed);
  const plan: Omit<UpgradePlan, 'texts' | 'common' | 'clashes'> = { added: [], changed: [], removed: [], kept: [], contested: [] };
  const result = new Map<string, LibraryPart>();
  for (const place of new Set([...fresh.keys(), ...own.keys()])) {
    const [before, after, known] = [own.get(place), fresh.get(place), base?.parts[place]];
    const stands = decide(plan, touched(place, before, after), known, choose);
    if (stands) result.set(place, stands);
  }
  const kept = [...texts].filter(([place]) => isUnits(place) || place === LEDGER_FILE);
  const ledger = ledgerOf(texts.get(LEDGER_FILE), packed.get(LEDGER_FILE));
  return {
    ...plan,
    clashes: clashesOf(own, fresh, base),
    texts: new Map([...kept, ...filesOf(result.values()), ...ledger]),
    common: {
      name: manifest.name,
      version: manifest.version,
      own: base?.own ?? numbersBefore(own, fresh),
      parts: Object.fromEntries([...fresh].map(([place, { hash }]) => [place, hash])),
    },
  };
}

/** Puts a part where it belongs in the plan and gives what is to stand there. */
function decide(
  plan: Omit<UpgradePlan, 'texts' | 'common' | 'clashes'>,
  part: TouchedPart,
  known: string | undefined,
  choose: UnitContent['choose'],
): LibraryPart | undefined {
  const { before, after } = part;
  if (before?.hash === after?.hash || (after === undefined && known === undefined)) return before;
  if (before?.hash === known) {
    (before === undefined ? plan.added : after === undefined ? plan.removed : plan.changed).push(part);
    return after;
  }
  const isContested = after?.hash !== known;
  const choice = choose(part, isContested);
  if (!isContested && choice !== 'package') {
    plan.kept.push(part);
    return before;
  }
  plan.contested.push({ ...part, choice });
  return choice === 'package' ? after : before;
}

/** Numbers of the package that something else has here. */
function clashesOf(
  own: ReadonlyMap<string, LibraryPart>,
  fresh: ReadonlyMap<string, LibraryPart>,
  base: CommonLibrary | undefined,
): UpgradePlan['clashes'] {
  const isUnit = ({ place }: LibraryPart) => (base ? !Object.hasOwn(base.parts, place) : !fresh.has(place));
  const units = new Map([...own.values()].filter(isUnit).map((part) => [idOf(part), part] as const));
  return [...fresh.values()].flatMap((part) => {
    const id = idOf(part);
    const other = units.get(id);
    if (!other || other.hash === part.hash || !(isEntryNumber(id) || isPublicSource(id))) return [];
    return [{ number: id, own: other.place, title: titleOf(part) }];
  });
}

/** The ledger with what the package has published; nothing where neither has one. */
function ledgerOf(own: string | undefined, packed: string | undefined): [string, string][] {
  const ledger = own !== undefined && packed !== undefined ? joinedLedger(own, packed) : (own ?? packed);
  return ledger === undefined ? [] : [[LEDGER_FILE, ledger]];
}

/** What a unit that had content before its first package has numbered itself. */
function numbersBefore(own: ReadonlyMap<string, LibraryPart>, fresh: ReadonlyMap<string, LibraryPart>): string[] {
  const units = [...own.values()].filter(({ place }) => !fresh.has(place)).map(idOf);
  return units.filter((id) => (isEntryNumber(id) || isPublicSource(id)) && !isOwnNumber(id)).sort();
}

function touched(place: string, before: LibraryPart | undefined, after: LibraryPart | undefined): TouchedPart {
  const part = after ?? before;
  return { place, id: part ? idOf(part) : place, title: part ? titleOf(part) : '', before, after };
}

/** The number of an entry, the id of an item; the place of what has none. */
export function idOf({ place, text }: LibraryPart): string {
  const item = place.split('#')[1];
  if (item !== undefined) return item;
  const id = /^id:\s*["']?([^\s"']+)["']?\s*$/mu.exec(text)?.[1];
  return id !== undefined && isEntryNumber(id) ? id : place;
}

/** What a reader calls a part. */
export function titleOf(part: LibraryPart): string {
  const data = fieldsOf(part);
  const words = data['words'];
  return textOf(data['title']) || textOf(data['name']) || (Array.isArray(words) ? words.join('、') : '');
}

/** The fields of an entry or an item; of what has none, nothing. */
export function fieldsOf(part: LibraryPart): Record<string, unknown> {
  const data = part.place.endsWith('.mdx') ? readYaml(frontmatterOf(part.text)).data : part.place.includes('.yaml') ? dataOf(part) : {};
  return isRecord(data) ? data : {};
}

/** What was done to an entry between two versions: the lines that its editors wrote, or else which fields differ. */
export function whatChanged(before: LibraryPart, after: LibraryPart): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const told = new Set(recordsIn(old['changes']).map(({ item }) => lineOf(item)));
  const lines = recordsIn(now['changes'])
    .map(({ item }) => lineOf(item))
    .filter((line) => !told.has(line));
  if (lines.length > 0) return lines;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]),
  );
  const isBody = bodyOf(before.text) !== bodyOf(after.text) && before.place.endsWith('.mdx');
  const parts = [...names, ...(isBody ? ['正文'] : [])];
  return parts.length > 0 ? [`改了 ${parts.join('、')}`] : [];
}

function lineOf(item: Record<string, unknown>): string {
  return [textOf(item['date']), textOf(item['what'])].join(' ');
}

function frontmatterOf(text: string): string {
  return /^---\n(.*?)\n---/su.exec(text)?.[1] ?? '';
}

function bodyOf(text: string): string {
  return text.replace(/^---\n.*?\n---/su, '');
}
