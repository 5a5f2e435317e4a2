/**
 * What the page says about a search is true: queries of every kind, 200 by day, drawn from the content by a fixed recipe, and each sentence compared with
 * a count over `data/entries.json` that knows nothing of the search code. By day our own engine is asked, which takes a quarter of the time and finds the
 * same (`search-agreement.test.ts`); with `ALL_NAMES=1`, as by night, 500 queries are asked of Pagefind as well.
 */
import { Converter } from 'opencc-js/cn2t';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeSearch } from '../../src/search/query/describe-search.ts';
import { createPagefindEngine } from '../../src/search/engine/pagefind-engine.ts';
import { createPositionalEngine } from '../../src/search/engine/positional-engine.ts';
import { readingsOf } from '../../src/domain/chinese/readings.ts';
import { readSearchAddress } from '../../src/search/query/search-address.ts';
import { searchEntries } from '../../src/search/query/search-entries.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';
import { seededRandom } from '../support/seeded-random.ts';

const IS_WHOLE = process.env['ALL_NAMES'] !== undefined;
const exported = readExportedEntries();
const random = seededRandom(20_261_128);

/** Letters, digits and percent signs; everything between them is one border. Written anew: the test must not share the code that it judges. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
const entries = exported.map(({ id, text }) => ({ id, text: ` ${plain(text)} ` }));
const has = ({ text }: { text: string }, phrase: string) => text.includes(plain(phrase));
const idsOf = (isIn: (entry: { text: string }) => boolean) => entries.filter(isIn).map(({ id }) => id);

/** Some characters out of the middle of a text. */
const piece = (text: string, length: number) => {
  const from = random.below(Math.max(1, text.length - length));
  return text.slice(from, from + length).replace(/[“”"「」『』\n]+/gu, '');
};
const toTraditional = Converter({ from: 'cn', to: 't' });
const names = exported.flatMap(({ title, aliases }) => [title, ...aliases]);
const shortNames = names.filter((name) => /^\p{Script=Han}{2,6}$/u.test(name));
const asked = exported.flatMap((entry) => entry.asked);
const numbers = exported.flatMap(({ text }) => text.match(/\d[\d,.]*[万亿]?[余多]?[名人起件个%]/gu) ?? []);
const word = () => random.pick(shortNames);
const text = () => random.pick(exported).text;

const KINDS: Readonly<Record<string, () => string>> = {
  name: () => random.pick(names),
  phrase: () => piece(text(), 2 + random.below(11)),
  sentence: () => random.pick(asked),
  'half a sentence': () => piece(random.pick(asked), 7),
  traditional: () => toTraditional(random.pick([word(), piece(text(), 4)])),
  pinyin: () => readingsOf(word()).join(random.pick(['', ' ', "'"])),
  number: () => random.pick(numbers),
  year: () => `${String(2010 + random.below(17)).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))}年`,
  'two words': () => `${word()}${random.pick([' ', '、', ',', '+', ' AND '])}${word()}`,
  'a word without another': () => `${word()} ${random.pick(['-', '不含'])}${random.pick([word(), '干部', '容错', '问责'])}`,
  question: () => `${word()}${random.pick(['怎么办', '找谁', '有没有案例', '的依据是什么', '多少人', '几天', '能不能', '哪里有'])}`,
  slip: () => word().replace(/.$/u, () => random.pick('制 置 志 支 直 错 措 挫'.split(' '))),
  quoted: () => `“${piece(text(), 5)}”`,
  'a word that is nowhere': () => `${word()}${random.pick(['元宇宙', '龘靐', 'blockchain'])}${word()}`,
  nonsense: () => Array.from({ length: 2 + random.below(5) }, () => random.pick('龘 靐 齉 彧 玥 犇 骉 龖 曌 翀'.split(' '))).join(''),
  'copied text': () => piece(text(), 6).replace(/(?<=.)/u, '\u200B'),
};
const queries = [
  ...new Set(Array.from({ length: IS_WHOLE ? 36 : 15 }, () => Object.values(KINDS).map((draw) => draw().trim())).flat()),
].filter((query) => /[\p{L}\p{N}]/u.test(query));

/** The quoted words of a part of a sentence. */
const quotedIn = (part: string) => [...part.matchAll(/“([^”]*)”/gu)].map(([, inside = '']) => inside);

/** What an entry must be for a sentence to be true of it, and who else must not be there; `undefined` for a sentence that claims no such thing. */
function claimOf(said: string): { holds: (entry: { text: string }) => boolean; none?: (entry: { text: string }) => boolean } | undefined {
  const unwanted = quotedIn(/，都不含(.*)。/u.exec(said)?.[1] ?? '');
  const isWanted = (entry: { text: string }) => unwanted.every((phrase) => !has(entry, phrase));
  const body = said.replace(/，都不含.*。/u, '。');
  const exact = /^每一条都含有(.*)。$/u.exec(body)?.[1];
  if (exact !== undefined) {
    const phrases = quotedIn(exact);
    return { holds: (entry) => isWanted(entry) && phrases.every((phrase) => has(entry, phrase)) };
  }
  const [, missing, instead] = /^没有条目(?:的正文)?(?:同时)?含有(.*?)(?:而不含.*)?；每一条都含有(.*)。$/u.exec(body) ?? [];
  if (missing !== undefined && instead !== undefined) {
    const groups = instead.split('，并含有').map(quotedIn);
    const phrases = quotedIn(missing);
    return {
      holds: (entry) => isWanted(entry) && groups.every((forms) => forms.some((form) => has(entry, form))),
      none: (entry) => isWanted(entry) && phrases.every((phrase) => has(entry, phrase)),
    };
  }
  const [, list, least = '1'] = /按词语查找：(.*?)。(?:每一条至少有其中 (\d+) 个|每一条都有)/u.exec(body) ?? [];
  if (list === undefined) return undefined;
  const words = list.split(/、(?![^（]*）)/u).map((item) => [item.replace(/（.*/u, ''), ...quotedIn(item)]);
  return { holds: (entry) => isWanted(entry) && words.filter((forms) => forms.some((form) => has(entry, form))).length >= Number(least) };
}

/** What a sentence about the order calls the kind that is preferred, and which entries are of it. */
const PREFERRED: Readonly<Record<string, readonly string[]>> = {
  案例: ['tolerance'],
  课程和案例: ['courses', 'tolerance'],
  政策法规: ['policies'],
  地区实践: ['practices'],
  '情形、政策法规和案例': ['situations', 'policies', 'tolerance'],
  术语: ['terms'],
  问题表现和原因分析: ['causes', 'problems', 'tensions'],
  '情形、对策举措和制度机制': ['situations', 'measures', 'mechanisms'],
};
const collectionOf = new Map(exported.map(({ id, collection }) => [id, collection]));

/** Whether what is said of the order is true of what stands first. */
function isOrderTold(said: string, first: string | undefined): boolean {
  const [, ahead, further] = /按“[^”]*”(?:优先列出(.*?)|把(.*?)往前排，更接近的仍在前面)。/u.exec(said) ?? [];
  const kinds = PREFERRED[ahead ?? further ?? ''];
  return kinds === undefined || kinds.includes(collectionOf.get(first ?? '') ?? '') === (ahead !== undefined);
}

beforeAll(() => stubPage());
afterAll(() => vi.unstubAllGlobals());

test('every sentence about hundreds of searches agrees with a count over the exported texts', { timeout: 900_000 }, async () => {
  expect(queries.length).toBeGreaterThanOrEqual(IS_WHOLE ? 500 : 200);
  const engines = [createPositionalEngine, ...(IS_WHOLE ? [createPagefindEngine] : [])].map((create) => create(addressOf(distFolder)));
  const wrong: string[] = [];
  const modes = new Map<string, number>();
  let withAbsent = 0;
  for (const [engine, query] of engines.flatMap((one) => queries.map((query) => [one, query] as const))) {
    const state = readSearchAddress(`?q=${encodeURIComponent(query)}`);
    const result = await searchEntries(engine, state);
    const { finding, explanation, outcome } = result;
    modes.set(outcome.mode, (modes.get(outcome.mode) ?? 0) + 1);
    const fail = (why: string) => wrong.push(`${query}: ${why}`);
    const found = result.entries.map(({ key }) => key);
    const { query: read, rewrites } = finding.reading;
    const isWhole = (entry: { text: string }) =>
      finding.phrases.every((phrase) => has(entry, phrase)) && read.without.every((phrase) => !has(entry, phrase));

    const claims = explanation.said.flatMap((one) => claimOf(one.text) ?? []);
    if (claims.length !== (outcome.mode === 'none' ? 0 : 1))
      fail(`${claims.length} claims in ${explanation.said.map((one) => one.text).join('')}`);
    for (const { holds, none } of claims) {
      const expected = idsOf(holds);
      if (expected.length !== outcome.count || [...found].sort().join() !== expected.sort().join()) {
        fail(`${outcome.count} instead of ${expected.length}: ${explanation.said.map((one) => one.text).join('')}`);
      }
      if (none && idsOf(none).length > 0) fail('something has all of it');
    }
    if (outcome.mode !== 'exact' && idsOf(isWhole).length > 0) fail(`${idsOf(isWhole).length} entries have it as it stands`);
    for (const rewrite of rewrites) {
      if (rewrite.kind === 'homophone' && idsOf((entry) => has(entry, rewrite.from)).length > 0) fail(`${rewrite.from} is there`);
    }
    const beside = /另有 (\d+) 条/u.exec(explanation.said.map((one) => one.text).join(''))?.[1];
    if (Number(beside ?? 0) !== result.also.length) fail(`${beside} beside, listed ${result.also.length}`);
    const absent = explanation.said.flatMap(({ kind, text: line }) => (kind === 'absent' ? quotedIn(line) : []));
    if (absent.some((phrase) => idsOf((entry) => has(entry, phrase)).length > 0)) fail(`${absent.join()} is there`);
    withAbsent += absent.length > 0 ? 1 : 0;
    // A way of asking that a hit shows may have the words that no text has.
    const shownAsked = [...result.leading, ...result.rest, ...result.near].flatMap(
      ({ key, sentence }) => exported.find(({ id }) => id === key)?.asked[sentence ?? -1] ?? [],
    );
    for (const { text: line } of explanation.said.filter((one) => /^没有条目(?!的正文)/u.test(one.text))) {
      const phrases = quotedIn(line.split('；')[0] ?? '').map(plain);
      const hasThem = (one: string) =>
        line.includes('同时') ? phrases.every((it) => one.includes(it)) : phrases.some((it) => one.includes(it));
      if (shownAsked.some((one) => hasThem(plain(one)))) fail(`${line} above a way of asking that has it`);
    }
    if (result.also.length > 0) {
      const groups = (/而含有(.*)，不计入/u.exec(explanation.also)?.[1] ?? '').split('，并含有').map(quotedIn);
      const expected = idsOf((entry) => !isWhole(entry) && groups.every((forms) => forms.some((form) => has(entry, form))));
      // What leads the list, as people ask for it so, is not listed a second time.
      const isLeading = (id: string) => result.leading.some(({ key }) => key === id);
      const wanted = expected.filter(
        (id) => !isLeading(id) && entries.some((entry) => entry.id === id && read.without.every((phrase) => !has(entry, phrase))),
      );
      if (
        result.also
          .map(({ key }) => key)
          .sort()
          .join() !== wanted.sort().join()
      )
        fail(`also: ${explanation.also}, expected ${wanted.length}`);
    }
    const shown = [...result.leading, ...result.rest, ...result.also, ...result.near].map(({ key }) => key);
    if (!isOrderTold(explanation.said.map((one) => one.text).join(''), shown[0])) fail('what is preferred does not stand first');
    if (new Set(shown).size !== shown.length) fail('an entry is shown twice');
    for (const { key, sentence } of [...result.leading, ...result.rest, ...result.near]) {
      const sentences = exported.find(({ id }) => id === key)?.asked ?? [];
      if (sentence !== undefined && sentences[sentence] === undefined) fail(`${key} has no sentence ${sentence}`);
    }
    const counted = result.entries.map(({ key }) => key);
    if (counted.some((key) => !shown.includes(key))) fail('a counted entry is shown nowhere');
    const above = result.leading.filter(({ key }) => counted.includes(key)).length;
    const saidAbove =
      /其中 (\d+) 条计入/u.exec(explanation.leading)?.[1] ?? (explanation.leading.includes('都计入') ? result.leading.length : 0);
    if (Number(saidAbove) !== above) fail(`leading: ${explanation.leading}, expected ${above}`);
    const { rewriting } = describeSearch(state, result, {});
    const recorded = outcome.mode === 'exact' ? finding.phrases : finding.words.map((use) => use.word);
    if (recorded.some((one) => !rewriting.includes(one))) fail(`the record says ${rewriting}`);
  }
  expect(wrong).toEqual([]);
  // Every kind of answer is among them. Few name a word that no entry has, and how few shifts with the content that the draw is from.
  expect(withAbsent).toBeGreaterThan(2);
  for (const mode of ['exact', 'alternatives', 'relaxed', 'none']) expect(modes.get(mode) ?? 0, mode).toBeGreaterThan(5);
});
