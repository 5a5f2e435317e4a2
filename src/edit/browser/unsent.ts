/**
 * Changes that have not reached the desk, kept in `localStorage` under `desk-unsent:PLACE:WINDOW` as JSON from the moment the desk does not answer or take
 * them until it has them. They belong to the window's own state of the entry: they are offered, never made by themselves. A window has a name as long as
 * its page lives, which no copy of it shares, and a lock of that name: what a window has left that is gone is taken over by the next one that looks. A
 * key without a window is of an earlier edition.
 */
import type { Change } from '../protocol.ts';

const PREFIX = 'desk-unsent:';
const OWN = Array.from(crypto.getRandomValues(new Uint32Array(3)), (number) => number.toString(36)).join('');

/** Browsers without locks take every other window for gone. */
const locks = navigator.locks as LockManager | undefined;
void locks?.request(PREFIX + OWN, () => new Promise(() => undefined));

/** This window's own. */
export function readUnsent(place: string): Change[] {
  return readAt(keyOf(place));
}

export function keepUnsent(place: string, changes: readonly Change[]): void {
  try {
    if (changes.length > 0) localStorage.setItem(keyOf(place), JSON.stringify(changes));
    else localStorage.removeItem(keyOf(place));
  } catch {
    // Without storage they live as long as the page.
  }
}

/** Takes over what windows that are gone have left of an entry; `take` must keep it. */
export async function takeLeft(place: string, take: (changes: Change[]) => void): Promise<void> {
  if (othersOf(place).length === 0) return;
  const takeOver = async () => {
    const held = (await locks?.query())?.held?.map(({ name }) => name) ?? [];
    const left = othersOf(place).filter((key) => !held.includes(PREFIX + windowOf(key, place)));
    const changes = left.flatMap(readAt);
    if (changes.length > 0) take(changes);
    for (const key of left) localStorage.removeItem(key);
  };
  // Of two windows that look at once one finds nothing.
  await (locks ? locks.request('desk-unsent', takeOver) : takeOver());
}

function readAt(key: string): Change[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as Change[]) : [];
  } catch {
    return [];
  }
}

function othersOf(place: string): string[] {
  try {
    const isOfPlace = (key: string) => key === PREFIX + place || key.startsWith(`${PREFIX}${place}:`);
    return Object.keys(localStorage).filter((key) => isOfPlace(key) && key !== keyOf(place));
  } catch {
    return [];
  }
}

function windowOf(key: string, place: string): string {
  return key.slice(PREFIX.length + place.length + 1);
}

function keyOf(place: string): string {
  return `${PREFIX}${place}:${OWN}`;
}
