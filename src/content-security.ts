/**
 * What a page of the site may load and do: nothing but its own files, no inline script or style. Pages say so in a meta tag, and a server may send
 * the same words as a header. One policy for every page: scripts and styles are files of the site, so no page needs a hash of its own.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // Pagefind, the search engine, is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
