/** Lets the search code and Pagefind's script run in Node as they run in a page in Chinese, over a folder of files instead of a server. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { vi } from 'vitest';

/** As much of a page as is looked at. `isMissing` says which addresses answer that there is no such file; `vi.unstubAllGlobals()` ends it. */
export function stubPage(isMissing: (address: string) => boolean = () => false): void {
  const read = async (address: string) =>
    isMissing(address) ? undefined : await readFile(new URL(address.replace(/\?.*$/u, ''))).catch(() => undefined);
  vi.stubGlobal('document', {
    currentScript: null,
    querySelector: () => ({ getAttribute: () => 'zh-CN' }),
    createElement: (name: string) => (name === 'script' ? new ScriptInNode() : {}),
    head: { append: (element: object) => (element instanceof ScriptInNode ? void element.run(read) : undefined) },
  });
  vi.stubGlobal('location', { protocol: 'http:' });
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('fetch', async (address: string) => {
    const content = await read(address);
    return content ? new Response(content) : new Response('', { status: 404 });
  });
}

/** A plain script put on the page. */
class ScriptInNode {
  src = '';
  readonly #listeners = new Map<string, () => void>();

  addEventListener(type: string, listener: () => void): void {
    this.#listeners.set(type, listener);
  }

  remove(): void {
    this.#listeners.clear();
  }

  async run(read: (address: string) => Promise<Buffer | undefined>): Promise<void> {
    const content = await read(this.src);
    if (content) runInThisContext(content.toString());
    this.#listeners.get(content ? 'load' : 'error')?.();
  }
}

/** The address of a folder of files, with a slash at its end. */
export function addressOf(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}
