declare namespace App {
  interface Locals {
    /** What the page of prose that is being drawn is about; set by `Prose.astro`. */
    prose: import('./views/prose.ts').ProseContext;
  }
}
