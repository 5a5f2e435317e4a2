/**
 * What Astro asks of the build that runs it. Astro loads content and draws pages in bundles of its own that share no module with the build; channels
 * belong to the process. Where nobody listens, as in `astro dev`, the collections read the content and every entry is drawn.
 */
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createNoting } from '../domain/site/site-reads.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';

const SITE = 'site:at-hand';
const BUNDLING = 'pages:bundling';

/** Says in this thread that Astro is asked for the program alone, which will be given the content when it runs. */
export function announceBundling(): void {
  subscribe(BUNDLING, () => undefined);
}

/** Whether Astro's collections need hold nothing. */
export function isBundling(): boolean {
  return channel(BUNDLING).hasSubscribers;
}

/** Hands the site that a build has read, checked and indexed to all who ask, until the answer is called. */
export function handOver(site: Site): () => void {
  const answer = (request: unknown) => {
    (request as { site?: Site }).site = site;
  };
  subscribe(SITE, answer);
  return () => {
    unsubscribe(SITE, answer);
  };
}

/** The site that the build of this process has at hand, if one runs. */
export function siteAtHand(): Site | undefined {
  const request: { site?: Site } = {};
  channel(SITE).publish(request);
  return request.site;
}

/** What is made of an entry: its page, or its data for the browser. */
export type Output = 'page' | 'data';

/** What a route asks a build that listens, which answers before `publish` returns. */
export interface DrawRequest {
  output: Output;
  /** The numbers of the entries that need not be drawn. */
  kept: ReadonlySet<string>;
  /** What the drawing of each entry reads of the site, filled while it is drawn. */
  reads: Map<string, Set<string>>;
}

/** The name of the channel. */
export const DRAWING = 'entries:drawing';

/** An entry to draw, with a site that notes what is read of it: Astro takes a copy of it when the entry's turn comes, and then alone is the site made. */
export type EntryToDraw = Readonly<{ entry: Entry; site: Site }>;

/** The entries that are to be drawn. */
export function entriesToDraw(output: Output, site: Site): EntryToDraw[] {
  const request: DrawRequest = { output, kept: new Set(), reads: new Map() };
  channel(DRAWING).publish(request);
  const noting = createNoting(site);
  return site.entries
    .filter(({ data }) => !request.kept.has(data.id))
    .map((entry) => ({
      entry,
      get site() {
        const reads = request.reads.get(entry.data.id) ?? new Set<string>();
        request.reads.set(entry.data.id, reads);
        return noting(entry, reads);
      },
    }));
}

/** Whether a build listens, which writes some files itself, without drawing them. */
export function isDrawnByBuild(): boolean {
  return channel(DRAWING).hasSubscribers;
}
