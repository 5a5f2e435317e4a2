import { describe, expect, test } from 'vitest';
import type { EntryCard, PhraseHit } from '../../src/search/engine/engine.ts';
import type { AskedEntry } from '../../src/search/words/asked.ts';
import { rankClose, WEIGHTS } from '../../src/search/query/ranking.ts';
import type { UnitHits } from '../../src/search/query/ranking.ts';

const hit = (key: string): PhraseHit => ({ key, score: 0, place: 'text', nameLength: 0, isFirst: false });
const unit = (text: string, ...keys: string[]): UnitHits => ({ unit: text, hits: keys.map(hit) });
const card = (id: string): [string, EntryCard] => [id, { id, collection: 'tolerance', natures: [], names: [4], title: 0, offers: [] }];
const CARDS = new Map(Array.from({ length: 100 }, (_, index) => card(`RC-${String(index + 1).padStart(3, '0')}`)));
const ASKED: AskedEntry = { key: 'RC-002', score: 0.6, together: 0.5, sentence: 0, characters: '辅警拦车' };

describe('how close an entry comes', () => {
  test('a text that alone has one word of a long story does not outweigh the entry for which people ask so', () => {
    const story = [unit('派出所', 'RC-001'), ...['辅警', '警拦', '拦车', '车出', '赔钱', '钱算'].map((pair) => unit(pair))];
    expect(rankClose(story, [ASKED], CARDS).map(({ key }) => key)).toEqual(['RC-002', 'RC-001']);
    expect(rankClose(story, [ASKED], CARDS, { ...WEIGHTS, textFloor: 0 }).map(({ key }) => key)).toEqual(['RC-001', 'RC-002']);
  });

  test('a long word does not count as often as it has pairs', () => {
    const phrase = ['层层加码', '层层', '层加', '加码'].map((part) => unit(part, 'RC-001'));
    const question = [...phrase, ...['问责', '泛化', '正名'].map((word) => unit(word, 'RC-002'))];
    expect(rankClose(question, [], CARDS).map(({ key }) => key)).toEqual(['RC-002', 'RC-001']);
    expect(rankClose(question, [], CARDS, { ...WEIGHTS, inWord: 1 }).map(({ key }) => key)).toEqual(['RC-001', 'RC-002']);
  });

  test('a text that has most of what is asked counts in full', () => {
    const question = [unit('澄清', 'RC-001', 'RC-003'), unit('正名', 'RC-001'), unit('时限', 'RC-001')];
    expect(rankClose(question, [], CARDS)[0]).toMatchObject({ key: 'RC-001', score: 1 });
  });
});
