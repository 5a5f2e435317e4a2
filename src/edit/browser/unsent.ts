/**
 * Changes that have not reached the desk, kept in `localStorage` under `desk-unsent:PLACE` as JSON from the moment the desk does not answer or take
 * them until it has them. They belong to the window's own state of the entry: they are offered, never made by themselves.
 */
import type { Change } from '../protocol.ts';

export function readUnsent(place: string): Change[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? '[]');
    return Array.isArray(kept) ? (kept as Change[]) : [];
  } catch {
    return [];
  }
}

export function keepUnsent(place: string, changes: readonly Change[]): void {
  try {
    if (changes.length > 0) localStorage.setItem(keyOf(place), JSON.stringify(changes));
    else localStorage.removeItem(keyOf(place));
  } catch {
    // Without storage they live as long as the page.
  }
}

function keyOf(place: string): string {
  return `desk-unsent:${place}`;
}
