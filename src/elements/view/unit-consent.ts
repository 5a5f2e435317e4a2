/**
 * Whether the reader of this window lets other units be asked.
 *
 * State: `sessionStorage["ask-units"]` (below a sub-path `ask-units:/kb/`) is `1` while the reader agrees; it goes with the window. Anything else there
 * means no; a browser that refuses storage is asked on each page.
 */
import { storedKey } from '../../domain/kept/stored-key.ts';
import { storedPlace } from '../stored-place.ts';

/** Whether the reader has agreed. */
export function mayAskUnits(base: string): boolean {
  try {
    return sessionStorage.getItem(consentKey(base)) === '1';
  } catch {
    return agreed;
  }
}

/** Keeps what the reader has decided. */
export function decideAskingUnits(base: string, isAllowed: boolean): void {
  agreed = isAllowed;
  try {
    if (isAllowed) sessionStorage.setItem(consentKey(base), '1');
    else sessionStorage.removeItem(consentKey(base));
  } catch {
    // Kept for this page alone.
  }
}

let agreed = false;

function consentKey(base: string): string {
  return storedKey('ask-units', storedPlace(base));
}
