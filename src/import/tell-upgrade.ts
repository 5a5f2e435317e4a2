/** What an upgrade would do, in lines for whoever decides on it. */
import { collectionOf, COLLECTION_NAMES, compareNumbers, isEntryNumber } from '../schema/number.ts';
import { whatChanged } from './plan-upgrade.ts';
import type { TouchedPart, UpgradePlan } from './plan-upgrade.ts';
import { fileOf } from './library-parts.ts';

const SHOWN = 40;

/** Every entry that comes, changes or goes, what of the unit's own rests on it, and what the unit has to choose. */
export function tellUpgrade(plan: UpgradePlan, resting: ReadonlyMap<string, readonly string[]>, from: string | undefined): string[] {
  const { name, version } = plan.common;
  const moved = new Set(plan.removed.map(({ id }) => id).filter((id) => plan.added.some((part) => part.id === id && isEntryNumber(id))));
  const added = plan.added.filter(({ id }) => !moved.has(id));
  const removed = plan.removed.filter(({ id }) => !moved.has(id));
  const renamed = plan.added.filter(({ id }) => moved.has(id));
  return [
    `共同库“${name}”：${from === undefined ? '第一次用它的包' : `现在是 ${from}`}，这个包是 ${version}。`,
    ...group('新增', added, () => []),
    ...group('改动', plan.changed, (part) => changesOf(part, resting)),
    ...group('改了文件名', renamed, (part) => restLines(part, resting)),
    ...group('删去', removed, (part) => restLines(part, resting)),
    ...group('本单位改过、包里没有变的，照本单位的留着', plan.kept, () => []),
    ...group('本单位改过的，定用哪一边', plan.contested, (part) => [
      ...changesOf(part, resting),
      `    ${part.choice === undefined ? `留本单位的：--keep ${nameOf(part)}　换成包里的：--take ${nameOf(part)}` : `已选：${part.choice === 'own' ? '留本单位的' : '换成包里的'}`}`,
    ]),
    ...plan.clashes.map(
      ({ number, own, title }) =>
        `撞号：包里的 ${number} 是“${title}”，本单位的 ${own} 也用了这个编号。请把本单位的换成 50001 起的编号，再换包。`,
    ),
  ];
}

/** The word by which a part is chosen: a number where it has one, else its place. */
export function nameOf({ id, place }: TouchedPart): string {
  return isEntryNumber(id) ? id : place;
}

function group<P extends TouchedPart>(heading: string, parts: readonly P[], more: (part: P) => string[]): string[] {
  if (parts.length === 0) return [];
  const entries = parts.filter(({ id }) => isEntryNumber(id)).sort(bySite);
  const others = parts.filter(({ id }) => !isEntryNumber(id));
  const lines = [...entries, ...others].flatMap((part) => [`  ${labelOf(part)}`, ...more(part)]);
  // What is only new says little, and a first package is all new.
  const isLong = more(parts[0] as P).length === 0 && lines.length > SHOWN;
  const shown = isLong ? [...lines.slice(0, SHOWN), `  另有 ${lines.length - SHOWN} 处`] : lines;
  return ['', `${heading}：条目 ${entries.length}，词表和网站文字 ${others.length}`, ...shown];
}

/** As the site presents them. */
function bySite(one: TouchedPart, other: TouchedPart): number {
  const [left, right] = [one, other].map(({ id }) => COLLECTION_NAMES.findIndex((name) => name === collectionOf(id)));
  return (left ?? 0) - (right ?? 0) || compareNumbers(one.id, other.id);
}

function labelOf({ id, place, title }: TouchedPart): string {
  if (isEntryNumber(id)) return `${id} ${title}`;
  return id === place ? place : `${fileOf(place)} 的 ${id} ${title}`.trimEnd();
}

function changesOf(part: TouchedPart, resting: ReadonlyMap<string, readonly string[]>): string[] {
  const { before, after } = part;
  const changes = before && after ? whatChanged(before, after) : [after ? '本单位删去了' : '包里删去了'];
  return [...changes.map((line) => `    ${line}`), ...restLines(part, resting)];
}

function restLines({ id }: TouchedPart, resting: ReadonlyMap<string, readonly string[]>): string[] {
  const words = resting.get(id) ?? [];
  return words.length > 0 ? [`    本单位的要看看：${words.join('；')}`] : [];
}
