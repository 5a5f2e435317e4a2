import { describe, expect, test } from 'vitest';
import { packCards, packFact, unpackCards, unpackFact } from '../../src/search/engine/card-table.ts';
import type { EntryCard } from '../../src/search/engine/engine.ts';
import { joinNames, listNames, NAMES_PARTS, NO_NAMES, partOf, splitNames } from '../../src/search/words/names.ts';
import type { SearchNames } from '../../src/search/words/names.ts';

const card = (id: string, rest: Partial<EntryCard> = {}): EntryCard => ({
  ...{
    id,
    collection: 'cases',
    names: [],
    title: -1,
    natures: [],
    offers: [],
  },
  ...rest,
});

describe('cards', () => {
  test.each<[string, EntryCard[]]>([
    ['none', []],
    [
      'numbers one after the other, with gaps, and none',
      ['RC-008', 'RC-009', 'RC-010', 'RC-099', 'RC-1000', 'RC-50001', 'S0', 'S1', 'S0', 'S', 'S01', 'S1', 'SJ-009'].map((id) => card(id)),
    ],
    ['names of any number and length', [card('A-1', { names: [2, 400], title: 1 }), card('A-2'), card('A-3', { names: [7], title: 0 })]],
    ['some in force no more', [card('ZC-0001'), card('ZC-0002', { endedIn: 2022 }), card('ZC-0003'), card('ZC-0300', { endedIn: 2022 })]],
    [
      'of several units, whose numbers begin anew',
      [
        card('A-1', { unit: '本库' }),
        card('A-2', { unit: '本库' }),
        card('A-1', { unit: '青川', natures: ['教学情景'], offers: ['figure'] }),
      ],
    ],
  ])('come back as they were: %s', (_, cards) => {
    expect(unpackCards(JSON.parse(JSON.stringify(packCards(cards))) as ReturnType<typeof packCards>)).toEqual(cards);
  });
});

describe('the values of a fact', () => {
  test.each([
    ['with quotes, none, one and several', [['浙江省', '"杭州"'], [], ['浙江省'], ['浙江省', '"杭州"']]],
    ['of more kinds than a byte has', Array.from({ length: 3_000 }, (_, at) => [String(at % 2_500)])],
  ])('come back in their order: %s', (_, values) => {
    expect(unpackFact(JSON.parse(JSON.stringify(packFact(values))) as ReturnType<typeof packFact>)).toEqual(values);
  });
});

describe('names', () => {
  const table: SearchNames = {
    ...NO_NAMES,
    entries: [
      ['SY-001', '容错'],
      ['SJ-001', '浙江澄清', '清名'],
    ],
    regions: ['浙江'],
    words: ['躺平'],
    syllables: { rong: '容', cuo: '错', zhe: '浙者', jiang: '江', cheng: '澄成', qing: '清', ming: '名', tang: '躺', ping: '平' },
    kinds: { SY: '术语' },
  };
  const parts = splitNames(table);

  test('in parts hold every name once, and every sound once', () => {
    const names = NAMES_PARTS.flatMap((part) => listNames(parts[part]).map(({ text }) => text));
    expect(names.sort()).toEqual(
      listNames(table)
        .map(({ text }) => text)
        .sort(),
    );
    const sounds = (tables: readonly SearchNames[]) =>
      tables.flatMap(({ syllables }) => Object.values(syllables).flatMap((list) => [...list])).sort();
    expect(sounds(Object.values(parts))).toEqual(sounds([table]));
  });

  test('begin with the matters, go on to synonyms, and end with the sounds of what none of them has', () => {
    expect(listNames(parts.matters).map(({ text }) => text)).toEqual(['容错', '浙江']);
    expect(Object.keys(parts.matters.syllables)).toEqual(['rong', 'cuo', 'zhe', 'jiang']);
    expect(listNames(parts.words).map(({ text }) => text)).toEqual(['躺平']);
    expect(parts.words.syllables).toEqual({ tang: '躺', ping: '平' });
    expect(parts.all).toEqual({ ...NO_NAMES, syllables: { zhe: '者', cheng: '成' } });
  });

  test('joined are the whole again', () => {
    const { syllables, ...rest } = joinNames(parts.matters, parts.names, parts.words, parts.all);
    expect(rest).toEqual({ entries: table.entries, regions: table.regions, words: table.words, kinds: table.kinds });
    const sorted = (sounds: SearchNames['syllables']) =>
      Object.fromEntries(Object.entries(sounds).map(([sound, list]) => [sound, [...list].sort()]));
    expect(sorted(syllables)).toEqual(sorted(table.syllables));
    expect(partOf(table, 'matters')).toEqual(parts.matters);
    expect(partOf(table, 'names').syllables['zhe']).toBe('浙');
  });
});
