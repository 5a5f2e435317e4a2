/** Astro's collections over the content as read by `library.ts`: no file is read twice, and no entry becomes a module. */
import type { AstroConfig } from 'astro';
import type { Loader, LoaderContext } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import type { SiteContent } from '../domain/entry/records.ts';
import type { CollectionName } from '../schema/number.ts';
import { isBundling } from './build-channel.ts';
import { contentOf, openLibrary } from './library.ts';
import { contentFolder } from './site-file.ts';

/** The entries of one collection. */
export function entryLoader(collection: CollectionName): Loader {
  return loader(({ entries }, { store }) => {
    for (const entry of entries) {
      if (entry.collection !== collection) continue;
      const { slug: id, data, body: tree, marks } = entry;
      // The body is kept as a tree; there is no HTML to keep.
      store.set({ id, data, rendered: { html: '', metadata: { tree, marks } } });
    }
  });
}

/** The controlled lists, the ledger and the unit's own notes, each under its name. */
export function listLoader(): Loader {
  return loader(({ vocabulary, redirects, localNotes }, { store }) => {
    for (const [id, data] of Object.entries(vocabulary)) store.set({ id, data });
    store.set({ id: 'ledger', data: { redirects } });
    store.set({ id: 'notes', data: { localNotes } });
  });
}

/** Fills a collection with the content, and again when it changes; a program that is bundled is given the content itself, and needs no copy. */
function loader(fill: (content: SiteContent, context: LoaderContext) => void): Loader {
  return {
    name: 'content-library',
    async load(context) {
      const refresh = async () => {
        const content = isBundling() ? undefined : await contentFor(context.config);
        context.store.clear();
        if (content) fill(content, context);
      };
      await refresh();
      const folder = folderOf(context.config);
      context.watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) {
        context.watcher?.on(event, (path: string) => {
          if (!path.startsWith(folder)) return;
          reading = undefined;
          void refresh().catch((error: unknown) => context.logger.error(String(error)));
        });
      }
    },
  };
}

/** One reading for all collections, until a file changes. */
let reading: Promise<SiteContent> | undefined;

function contentFor(config: AstroConfig): Promise<SiteContent> {
  reading ??= openLibrary(folderOf(config), fileURLToPath(new URL('.build/read/', config.root))).then((library) =>
    contentOf(library, { drafts: true, internal: true }),
  );
  return reading;
}

function folderOf(config: AstroConfig): string {
  return contentFolder(fileURLToPath(config.root));
}
