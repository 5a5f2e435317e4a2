import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { remarkPlugins } from './src/markdown/parse.ts';
import { rehypePlugins } from './src/markdown/rehype.ts';
import { site } from './src/site.ts';

// Written modern, shipped for the desktops that readers have: see the browser contract in the README.
const OLDEST_BROWSER = 'chrome80';

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  output: 'static',
  outDir: process.env.SITE_OUT_DIR ?? './dist',
  integrations: [mdx()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({ gfm: false, smartypants: false, remarkPlugins: [...remarkPlugins], rehypePlugins: [...rehypePlugins] }),
  },
  build: { inlineStylesheets: 'never', format: 'directory' },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: {
      target: OLDEST_BROWSER,
      cssTarget: OLDEST_BROWSER,
      assetsInlineLimit: 0,
      // Pages load so little that preloading costs more than it saves.
      modulePreload: false,
      rolldownOptions: {
        // Every MDX entry prints this notice about a directive that Astro itself writes; it would hide real warnings.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
