/** Nothing that an editor did not see is told as fact: marks of confidence and what the page tells agree, entry by entry. */
import { describe, expect, test } from 'vitest';
import { contentOf } from '../../src/store/library.ts';
import { blocksOf, contextOf } from '../../src/domain/entry/blocks.ts';
import { isOf } from '../../src/domain/entry/records.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { ownLibrary } from '../support/own-library.ts';

const { entries, vocabulary } = contentOf(await ownLibrary());
const named = <T extends Entry>(list: T[]) => list.map((entry) => [`${entry.data.id} ${entry.data.title}`, entry] as const);
const policies = entries.filter((entry) => isOf(entry, 'policies'));
const cases = entries.filter((entry) => isOf(entry, 'tolerance')).filter(({ data }) => data.nature !== '教学情景');
const scenarios = entries.filter((entry) => isOf(entry, 'tolerance')).filter(({ data }) => data.nature === '教学情景');
const terms = entries.filter((entry) => isOf(entry, 'terms'));
const seenOf = new Map(vocabulary['public-sources'].items.map(({ id, seen }) => [id, seen]));

describe.each(named(policies))('policy %s', (_, policy) => {
  const { data } = policy;
  const shown = blocksOf(policy, contextOf(new Map())).flatMap((block) => (block.kind === 'rows' ? block.rows : []));

  test('shows each doubtful header field with its mark', () => {
    const fields = { 发文字号: data.docNumber, 成文: data.dates.issued, 公开: data.dates.published, 施行: data.dates.effectiveFrom };
    const keys = { 发文字号: 'docNumber', 成文: 'dates.issued', 公开: 'dates.published', 施行: 'dates.effectiveFrom' } as const;
    for (const [label, value] of Object.entries(fields)) {
      const confidence = data.confidence[keys[label as keyof typeof keys]];
      const row = shown.find((candidate) => candidate.label === label);
      if (confidence && confidence !== '已见' && !['未载', '未公开', '隐去'].includes(value)) expect(row?.value).toContain(confidence);
    }
  });

  test('gives no value for a field marked as not seen', () => {
    if (data.confidence['docNumber'] === '未见') expect(data.docNumber).toMatch(/^(未载|未公开)$/u);
    if (data.confidence['dates.issued'] === '未见') expect(data.dates.issued).toMatch(/^(未载|未公开)$/u);
  });

  test('does not list the clauses of a text of which only the name was seen', () => {
    if (data.textSeen === '仅题名') expect(data.clauses).toEqual([]);
    expect(data.confidence['text'] === '未见').toBe(data.textSeen === '仅题名');
  });
});

describe.each(named(cases))('case %s', (_, { data }) => {
  test('tells no finding of a case of which only the title was seen', () => {
    if (data.completeness !== '仅题名') return;
    expect(Object.values(data.factors).every((finding) => typeof finding === 'string')).toBe(true);
  });

  test('rests on a source that was read at least in part', () => {
    const cited = data.facts.flatMap(({ cites }) => cites);
    const isRead = cited.some((cite) => cite.startsWith('S') || ['全文', '摘录', '转引'].includes(seenOf.get(cite) ?? ''));
    expect(isRead || data.completeness === '仅题名').toBe(true);
  });

  test('names nobody: the person is a post with 某, a body or a place, or not given', () => {
    if (data.actor !== '未载' && data.actor !== '未公开' && data.actor !== '隐去')
      expect(data.actor).toMatch(/某|名|人|干部|单位|部门|公司|企业|村民|[局组部委]|组织|地方|镇村|[市县区]$/u);
  });
});

describe.each(named(scenarios))('scenario %s', (_, entry) => {
  test('says that it is made up in title, summary and body, and stands in no real place', () => {
    expect(entry.data.title).toContain('教学情景（虚构）');
    expect(entry.data.summary).toContain('教学情景（虚构）');
    expect(JSON.stringify(entry.body)).toContain('教学情景（虚构）');
    expect(entry.data.regions).toEqual([]);
  });
});

describe.each(named(terms))('term %s', (_, { data }) => {
  test('cites where a definition comes from, or says that it is the editor’s own', () => {
    if (typeof data.definition === 'string') return;
    if (data.definition.from !== '编者释义') expect(data.definition.cites).not.toEqual([]);
    if (data.definition.confidence === '已见原文')
      expect(data.definition.cites.some((cite) => cite.startsWith('S') || seenOf.get(cite) !== '仅题名')).toBe(true);
  });
});
