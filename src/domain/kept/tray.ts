/**
 * 比对篮: the entries that a reader has put aside to compare or to report, in this browser only.
 *
 * Format: `localStorage["compare-tray"]` (of a site below a sub-path, `localStorage["compare-tray:/kb/"]`: sites on one host keep theirs apart) is JSON, `{"v":1,"ids":["RC-001","SJ-008"]}`, in the order in which they were put aside, at most
 * `TRAY_LIMIT`. Anything else there means an empty tray. Lifetime: until the reader takes an entry out, empties the tray, or clears the browser's
 * data for the site; nothing is sent anywhere and nothing expires. Only numbers are kept, never text: an entry that has changed is shown as
 * it is now, and one that has been retired or never existed is named as such where the tray is used.
 */
import { isAnyNumber } from '../../schema/number.ts';
import { storedKey } from './stored-key.ts';

/** The key of the tray of the site at `base`; that of a site with a host of its own is as old as the site. */
export function trayKey(base: string): string {
  return storedKey('compare-tray', base);
}

export const TRAY_LIMIT = 20;

/** The numbers in a stored tray; empty for anything that is not one. */
export function readTray(stored: string | null): string[] {
  try {
    const tray = JSON.parse(stored ?? '') as unknown;
    if (typeof tray !== 'object' || tray === null || !('v' in tray) || tray.v !== 1 || !('ids' in tray) || !Array.isArray(tray.ids))
      return [];
    const ids = tray.ids.filter((id): id is string => typeof id === 'string' && isAnyNumber(id));
    return [...new Set(ids)].slice(0, TRAY_LIMIT);
  } catch {
    return [];
  }
}

/** A tray as it is stored. */
export function writeTray(ids: readonly string[]): string {
  return JSON.stringify({ v: 1, ids });
}

/** The tray with an entry put in or taken out; a full tray takes no more. */
export function toggleInTray(ids: readonly string[], id: string): string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < TRAY_LIMIT ? [...ids, id] : [...ids];
}

/** The tray with an entry `by` places further down, or up where it is below 0. */
export function moveInTray(ids: readonly string[], id: string, by: number): string[] {
  const others = ids.filter((other) => other !== id);
  if (others.length === ids.length) return [...ids];
  const at = Math.min(others.length, Math.max(0, ids.indexOf(id) + by));
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** The address part that hands numbers on to a comparison or a report: see `readIds`. */
export function writeIds(ids: readonly string[]): string {
  return ids.length > 0 ? `?ids=${ids.map(encodeNumber).join(',')}` : '';
}

/** The sign between unit and number stands in addresses as it is typed. */
function encodeNumber(id: string): string {
  return encodeURIComponent(id).replace('%3A', ':');
}
