/** Lists of entry numbers in an address: `?ids=RC-001,RC-007`. */
import { isAnyNumber } from '../../schema/number.ts';

/** A list read from an address: whatever stands there, the good numbers still work and the rest is named. */
export interface ReadIds {
  /** Well-formed numbers, each once, in order, no more than the limit. */
  ids: string[];
  /** What is no number, cut to a length that can be shown; a few of them. */
  malformed: string[];
  /** How many further numbers were not read. */
  surplus: number;
}

const SHOWN_LENGTH = 20;
const SHOWN_MALFORMED = 5;

/** Reads `ids` from the part of an address after `?`; never throws. */
export function readIds(search: string, limit: number): ReadIds {
  const parts = new URLSearchParams(search)
    .getAll('ids')
    .flatMap((text) => text.split(/[,，、\s]+/u))
    .filter(Boolean);
  const unique = [...new Set(parts.map((part) => part.normalize('NFKC').toUpperCase()))];
  const good = unique.filter(isAnyNumber);
  const bad = unique.filter((part) => !isAnyNumber(part));
  return {
    ids: good.slice(0, limit),
    malformed: bad.slice(0, SHOWN_MALFORMED).map((part) => (part.length > SHOWN_LENGTH ? `${part.slice(0, SHOWN_LENGTH)}…` : part)),
    surplus: Math.max(0, good.length - limit),
  };
}
