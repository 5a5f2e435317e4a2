/** Whether pages are being made for those who look over drafts, and not for readers. */

/** Set by the build for its own pages alone, each time: what stands in the environment before makes no drafts public. */
const VARIABLE = 'DRAFTS_ARE_SHOWN';

/** Says for the pages of this process which edition they are of. */
export function makeReviewEdition(isReview: boolean): void {
  process.env[VARIABLE] = isReview ? 'yes' : '';
}

/** Whether drafts are shown, and every page says so. */
export function isReviewEdition(): boolean {
  return process.env[VARIABLE] === 'yes';
}
