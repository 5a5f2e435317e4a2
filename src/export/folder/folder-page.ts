/** A page of the site as a page of the folder edition: relative links, one plain script, a policy that fits files. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { relativeAddress, rootFrom } from './relative-address.ts';
import type { BuiltFiles } from './relative-address.ts';

/**
 * On `file://` an origin means nothing, so that `'self'` allows no script in Chromium; the scheme does. Nothing can be fetched there anyway.
 */
const POLICY = "default-src 'none'; img-src file: data:; script-src file:; style-src file:; form-action file:; base-uri 'none'";

/** Gives the path of the one script that does what the module scripts of these paths do, in their order. */
export type ScriptFor = (modules: readonly string[]) => string;

/** Rewrites one page; `file` is its path below the folder of the site. */
export function folderPage(html: string, file: string, built: BuiltFiles, scriptFor: ScriptFor): string {
  const tree = fromHtml(html);
  const modules = takeModules(tree, built.base);
  relinkTree(tree, file, built);
  if (modules.length > 0) appendScript(tree, rootFrom(file) + scriptFor(modules));
  return `${toHtml(tree)}\n`;
}

/** Takes the module scripts out of a page, which no browser loads from a file, and gives their paths. */
function takeModules(tree: Root, base: string): string[] {
  const modules: string[] = [];
  visit(tree, 'element', ({ tagName, properties }, index, parent) => {
    if (tagName !== 'script' || properties['type'] !== 'module') return undefined;
    modules.push(String(properties['src']).slice(base.length));
    parent?.children.splice(index ?? 0, 1);
    return [SKIP, index ?? 0];
  });
  return [...new Set(modules)];
}

function relinkTree(tree: Root, file: string, built: BuiltFiles): void {
  visit(tree, 'element', (element, index, parent) => {
    // Where a page stands on a server says nothing about a folder, and nothing can be fetched ahead there.
    if (element.tagName === 'link' && [element.properties['rel']].flat().some((rel) => /canonical|preload/u.test(String(rel)))) {
      parent?.children.splice(index ?? 0, 1);
      return [SKIP, index ?? 0];
    }
    relink(element, file, built);
    if (element.tagName === 'template' && element.content) relinkTree(element.content, file, built);
    return undefined;
  });
}

function relink({ tagName, properties }: Element, file: string, built: BuiltFiles): void {
  const refresh = String(properties['httpEquiv'] ?? '').toLowerCase();
  if (tagName === 'meta' && refresh === 'content-security-policy') properties['content'] = POLICY;
  if (tagName === 'meta' && refresh === 'refresh') {
    properties['content'] = String(properties['content']).replace(/(?<=url=)(.+)$/u, (url) => relativeAddress(url, file, built));
  }
  for (const [name, value] of Object.entries(properties)) {
    // Scripts put the names of files behind it.
    if (name === 'dataBase') properties[name] = rootFrom(file);
    else if (typeof value === 'string' && (/^data[A-Z]/u.test(name) || ['href', 'src', 'action'].includes(name))) {
      properties[name] = relativeAddress(value, file, built);
    }
  }
}

/** Deferred like the modules it stands for. */
function appendScript(tree: Root, src: string): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'body')
      element.children.push({ type: 'element', tagName: 'script', properties: { src, defer: true }, children: [] });
  });
}
