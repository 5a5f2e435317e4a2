/** Names that Windows, macOS and office programs give to a copy of a file. */

const COPIES = [
  /^(?<name>.+?)\s*[-—–－_]*\s*(?:的)?(?:副本|拷贝|复制)(?:\s*[（(]?\d+[)）]?)?$/u,
  /^(?:副本|复件|复制)\s*(?:[（(]\d+[)）])?\s*[-—_]?\s*(?<name>.+)$/u,
  /^(?<name>.+?)\s+[-—–]?\s*copy(?:\s*\(?\d+\)?)?$/iu,
  /^copy (?:\(\d+\) )?of (?<name>.+)$/iu,
  /^(?<name>.+?)\s*[（(]\d+[)）]$/u,
];

/** The name of the file that a file is a copy of, as far as its own name tells; `undefined` when it does not. */
export function originalName(name: string): string | undefined {
  for (const pattern of COPIES) {
    const original = pattern.exec(name)?.groups?.['name'];
    if (original !== undefined) return original.trim();
  }
  return undefined;
}
