import './src/commands/send-nothing.ts';
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { nameScript, readerPlugins } from './src/commands/reader-plugins.ts';
import { LOWEST_TARGET } from './src/domain/site/browser-contract.ts';
import { remarkPlugins } from './src/markdown/parse.ts';
import { rehypePlugins } from './src/markdown/rehype.ts';
import { settings } from './src/site.ts';

export default defineConfig({
  ...(settings.url !== '' && { site: settings.url }),
  // Astro takes the path as it is typed; `build.ts` encodes it where Astro has written it.
  base: decodeURI(settings.base),
  trailingSlash: 'always',
  output: 'static',
  outDir: process.env.SITE_OUT_DIR ?? './dist',
  cacheDir: './.build/cache',
  integrations: [mdx()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: false, smartypants: false, remarkPlugins: [...remarkPlugins], rehypePlugins: [...rehypePlugins] }),
  },
  build: { inlineStylesheets: 'never', format: 'directory' },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: {
    plugins: readerPlugins,
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: nameScript } } } } },
    build: {
      cssTarget: LOWEST_TARGET,
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Every MDX entry prints this notice about a directive that Astro itself writes; it would hide real warnings.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
