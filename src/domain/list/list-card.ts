/** An entry as a filtered list shows it. Light: the browser loads it. */

/** What stands on an item of a list. */
export interface ListCard {
  id: string;
  title: string;
  /** Address of the page, with the site's base. */
  href: string;
  summary: string;
  /** What a reader should know before opening it. */
  notes: string[];
  isPackable: boolean;
}

/** So many cards lie in a file, `/data/cards/tolerance/0.json` and so on, in the order of the list. */
export const CARDS_A_FILE = 50;
