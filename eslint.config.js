/**
 * What oxlint does not know: sound Astro, the one-way imports of the house, and what the oldest browsers lack. Strict TypeScript is oxlint's
 * (`.oxlintrc.json`), formatting oxfmt's, of Astro files Prettier's; nothing here argues about it.
 */
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { OLDEST_CHROMIUM } from './src/domain/site/browser-contract.ts';
import { oneWayImports } from './tests/support/one-way-imports.ts';

/** The domain knows neither a machine nor a browser nor a clock: the day is a parameter. */
const OUTSIDE_WORLD = ['document', 'window', 'navigator', 'localStorage', 'location', 'fetch', 'process', 'console', 'Date', 'setTimeout'];

/** What Chromium 78 lacks of the browser's own interfaces; what it lacks of the language, `src/elements/tsconfig.json` says. */
const TOO_NEW = {
  globals: ['structuredClone', 'CompressionStream', 'DecompressionStream', 'Sanitizer', 'CloseWatcher', 'navigation', 'scheduler'],
  properties: [
    ...['checkVisibility', 'computedStyleMap', 'inert', 'popover', 'showPopover', 'hidePopover', 'togglePopover', 'submitter', 'ariaLabel'],
    ...['setHTML', 'setHTMLUnsafe', 'moveBefore', 'startViewTransition', 'userAgentData', 'showSaveFilePicker'],
  ].map((property) => ({ property, message: `Chromium ${OLDEST_CHROMIUM} does not have it: see src/domain/site/browser-contract.ts.` })),
  ofObjects: [
    ...['timeout', 'any'].map((property) => ({ object: 'AbortSignal', property })),
    ...['randomUUID', 'subtle'].map((property) => ({ object: 'crypto', property })),
    ...['canParse', 'parse'].map((property) => ({ object: 'URL', property })),
    ...['Segmenter', 'DisplayNames', 'DurationFormat', 'supportedValuesOf'].map((property) => ({ object: 'Intl', property })),
  ].map((entry) => ({ ...entry, message: `Chromium ${OLDEST_CHROMIUM}, or plain HTTP, does not have it.` })),
};

export default defineConfig(
  {
    ignores: ['dist/', 'dist-folder/', '.build/', '.astro/', 'content/', 'tests/**/*.ts', '*.ts', 'tests/fixtures/', 'tests/old-browsers/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['src/**/*.ts'], extends: [tseslint.configs.base] },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.strict] },
  { files: ['**/*.astro'], extends: [tseslint.configs.strict] },
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    rules: {
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Astro reads `Props` itself; the compiler, not the linter, knows that.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^Props$', caughtErrors: 'none' }],
      'astro/no-set-html-directive': 'error',
      'astro/no-set-text-directive': 'error',
      'astro/prefer-class-list-directive': 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/schema/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...OUTSIDE_WORLD.map((name) => ({ name, message: `${name} belongs to the edge: pass what is needed as a parameter.` })),
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'src/search/**/*.ts', 'src/edit/browser/*.ts'],
    ignores: ['src/search/making/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...TOO_NEW.globals],
      'no-restricted-properties': ['error', ...TOO_NEW.properties, ...TOO_NEW.ofObjects],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='addEventListener'] Property[key.name='signal']",
          message: 'The signal option came with Chromium 90.',
        },
      ],
    },
  },
  ...oneWayImports(),
  {
    // The marks of citations are written as HTML, escaped, and numbered once the page's own HTML is known; no reader's text gets there.
    files: ['src/components/entry/Cites.astro', 'src/components/entry/Noted.astro'],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
);
