/** Reads `site.yaml` of the content folder, and knows where that folder is. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { siteSchema } from '../schema/site.ts';
import type { SiteFile } from '../schema/site.ts';

export const SITE_FILE = 'site.yaml';

/** The content folder of the project at `root`: `content`, or what `CONTENT_DIR` names, from there or as a whole path. */
export function contentFolder(root = process.cwd()): string {
  return resolve(root, process.env['CONTENT_DIR'] || 'content');
}

/** What the file says, with defaults for what it leaves out. One that cannot be used counts as empty and not sound: the check says what is wrong. */
export function readSiteFile(folder = contentFolder()): { data: SiteFile; isSound: boolean } {
  const path = join(folder, SITE_FILE);
  if (!existsSync(path)) return { data: siteSchema.parse({}), isSound: true };
  const read = siteSchema.safeParse(parsed(path));
  return read.success ? { data: read.data, isSound: true } : { data: siteSchema.parse({}), isSound: false };
}

/** `null` is an empty file, and as good as none. */
function parsed(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) ?? {};
  } catch {
    return undefined;
  }
}
