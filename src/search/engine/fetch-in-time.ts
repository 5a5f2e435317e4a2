/** Fetching from another unit's site: a server that never answers is given up, so that asking it once more asks anew. */

/** Milliseconds that one file of another unit may take. */
export const FILE_LIMIT = 10_000;

/** The text of a file; rejects when the server refuses it, and when it is not there in time. */
export async function fetchInTime(address: string, options: RequestInit = {}): Promise<string> {
  const ender = new AbortController();
  const ending = setTimeout(() => {
    ender.abort();
  }, FILE_LIMIT);
  try {
    const response = await fetch(address, { ...options, signal: ender.signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return await response.text();
  } finally {
    clearTimeout(ending);
  }
}
