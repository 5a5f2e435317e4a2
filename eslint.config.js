/**
 * What the linter holds everyone to: strict TypeScript, sound Astro, and the one-way imports of the house.
 * Formatting is Prettier's; nothing here argues about it.
 */
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { oneWayImports } from './tests/support/one-way-imports.ts';

/** The domain knows neither a machine nor a browser nor a clock: the day is a parameter. */
const OUTSIDE_WORLD = ['document', 'window', 'navigator', 'localStorage', 'location', 'fetch', 'process', 'console', 'Date', 'setTimeout'];

export default tseslint.config(
  { ignores: ['dist/', '.build/', '.astro/', 'node_modules/', 'content/', 'tests/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages and addresses are plain text.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `switch` and index lookups over unions are exhaustive by type already.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Chinese text is taken apart by code point on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.strict] },
  { files: ['**/*.astro'], extends: [tseslint.configs.strict] },
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.{ts,astro}'],
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'astro/no-set-text-directive': 'error',
      'astro/prefer-class-list-directive': 'error',
      // Astro reads `Props` itself; the compiler, not the linter, knows that.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^Props$', caughtErrors: 'none' }],
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
  ...oneWayImports(),
  {
    // TypeScript alone takes an imported component for unknown; `astro check` knows it.
    files: ['src/components/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Tests read JSON and pages whose shape is exactly what they go on to assert.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
