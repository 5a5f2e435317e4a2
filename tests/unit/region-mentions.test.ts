import { expect, test } from 'vitest';
import { mentionsOf } from '../../src/domain/region/region-mentions.ts';
import type { Region } from '../../src/schema/vocabulary.ts';
import { makePractice, makeSite } from '../support/make-entries.ts';

const place = (fields: Partial<Region>): Region => ({ id: 'x', name: '长汀县', short: '长汀', kind: '县级', ...fields });
const idsOf = (region: Region, ...entries: ReturnType<typeof makePractice>[]) =>
  mentionsOf(region, makeSite(...entries)).map(({ data }) => data.id);

test('a place is mentioned where its name stands, in a field or in the text', () => {
  const inField = makePractice({ actions: [{ text: '到长汀、宁化上党课。', cites: ['S3-¶26#2'] }] });
  const inText = makePractice({ id: 'SJ-002' }, { body: '另见长汀县的旧址。' });
  expect(idsOf(place({}), inField, inText, makePractice({ id: 'SJ-003' }))).toEqual(['SJ-001', 'SJ-002']);
});

test('a masked place is mentioned where its sentence or paragraph is cited, never by its mask', () => {
  const cites = (id: string, cite: string) => makePractice({ id, title: '某市：`**`', actions: [{ text: '做法。', cites: [cite] }] });
  const entries = [cites('SJ-001', 'S4-¶03#2'), cites('SJ-002', 'S4-¶03#4'), cites('SJ-003', 'S1-¶03#2')];
  const masked = (at: string) => place({ name: '**', short: '**', kind: '隐去单位', at: [at] });
  expect(idsOf(masked('S4-¶03'), ...entries)).toEqual(['SJ-001', 'SJ-002']);
  expect(idsOf(masked('S4-¶03#2-3'), ...entries)).toEqual(['SJ-001']);
});
