/** Recognises names by how they sound: in full, by initials, by the beginning of a syllable, or with some characters already written. */

/** How each character is read in the names of this site. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** Readings by character, from the table by syllable that the names file holds. */
export function readingsFrom(syllables: Readonly<Record<string, string>>): Readings {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  return readings;
}

/** What many readers of the south type alike: z and zh, c and ch, s and sh, an and ang, en and eng, in and ing. */
export function soften(letters: string): string {
  return letters
    .toLowerCase()
    .replace(/([zcs])h/gu, '$1')
    .replace(/([aei])ng(?![aeiouv])/gu, '$1n');
}

/** Readings as `soften` leaves them. */
export function softReadings(readings: Readings): Readings {
  return new Map([...readings].map(([character, syllables]) => [character, [...new Set(syllables.map(soften))]]));
}

/** Where in a name the typed letters were recognised, in characters, and how surely. */
export interface Sound {
  start: number;
  end: number;
  /** Characters of which the whole reading, or the character itself, was typed. */
  whole: number;
}

/** The foremost place in a name that sounds as typed; `isOpen` lets the last syllable be half typed. */
export function findSound(typed: string, name: string, readings: Readings, isOpen: boolean): Sound | undefined {
  const query = [...typed.toLowerCase().replace(/ü/gu, 'v')];
  const characters = [...name];
  let best: Sound | undefined;
  for (let start = 0; start < characters.length; start++) {
    const found = follow({ query, characters, readings, isOpen }, 0, start);
    if (found && (!best || found.whole > best.whole)) best = { start, ...found };
    // A shorter rest than the best has whole readings cannot be better.
    if (best && best.whole >= characters.length - start) break;
  }
  return best;
}

interface Attempt {
  query: readonly string[];
  characters: readonly string[];
  readings: Readings;
  isOpen: boolean;
}

/** Reads the rest of the query off the name from one character on; whole readings are tried before initials. */
function follow(attempt: Attempt, at: number, place: number): { end: number; whole: number } | undefined {
  const { query, characters, readings, isOpen } = attempt;
  let from = at;
  while (from < query.length && /[ '’]/u.test(query[from] ?? '')) from++;
  if (from === query.length) return { end: place, whole: 0 };
  const character = characters[place];
  if (character === undefined) return undefined;
  if (character.toLowerCase() === query[from]) return counted(follow(attempt, from + 1, place + 1), 1);
  let best: { end: number; whole: number } | undefined;
  for (const syllable of readings.get(character) ?? []) {
    const length = sharedLength(query, from, syllable);
    for (const take of [syllable.length, /^[zcs]h/u.test(syllable) ? 2 : 0, 1]) {
      if (take === 0 || take > length) continue;
      const found = counted(follow(attempt, from + take, place + 1), take === syllable.length ? 1 : 0);
      if (found && (!best || found.whole > best.whole)) best = found;
    }
    // The last syllable may still be growing.
    if (isOpen && length > 1 && from + length === query.length && !best) best = { end: place + 1, whole: 0 };
  }
  return best;
}

function counted(found: { end: number; whole: number } | undefined, whole: number): { end: number; whole: number } | undefined {
  return found && { end: found.end, whole: found.whole + whole };
}

function sharedLength(query: readonly string[], from: number, syllable: string): number {
  let length = 0;
  while (length < syllable.length && isLetter(query[from + length], syllable[length])) length++;
  return length;
}

/** ü is typed as v, and as u. */
function isLetter(typed: string | undefined, letter: string | undefined): boolean {
  return typed === letter || (letter === 'v' && typed === 'u');
}

/** Where a name sounds like a phrase of Han characters that differs from it in at most half of them: 容错机智 for 容错机制. */
export function findHomophone(phrase: string, name: string, readings: Readings): string | undefined {
  const wanted = [...phrase];
  const characters = [...name];
  for (let start = 0; start + wanted.length <= characters.length; start++) {
    const part = characters.slice(start, start + wanted.length);
    const same = part.filter((character, index) => character === wanted[index]).length;
    if (same === wanted.length || same * 2 < wanted.length) continue;
    if (part.every((character, index) => soundsLike(character, wanted[index] ?? '', readings))) return part.join('');
  }
  return undefined;
}

function soundsLike(one: string, other: string, readings: Readings): boolean {
  if (one === other) return true;
  const heard = readings.get(other) ?? [];
  return (readings.get(one) ?? []).some((syllable) => heard.includes(syllable));
}
