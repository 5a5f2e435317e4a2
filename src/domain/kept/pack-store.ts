/**
 * 选编: what a trainer has chosen for a class, in this browser.
 *
 * Format: `localStorage["pack"]` (of a site below a sub-path, `localStorage["pack:/kb/"]`: sites on one host keep theirs apart) is JSON,
 * `{"v":1,"title":"…","note":"…","items":[{"id":"RC-001","minutes":45,"note":"…"}]}`; `minutes` 0 means not set; an empty `id` is a session
 * without an entry (开场、休息、小结), which its `note` names; `"isNew":true` has been put in on another page and is given the minutes of its questions
 * when the pack is next opened. A pack made from a course has `"from":{"id":"KC-01","updated":"2026-11-28"}`, and each session of the course
 * `"unit":3`, its place there from 1: what the course says of that session (aims, method, questions, board, sheets) is read from the course, not kept
 * here. Anything else there means an empty pack. A pack that another takes the place of, from a changed link or a file, and one that is emptied, moves
 * to `localStorage["pack-before"]` (`pack-before:/kb/`), same format, one deep: the pack page offers it back. Lifetime: until the reader empties the
 * pack or clears the browser's data for the site;
 * nothing is sent anywhere and nothing expires. Only numbers and the trainer's own words are kept: an entry that has changed is shown as it is
 * now, and one that has been retired or never existed is named as such on the pack page. Kept small: every entry page loads this.
 */
import { isAnyNumber, isEntryNumber } from '../../schema/number.ts';
import { storedKey } from './stored-key.ts';

/** The keys of the pack of the site at `base`; those of a site with a host of its own are as old as the site. */
export function packKeys(base: string): { pack: string; before: string } {
  return { pack: storedKey('pack', base), before: storedKey('pack-before', base) };
}

export const PACK_LIMIT = 60;
/** Longest texts that a pack keeps, in characters. */
export const PACK_TEXT = { title: 80, note: 1000, item: 200 } as const;
const MAX_MINUTES = 999;

export interface PackChoice {
  /** Empty for a session without an entry. */
  id: string;
  /** 0 when not set. */
  minutes: number;
  note: string;
  /** The session of the course that the pack is made from, counted from 1. */
  unit?: number;
  /** Put in where nothing is known of its questions: the pack page gives it their minutes, once. */
  isNew?: true;
}

/** The course that a pack is made from, and the day of its last change then. */
export interface PackOrigin {
  id: string;
  updated: string;
}

export interface Pack {
  title: string;
  note: string;
  items: PackChoice[];
  from?: PackOrigin;
}

export const EMPTY_PACK: Pack = { title: '', note: '', items: [] };

/** The pack in storage; an empty one for anything that is not a pack. */
export function readStoredPack(stored: string | null): Pack {
  try {
    const { v, title, note, items, from } = JSON.parse(stored ?? '') as Record<string, unknown>;
    if (v !== 1 || !Array.isArray(items)) return EMPTY_PACK;
    const origin = readOrigin(from);
    return soundPack({
      title: asText(title),
      note: asText(note),
      items: (items as unknown[]).flatMap(readChoice),
      ...(origin && { from: origin }),
    });
  } catch {
    return EMPTY_PACK;
  }
}

/** A pack as it is stored. */
export function writeStoredPack(pack: Pack): string {
  return JSON.stringify({ v: 1, ...pack });
}

/** The pack within its limits, each entry once; of a course, each session once. */
export function soundPack({ title, note, items, from }: Pack): Pack {
  const isSame = (a: PackChoice, b: PackChoice) => a.id === b.id && a.unit === b.unit;
  const once = items.filter((item, index) => item.id === '' || items.findIndex((other) => isSame(other, item)) === index);
  return {
    title: cut(title, PACK_TEXT.title),
    note: cut(note, PACK_TEXT.note),
    items: once
      .slice(0, PACK_LIMIT)
      .map((item) => ({ ...item, minutes: soundMinutes(item.minutes), note: cut(item.note, PACK_TEXT.item) })),
    ...(from && { from }),
  };
}

/** The pack with a number put in at the end or taken out; a full pack takes no more. */
export function toggleInPack(pack: Pack, id: string): Pack {
  const isIn = pack.items.some((item) => item.id === id);
  if (isIn) return { ...pack, items: pack.items.filter((item) => item.id !== id) };
  return soundPack({ ...pack, items: [...pack.items, { id, minutes: 0, note: '', isNew: true }] });
}

function readChoice(item: unknown): PackChoice[] {
  if (typeof item !== 'object' || item === null || !('id' in item) || typeof item.id !== 'string') return [];
  if (item.id !== '' && !isAnyNumber(item.id)) return [];
  const { id, minutes, note, unit, isNew } = item as Record<'minutes' | 'note' | 'unit' | 'isNew', unknown> & { id: string };
  const isUnit = typeof unit === 'number' && Number.isInteger(unit) && unit > 0 && unit <= PACK_LIMIT;
  return [
    {
      ...{ id, minutes: typeof minutes === 'number' ? minutes : 0, note: asText(note) },
      ...(isUnit && { unit }),
      ...(isNew === true && { isNew }),
    },
  ];
}

function readOrigin(from: unknown): PackOrigin | undefined {
  if (typeof from !== 'object' || from === null) return undefined;
  const { id, updated } = from as { id?: unknown; updated?: unknown };
  const isSound = typeof id === 'string' && isEntryNumber(id) && typeof updated === 'string' && /^\d{4}-\d\d-\d\d$/u.test(updated);
  return isSound ? { id, updated } : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function soundMinutes(minutes: number): number {
  return Number.isFinite(minutes) ? Math.min(MAX_MINUTES, Math.max(0, Math.round(minutes))) : 0;
}

function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
