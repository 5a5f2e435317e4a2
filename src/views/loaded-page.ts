/** A page of the site's own prose as loaded: its fields, and the component that draws its words. */
import type { RenderResult } from 'astro:content';
import type { PageData } from '../schema/pages.ts';

export interface LoadedPage {
  data: PageData;
  Content: RenderResult['Content'];
}
