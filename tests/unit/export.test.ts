import { describe, expect, test } from 'vitest';
import { exportEntries, toCsv, toJsonLines } from '../../src/export/entries.ts';
import type { ExportedEntry } from '../../src/export/entries.ts';
import { toFeed, toSitemap } from '../../src/export/feed.ts';
import { makeFigure, makePractice, vocabulary } from '../support/make-entries.ts';

const practice = makePractice({ id: 'SJ-001', regions: ['ningbo'], themes: ['专业培训'], aliases: ['正名'], figures: [makeFigure()] });
const [exported] = exportOf(practice);

describe('an exported entry', () => {
  test('names regions as the dated table does, and gives its address, citations and page text', () => {
    expect(exported).toMatchObject({
      id: 'SJ-001',
      collection: 'practices',
      url: '/practices/sj-001/',
      regions: ['宁波市'],
      cites: ['S3-¶26#2'],
      text: '浙江：公开澄清\n公开澄清不实的举报。',
    });
  });

  test('keeps a figure as data', () => {
    expect(exported?.figures).toEqual([
      { value: 200, unit: '起', qualifier: '余', what: '澄清的举报', whose: '浙江', period: '未载', cite: 'S3-¶26#2' },
    ]);
  });

  test('without a page has an empty text', () => {
    expect(exportEntries([practice], vocabulary.data, new Map())[0]?.text).toBe('');
  });
});

test('JSON lines hold one entry a line, whatever stands in it', () => {
  const lines = toJsonLines([sample({ text: '一\n二\u2028三' }), sample({ id: 'SJ-002' })]);
  expect(lines.endsWith('\n')).toBe(true);
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as ExportedEntry).id),
  ).toEqual(['SJ-001', 'SJ-002']);
});

describe('the table', () => {
  test('begins with a byte order mark and ends its lines as Excel and WPS expect', () => {
    expect(toCsv([sample()])).toMatch(/^\uFEFF"id","collection","title",[^\n]*,"text"\r\n"SJ-001","practices"[^\r]*\r\n$/u);
  });

  test('doubles quotation marks and keeps line breaks within the cell', () => {
    expect(toCsv([sample({ title: '"躺平"', text: '一\n二' })])).toContain('"""躺平"""');
    expect(toCsv([sample({ text: '一\n二' })])).toContain('"一\n二"');
  });

  test('parts several values by a Chinese semicolon', () => {
    expect(toCsv([sample({ keywords: ['澄清', '正名'] })])).toContain('"澄清；正名"');
  });

  test.for(['=HYPERLINK("x")', '+1', '-1', '@x', '\tx'])('shows %s as text instead of calculating it', (title) => {
    expect(toCsv([sample({ title })])).toContain(`"'${title.replaceAll('"', '""')}"`);
  });
});

describe('the feed', () => {
  test('puts what changed last first, and gives each entry its permanent address as its id', () => {
    const feed = toFeed([sample({ id: 'SJ-001', updated: '2026-01-01' }), sample({ id: 'SJ-002', updated: '2026-11-22' })]);
    expect([...feed.matchAll(/<id>[^<]*(\/id\/[^<]*)<\/id>/gu)].map(([, id]) => id)).toEqual(['/id/SJ-002/', '/id/SJ-001/']);
    expect(feed).toContain('<updated>2026-11-22T00:00:00+08:00</updated>');
  });

  test('holds fifty entries at most', () => {
    expect(
      toFeed(Array.from({ length: 60 }, (_, index) => sample({ id: `SJ-${String(index).padStart(3, '0')}` }))).match(/<entry>/gu),
    ).toHaveLength(50);
  });

  test('says nothing about when it was made, so that two builds are the same bytes', () => {
    expect(toFeed([])).toContain('<updated>1970-01-01T00:00:00+08:00</updated>');
  });

  test('escapes what XML would read as its own', () => {
    expect(toFeed([sample({ title: 'a<b & "c"' })])).toContain('<title>a&lt;b &amp; &quot;c&quot;</title>');
  });
});

test('the site map lists each page with its full address', () => {
  expect(toSitemap(['/', '/practices/'])).toMatch(/<loc>https?:\/\/[^/<]+\/<\/loc>[\s\S]*<loc>https?:\/\/[^/<]+\/practices\/<\/loc>/u);
});

function exportOf(...entries: Parameters<typeof exportEntries>[0][number][]) {
  return exportEntries(entries, vocabulary.data, new Map([['SJ-001', '浙江：公开澄清\n公开澄清不实的举报。']]));
}

function sample(overrides: Partial<ExportedEntry> = {}): ExportedEntry {
  if (!exported) throw new Error('nothing was exported');
  return { ...exported, ...overrides };
}
