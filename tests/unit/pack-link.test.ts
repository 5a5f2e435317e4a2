import { describe, expect, test } from 'vitest';
import { readPackLink, writePackLink } from '../../src/domain/kept/pack-link.ts';
import { EMPTY_PACK, PACK_LIMIT, readStoredPack, soundPack, toggleInPack, writeStoredPack } from '../../src/domain/kept/pack-store.ts';
import type { Pack } from '../../src/domain/kept/pack-store.ts';

const PREFIXES = ['RC', 'SJ', 'SY', 'JZ'];

function makePack(count: number): Pack {
  const items = Array.from({ length: count }, (_, index) => ({
    id: `${PREFIXES[index % PREFIXES.length] ?? 'RC'}-${String(index * 3 + 1).padStart(3, '0')}`,
    minutes: (index % 10) * 5,
    note: index % 5 === 0 ? '先分组，再汇报' : '',
  }));
  return { title: '不敢担当与容错纠错（半天）', note: '先看甲部。\n反斜杠\\n不是换行。', items };
}

/** Longest link that each size may take, `?items=` included: what a chat message and a QR code hold. */
const LENGTHS = [
  { count: 1, longest: 220 },
  { count: 10, longest: 320 },
  { count: 60, longest: 760 },
];

describe('a pack link', () => {
  test.each(LENGTHS)('of $count items comes back as it was and is no longer than $longest characters', ({ count, longest }) => {
    const pack = makePack(count);
    const link = writePackLink(pack);
    expect(readPackLink(link)).toEqual({ pack, malformed: [], surplus: 0 });
    expect(link.length).toBeLessThanOrEqual(longest);
    expect(link).toMatch(/^\?items=v1\.[A-Za-z0-9_-]+\.[a-z0-9]+$/u);
  });

  test('keeps texts with the line separators that pages and Word leave in them', () => {
    const pack = { title: '一\u2028二', note: '三\u2029\\\u2028四', items: [{ id: 'RC-001', minutes: 0, note: '五\u2028' }] };
    expect(readPackLink(writePackLink(pack))).toEqual({ pack, malformed: [], surplus: 0 });
  });

  test('keeps sessions without an entry, as many as there are, in their places', () => {
    const items = ['', 'RC-001', ''].map((id, index) => ({ id, minutes: 10 * index, note: id === '' ? `环节${index}` : '' }));
    const pack = { ...EMPTY_PACK, items };
    expect(readPackLink(writePackLink(pack))).toEqual({ pack, malformed: [], surplus: 0 });
    expect(readStoredPack(writeStoredPack(pack))).toEqual(pack);
  });

  test('made before there were a thousand entries is read as it was', () => {
    const link =
      '?items=v1.C3LWNTAwVDAx5dJVMDTgigJxDcy4wkN0DUwVjAy4ShSertv5csrM93s6nvZ2PV2y8v2eTq48haetHc_ndD-fsull84rHDU1chiCRpx1tz3e3cBkpPNkz8Vnjei4A.j4hj0g';
    const items = [
      { id: 'RC-001', minutes: 45, note: '先分组' },
      { id: '', minutes: 10, note: '休息' },
      { id: 'ZC-0006', minutes: 0, note: '' },
      { id: 'WT-05', minutes: 20, note: '' },
    ];
    expect(readPackLink(link)).toEqual({ pack: { title: '容错（半天）', note: '先看甲部。', items }, malformed: [], surplus: 0 });
    expect(writePackLink({ title: '容错（半天）', note: '先看甲部。', items })).toBe(link);
  });

  test('carries numbers of any length, and says which are none', () => {
    const items = ['RC-999', 'RC-1000', 'ZC-10000', 'WT-100'].map((id) => ({ id, minutes: 0, note: '' }));
    const pack = { ...EMPTY_PACK, items };
    expect(readPackLink(writePackLink(pack))).toEqual({ pack, malformed: [], surplus: 0 });
    expect(readStoredPack(writeStoredPack(pack))).toEqual(pack);
    expect(readPackLink('?items=rc-1000,RC-0014')).toMatchObject({ pack: { items: [{ id: 'RC-1000' }] }, malformed: ['RC-0014'] });
  });

  test('of an empty pack is nothing, and nothing is no pack', () => {
    expect(writePackLink(EMPTY_PACK)).toBe('');
    expect(readPackLink('')).toBeUndefined();
    expect(readPackLink('?items=')).toBeUndefined();
  });

  test.each([0.3, 0.6, 0.9])('that was cut off after %d of its length keeps the items before the cut and says so', (share) => {
    const pack = makePack(60);
    const link = writePackLink(pack);
    const read = readPackLink(link.slice(0, Math.round(link.length * share)));
    const ids = read?.pack.items.map(({ id }) => id) ?? [];
    expect(read?.fault).toBe('损坏');
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).toEqual(pack.items.slice(0, ids.length).map(({ id }) => id));
  });

  test('with one character altered anywhere is never taken for whole, and never throws', () => {
    const link = writePackLink(makePack(4));
    const start = '?items=v1.'.length;
    for (let at = start; at < link.length; at += 11) {
      const altered = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
      expect(readPackLink(altered)?.fault, altered).toBe('损坏');
    }
  });

  test.each(['v1.', 'v1.!!!!', 'v1.AAAA.x', 'v1.%E4%BD%A0', 'v1..'])('that is rubbish (%s) is an empty pack with a fault', (text) => {
    const read = readPackLink(`?items=${text}`);
    expect(read?.pack.items).toEqual([]);
    expect(read?.fault).toBe('损坏');
  });

  test('of a later version is recognised, not guessed at', () => {
    expect(readPackLink('?items=v3.abc.def')).toMatchObject({ fault: '版本', pack: EMPTY_PACK });
  });

  test('that unpacks to far more than a pack is read only so far', () => {
    const link = writePackLink({ ...EMPTY_PACK, items: [{ id: 'RC-001', minutes: 0, note: '长'.repeat(500) }] });
    expect(readPackLink(link)?.pack.items[0]?.note).toHaveLength(200);
  });

  test('of plain numbers is read however they are parted and typed; what is no number is named', () => {
    const read = readPackLink('?items=RC-001，ｓｊ-008、 sy-001,hello,RC-001');
    expect(read?.pack.items.map(({ id }) => id)).toEqual(['RC-001', 'SJ-008', 'SY-001']);
    expect(read?.malformed).toEqual(['HELLO']);
  });

  test('of more items than a pack holds keeps the first and counts the rest', () => {
    const ids = Array.from({ length: PACK_LIMIT + 3 }, (_, index) => `RC-${String(index).padStart(3, '0')}`);
    const read = readPackLink(`?items=${ids.join(',')}`);
    expect(read?.pack.items).toHaveLength(PACK_LIMIT);
    expect(read?.surplus).toBe(3);
  });
});

describe('a stored pack', () => {
  test('comes back as it was', () => {
    expect(readStoredPack(writeStoredPack(makePack(10)))).toEqual(makePack(10));
  });

  test.each([null, '', '{', '[]', '{"v":2,"items":[]}', '{"v":1}', '{"v":1,"items":[null,{"id":"<b>"}]}'])(
    'is empty when it is %s',
    (stored) => {
      expect(readStoredPack(stored).items).toEqual([]);
    },
  );

  test('takes an entry once, gives it back, and takes no more when it is full', () => {
    const full = makePack(PACK_LIMIT);
    expect(toggleInPack(full, 'ZC-0001')).toEqual(full);
    expect(toggleInPack(toggleInPack(EMPTY_PACK, 'RC-001'), 'RC-001')).toEqual(EMPTY_PACK);
  });

  test('has sound minutes whatever was typed', () => {
    const minutesOf = (minutes: number) => soundPack({ ...EMPTY_PACK, items: [{ id: 'RC-001', minutes, note: '' }] }).items[0]?.minutes;
    expect([-5, Number.NaN, 12.4, 100_000].map(minutesOf)).toEqual([0, 0, 12, 999]);
  });
});
