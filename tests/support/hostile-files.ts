/** Files that try to run code, to leave their folder, to hide what they say, or to tie up the check. Each is one change to a sound entry. */
import { soundContent } from './example-content.ts';

/** A file with what a check must say of it. */
export interface HostileFile {
  name: string;
  /** Path below the content folder. */
  place: string;
  content: string | Uint8Array;
  /** One of the rules that may report it; the first that does is enough. */
  rules: string[];
  /** The line to be named. */
  line: number;
}

const PLACE = 'practices/example.mdx';
const SOUND = soundContent.get(PLACE) ?? '';
const FIELDS_END = SOUND.split('\n').indexOf('---', 1);
/** Line of the first line of a body put into the entry. */
const BODY = FIELDS_END + 3;
const MEGABYTE = 1024 * 1024;

/** Every hostile file, by what it tries. */
export const hostileFiles: readonly HostileFile[] = [...code(), ...links(), ...html(), ...hidden(), ...yaml(), ...paths(), ...size()].map(
  (file) => ({ ...file, name: file.name.slice(0, 80) }),
);

function code(): HostileFile[] {
  const programs = [
    'import fs from "node:fs"',
    'import "https://evil.example/x.js"',
    'export const a = 1',
    'export default function A() {}',
    'export * from "node:child_process"',
    '{process.exit(1)}',
    '共{若干}人',
    '{/* 注释 */}',
    '{`${process.env.HOME}`}',
    '<Cite at={process.exit(1)} />',
    '<Cite {...globalThis} />',
    '<EditorNote>{require("fs")}</EditorNote>',
    '- {1 + 1}',
    '| 甲 |\n|---|\n| {1} |',
    '{'.repeat(3000),
  ];
  return programs.map((text) => inBody(`program ${text}`, text, ['mdx-code'], lineOfProgram(text)));
}

/** In a table the row is named; a brace that is never closed is missed at the end of the text. */
function lineOfProgram(text: string): number {
  if (text.startsWith('|')) return BODY + 2;
  return text.startsWith('{{') ? BODY + 1 : BODY;
}

function links(): HostileFile[] {
  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript&#58;alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;&#x61;vascript:alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    'javascript&colon;alert(1)',
    '&#1;javascript:alert(1)',
    '&#x20;javascript:alert(1)',
    '<java\tscript:alert(1)>',
    '< javascript:alert(1)>',
    'javascript：alert(1)',
    'ｊavascript:alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'DATA:text/html,x',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://evil.example/x',
    'mailto:a',
    'tel:1',
    'ftp://evil.example/x',
    'wps:open',
    '//evil.example/x',
    '\\\\\\\\evil.example\\\\x',
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '/practices/second/',
    'https://evil.example/',
    '?q=<script>',
    '#top',
  ];
  const rules = ['raw-html', 'dangling-reference', 'character-reference', 'bare-url', 'look-alike-letter', 'mdx-syntax'];
  return [
    ...addresses.map((address) => inBody(`link ${address}`, `[看这里](${address})`, rules)),
    inBody('link defined elsewhere', '[看这里][a]\n\n[a]: javascript:alert(1)', ['plain-markdown']),
    inBody('definition without a link', '短句。\n\n[a]: javascript:alert(1)', ['plain-markdown'], BODY + 2),
    inBody('image defined elsewhere', '![图][a]\n\n[a]: https://evil.example/x.png', ['plain-markdown']),
    inBody('image from elsewhere', '![图](https://evil.example/x.png)', ['raw-html']),
    inBody('link in a footnote', '短句。[^1]\n\n[^1]: [看](javascript:alert(1))', ['plain-markdown', 'raw-html']),
    inBody('automatic link', '<javascript:alert(1)>', ['mdx-syntax', 'raw-html']),
    inBody('address of an e-mail', '请写信给 a@evil.example', ['private-data']),
    inBody('term out of its folder', '<Term id="../../x">某词</Term>', ['dangling-reference']),
  ];
}

function html(): HostileFile[] {
  const tags = [
    '<script>alert(1)</script>',
    '<script src="https://evil.example/x.js" />',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<svg onload="alert(1)" />',
    '<img src="x" onerror="alert(1)" />',
    '<a href="javascript:alert(1)">看</a>',
    '<form action="https://evil.example/"><input /></form>',
    '<style>a</style>',
    '<link rel="stylesheet" href="x" />',
    '<meta http-equiv="refresh" content="0" />',
    '<base href="https://evil.example/" />',
    '<object data="x" />',
    '<svg:script>alert(1)</svg:script>',
    '<EditorNote onclick="alert(1)">\n短句。\n</EditorNote>',
    '<EditorNote OnMouseOver="alert(1)">\n短句。\n</EditorNote>',
  ];
  const components = [
    '<Fragment set:html="x" />',
    '<EditorNote set:html="x">\n短句。\n</EditorNote>',
    '<EditorNote client:load>\n短句。\n</EditorNote>',
    '<EditorNote style="x">\n短句。\n</EditorNote>',
    '<Astro.self />',
    '<Content />',
    '<Cite at="&quot; onclick=&quot;x" />',
    '<Cite at=`x` />',
    '<Unknown kind="未载" is:raw />',
  ];
  const markup = ['<!-- 注释 -->', '<!doctype html>', '<![CDATA[x]]>', '<?php x ?>', '</main>', '<br>', '<EditorNote'];
  return [
    ...tags.map((text) => inBody(`tag ${text}`, text, ['raw-html'])),
    ...components.map((text) =>
      inBody(`component ${text}`, text, ['unknown-component', 'character-reference', 'mdx-syntax', 'unknown-citation']),
    ),
    // A tag that is never closed is found at the end of the text.
    ...markup.map((text) => inBody(`markup ${text}`, text, ['mdx-syntax', 'raw-html'], text === '<EditorNote' ? BODY + 1 : BODY)),
    inBody('tag as character references', '&lt;script&gt;alert(1)&lt;/script&gt;', ['character-reference']),
    inBody('program as character references', '&#123;process.exit(1)&#125;', ['character-reference']),
    inBody('block of code', '```js\nalert(1)\n```', ['plain-markdown']),
    inField('tag in a title', 'title', '"<img src=x onerror=alert(1)>"', ['raw-html']),
    inField('tag that closes a script', 'title', '"</script><script>alert(1)</script>"', ['raw-html']),
    inField('comment in a title', 'title', '"<!--"', ['raw-html']),
  ];
}

function hidden(): HostileFile[] {
  const characters = [
    0x1, 0x1b, 0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200d, 0x200e, 0x202a, 0x202e, 0x2028, 0x2029, 0x2060,
  ];
  const more = [0x2066, 0x2069, 0x2800, 0x3164, 0xe000, 0xfe0f, 0xfff9, 0xfffd, 0xffff, 0xe0041, 0xe0100, 0xf0000];
  const alike = ['А', 'ѕ', 'Ο', 'ａ', '１', '𝐀', '\u2f00', 'カ', '\uf900', 'ı'];
  return [
    ...[...characters, ...more].map((code) =>
      inBody(`character U+${code.toString(16)}`, `短${String.fromCodePoint(code)}句。`, ['control-character', 'too-large']),
    ),
    ...[0x202e, 0x200b, 0xd800].map((code) =>
      inField(`escaped character U+${code.toString(16)}`, 'title', `"甲\\u${code.toString(16).padStart(4, '0')}乙"`, [
        'control-character',
        'bad-yaml',
      ]),
    ),
    inBody('bidirectional control as a reference', '短&#x202e;句。', ['character-reference']),
    inBody('NUL as a reference', '短&#0;句。', ['character-reference', 'control-character']),
    inBody('NUL', '短\0句。', ['unreadable-file']),
    ...alike.map((letter) => inBody(`look-alike ${letter}`, `短${letter}句。`, ['look-alike-letter'])),
    inField('look-alike in the number', 'id', 'ЅJ-001', ['invalid-field', 'look-alike-letter']),
    inField('full-width number', 'id', 'ＳＪ-００１', ['invalid-field', 'look-alike-letter']),
    inField('look-alike in a region', 'regions', '[zhеjiang]', ['unknown-region', 'look-alike-letter']),
    inField('look-alike in a status', 'status', '发布а', ['invalid-field', 'look-alike-letter']),
    inField('look-alike in a reference', 'related', '[{ id: ЅJ-002, why: 相近。 }]', ['dangling-reference', 'look-alike-letter']),
    { ...inField('look-alike field name', 'title', '', ['unknown-field']), content: SOUND.replace(/^title:/mu, 'tіtle:') },
    inBody('look-alike component', '<Сite at="S3-¶26#2" />', ['unknown-component', 'look-alike-letter']),
    { ...inBody('UTF-16', '', ['unreadable-file'], 1), content: Uint8Array.from([0xff, 0xfe, 0x2d, 0]), line: 0 },
    { ...inBody('old Macintosh line ends', '', ['unreadable-file'], 1), content: SOUND.replaceAll('\n', '\r') },
  ];
}

function yaml(): HostileFile[] {
  const bomb = 'abcdefgh'
    .split('')
    .map(
      (name, level) =>
        `${name}: &${name} [${Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*${'abcdefgh'[level - 1] ?? ''}`)).join(', ')}]`,
    );
  const before = (name: string, text: string, rules = ['bad-yaml']): HostileFile => ({
    ...inField(name, 'title', '', rules),
    content: SOUND.replace(/^title:/mu, `${text}\ntitle:`),
  });
  return [
    before('aliases that multiply', bomb.join('\n')),
    before('alias of itself', 'x: &x [*x]'),
    before('merge key', '<<: { title: 某 }'),
    before('merge of a list', '<<: [{ a: 1 }]'),
    { ...before('repeated field', 'title: 某'), line: lineOf('title') + 1 },
    before('__proto__', '__proto__: { polluted: 1 }', ['unknown-field']),
    before('constructor', 'constructor: { prototype: { polluted: 1 } }', ['unknown-field']),
    before('toString', 'toString: 某', ['unknown-field']),
    before('slug of another', 'slug: ../../index', ['unknown-field']),
    before('list as a field name', '? [a, b]\n: c'),
    before('null as a field name', '~: c', ['unknown-field']),
    before('function', 'x: !!js/function "function () {}"'),
    before('own type', 'x: !Type {}'),
    before('directive', '%YAML 1.1'),
    before('deep lists in one line', `x: ${'['.repeat(1500)}${']'.repeat(1500)}`, ['too-large']),
    { ...before('deep lists over lines', `x: ${'[\n  '.repeat(1500)}`, ['too-large']), line: lineOf('title') + 12 },
    before('deep groups in one line', `x: ${'{ a: '.repeat(600)}`, ['too-large']),
    before('deep lists that seem to end', `x: ${'["]",'.repeat(700)}`, ['too-large']),
    before('explicit keys in one line', `${'? '.repeat(1900)}a`, ['too-large']),
    before('explicit keys in a field', `x: ${'? '.repeat(1900)}a`, ['too-large']),
    {
      ...before(
        'explicit keys over lines',
        `x:\n${Array.from({ length: 59 }, (_, depth) => `${' '.repeat(depth + 1)}? a`).join('\n')}\n`.repeat(40),
      ),
      line: 0,
    },
    before('deep lists by dashes', `x:\n${'- '.repeat(1500)}a`, ['too-large', 'bad-yaml']),
    before('deep groups', `x:\n${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}`, [
      'too-large',
      'unknown-field',
    ]),
    inField('type', 'title', '!!str 某', ['bad-yaml']),
    inField('binary', 'title', '!!binary aGVsbG8=', ['bad-yaml']),
    inField('instant', 'actor', '2021-08-23 10:00:00', ['bad-yaml']),
    inField('number with underscores', 'actor', '1_000', ['bad-yaml']),
    inField('dashes within a text', 'title', '"甲\n---乙"', ['bad-frontmatter', 'bad-yaml']),
    ...['.nan', '.inf', '0x10', '1e400', '99999999999999999999', '-5', '0b11'].map((value) => ({
      ...inField(`value ${value}`, 'figures', '', ['bad-yaml', 'invalid-field']),
      content: SOUND.replace(/value: .*/u, `value: ${value}`),
      line: SOUND.split('\n').findIndex((line) => /value: /u.test(line)) + 1,
    })),
  ].map((file) => (file.name.startsWith('deep groups') || file.name.startsWith('deep lists by') ? { ...file, line: 0 } : file));
}

function paths(): HostileFile[] {
  const names = [
    'practices/..',
    'practices/Zhejiang',
    'practices/浙江',
    'practices/zhеjiang',
    'practices/ｚ',
    'practices/a b',
    'practices/a%2e',
    'practices/con',
    'practices/nul',
    'practices/index',
    'practices/-a',
    `practices/${'a'.repeat(200)}`,
    'practices/old/a',
    'vocab/a',
    'stray',
    'node_modules/a',
    'practices/<b>',
    'practices/a\u202eb',
  ];
  const ids = ['../../x', '/etc/passwd', 'SJ-001/..', 'SJ-1', 'SJ-001 ', 'sj-001', '__proto__', '', 'SJ-001\\', '%2e%2e'];
  return [
    ...names.map((name) => ({
      name: `file ${name}`,
      place: `${name}.mdx`,
      content: SOUND.replace('SJ-001', 'SJ-077'),
      rules: ['bad-slug'],
      line: 1,
    })),
    ...ids.map((id) => inField(`number ${id}`, 'id', JSON.stringify(id), ['invalid-field', 'bad-slug'])),
    inField('region out of its folder', 'regions', '["../../x"]', ['unknown-region']),
    inField('reference out of its folder', 'related', '[{ id: ../../x, why: 相近。 }]', ['dangling-reference']),
    { ...policy('address that runs code', 'javascript:alert(1)') },
    { ...policy('address with a name', 'https://gov.cn@evil.example/') },
    { ...policy('address of a file', 'file:///etc/passwd') },
  ];
}

function size(): HostileFile[] {
  const huge = (name: string, content: string) => inBody(name, content, ['too-large'], 1);
  const large = ['too-large', 'mdx-code', 'mdx-syntax'];
  return [
    huge('line of 10 MB', '长'.repeat((10 * MEGABYTE) / 3)),
    huge('10 MB of digits', '1'.repeat(10 * MEGABYTE)),
    huge('10 MB of blanks', ' '.repeat(10 * MEGABYTE)),
    huge('10 MB of lines', 'a\n'.repeat(5 * MEGABYTE)),
    { ...inField('title of 10 MB', 'title', '长'.repeat((10 * MEGABYTE) / 3), ['too-large']), line: 1 },
    { ...inField('name of 10 MB', 'title', '', ['too-large']), content: SOUND.replace(/^title/mu, 'x'.repeat(10 * MEGABYTE)), line: 1 },
    inBody('line of 250 KB', 'a'.repeat(250_000), ['too-large']),
    inBody('lists 3000 deep', `${'- '.repeat(3000)}a`, ['too-large']),
    inBody('quotations 3000 deep', `${'>'.repeat(3000)} a`, ['too-large']),
    inBody('components 3000 deep', '<EditorNote>\n'.repeat(3000), ['too-large'], BODY + 12),
    inBody('components 3000 deep over lines', '<EditorNote\n>\n'.repeat(3000), ['too-large'], BODY + 24),
    inBody('emphasis in one paragraph', 'a_'.repeat(1900).concat('\n').repeat(30), ['too-large'], BODY + 3),
    inBody(
      'backticks of every length',
      Array.from({ length: 80 }, (_, n) => '`'.repeat(n))
        .join('a')
        .concat('\n')
        .repeat(12),
      ['too-large'],
      BODY + 3,
    ),
    inBody('brackets', '['.repeat(3900).concat('\n\n').repeat(30).concat('{'), large, 0),
    inBody('open links', '[a]('.repeat(950).concat('\n\n').repeat(30).concat('{'), large, 0),
    inBody('stars', '*a'.repeat(1900).concat('\n\n').repeat(30).concat('{'), large, 0),
    inBody('open tags', '<a '.repeat(1300).concat('\n\n').repeat(30), large, 0),
    inBody('footnotes', '[^1]'.repeat(900).concat('\n\n').repeat(30).concat('\n[^1]: a'), ['too-large', 'plain-markdown'], 0),
  ];
}

function inBody(name: string, text: string, rules: string[], line = BODY): HostileFile {
  const fields = SOUND.split('\n').slice(0, FIELDS_END + 1);
  return { name, place: PLACE, content: `${fields.join('\n')}\n\n${text}\n`, rules, line };
}

function inField(name: string, field: string, value: string, rules: string[]): HostileFile {
  const lines = SOUND.split('\n');
  const at = lineOf(field) - 1;
  // A field that the entry does not have goes before the last of the dashes.
  const content = at >= 0 ? lines.with(at, `${field}: ${value}`) : lines.toSpliced(FIELDS_END, 0, `${field}: ${value}`);
  return { name, place: PLACE, content: content.join('\n'), rules, line: at >= 0 ? at + 1 : FIELDS_END + 1 };
}

function policy(name: string, url: string): HostileFile {
  const place = 'policies/opinion.mdx';
  const lines = (soundContent.get(place) ?? '').split('\n');
  const end = lines.indexOf('---', 1);
  const content = lines.toSpliced(end, 0, `readAt: [{ publisher: 某, note: 某, url: "${url}" }]`).join('\n');
  return { name, place, content, rules: ['invalid-field'], line: end + 1 };
}

function lineOf(field: string): number {
  return SOUND.split('\n').findIndex((line) => line.startsWith(`${field}:`)) + 1;
}
