/** The tray as this browser keeps it; see `domain/tray.ts`. */
import { readTray, TRAY_KEY } from '../../domain/tray.ts';

/** The numbers in the tray; none in a browser that refuses storage. */
export function storedTray(): string[] {
  try {
    return readTray(localStorage.getItem(TRAY_KEY));
  } catch {
    return [];
  }
}
