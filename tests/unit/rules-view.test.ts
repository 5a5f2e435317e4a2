import { expect, test } from 'vitest';
import { rules } from '../../src/lint/rules.ts';
import { rulesView } from '../../src/views/rules.ts';

const rule = { id: 'no-such-rule', severity: 'error', docs: '写一句话。' } as const;
const samples = (notOk: Parameters<typeof rulesView>[0][number]['examples']['notOk']) =>
  rulesView([{ ...rule, examples: { ok: [], notOk } }])[0]?.rules[0]?.samples;

test('every rule of the check is told once, under its id', () => {
  const shown = rulesView(rules).flatMap((group) => group.rules.map(({ id }) => id));
  expect(shown.toSorted()).toEqual(rules.map(({ id }) => id));
});

test('a rule that only reminds stands apart from those that stop a build', () => {
  const [errors, warnings] = rulesView([
    { ...rule, examples: { ok: [], notOk: [] } },
    { ...rule, id: 'only-reminds', severity: 'warning', examples: { ok: [], notOk: [] } },
  ]);
  expect([errors?.rules.map(({ id }) => id), warnings?.rules.map(({ id }) => id)]).toEqual([['no-such-rule'], ['only-reminds']]);
});

test('an example is told as an author would type it', () => {
  const fields = { title: undefined, clauses: [{ no: '第一条', cites: ['GK-0001'] }] };
  expect(samples([{ file: 'policies/opinion.mdx', fields, replace: ['甲', '乙'], renamedTo: 'policies/A.mdx' }])).toEqual([
    {
      label: '会报出来',
      texts: [
        '文件 policies/opinion.mdx\n不写 title\nclauses: [{ no: "第一条", cites: ["GK-0001"] }]\n把“甲”写成“乙”\n文件名 policies/A.mdx',
      ],
    },
  ]);
});

test('an example of what cannot be seen shows it', () => {
  expect(samples([{ replace: ['---', '---  \n'] }])?.[0]?.texts).toEqual(['把“---”写成“---〔空格〕↵”']);
  expect(samples([{ body: '澄\u200b清' }])?.[0]?.texts).toEqual(['澄〔U+200B〕清']);
});

test('an example of what is too large says how large it is', () => {
  expect(samples([{ body: '长'.repeat(4001) }])?.[0]?.texts).toEqual([`${'长'.repeat(160)}……（共 4001 字）`]);
});

test('no example of a rule has what a page would hide: spaces at the end of a line', () => {
  const texts = rulesView(rules).flatMap((group) => group.rules.flatMap(({ samples: list }) => list.flatMap((sample) => sample.texts)));
  expect(texts.filter((text) => / $/mu.test(text))).toEqual([]);
});
