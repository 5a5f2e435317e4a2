/** The components that authors may use in a body, and the one attribute that each needs. */
export const COMPONENTS: ReadonlyMap<string, string | undefined> = new Map([
  ['Cite', 'at'],
  ['EditorNote', undefined],
  ['TeachingNote', undefined],
  ['Quote', 'at'],
  ['Figure', 'n'],
  ['Unknown', 'kind'],
  ['Term', 'id'],
]);

export const COMPONENT_NAMES = [...COMPONENTS.keys()];

/** What stands for words of its own, and shows none of its author's. */
export const WORDLESS: ReadonlySet<string> = new Set(['Cite', 'Unknown', 'Figure']);

/** The component that a name means, whichever of its letters are small. */
export function meantComponent(name: string): string | undefined {
  return COMPONENT_NAMES.find((known) => known.toLowerCase() === name.toLowerCase());
}
