/**
 * Where a reader was in a list of results, so that “back” leads there whether or not the browser has kept the page: how long each list was, and how
 * far the page was scrolled. Kept in the entry of the browser's history (`history.state`), and gone with it.
 */
export interface ResultPlace {
  /** Entries shown, by list. */
  shown: Readonly<Record<string, number>>;
  /** Pixels from the top. */
  top: number;
}

/** Longer than any list of results; a state that says more was not written here. */
const MOST = 10_000;

/** The place in an entry of the history; `undefined` for a state of anything else. */
export function readPlace(state: unknown): ResultPlace | undefined {
  if (typeof state !== 'object' || state === null || !('shown' in state) || !('top' in state)) return undefined;
  const { shown, top } = state;
  if (typeof shown !== 'object' || shown === null || typeof top !== 'number' || !(top >= 0)) return undefined;
  const counts = Object.entries(shown).filter(([, count]: [string, unknown]) => Number.isInteger(count) && Number(count) <= MOST);
  return { shown: Object.fromEntries(counts), top };
}
