/** The closed list of components that authors may use, and the elements that Markdown itself becomes. */
import type { Entry } from '../../domain/records.ts';
import Cite from './Cite.astro';
import EditorNote from './EditorNote.astro';
import EntryAnchor from './EntryAnchor.astro';
import Figure from './Figure.astro';
import Quote from './Quote.astro';
import TeachingNote from './TeachingNote.astro';
import Term from './Term.astro';
import Unknown from './Unknown.astro';

/** Components for one entry's body; `Figure` needs to know whose figures it shows. */
export function mdxComponents(entry: Entry) {
  const EntryFigure = (result: unknown, props: object, slots: unknown) =>
    (Figure as unknown as (...args: unknown[]) => unknown)(result, { ...props, entry }, slots);
  return {
    Cite,
    EditorNote,
    TeachingNote,
    Quote,
    Unknown,
    Term,
    Figure: Object.assign(EntryFigure, { isAstroComponentFactory: true }),
    a: EntryAnchor,
  };
}
