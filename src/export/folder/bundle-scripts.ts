/**
 * Turns the module scripts of a page into one plain script, since no browser loads modules from a file. What is imported later comes with it, but for
 * large modules, as what writes Word files: each is a plain script of its own, which the page loads when it is wanted.
 */
import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
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

/** A page's script, and the large modules that it loads later. */
export interface PageScript extends PlainScript {
  /** Paths below the folder that the modules were bundled from. */
  apart: readonly string[];
}

/** Bundles modules below `folder`, and what they import sooner or later, in their order; `base` is what addresses in them begin with. */
export async function bundleModules(folder: string, base: string, modules: readonly string[]): Promise<PageScript> {
  const apart = new Set<string>();
  const contents = modules.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n');
  const code = await bundle(folder, contents, { plugins: [besideTheScript(folder, base, apart)] });
  const loader = apart.size > 0 ? LOADER : '';
  const isFound = loader !== '' || code.includes(OWN_ADDRESS);
  return {
    path: plainScriptPath(modules),
    code: isFound ? `var ${OWN_ADDRESS}=document.currentScript.src;${loader}${code}` : code,
    apart: [...apart].sort(),
  };
}

/** The script of a large module below `folder`, which is there for the page once it has run. */
export async function bundleApart(folder: string, base: string, path: string): Promise<PlainScript> {
  const contents = `export * from ${JSON.stringify(`./${path}`)};`;
  const globalName = `${MODULES}[${JSON.stringify(nameOf(path))}]`;
  return { path: plainScriptPath([path]), code: await bundle(folder, contents, { globalName, plugins: [besideTheScript(folder, base)] }) };
}

async function bundle(folder: string, contents: string, more: Pick<BuildOptions, 'globalName' | 'plugins'>): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
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
    ...more,
  });
  return outputFiles[0]?.text ?? '';
}

/** Only while a plain script runs for the first time does the browser say where it is from. */
const OWN_ADDRESS = 'siteScript';
/** Where scripts of large modules leave what they export. */
const MODULES = 'siteModules';
/** A module of so many bytes is not loaded with the page. */
const LARGE = 100 * 1024;
/** Stands for `import()`: loads a script that lies beside this one, unless what it leaves is there. */
const LOADER = `function siteModule(file,name){return new Promise(function(resolve,reject){var known=self.${MODULES}&&${MODULES}[name];\
if(known)return resolve(known);var script=document.createElement("script");script.src=new URL(file,${OWN_ADDRESS}).href;\
script.onload=function(){resolve(${MODULES}[name])};script.onerror=function(){script.remove();reject(new Error(file+" cannot be read"))};\
document.head.appendChild(script)})}`;

function nameOf(path: string): string {
  return basename(path, '.js');
}

/**
 * A style sheet that a script puts on the page, and a large module that is imported later, lie beside the script's folder, wherever that is. Without
 * `apart`, to which such modules are added, they are bundled.
 */
function besideTheScript(folder: string, base: string, apart?: Set<string>): Plugin {
  const address = new RegExp(`(["'\`])${base.replaceAll('.', '\\.')}(_astro/[^"'\`]+\\.css)\\1`, 'gu');
  return {
    name: 'beside-the-script',
    setup: (bundling) => {
      bundling.onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const withStyles = text.replace(address, `new URL("../$2",${OWN_ADDRESS}).href`);
        const contents = withStyles.replace(LATER, (whole, _quote: string, file: string) => {
          const place = join(dirname(path), file);
          if (!apart || statSync(place).size < LARGE) return whole;
          // esbuild names files as they are, where the folder is a link.
          const module = relative(realpathSync(folder), place).split(sep).join('/');
          apart.add(module);
          return `siteModule(${JSON.stringify(basename(plainScriptPath([module])))},${JSON.stringify(nameOf(module))})`;
        });
        return { contents, loader: 'js' };
      });
    },
  };
}

/** A module of this site that is imported later. */
const LATER = /\bimport\((["'`])(\.\/[^"'`]+\.js)\1\)/gu;
