import { afterEach, describe, expect, test, vi } from 'vitest';
import { changesOf } from '../../src/domain/entry/changes.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { exportEntries, toCsv, toJsonLines } from '../../src/export/entries.ts';
import { exportedEntrySchema } from '../../src/schema/contract.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import { toFeed, toSitemap } from '../../src/export/feed.ts';
import { makePage } from '../support/make-page.ts';
import { makeFigure, makePractice, makeSite } from '../support/make-entries.ts';

const UUIDS = [
  'urn:uuid:ef5ad6ab-92c3-5c5c-af28-85bdd3f42e2f',
  'urn:uuid:81b3c77a-4cea-569f-bf02-17a527333fe0',
  'urn:uuid:8e9bdacb-a98e-5a4b-ac4b-0ef311c6a34f',
];
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

  test('is what the contract between units says', () => {
    expect(exportedEntrySchema.safeParse(exported).error).toBeUndefined();
    expect(exportedEntrySchema.safeParse({ ...exported, url: 'javascript:alert(1)' }).success).toBe(false);
  });

  test('keeps a figure as data', () => {
    expect(exported?.figures).toEqual([
      { value: 200, unit: '起', qualifier: '余', what: '澄清的举报', whose: '浙江', period: '未载', cite: 'S3-¶26#2' },
    ]);
  });

  test('without a page has an empty text', () => {
    expect(exportEntries(makeSite(practice), new Map())[0]?.text).toBe('');
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

  test.for(['=HYPERLINK("x")', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'shows %s as text instead of calculating it',
    (title) => {
      expect(toCsv([sample({ title })])).toContain(`"'${title.replaceAll('"', '""')}"`);
    },
  );
});

describe('the feed', () => {
  const change = (id: string, overrides: Record<string, unknown> = {}) => changesOf([makePractice({ id, ...overrides })]);

  test('tells of each entry once, the newest first, under its permanent address, with the last change in words', () => {
    const entries = [
      makePractice({
        id: 'SJ-001',
        title: '甲',
        published: '2026-01-01',
        updated: '2026-11-22',
        changes: [{ date: '2026-11-22', what: '补上文号。' }],
      }),
      makePractice({ id: 'SJ-002', title: '乙', published: '2026-03-01', updated: '2026-03-01' }),
    ];
    const feed = toFeed(changesOf(entries));
    expect([...feed.matchAll(/<link href="[^"]*(\/practices\/[^"]*)"\/>/gu)].map(([, path]) => path)).toEqual(
      entries.map(({ slug }) => `/practices/${slug}/`),
    );
    expect([...feed.matchAll(/<title>([^<]*：[^<]*)<\/title>/gu)].map(([, title]) => title)).toEqual(['修改：甲', '新增：乙']);
    expect(feed).toContain('<summary>补上文号。</summary>');
    expect(feed).toContain('<updated>2026-11-22T00:00:00+08:00</updated>');
  });

  test('holds fifty entries at most', () => {
    const many = Array.from({ length: 60 }, (_, index) => change(`SJ-${String(index + 100)}`)).flat();
    expect(toFeed(many).match(/<entry>/gu)).toHaveLength(50);
  });

  test('says nothing about when it was made, so that two builds are the same bytes', () => {
    expect(toFeed([])).toContain('<updated>1970-01-01T00:00:00+08:00</updated>');
  });

  test('escapes what XML would read as its own', () => {
    expect(toFeed(change('SJ-001', { title: 'a<b & "c"' }))).toContain('<title>修改：a&lt;b &amp; &quot;c&quot;</title>');
  });
});

describe('the names and links of the feed', () => {
  afterEach(() => vi.unstubAllEnvs());

  const feedAt = async (url: string) => {
    vi.stubEnv('SITE_URL', url);
    vi.resetModules();
    const { toFeed: feedOf } = await import('../../src/export/feed.ts');
    const feed = feedOf(changesOf([makePractice({ id: 'SJ-001' }), makePractice({ id: 'SJ-002' })]));
    const all = (pattern: RegExp) => [...feed.matchAll(pattern)].map(([, found = '']) => found);
    return { ids: all(/<id>([^<]*)<\/id>/gu), links: all(/<link (?:rel="self" )?href="([^"]*)"/gu) };
  };

  test('are addresses of the site that the operator has named', async () => {
    const { ids, links } = await feedAt('http://10.0.0.8');
    expect(ids).toEqual(['http://10.0.0.8/', 'http://10.0.0.8/id/SJ-001/', 'http://10.0.0.8/id/SJ-002/']);
    expect(links.every((link) => link.startsWith('http://10.0.0.8/'))).toBe(true);
  });

  test('are UUIDs that stay and paths while none is named', async () => {
    const { ids, links } = await feedAt('');
    // Made with another program (Python's uuid.uuid5) of the name of the site and the path.
    expect(ids).toEqual(UUIDS);
    expect(links.every((link) => /^\/[^/]/u.test(link))).toBe(true);
  });
});

test('the site map lists each page with its whole address', () => {
  expect(toSitemap(['http://a.cn/', 'http://a.cn/?a=1&b'])).toContain(
    '  <url><loc>http://a.cn/</loc></url>\n  <url><loc>http://a.cn/?a=1&amp;b</loc></url>\n',
  );
});

function exportOf(...entries: Entry[]) {
  const page = makePage({ id: 'SJ-001', title: '浙江：公开澄清', text: '浙江：公开澄清\n公开澄清不实的举报。' });
  return exportEntries(makeSite(...entries), new Map([['SJ-001', page]]));
}

function sample(overrides: Partial<ExportedEntry> = {}): ExportedEntry {
  if (!exported) throw new Error('nothing was exported');
  return { ...exported, ...overrides };
}
