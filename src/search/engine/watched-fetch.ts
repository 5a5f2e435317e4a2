/**
 * The `fetch` that Pagefind's script is built with. Pagefind only logs a part of the index that it could not fetch, and then finds nothing; a count
 * that is too small is worse than none. And what it asks for one after the other may have been fetched before, together.
 */
let failures = 0;

/** How many requests of Pagefind have failed since the page was opened. */
export function countFailures(): number {
  return failures;
}

const held = new Map<string, Uint8Array<ArrayBuffer>>();

/** Has the next request for an address, whatever question it has, answered by this content. */
export function hold(address: string, content: Uint8Array<ArrayBuffer>): void {
  held.set(address, content);
}

export async function fetch(...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
  const [asked] = request;
  const address = (asked instanceof Request ? asked.url : asked.toString()).replace(/\?.*$/u, '');
  const content = held.get(address);
  held.delete(address);
  if (content) return new Response(content);
  const response = await globalThis.fetch(...request).catch((error: unknown) => {
    failures++;
    throw error;
  });
  if (!response.ok) failures++;
  return response;
}
