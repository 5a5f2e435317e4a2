/** Lets the search code and Pagefind's script run in Node as they run in a page in Chinese, over a folder of files instead of a server. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';

/** As much of a page as is looked at. `isMissing` says which addresses answer that there is no such file; `vi.unstubAllGlobals()` ends it. */
export function stubPage(isMissing: (address: string) => boolean = () => false): void {
  vi.stubGlobal('document', { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh-CN' }) });
  vi.stubGlobal('fetch', async (address: string) => {
    const content = isMissing(address) ? undefined : await readFile(new URL(address.replace(/\?.*$/u, ''))).catch(() => undefined);
    return content ? new Response(content) : new Response('', { status: 404 });
  });
}

/** The address of a folder of files, with a slash at its end. */
export function addressOf(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}
