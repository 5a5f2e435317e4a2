/** The tray as this browser keeps it; see `domain/kept/tray.ts`. */
import { readTray, trayKey } from '../../domain/kept/tray.ts';
import { storedPlace } from '../stored-place.ts';

/** The numbers in the tray of the site at `base`; none in a browser that refuses storage. */
export function storedTray(base: string): string[] {
  try {
    return readTray(localStorage.getItem(trayKey(storedPlace(base))));
  } catch {
    return [];
  }
}
