/** Values that nobody types and that an address or a browser's storage may hold all the same, from a seed. */
import type { Random } from './seeded-random.ts';

/** Set by every payload that gets to run. */
export const CANARY = '__ran';

const RUN = `globalThis.${CANARY}=1`;

const PAYLOADS = [
  `<script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `'"><svg onload=${RUN}>`,
  `</title></textarea></template><script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>">`,
  `javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `" onfocus="${RUN}" autofocus="`,
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `<a href="javascript:${RUN}">x</a>`,
  `<details open ontoggle=${RUN}>`,
  `]]><script>${RUN}</script>`,
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../etc/passwd',
  '..%2f..%2f',
  '//evil.example/x',
  'https://evil.example/',
  '\\\\evil.example\\x',
  '"]',
  ':not(*)',
  '[data-x="',
  '(a+)+$',
  '[\\u{110000}]',
  '\\',
  '%',
  '%zz',
  '%00',
  '%ff%fe',
  '%u0041',
  '\0',
  '\u202e\u2066\u200b',
  '\ud800',
  '\udfff\ud800',
  '😀👨‍👩‍👧‍👦',
  'e\u0301\u0327',
  'İıß',
  '　 \u00a0\u3000',
  'NaN',
  '-1',
  '1e400',
  '99999999999999999999',
  '0x10',
  'true',
  'null',
  'undefined',
  '[]',
  '{}',
  '{"v":1}',
  '{"v":1,"ids":"RC-001"}',
  '{"v":1,"ids":[null,{},["RC-001"],"RC-001"]}',
  '{"v":1,"items":[{"id":"RC-001","minutes":1e999,"note":{}}],"title":[]}',
  '{"__proto__":{"polluted":1},"v":1,"ids":[]}',
  '{"v":1,"items":[{"__proto__":{"polluted":1},"id":"RC-001"}]}',
  'RC-001',
  'ＲＣ－００１',
  'rc-001，sj-008',
  'RC-001,RC-001,SJ-999',
  'v1.',
  'v1..',
  'v999.AAAA.0',
  'v1.AAAAAAAA.0',
  'v1.7cGxCQAgAMC-wYaA.zzz',
  '容错',
  '“容错”',
  '容错 -澄清',
  '"',
  '容错纠错机制的三个区分开来',
];

/** One value: a payload, payloads joined, one altered, one very long, or any characters at all. */
export function hostileValue(random: Random): string {
  const payload = random.pick(PAYLOADS);
  switch (random.below(6)) {
    case 0:
      return `${payload}${random.pick(PAYLOADS)}`;
    case 1:
      return altered(payload, random);
    case 2:
      return anyCharacters(random, random.below(60));
    case 3:
      return random.below(8) === 0 ? payload.repeat(200).slice(0, 6000) : `${anyCharacters(random, 3)}${payload}`;
    default:
      return payload;
  }
}

/** The part of an address from `?` on, with the given names, some of them more than once, some raw. */
export function hostileAddress(names: readonly string[], random: Random): string {
  const parts = Array.from({ length: 1 + random.below(5) }, () => {
    const name = random.below(10) === 0 ? hostileValue(random) : random.pick(names);
    const value = hostileValue(random);
    // A raw value is one that somebody wrote by hand: what the browser makes of it is part of the test.
    const raw = value.replace(/[#\s\ud800-\udfff\0]/gu, '');
    return random.below(3) === 0 ? `${encoded(name)}=${raw}` : `${encoded(name)}=${encoded(value)}`;
  });
  return `?${random.below(40) === 0 ? Array.from({ length: 300 }, () => parts[0]).join('&') : parts.join('&')}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function altered(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.below(2) === 0 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + anyCharacters(random, 1) + text.slice(at);
}

function anyCharacters(random: Random, length: number): string {
  return Array.from({ length }, () =>
    String.fromCharCode(random.pick([random.below(0x80), random.below(0x3000), 0x4e00 + random.below(0x5000), random.below(0x10000)])),
  ).join('');
}
