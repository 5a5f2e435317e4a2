import { describe, expect, test } from 'vitest';
import { citeMarks, numberNotes, workLine } from '../../src/views/notes.ts';
import { citeLink } from '../../src/views/links.ts';
import { makePolicy, makeSite, makeSource } from '../support/make-entries.ts';

const source = makeSource({ id: 'S3', shortName: '2021年综述', title: '各地综述', titleAsWritten: '《各地<综述>》', issued: '2021-08-23' });
const policy = makePolicy({ id: 'ZC-0009', title: '问责条例', docNumber: '未载' });
const site = makeSite(source, policy);
const cited = (...cites: string[]) => citeMarks(cites.flatMap((cite) => citeLink(site, cite) ?? []));
const numbered = (...statements: string[][]) => numberNotes(statements.map((cites) => `一句。${cited(...cites)}`).join(''));
const textOf = (html: string) => html.replace(/<[^>]+>/gu, '');

describe('the citations of a page', () => {
  test('are numbered by work, in the order in which the works first appear', () => {
    const { html, works } = numbered(['ZC-0009'], ['S3-¶26#2', 'ZC-0009'], ['S3-¶27#1']);
    expect(textOf(html)).toBe('一句。[1]一句。[2][1]一句。[2]');
    expect(works.map(({ work, n }) => `${n} ${work}`)).toEqual(['1 ZC-0009', '2 S3']);
  });

  test('lead to the place that the statement means, and from it back to the first statement that means it', () => {
    const { html, works } = numbered(['S3-¶26#2'], ['S3-¶27#1'], ['S3-¶26#2']);
    const [work] = works;
    expect([...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id)).toEqual(['n1', 'n1-2', 'n1']);
    expect(work?.notes.map(({ places }) => places.map(({ name }) => name).join('、'))).toEqual(['第26段第2句', '第27段第1句']);
    for (const { mark } of work?.notes ?? []) expect(html).toContain(`id="${mark}"`);
    expect(new Set(html.match(/ id="[^"]+"/gu)).size).toBe(2);
  });

  test('keep several places of one work together in one note', () => {
    const { html, works } = numbered(['S3-¶26#2', 'S3-¶27#1']);
    expect(textOf(html)).toBe('一句。[1]');
    expect(works[0]?.notes).toHaveLength(1);
    expect(works[0]?.notes[0]?.places.map(({ href }) => href)).toEqual([
      expect.stringMatching(/\/sources\/.+\/#p26$/u),
      expect.stringMatching(/\/sources\/.+\/#p27$/u),
    ]);
  });

  test('of what nobody has leave no mark', () => {
    expect(cited('GK-9999', 'ZC-9999')).toBe('');
  });
});

describe('a work in the list', () => {
  test('has its whole title, without the marks round it, and what it is called in the text', () => {
    expect(workLine(site, 'S3')).toMatchObject({ title: '各地<综述>', facts: expect.stringContaining('本库称“2021年综述”') as string });
  });

  test('says of a policy whether it is in force, and as of when', () => {
    expect(workLine(site, 'ZC-0009')?.facts).toContain(`${site.graph.byId.get('ZC-0009')?.data.checked.date ?? ''} 核对`);
  });
});
