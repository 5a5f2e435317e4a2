/** A server that sends only the kinds of files that it knows, as IIS does: of any other ending it says that there is no such file. */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** What IIS 10 knows by itself of the endings that a site of this kind has. */
export const IIS_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html'],
  ['.css', 'text/css'],
  ['.js', 'application/javascript'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain'],
  ['.xml', 'text/xml'],
  ['.csv', 'application/octet-stream'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]);

/** The types and headers that a `web.config` sets, on top of those that IIS knows. */
export function readWebConfig(config: string): { types: Map<string, string>; headers: Record<string, string> } {
  const types = new Map(IIS_TYPES);
  for (const [, kind, ending = '', type = ''] of config.matchAll(/<(remove|mimeMap) fileExtension="([^"]+)"(?: mimeType="([^"]+)")?/gu)) {
    // IIS refuses a whole site whose configuration adds what is there already.
    if (kind === 'mimeMap' && types.has(ending)) throw new Error(`duplicate collection entry: ${ending}`);
    if (kind === 'remove') types.delete(ending);
    else types.set(ending, type);
  }
  const [site = ''] = config.split('<location');
  const headers = [...site.matchAll(/<add name="([^"]+)" value="([^"]+)"/gu)].map(([, name = '', value = '']) => [name, value] as const);
  return { types, headers: Object.fromEntries(headers) };
}

/** Serves a folder; the page for what is not there is sent for unknown endings too, as IIS does with 404.3. */
export async function startTyped(
  folder: string,
  types: ReadonlyMap<string, string>,
  headers: Record<string, string> = {},
): Promise<{ url: string; refused: string[]; close: () => Promise<void> }> {
  const refused: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const pathname = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
      const at = join(folder, normalize(pathname));
      const facts = await stat(at).catch(() => undefined);
      if (facts?.isDirectory() && !pathname.endsWith('/')) {
        response.writeHead(301, { location: `${pathname}/` }).end();
        return;
      }
      const file = facts?.isDirectory() ? join(at, 'index.html') : at;
      const type = types.get(extname(file));
      const bytes = type === undefined ? undefined : await readFile(file).catch(() => undefined);
      if (facts && !bytes) refused.push(pathname);
      response.writeHead(bytes ? 200 : 404, { ...headers, 'content-type': bytes ? (type ?? '') : 'text/html' });
      response.end(bytes ?? (await readFile(join(folder, '404.html'))));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    refused,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
