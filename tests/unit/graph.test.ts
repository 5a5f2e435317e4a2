import { describe, expect, test } from 'vitest';
import { buildGraph, neighboursOf, referencesOf } from '../../src/domain/entry/graph.ts';
import { makeEntry, makeMeasure, makePractice, makeProblem } from '../support/make-entries.ts';

describe('the references of an entry', () => {
  test('carry the field they stand in, and the reason where the field asks for one', () => {
    const entry = makePractice(
      { problems: ['WT-03'], measures: ['CS-010', 'CS-011'], comparable: [{ id: 'SJ-002', why: '都公开澄清。' }] },
      { marks: { links: ['SY-001'] } },
    );
    expect(referencesOf(entry)).toEqual([
      { to: 'WT-03', kind: 'problem', path: 'problems.0' },
      { to: 'CS-010', kind: 'measure', path: 'measures.0' },
      { to: 'CS-011', kind: 'measure', path: 'measures.1' },
      { to: 'SJ-002', kind: 'comparable', path: 'comparable.0.id', why: '都公开澄清。' },
      { to: 'SY-001', kind: 'mentions', path: 'body' },
    ]);
  });

  test('never lead to the entry itself', () => {
    expect(referencesOf(makePractice({ id: 'SJ-001' }, { marks: { links: ['SJ-001'] } }))).toEqual([]);
  });

  test('of a course lead to its cases, their alternatives and its readings', () => {
    const course = makeEntry('courses', {
      units: [{ title: '一', minutes: 20, method: '案例教学', case: 'RC-001', alternatives: ['SJ-002'] }],
      readings: ['S3', 'GK-0001'],
    });
    expect(
      referencesOf(course)
        .map(({ to, kind, path }) => `${kind} ${to} ${path}`)
        .toSorted(),
    ).toEqual(['used-in-class RC-001 units.0.case', 'used-in-class S3 readings.0', 'used-in-class SJ-002 units.0.alternatives.0']);
  });

  test('of a problem lead to the documents that treat it', () => {
    expect(referencesOf(makeProblem())).toEqual([{ to: 'S3', kind: 'treated-by', path: 'layers.0.source' }]);
  });

  test('of a retired entry lead to its successor', () => {
    const retired = makePractice({ status: '退出', retired: { date: '2026-11-22', reason: '并入', replacedBy: 'SJ-002' } });
    expect(referencesOf(retired)).toEqual([{ to: 'SJ-002', kind: 'replaced-by', path: 'retired.replacedBy' }]);
  });
});

describe('the graph', () => {
  const problem = makeProblem({
    id: 'WT-03',
    measures: ['CS-010'],
    layers: [{ source: 'S3', layer: '问题', heading: '一', cites: ['S3-¶26#2'] }],
  });
  const measure = makeMeasure({ id: 'CS-010', problems: ['WT-03'] });
  const second = makePractice({ id: 'SJ-002', measures: ['CS-010'], comparable: [{ id: 'SJ-001', why: '同在省级。' }] });
  const first = makePractice({ id: 'SJ-001', measures: ['CS-010', 'CS-999'] });
  const graph = buildGraph([problem, measure, second, first]);

  test('has the way back along every edge', () => {
    const forth = [...graph.out.values()].flat();
    const back = [...graph.into.values()].flat();
    expect(forth.length).toBeGreaterThan(0);
    expect(new Set(back)).toEqual(new Set(forth));
    expect(graph.into.get('CS-010')?.map(({ from }) => from)).toEqual(['WT-03', 'SJ-002', 'SJ-001']);
  });

  test('gathers references to numbers that no entry has, and follows none of them', () => {
    expect(graph.dangling.map(({ from, to }) => `${from} ${to}`)).toEqual(['WT-03 S3', 'SJ-001 CS-999']);
    expect(graph.into.has('CS-999')).toBe(false);
  });

  test('gives neighbours in either direction by collection, each once, in number order', () => {
    const neighbours = neighboursOf(graph, 'CS-010');
    expect(neighbours.get('problems')?.map(({ entry }) => entry.data.id)).toEqual(['WT-03']);
    expect(neighbours.get('practices')?.map(({ entry }) => entry.data.id)).toEqual(['SJ-001', 'SJ-002']);
  });

  test('gives the reason of the entry that is read, not that of the other side', () => {
    expect(neighboursOf(graph, 'SJ-002').get('practices')?.[0]?.why).toEqual(['同在省级。']);
    expect(neighboursOf(graph, 'SJ-001').get('practices')?.[0]?.why).toEqual([]);
  });

  test('of an entry that nobody knows is empty', () => {
    expect(neighboursOf(graph, 'SJ-999').size).toBe(0);
  });
});
