/**
 * A unit's content is a common library that comes as packages, and what the unit adds. `content/library.yaml` says which package came last and how
 * each of its parts was; the manifest says the same of the package itself.
 */
import { z } from 'astro/zod';
import { text } from './texts.ts';

export const COMMON_FILE = 'library.yaml';

/** The form of packages that this code writes, and the newest that it reads. */
export const PACKAGE_FORM = 1;

/** Days are versions, `2026.11.28`, and what came on the same day `2026.11.28.2`. */
const version = z.string().regex(/^\d{1,9}(?:\.\d{1,9}){0,5}$/u);

export const commonLibrarySchema = z.strictObject({
  name: text.describe('共同库的名称，照包里写的。'),
  version: version.describe('最后换上的包的版本，如 "2026.11.28"。'),
  own: z.array(text).default([]).describe('用共同库的包以前，本单位已经用了的编号；新的编号从 50001 起。'),
  parts: z
    .record(z.string(), z.string().regex(/^[0-9a-f]{16}$/u))
    .describe('包里每一部分原来的样子：文件，或者词表里的一项（文件名#编号）；与它不同的就是本单位改过。'),
});

export type CommonLibrary = z.infer<typeof commonLibrarySchema>;

export const packageManifestSchema = z.object({
  form: z.number().int().min(1),
  name: text,
  version,
  /** Which code the content was checked with. */
  code: z.object({ version: text, commit: text.nullable(), time: text.nullable() }),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});

export type PackageManifest = z.infer<typeof packageManifestSchema>;

/** Below 0 when the first version is older, 0 when both are the same. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
