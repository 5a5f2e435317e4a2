/**
 * The `fetch` that Pagefind's script is built with. Pagefind only logs a part of the index that it could not fetch, and then finds nothing; a count
 * that is too small is worse than none.
 */
let failures = 0;

/** How many requests of Pagefind have failed since the page was opened. */
export function countFailures(): number {
  return failures;
}

export async function fetch(...request: Parameters<typeof globalThis.fetch>): Promise<Response> {
  const response = await globalThis.fetch(...request).catch((error: unknown) => {
    failures++;
    throw error;
  });
  if (!response.ok) failures++;
  return response;
}
