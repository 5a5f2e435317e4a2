/** How the register names the editors themselves as a publisher. */
const EDITORS = '本库编者';

/** Whether a citation only says that the editors made a scenario up: behind every invented sentence it would be a note to oneself. */
export function isEditorsOwn(cite: string, { publicSources }: { publicSources: ReadonlyMap<string, { publisher: string }> }): boolean {
  return publicSources.get(cite)?.publisher === EDITORS;
}
