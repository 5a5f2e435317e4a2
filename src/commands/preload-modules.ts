/**
 * Names in the head of a page the scripts that its scripts import, so that a browser asks for all of them at once: on a slow line each step from a
 * script to the next costs as much as the scripts themselves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Rewrites the page `path` below `folder`; `base` is what stands before every address of the site. */
export function preloadModules(folder: string, path: string, base: string): void {
  const file = join(folder, path);
  const html = readFileSync(file, 'utf8');
  const own = [...html.matchAll(/<script type="module" src="([^"]+)">/gu)].map(([, source = '']) => source);
  const links = [...importsOf(own, folder, base)].map((source) => `<link rel="modulepreload" href="${source}">`);
  writeFileSync(
    file,
    html.replace('</head>', () => `${links.join('')}</head>`),
  );
}

/** The addresses of all that these scripts import at once, without themselves; what the first of them needs comes first. */
function importsOf(scripts: readonly string[], folder: string, base: string): Set<string> {
  const found = new Set<string>();
  const open = [...scripts];
  for (const source of open) {
    const code = readFileSync(join(folder, decodeURI(source.slice(base.length))), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:^|[;}])(?:import|export)(?:[^"'`;()]*?from)?"(\.\/[^"]+\.js)"/gu)) {
      const address = `${dirname(source)}/${basename(name)}`;
      if (found.has(address) || scripts.includes(address)) continue;
      found.add(address);
      open.push(address);
    }
  }
  return found;
}
