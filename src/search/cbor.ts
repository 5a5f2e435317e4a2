/** As much of CBOR (RFC 8949) as it takes to cut arrays into their items and put items together again, without decoding what is in them. */

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;
const BREAK = 0xff;

/** The items of an encoded array, each as its own bytes. */
export function readItems(bytes: Uint8Array): Uint8Array[] {
  const head = readHead(bytes, 0);
  if (head.major !== ARRAY) throw new Error('CBOR: expected an array');
  const items: Uint8Array[] = [];
  let at = head.next;
  while (head.isIndefinite ? bytes[at] !== BREAK : items.length < head.value) {
    const end = endOfItem(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  return items;
}

/** The text of an encoded string. */
export function readText(bytes: Uint8Array): string {
  const { major, value, next } = readHead(bytes, 0);
  if (major !== TEXT) throw new Error('CBOR: expected a text');
  return new TextDecoder().decode(bytes.subarray(next, next + value));
}

/** The integers of an encoded array, or of one encoded integer. */
export function readNumbers(bytes: Uint8Array): number[] {
  const first = readHead(bytes, 0);
  const isOne = first.major === NUMBER || first.major === NEGATIVE;
  const count = isOne ? 1 : first.value;
  let at = isOne ? 0 : first.next;
  const numbers: number[] = [];
  while (first.isIndefinite ? bytes[at] !== BREAK : numbers.length < count) {
    const { major, value, next } = readHead(bytes, at);
    if (major !== NUMBER && major !== NEGATIVE) throw new Error('CBOR: expected an integer');
    numbers.push(major === NUMBER ? value : -1 - value);
    at = next;
  }
  return numbers;
}

/** An array of items that are encoded already. */
export function encodeArray(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([encodeHead(ARRAY, items.length), ...items]);
}

export function encodeText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return Buffer.concat([encodeHead(TEXT, bytes.length), bytes]);
}

export function encodeNumber(value: number): Uint8Array {
  return encodeHead(NUMBER, value);
}

interface Head {
  major: number;
  value: number;
  isIndefinite: boolean;
  /** Where the content starts. */
  next: number;
}

function readHead(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new Error('CBOR: unexpected end');
  const info = first & 31;
  const size = info < 24 || info === 31 ? 0 : 2 ** (info - 24);
  let value = size === 0 ? info : 0;
  for (const byte of bytes.subarray(at + 1, at + 1 + size)) value = value * 256 + byte;
  return { major: first >> 5, value, isIndefinite: info === 31, next: at + 1 + size };
}

function endOfItem(bytes: Uint8Array, start: number): number {
  const { major, value, isIndefinite, next } = readHead(bytes, start);
  // Majors 2 and 3 hold bytes, 4 items, 5 pairs, 6 one tagged item; 0, 1 and 7 end with their head.
  if (isIndefinite) {
    let at = next;
    while (bytes[at] !== BREAK) at = endOfItem(bytes, at);
    return at + 1;
  }
  if (major === 2 || major === TEXT) return next + value;
  const count = major === ARRAY ? value : major === 5 ? value * 2 : major === 6 ? 1 : 0;
  let at = next;
  for (let item = 0; item < count; item++) at = endOfItem(bytes, at);
  return at;
}

function encodeHead(major: number, value: number): Uint8Array {
  const first = major << 5;
  if (value < 24) return Uint8Array.of(first | value);
  if (value < 2 ** 8) return Uint8Array.of(first | 24, value);
  if (value < 2 ** 16) return Uint8Array.of(first | 25, value >> 8, value & 255);
  const head = Buffer.alloc(5);
  head[0] = first | 26;
  head.writeUInt32BE(value, 1);
  return head;
}
