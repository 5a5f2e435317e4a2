/**
 * The one-way imports of the house as ESLint rules: `schema ← domain ← markdown ← {store, views, lint, export, search} ← components ← layouts ← pages`.
 * Whatever a folder is not given here, it may not import.
 */
import type { Linter } from 'eslint';

/** What the modules of one folder may reach beside their own folder. */
export interface Reach {
  /** Other folders of `src/`; `store/library` gives one module. */
  from: readonly string[];
  /** Packages, as regular expressions over the whole name; types of any package that is here by other ways are allowed too. */
  packages: readonly string[];
  /** Packages whose types, and nothing else, may be used. */
  types?: readonly string[];
}

const ANY_PACKAGE = '.+';

/** Packages that read and write Markdown and HTML trees. */
const TREES = ['unified', 'unist-.+', 'remark-.+', 'mdast-.+', 'hast-.+', 'mdast', 'hast', 'vfile.*'];

/** Each folder of `src/` with what it may import. Files named before their folder have a rule of their own. */
export const HOUSE: Record<string, Reach> = {
  schema: { from: [], packages: ['astro/zod'] },
  domain: { from: ['schema'], packages: ['fflate', 'pinyin-pro'], types: ['astro/zod', 'mdast'] },
  markdown: { from: ['schema', 'domain'], packages: TREES },
  search: { from: ['schema', 'domain'], packages: [] },
  elements: {
    from: ['search', 'domain', 'schema', 'styles', 'export/table', 'export/docx/write-paper', 'export/pptx/write-slides'],
    packages: ['qrcode-generator'],
  },
  export: {
    from: ['schema', 'domain', 'markdown', 'site'],
    packages: ['node:.+', 'astro/zod', 'docx', 'esbuild', 'fflate', ...TREES],
  },
  store: {
    from: ['schema', 'domain', 'markdown'],
    packages: ['node:.+', 'astro:content', 'astro/zod', 'yaml', 'js-yaml'],
    types: ['astro', 'astro/loaders'],
  },
  lint: {
    from: [
      'schema',
      'domain',
      'markdown',
      ...['library', 'read-content', 'load-lists', 'loose-data', 'yaml-document'].map((name) => `store/${name}`),
    ],
    packages: ['node:.+', 'astro/zod', ...TREES],
  },
  views: { from: ['schema', 'domain', 'markdown', 'site'], packages: [], types: ['astro:content'] },
  components: {
    from: ['schema', 'domain', 'markdown', 'views', 'site', 'elements', 'styles'],
    packages: ['astro:.+', 'github-slugger', 'mdast-util-to-string'],
    types: ['mdast'],
  },
  layouts: { from: ['schema', 'domain', 'views', 'site', 'components', 'elements', 'styles'], packages: ['astro:.+'] },
  pages: {
    from: [
      'schema',
      'domain',
      'store/load-site',
      'store/load-page',
      'store/load-units',
      'store/build-channel',
      'store/evidence',
      'views',
      'export',
      'site',
      'components',
      'layouts',
      'elements',
      'styles',
      // What the check asks of authors is told to readers by the rules themselves; no other part of the check is for pages.
      'lint/rules',
    ],
    packages: ['astro', 'astro:.+'],
  },
  import: {
    from: [
      'schema',
      'domain',
      'markdown',
      'store',
      'lint',
      'export/xlsx/write-form',
      'export/xlsx/write-workbook',
      'export/checksums',
      'export/zip',
    ],
    packages: ['node:.+', 'astro/zod', 'fflate', 'yaml'],
  },
  hosting: { from: ['schema', 'site'], packages: ['node:crypto'] },
  // Nothing may reach the editor's desk but the command that opens it.
  edit: {
    from: ['schema', 'domain', 'markdown', 'store', 'lint', 'import'],
    packages: ['node:.+', 'astro/.+', '@astrojs/markdown-remark', 'esbuild', 'vite', 'yaml'],
  },
  commands: {
    from: ['schema', 'domain', 'store', 'site', 'markdown', 'lint', 'export', 'search', 'hosting', 'import', 'edit', 'views/moved'],
    packages: [ANY_PACKAGE],
  },
};

/** Modules that may reach further than their folder: the half of search that runs on the author's machine. */
export const EXCEPTIONS: Record<string, Reach> = {
  'search/making/*.ts': {
    from: ['schema', 'domain'],
    packages: ['node:.+', 'esbuild', 'htmlparser2', 'pagefind', 'opencc-js/t2cn'],
  },
};

const DEEPEST = 4;

/** One configuration for each folder and depth, since `../search/` means another folder one level further down. */
export function oneWayImports(): Linter.Config[] {
  const folders = Object.entries(HOUSE).flatMap(([folder, reach]) =>
    Array.from({ length: DEEPEST }, (_, index) => {
      const depth = index + 1;
      return restrict(`src/${folder}/${'*/'.repeat(index)}*.{ts,astro}`, depth, folder, reach);
    }),
  );
  const exceptions = Object.entries(EXCEPTIONS).map(([path, reach]) =>
    restrict(`src/${path}`, path.split('/').length - 1, path.split('/')[0] ?? '', reach),
  );
  return [...folders, ...exceptions];
}

function restrict(files: string, depth: number, folder: string, { from, packages, types = [] }: Reach): Linter.Config {
  const up = `(?:\\.\\./){${depth}}`;
  const own = [folder, ...from].map((name) => (name === 'site' ? 'site\\.ts$' : name.includes('/') ? `${name}\\.ts$` : `${name}/`));
  const patterns = [
    {
      regex: `^${up}(?!${own.join('|')})`,
      message: `src/${folder} may import only ${from.length > 0 ? from.join(', ') : 'from itself'}: see the one-way rule in tests/support/one-way-imports.ts.`,
    },
    {
      regex: `^(?!\\.)(?!(?:${[...packages, ...types].join('|') || '$'})$)`,
      message: `src/${folder} may not use this package: see the one-way rule in tests/support/one-way-imports.ts.`,
    },
    ...types.map((name) => ({ regex: `^${name}$`, allowTypeImports: true, message: `src/${folder} may use only the types of ${name}.` })),
  ];
  return { files: [files], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}
