import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUSE } from '../support/one-way-imports.ts';

const ROOT = join(import.meta.dirname, '../..');
const RULE = '@typescript-eslint/no-restricted-imports';

// Only the import rule is asked: the others need the types of files that are not there.
const { default: all } = await import('../../eslint.config.js');
const configs = all.filter((config) => Object.keys(config.rules ?? {}).join() === RULE);
const { parser, plugin } = (await import('typescript-eslint')).default;
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { '@typescript-eslint': plugin } }, ...configs] as never,
});

describe('an import against the one way is reported', () => {
  test.for([
    ['src/schema/terms.ts', "import { parseLocator } from '../domain/locator.ts';"],
    ['src/schema/terms.ts', "import { readFileSync } from 'node:fs';"],
    ['src/domain/entry/graph.ts', "import { loadSite } from '../../data/site.ts';"],
    ['src/domain/entry/graph.ts', "import { readFileSync } from 'node:fs';"],
    ['src/domain/entry/graph.ts', "import { getCollection } from 'astro:content';"],
    ['src/domain/entry/graph.ts', "import { z } from 'astro/zod';"],
    ['src/domain/entry/graph.ts', "import { settings } from '../../site.ts';"],
    ['src/markdown/parse.ts', "import { entryView } from '../data/views.ts';"],
    ['src/lint/rules/bad-date.ts', "import { loadSite } from '../../data/site.ts';"],
    ['src/lint/rule.ts', "import { entryView } from '../data/views.ts';"],
    ['src/search/query.ts', "import { readFileSync } from 'node:fs';"],
    ['src/search/query.ts', "import { entryView } from '../data/views.ts';"],
    ['src/elements/site-search.ts', "import { entryView } from '../data/views.ts';"],
    ['src/export/entries.ts', "import { loadSite } from '../data/site.ts';"],
    ['src/components/entry/index.ts', "import Page from '../../layouts/Page.astro';"],
    ['src/views/links.ts', "import Page from '../pages/index.astro';"],
    ['src/commands/build.ts', "import Page from '../pages/index.astro';"],
    ['src/pages/id/index.ts', "import { checkContent } from '../../lint/check-content.ts';"],
    ['src/views/rules.ts', "import { rules } from '../lint/rules.ts';"],
    ['src/domain/entry/graph.ts', "export { loadSite } from '../../data/site.ts';"],
  ])('%s: %s', async ([file = '', code = '']) => {
    expect(await reported(file, code)).toEqual([RULE]);
  });
});

describe('an import along the one way is not', () => {
  test.for([
    ['src/schema/terms.ts', "import { z } from 'astro/zod';"],
    ['src/domain/entry/graph.ts', "import { COLLECTIONS } from '../../schema/number.ts';"],
    ['src/domain/entry/graph.ts', "import type { z } from 'astro/zod';"],
    ['src/lint/rules/bad-date.ts', "import { readContent } from '../../store/read-content.ts';"],
    ['src/lint/rules/bad-date.ts', "import { bodyFacts } from '../body-facts.ts';"],
    ['src/search/making/index-pages.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/components/entry/index.ts', "import SearchForm from '../search/SearchForm.astro';"],
    ['src/pages/id/index.ts', "import { settings } from '../../site.ts';"],
    ['src/pages/id/index.ts', "import { rules } from '../../lint/rules.ts';"],
    ['src/commands/build.ts', "import { build } from 'astro';"],
  ])('%s: %s', async ([file = '', code = '']) => {
    expect(await reported(file, code)).toEqual([]);
  });
});

test('every folder of code has its rule', async () => {
  const { readdir } = await import('node:fs/promises');
  const folders = (await readdir(join(ROOT, 'src'), { withFileTypes: true })).filter((item) => item.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => name !== 'styles').toSorted()).toEqual(Object.keys(HOUSE).toSorted());
});

async function reported(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(ROOT, file) });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}
