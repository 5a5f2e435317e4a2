/** What waits in this tab for its next page, and ends with the tab. A browser that refuses storage keeps nothing, and says so by `false`. */

/** What waits under the name; `null` when nothing does. */
export function readInTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether it waits now. */
export function keepInTab(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Takes it out of the tab. */
export function dropInTab(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing can have been kept.
  }
}
