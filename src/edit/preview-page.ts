/** Draws an entry's page by a component of the site. Loaded through Vite, as the component is: both must have one Astro. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';

/** An Astro component as it is loaded. */
export type PageComponent = Parameters<AstroContainer['renderToString']>[0];

/** The HTML of the page, without the styles that Vite would add. */
export async function drawPage(page: PageComponent, site: Site, entry: Entry): Promise<string> {
  const container = await AstroContainer.create();
  return container.renderToString(page, { props: { site, entry }, partial: false });
}
