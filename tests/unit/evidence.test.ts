import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessPoint } from '../../src/schema/pages.ts';
import { EVIDENCE_FILE, readEvidence } from '../../src/store/evidence.ts';
import { dayOf, NEVER_RUN, provedPoint, triedIn } from '../../src/views/evidence.ts';

const PART = { at: '2026-11-28T08:00:00Z', commit: 'cc1bc58', isChanged: false, passed: 3, failed: 0, seconds: 12.5 };

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'evidence-'));
  mkdirSync(join(root, 'tests'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function written(text: string): string {
  writeFileSync(join(root, EVIDENCE_FILE), text);
  return root;
}

describe('what the nightly tests left', () => {
  test('is nothing in a project that was never tested whole', () => {
    expect(readEvidence(join(root, 'elsewhere'))).toEqual({});
  });

  test('of this project can be read', () => {
    expect(() => readEvidence(join(import.meta.dirname, '../..'))).not.toThrow();
  });

  test('is read part by part', () => {
    expect(readEvidence(written(JSON.stringify({ html: PART }))).html).toEqual(PART);
  });

  test('is refused with place and remedy when a field is not what it should be', () => {
    expect(() => readEvidence(written(JSON.stringify({ html: { ...PART, passed: '3' } })))).toThrowErrorMatchingInlineSnapshot(`
      [Error: tests/evidence.json 不能用，这个文件由 npm run test:nightly 写出，请用它重写，或者从 git 里取回：
        html.passed：“html”的“passed”写的是“3”，要写成不带引号、不带单位的普通数字，写成 3。]
    `);
  });

  test('is refused when a part has a name that no test has', () => {
    expect(() => readEvidence(written(JSON.stringify({ acess: PART })))).toThrow('没有“acess”这个字段。是不是想写“access”？');
  });

  test('is refused when it is cut off', () => {
    expect(() => readEvidence(written('{"html": {'))).toThrow('不是完整的 JSON');
  });
});

describe('a point of access', () => {
  const point: AccessPoint = { aim: '可感知性', no: '1.4.3', level: 'AA', asks: '对比够', state: '符合', proofs: ['axe 逐页'] };
  const counts = { pages: 1645, controls: 90_000, axe: 0, wide: 0, unnamed: 0 };

  test('that only a whole test can know is 未测, without a figure, while there was none', () => {
    const { state, basis } = provedPoint(point, {});
    expect([state, basis]).toEqual(['未测', `全部页面由 axe 检查：${NEVER_RUN}`]);
    expect(basis).not.toMatch(/\d/u);
  });

  test('keeps what an editor knows beside what was not run', () => {
    expect(provedPoint({ ...point, basis: '没有图片' }, {})).toEqual({
      state: '符合',
      basis: `没有图片；全部页面由 axe 检查：${NEVER_RUN}`,
    });
  });

  test('tells the count and the day of the whole test', () => {
    expect(provedPoint(point, { access: { ...PART, counts } })).toEqual({
      state: '符合',
      basis: '全部 1645 个页面由 axe 检查（2026年11月28日，没有意见）',
    });
  });

  test('is met in part when the whole test found faults', () => {
    expect(provedPoint(point, { access: { ...PART, counts: { ...counts, axe: 2 } } })).toEqual({
      state: '部分符合',
      basis: '全部 1645 个页面由 axe 检查（2026年11月28日，2 处意见）',
    });
  });
});

describe('a browser of the contract', () => {
  const browser = { name: 'Chromium 78', version: '78.0.3882.0', tier: 'C' as const };
  const evidence = (tried: { passed: number; failed: number }) => ({
    browsers: { ...PART, browsers: [{ name: 'Chromium 78', version: '78.0.3882.0', ...tried }] },
  });

  test('in which nothing was tried says so, without a figure', () => {
    expect(triedIn(browser, {})).toBe(NEVER_RUN);
    expect(triedIn({ ...browser, name: 'Firefox ESR' }, evidence({ passed: 9, failed: 0 }))).toBe(NEVER_RUN);
  });

  test('tells the day, the version, and how much of it was wrong', () => {
    expect(triedIn(browser, evidence({ passed: 90, failed: 0 }))).toBe(
      '2026年11月28日，78.0.3882.0：网站版和文件夹版的每一种页面、检索条数，试了 90 项，没有差错',
    );
    expect(triedIn(browser, evidence({ passed: 88, failed: 2 }))).toContain('试了 90 项，2 项有差错');
    expect(triedIn(browser, evidence({ passed: 0, failed: 1 }))).toContain('没有试成');
  });
});

test('a moment late in the evening of London is the next day in China', () => {
  expect([dayOf('2026-11-28T15:59:00Z'), dayOf('2026-11-28T16:00:00Z')]).toEqual(['2026年11月28日', '2026年11月29日']);
});
