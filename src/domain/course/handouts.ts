/** What a session of a course hands out, in words. */
import type { EntryOf } from '../entry/records.ts';

type Handout = EntryOf<'courses'>['data']['units'][number]['handouts'][number];

/** One handout in words: 条文《土地管理法》（议完再发）. */
export function handoutWords({ kind, of, heads, isLate }: Handout, titleOf: (id: string) => string): string {
  const name = of === undefined ? '' : `《${titleOf(of)}》`;
  const fields = heads.length > 0 ? `（${heads.join('、')}）` : '';
  return `${kind}${name}${fields}${isLate || kind === '乙部' ? '（议完再发）' : ''}`;
}
