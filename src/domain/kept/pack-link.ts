/**
 * A pack as an address: `/pack/?items=…`. Three forms are read:
 *
 * 1. `RC-001,SJ-008`: numbers alone, to be typed by hand.
 * 2. `v1.<data>.<check>`: the whole pack. `data` is base64url without padding of raw DEFLATE of UTF-8 lines, parted by `\n`, in this order:
 *    `RC-001 45` an item with its minutes (`RC-001` when not set), `- 10` a session without an entry, `t …` the title, `n …` the note, `3 …` the note on the third item, counted
 *    from 1; in texts `\n` and `\\` stand for a line break and a backslash. `check` is the Fletcher-32 sum of `data`, in base 36.
 * 3. `v2.<data>.<check>`: a pack that is made from a course: the same, with `f KC-01 2026-11-28` the course and the day of its last change then, and
 *    at the end of an item `@3` the session of the course that it is, counted from 1: `RC-001 45 @3`.
 *
 * Reading never throws. The items stand first, so that a link that a chat program has cut off keeps those before the cut; what cannot be read
 * is reported, and a later version is recognised by its `v`. A change of the format takes a new version; this one stays readable.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { isAnyNumber, isEntryNumber } from '../../schema/number.ts';
import { EMPTY_PACK, PACK_LIMIT, soundPack } from './pack-store.ts';
import type { Pack, PackChoice, PackOrigin } from './pack-store.ts';

/** What an address holds, and what is wrong with it. */
export interface ReadPackLink {
  pack: Pack;
  /** 损坏: cut off or altered; 版本: written by a later version; nothing else went wrong when absent. */
  fault?: '损坏' | '版本';
  /** What is no number, cut to a length that can be shown; a few of them. */
  malformed: string[];
  /** How many further items were not read. */
  surplus: number;
}

const VERSION = 'v1';
/** Of packs that are made from a course. */
const COURSE_VERSION = 'v2';
/** Stands for the number of a session without an entry. */
const FREE = '-';
/** More than the longest pack; a link that unpacks to more was not written here. */
const MAX_UNPACKED = 100_000;
const SHOWN_LENGTH = 20;
const SHOWN_MALFORMED = 5;

/** The part of an address from `?` on; empty for an empty pack. */
export function writePackLink(pack: Pack): string {
  const { title, note, items, from } = soundPack(pack);
  const lines = [
    ...items.map(({ id, minutes, unit }) =>
      [id || FREE, ...(minutes > 0 ? [minutes] : []), ...(from && unit ? [`@${unit}`] : [])].join(' '),
    ),
    ...(from ? [`f ${from.id} ${from.updated}`] : []),
    ...(title ? [`t ${escapeText(title)}`] : []),
    ...(note ? [`n ${escapeText(note)}`] : []),
    ...items.flatMap((item, index) => (item.note ? [`${index + 1} ${escapeText(item.note)}`] : [])),
  ];
  if (lines.length === 0) return '';
  const data = toBase64Url(deflateSync(strToU8(`${lines.join('\n')}\n`), { level: 9 }));
  return `?items=${from ? COURSE_VERSION : VERSION}.${data}.${checksum(data)}`;
}

/** Reads the part of an address from `?` on; `undefined` when it speaks of no items. */
export function readPackLink(search: string): ReadPackLink | undefined {
  const text = new URLSearchParams(search).getAll('items').join(',').trim();
  if (text === '') return undefined;
  const version = /^(v\d{1,3})\./u.exec(text)?.[1];
  if (version === undefined) return readPlain(text);
  if (version !== VERSION && version !== COURSE_VERSION) return { pack: EMPTY_PACK, fault: '版本', malformed: [], surplus: 0 };
  return readPacked(text.slice(version.length + 1));
}

function readPlain(text: string): ReadPackLink {
  const parts = [
    ...new Set(
      text
        .split(/[,，、\s]+/u)
        .filter(Boolean)
        .map((part) => part.normalize('NFKC').toUpperCase()),
    ),
  ];
  const good = parts.filter(isAnyNumber);
  const items = good.map((id) => ({ id, minutes: 0, note: '' }));
  return {
    pack: soundPack({ ...EMPTY_PACK, items }),
    malformed: shownParts(parts.filter((part) => !isAnyNumber(part))),
    surplus: surplusOf(good),
  };
}

function readPacked(text: string): ReadPackLink {
  const [data = '', check = ''] = text.split('.');
  const isWhole = check === checksum(data);
  const lines = inflate(fromBase64Url(data));
  const items: PackChoice[] = [];
  const bad: string[] = [];
  const texts = new Map<string, string>();
  let from: PackOrigin | undefined;
  for (const line of lines) {
    const [, key = '', rest = ''] = /^(\S*) ?(.*)$/su.exec(line) ?? [];
    const isItem = key === FREE || isAnyNumber(key);
    const [isPlaced, minutes = '', unit] = /^(\d{0,3})(?: ?@(\d{1,2}))?$/u.exec(rest) ?? [];
    const read = key === 'f' ? readOrigin(rest) : undefined;
    if (isItem && isPlaced !== undefined)
      items.push({ id: key === FREE ? '' : key, minutes: Number(minutes), note: '', ...(unit && { unit: Number(unit) }) });
    else if (read) from = read;
    else if (/^(?:[tn]|\d{1,2})$/u.test(key)) texts.set(key, unescapeText(rest));
    else bad.push(line);
  }
  const noted = items.map((item, index) => ({ ...item, note: texts.get(String(index + 1)) ?? '' }));
  return {
    pack: soundPack({ title: texts.get('t') ?? '', note: texts.get('n') ?? '', items: noted, ...(from && { from }) }),
    ...(!isWhole && { fault: '损坏' as const }),
    malformed: shownParts(bad),
    surplus: surplusOf(items),
  };
}

/** The whole lines that can be unpacked; a last line without its end was cut off and is left out. */
function inflate(bytes: Uint8Array): string[] {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    // Byte by byte: whatever was unpacked before a fault has been handed over by then.
    for (let at = 0; at < bytes.length && length < MAX_UNPACKED; at += 1) stream.push(bytes.subarray(at, at + 1), at === bytes.length - 1);
  } catch {
    // What came out before the fault is kept.
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return strFromU8(all).split('\n').slice(0, -1);
}

function readOrigin(text: string): PackOrigin | undefined {
  const [, id = '', updated = ''] = /^(\S+) (\d{4}-\d\d-\d\d)$/u.exec(text) ?? [];
  return isEntryNumber(id) ? { id, updated } : undefined;
}

function surplusOf(list: readonly unknown[]): number {
  return Math.max(0, list.length - PACK_LIMIT);
}

function shownParts(parts: readonly string[]): string[] {
  return parts.slice(0, SHOWN_MALFORMED).map((part) => (part.length > SHOWN_LENGTH ? `${part.slice(0, SHOWN_LENGTH)}…` : part));
}

function escapeText(text: string): string {
  return text.replace(/\\/gu, '\\\\').replace(/\r/gu, '').replace(/\n/gu, '\\n');
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/gsu, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}

function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/[=]/gu, '');
}

/** The bytes up to the first character that has no place there. */
function fromBase64Url(text: string): Uint8Array {
  const good = /^[A-Za-z0-9_-]*/u.exec(text)?.[0] ?? '';
  const whole = good.length % 4 === 1 ? good.slice(0, -1) : good;
  return Uint8Array.from(atob(whole.replace(/-/gu, '+').replace(/_/gu, '/')), (letter) => letter.charCodeAt(0));
}

/** Fletcher-32 over character codes, in base 36. */
function checksum(text: string): string {
  let low = 0;
  let high = 0;
  for (const letter of text) {
    low = (low + letter.charCodeAt(0)) % 65535;
    high = (high + low) % 65535;
  }
  return (high * 65536 + low).toString(36);
}
