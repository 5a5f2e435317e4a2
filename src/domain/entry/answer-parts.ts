/** The parts of a situation that its reader wants first, in this order, by their ids on its page; not each situation has all of them. */
export const ANSWER_PARTS = ['forbids', 'steps', 'channel', 'refused'] as const;
