/** Says which numbers of an address could not be used, and why; every text goes in as text. */
import { unitsIn } from '../../domain/site/units.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';

/** Numbers by what is wrong with them. */
export interface UnusedIds {
  malformed: readonly string[];
  surplus: number;
  unknown: readonly string[];
  retired: readonly RegisterEntry[];
  /** Numbers of entries that do not go with the others here. */
  other: readonly RegisterEntry[];
}

/** Fills `[data-ids="…"]` below `root` and hides those that have nothing to say. */
export function nameIds(root: HTMLElement, unused: UnusedIds, register: ReadonlyMap<string, RegisterEntry>): void {
  say(root, 'malformed', unused.malformed);
  const ofUnits = unused.unknown.filter((number) => unitsIn([number]).length > 0);
  say(
    root,
    'unknown',
    unused.unknown.filter((number) => !ofUnits.includes(number)),
  );
  say(root, 'units', ofUnits);
  say(root, 'surplus', unused.surplus > 0 ? [String(unused.surplus)] : []);
  say(root, 'other', unused.other.map(linkTo));
  say(
    root,
    'retired',
    unused.retired.flatMap((entry) => {
      const next = entry.retired?.replacedBy ? register.get(entry.retired.replacedBy) : undefined;
      return next ? [linkTo(entry), ' → ', linkTo(next)] : [linkTo(entry)];
    }),
    ' ',
  );
}

function say(root: HTMLElement, kind: string, parts: readonly (string | Node)[], between = '、'): void {
  const message = root.querySelector<HTMLElement>(`[data-ids="${kind}"]`);
  if (!message) return;
  message.hidden = parts.length === 0;
  const list = parts.flatMap((part, index) => (index > 0 ? [between, part] : [part]));
  message.querySelector('[data-part="list"]')?.replaceChildren(...list);
}

function linkTo({ title, href }: RegisterEntry): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  return link;
}
