/** Turns the module scripts of a page into one plain script, since no browser loads modules from a file. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { LOWEST_TARGET } from '../../domain/site/browser-contract.ts';

/** A plain script and where it belongs below the folder of the site. */
export interface PlainScript {
  path: string;
  code: string;
}

/** The path of the script for a list of modules: the same for the same list. */
export function plainScriptPath(modules: readonly string[]): string {
  return `scripts/${createHash('sha256').update(modules.join('\n')).digest('hex').slice(0, 10)}.js`;
}

/** Bundles modules below `folder`, and what they import sooner or later, in their order; `base` is what addresses in them begin with. */
export async function bundleModules(folder: string, base: string, modules: readonly string[]): Promise<PlainScript> {
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
    plugins: [styleSheetsBeside(base)],
  });
  const code = outputFiles[0]?.text ?? '';
  return {
    path: plainScriptPath(modules),
    code: code.includes(OWN_ADDRESS) ? `var ${OWN_ADDRESS}=document.currentScript.src;${code}` : code,
  };
}

/** Only while a plain script runs for the first time does the browser say where it is from. */
const OWN_ADDRESS = 'siteScript';

/** A style sheet that a script puts on the page lies beside the script's folder, wherever that is. */
function styleSheetsBeside(base: string): Plugin {
  const address = new RegExp(`(["'\`])${base.replaceAll('.', '\\.')}(_astro/[^"'\`]+\\.css)\\1`, 'gu');
  return {
    name: 'style-sheets-beside',
    setup: (bundling) => {
      bundling.onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { contents: text.replace(address, `new URL("../$2",${OWN_ADDRESS}).href`), loader: 'js' };
      });
    },
  };
}
