/** References as the public styles print them, by citeproc-js. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EDITION_KEYS } from '../../src/domain/reference/reference.ts';
import type { EditionKey } from '../../src/domain/reference/reference.ts';
import { readPinned } from '../support/pinned-files.ts';
import type { CslItem } from './csl-item.ts';
import { KEPT, LOCALES, STYLES } from './install.ts';

interface Engine {
  setOutputFormat: (format: 'text') => void;
  updateItems: (ids: string[]) => void;
  makeBibliography: () => [{ entry_ids: string[][] }, string[]];
}
interface Citeproc {
  Engine: new (system: { retrieveLocale: (language: string) => string; retrieveItem: (id: string) => CslItem }, style: string) => Engine;
}

/** Prints works in an edition, each by its number and without its place in the list. */
export type Printer = (edition: EditionKey, items: readonly CslItem[]) => Map<string, string>;

/** A printer over the pinned styles; throws what to do where they cannot be had. */
export async function publicStyles(say: (line: string) => void): Promise<Printer> {
  const [styles, locales] = await Promise.all([readPinned(STYLES, KEPT, say), readPinned(LOCALES, KEPT, say)]);
  const citeproc = createRequire(join(KEPT, 'package.json'))('citeproc') as Citeproc;
  const styleOf = Object.fromEntries(
    EDITION_KEYS.map((edition) => [edition, styles.get(`china-national-standard-gb-t-7714-${edition}-numeric.csl`) ?? '']),
  ) as Record<EditionKey, string>;
  return (edition, items) => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const engine = new citeproc.Engine(
      {
        retrieveLocale: (language) => locales.get(`locales-${language === 'en-US' ? 'en-US' : 'zh-CN'}.xml`) ?? '',
        retrieveItem: (id) => byId.get(id) as CslItem,
      },
      styleOf[edition],
    );
    engine.setOutputFormat('text');
    engine.updateItems([...byId.keys()]);
    const [{ entry_ids: ids }, entries] = engine.makeBibliography();
    return new Map(entries.map((entry, index) => [ids[index]?.[0] ?? '', entry.trim().replace(/^\[\d+\]\s*/u, '')]));
  };
}
