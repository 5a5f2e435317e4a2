/** Places as a tree to choose from. Light: the browser loads it. */

/** A place with what lies in it. */
export interface Branch<T> {
  item: T;
  branches: Branch<T>[];
}

/** A place as `/data/region-tree.json` tells it. */
export interface PlaceName {
  name: string;
  /** How the name sounds: what a reader may type instead. */
  sound: string;
  /** The name of what it lies in. */
  within?: string;
}

/** Puts every item below the nearest place that is listed too; the order of the items stays. */
export function growBranches<T>(
  items: readonly T[],
  valueOf: (item: T) => string,
  parentOf: (value: string) => string | undefined,
): Branch<T>[] {
  const all = new Map(items.map((item) => [valueOf(item), { item, branches: [] as Branch<T>[] }]));
  const top: Branch<T>[] = [];
  for (const [value, branch] of all) {
    const seen = new Set([value]);
    let parent = parentOf(value);
    // A table in which a place lies in itself by mistake must not keep the page waiting.
    while (parent !== undefined && !all.has(parent) && !seen.has(parent)) {
      seen.add(parent);
      parent = parentOf(parent);
    }
    const above = parent === undefined || seen.has(parent) ? undefined : all.get(parent);
    (above?.branches ?? top).push(branch);
  }
  return top;
}

/** Whether a place is meant by what was typed: a part of its name, or how that begins to sound. */
export function isPlaceTyped({ name, sound }: Pick<PlaceName, 'name' | 'sound'>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || sound.startsWith(wanted.replace(/['\s]/gu, ''));
}

/** How a place sounds, from its id in the table, which is its pinyin; nothing for a unit whose name is hidden. */
export function soundOf(id: string): string {
  return /^s\d-m/u.test(id) ? '' : id.replace(/-.*$/u, '');
}
