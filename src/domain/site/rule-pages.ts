/** Where the site explains the rules of the check. */

/** The list of all rules. */
export const RULES_PATH = '/about/rules/';

/** The page of a rule, which messages of the check print: as permanent as the rule's name. */
export function rulePath(id: string): string {
  return `${RULES_PATH}${id}/`;
}
