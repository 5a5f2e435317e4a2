/** For whom pages are being made: readers, those who look over drafts, or the unit itself. */
/** `review` shows drafts, `internal` what only the unit may see; each says so on every page. */
export type EditionName = 'public' | 'review' | 'internal';

/** Set by the build for its own pages alone, each time: what stands in the environment before makes nothing public. */
const VARIABLE = 'EDITION_IN_MAKING';

/** Says for the pages of this process which edition they are of. */
export function makeEdition(name: EditionName): void {
  process.env[VARIABLE] = name;
}

/** Whether drafts are shown, and every page says so. */
export function isReviewEdition(): boolean {
  return process.env[VARIABLE] === 'review';
}

/** Whether internal entries and documents are shown, and every page says so. */
export function isInternalEdition(): boolean {
  return process.env[VARIABLE] === 'internal';
}
