/** The media type of each kind of file of the site, by the ending of its name; anything else is `OTHER`. */
export const MEDIA_TYPES: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv',
  txt: 'text/plain',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Files of the search index are of this type: they are packed already. */
export const OTHER = 'application/octet-stream';

/** Text is sent with its character set, and compressed. */
export function isText(type: string): boolean {
  return /^text\/|json$|xml$/u.test(type);
}
