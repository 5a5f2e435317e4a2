/** Turns the module scripts of a page into one plain script, since no browser loads modules from a file. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import { LOWEST_TARGET } from '../../domain/browser-contract.ts';

/** A plain script and where it belongs below the folder of the site. */
export interface PlainScript {
  path: string;
  code: string;
}

/** The path of the script for a list of modules: the same for the same list. */
export function plainScriptPath(modules: readonly string[]): string {
  return `scripts/${createHash('sha256').update(modules.join('\n')).digest('hex').slice(0, 10)}.js`;
}

/** Bundles modules below `folder`, and what they import sooner or later, in their order. */
export async function bundleModules(folder: string, modules: readonly string[]): Promise<PlainScript> {
  const { outputFiles } = await build({
    stdin: { contents: modules.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n'), resolveDir: folder },
    absWorkingDir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    target: LOWEST_TARGET,
    supported: { 'regexp-unicode-property-escapes': true },
    minify: true,
    charset: 'utf8',
    logLevel: 'error',
    outfile: join(folder, 'script.js'),
  });
  return { path: plainScriptPath(modules), code: outputFiles[0]?.text ?? '' };
}
