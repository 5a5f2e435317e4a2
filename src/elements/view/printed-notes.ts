/** Which notes of a page go on paper when a part of its table is shown. */

/** Leaves off paper the notes, and the places in them, that nothing within `root` cites which is shown; the numbers of the others stay. All are printed again while `isWhole`. */
export function printShownNotes(root: ParentNode, isWhole: boolean, isShown = (mark: Element) => mark.closest('[hidden]') === null): void {
  const marks = [...root.querySelectorAll<HTMLAnchorElement>('sup.cites a')].filter(isShown);
  const cited = new Set(marks.map(({ hash }) => hash.slice(1)));
  for (const note of document.querySelectorAll<HTMLElement>('.notes > ol > li')) {
    const places = [...note.querySelectorAll<HTMLElement>('.note-places')];
    const isCited = ({ id }: Element) => isWhole || cited.has(id);
    note.toggleAttribute('data-unprinted', ![note, ...places].some(isCited));
    for (const place of places) place.toggleAttribute('data-unprinted', place.id !== '' && !isCited(place));
  }
}
