/** The site's own prose, compiled from `content/pages/` by Astro's MDX. */
import { getEntry, render } from 'astro:content';
import type { PageName } from '../schema/pages.ts';

/** The page of prose called `name`; the check has seen to it that there is one. */
export async function loadPage(name: PageName) {
  const entry = await getEntry('pages', name);
  if (!entry) throw new Error(`content/pages/${name}.mdx is missing`);
  const { Content } = await render(entry);
  return { data: entry.data, Content };
}
