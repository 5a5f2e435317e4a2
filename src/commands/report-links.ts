/** `npm run report:links`: how many measures, mechanisms, practices and cases carry each kind of link to the law, collection by collection. */
import { linkShares } from '../domain/entry/law-links.ts';
import { COLLECTIONS } from '../schema/number.ts';
import { contentOf, openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { readArguments } from './read-arguments.ts';

readArguments({});

const { entries } = contentOf(await openLibrary(contentFolder()));

for (const { collection, entries: all, withBasis, withRelated, noneFound, withNeither } of linkShares(entries)) {
  const share = (count: number) => `${count} 条（${all === 0 ? 0 : Math.round((100 * count) / all)}%）`;
  console.log(`${COLLECTIONS[collection].name}（${collection}）共 ${all} 条`);
  console.log(`  依据（来源写明）      ${share(withBasis)}`);
  console.log(`  相关条文（编者所列）  ${share(withRelated)}`);
  console.log(`  查过，未找到          ${share(noneFound)}`);
  console.log(`  两样都没有写          ${share(withNeither.length)}${withNeither.length > 0 ? `：${withNeither.join('、')}` : ''}`);
}
