/**
 * The `fetch` that Pagefind's script is built with. Pagefind only logs a part of the index that it could not fetch, and then finds nothing; a count
 * that is too small is worse than none.
 */
const failed: string[] = [];

/** How many requests of Pagefind below a folder have failed since the page was opened: indexes of several sites may be open. */
export function countFailures(folder: string): number {
  return failed.filter((address) => address.startsWith(folder)).length;
}

export async function fetch(asked: RequestInfo | URL, options?: RequestInit): Promise<Response> {
  const address = addressOf(asked);
  const isProgram = /\/wasm\.[^/]+\.pagefind$/u.test(address);
  if (isProgram) program ??= address;
  const response = await globalThis.fetch(isProgram ? (program ?? asked) : asked, options).catch((error: unknown) => {
    failed.push(address);
    throw error;
  });
  if (!response.ok) failed.push(address);
  return response;
}

/** Where the program was first read from. Indexes of several sites are read by one version of it, which need not be fetched from each. */
let program: string | undefined;

function addressOf(asked: RequestInfo | URL): string {
  return typeof asked === 'string' ? asked : asked instanceof URL ? asked.href : asked.url;
}
