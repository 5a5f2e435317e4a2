import { collectionOf, FIRST_OWN, formatNumber, isEntryNumber, isOwnNumber, isPublicSource } from '../../schema/number.ts';
import { freeNumber } from '../free-number.ts';
import type { KnownFacts } from '../known-facts.ts';
import { recordsIn, isRecord, textOf } from '../../store/loose-data.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';

/** Reports a unit's own numbers that a later package of the common library may give to something else. */
export const ownNumber: Rule = {
  id: 'own-number',
  severity: 'error',
  docs: '用共同库的包的（有 library.yaml），本单位自己的条目和公开资料编号从 50001 起，共同库不用这一段，以后换包不会撞号。',
  *check(context) {
    const { known, entries } = context;
    if (!known.common) return;
    const { own } = known.common.data;
    const given = new Map<string, number>();
    for (const { file, id, collection } of entries) {
      if (!isEntryNumber(id) || isOwnNumber(id) || own.includes(id) || isCommon(`${collection}/${file.name}.mdx`, known)) continue;
      const after = given.get(collection) ?? 0;
      given.set(collection, after + 1);
      yield { file: file.path, at: file.yaml?.valueAt(['id']), message: explain(id, freeNumber(known, collection, after)) };
    }
    yield* ownSources(context, own);
  },
  examples: {
    ok: [{ file: 'library.yaml', replace: ['', recordWith(['SJ-002'], ['vocab/public-sources.yaml#GK-0001', 'practices/example.mdx'])] }],
    notOk: [
      { file: 'library.yaml', replace: ['', recordWith([], ['vocab/public-sources.yaml#GK-0001', 'practices/example.mdx'])] },
      { file: 'library.yaml', replace: ['', recordWith(['SJ-002'], ['practices/example.mdx'])] },
    ],
  },
};

/** Whether a part came with the package. */
function isCommon(place: string, { common }: KnownFacts): boolean {
  return common !== undefined && Object.hasOwn(common.data.parts, place);
}

function* ownSources({ files, known }: LintContext, own: readonly string[]): Generator<Finding> {
  const list = files.find(({ folder, name }) => folder === 'vocab' && name === 'public-sources');
  if (!isRecord(list?.yaml?.data)) return;
  for (const { index, item } of recordsIn(list.yaml.data['items'])) {
    const id = textOf(item['id']);
    if (!isPublicSource(id) || isOwnNumber(id) || own.includes(id) || isCommon(`vocab/public-sources.yaml#${id}`, known)) continue;
    yield {
      file: list.path,
      at: list.yaml.valueAt(['items', index, 'id']),
      message: explain(id, formatNumber('public-sources', FIRST_OWN)),
    };
  }
}

function explain(id: string, free: string): string {
  const kind = collectionOf(id) === undefined ? '公开资料' : '条目';
  return `“${id}”是本单位自己的${kind}，编号在共同库的号段里，以后换包会撞号。请换成 50001 起没有用过的，如“${free}”。`;
}

/** A record of a package with these parts, and most of the sound content. */
function recordWith(own: readonly string[], places: readonly string[]): string {
  const others = ['courses/tolerance', 'policies/old-rule', 'policies/opinion', 'situations/first', 'situations/second', 'terms/clearing'];
  const rest = ['sources/s0', 'sources/s1', 'sources/s3', 'tolerance/scenario'];
  const parts = [...places, ...[...others, ...rest].map((name) => `${name}.mdx`)].map((place) => `  ${place}: "0000000000000000"\n`);
  return `name: 共同库\nversion: "2026.11.22"\nown: [${own.join(', ')}]\nparts:\n${parts.join('')}`;
}
