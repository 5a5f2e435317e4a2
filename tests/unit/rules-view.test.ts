import { expect, test } from 'vitest';
import { rules } from '../../src/lint/rules.ts';
import { ruleView, rulesView } from '../../src/views/rules.ts';

const rule = { id: 'no-such-rule', severity: 'error', docs: '写一句话。' } as const;
const samples = (notOk: Parameters<typeof ruleView>[0]['examples']['notOk']) => ruleView({ ...rule, examples: { ok: [], notOk } }).samples;

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

test('the page of a rule says what it asks, whether it stops a build, and all its examples', () => {
  for (const one of rules) {
    const { docs, weight, samples: shown } = ruleView(one);
    expect(docs).toBe(one.docs);
    expect(weight.includes('网站就不会更新'), one.id).toBe(one.severity === 'error');
    expect(shown.flatMap(({ texts }) => texts).length, one.id).toBe(one.examples.ok.length + one.examples.notOk.length);
  }
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
  expect(samples([{ replace: ['---', '---  \n'] }])[0]?.texts).toEqual(['把“---”写成“---〔空格〕↵”']);
  expect(samples([{ body: '澄\u200b清' }])[0]?.texts).toEqual(['澄〔U+200B〕清']);
});

test('an example of what is too large says how large it is', () => {
  expect(samples([{ body: '长'.repeat(4001) }])[0]?.texts).toEqual([`${'长'.repeat(160)}……（共 4001 字）`]);
});

test('no example of a rule has what a page would hide: spaces at the end of a line', () => {
  const texts = rules.flatMap((one) => ruleView(one).samples.flatMap((sample) => sample.texts));
  expect(texts.filter((text) => / $/mu.test(text))).toEqual([]);
});
