import type { ProseContext } from './views/prose.ts';

declare global {
  namespace App {
    interface Locals {
      /** What the page of prose that is being drawn is about; set by `Prose.astro`. */
      prose: ProseContext;
    }
  }
}
