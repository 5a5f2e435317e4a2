/** Copying on any page, also over plain HTTP, where browsers give no clipboard to scripts. */

/** Selects the text of an element and copies it; `false` when the browser refused, and then the text stays selected to be copied by hand. */
export function copyTextOf(element: HTMLElement): boolean {
  const selection = document.getSelection();
  if (!selection) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  const page: CopyingDocument = document;
  const isCopied = page.execCommand('copy');
  if (isCopied) selection.removeAllRanges();
  return isCopied;
}

/** The older way of copying. The newer one exists over HTTPS only, and many readers of this site are on an intranet without it. */
interface CopyingDocument {
  execCommand(command: 'copy'): boolean;
}
