/**
 * The `fetch` that Pagefind's script is built with. Pagefind only logs a part of the index that it could not fetch, and then finds nothing; a count
 * that is too small is worse than none.
 */
const failed: string[] = [];

/** How many requests of Pagefind below a folder have failed since the page was opened: indexes of several sites may be open. */
export function countFailures(folder: string): number {
  return failed.filter((address) => address.startsWith(folder)).length;
}

export async function fetch(...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
  const response = await globalThis.fetch(...request).catch((error: unknown) => {
    failed.push(addressOf(request[0]));
    throw error;
  });
  if (!response.ok) failed.push(addressOf(request[0]));
  return response;
}

function addressOf(asked: RequestInfo | URL): string {
  return typeof asked === 'string' ? asked : asked instanceof URL ? asked.href : asked.url;
}
