/** Draws an entry's page by the components of the site. Loaded through Vite, which knows what to do with them. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Entry } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import EntryPage from '../layouts/EntryPage.astro';

/** The HTML of the page, without the styles that Vite would add. */
export async function drawPage(site: Site, entry: Entry): Promise<string> {
  const container = await AstroContainer.create();
  return container.renderToString(EntryPage as Parameters<typeof container.renderToString>[0], { props: { site, entry }, partial: false });
}
