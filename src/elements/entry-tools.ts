/** The tools of an entry: 比对篮 and 选编. Fetched together by `on-demand.ts`, since they stand side by side. */
import './compare-tray.ts';
import './pack-add.ts';

/** Presses a button, or the one that has taken its place where a list was drawn anew meanwhile: late results come while somebody presses. */
export function pressIn(root: HTMLElement, button: HTMLElement): void {
  const name = button.dataset['pin'] ? 'pin' : 'pack';
  root.querySelector<HTMLElement>(`[data-${name}="${button.dataset[name] ?? ''}"]`)?.click();
}
