/** The common library as one archive: its content, and a manifest with version and checksums. The same content gives the same bytes. */
import { hashOf } from '../export/checksums.ts';
import { encoded, zipFiles } from '../export/zip.ts';
import { PACKAGE_FORM, packageManifestSchema } from '../schema/common-library.ts';
import type { PackageManifest } from '../schema/common-library.ts';
import { ImportError } from './import-error.ts';
import { isUnits } from './library-parts.ts';
import { readZip } from './zip-parts.ts';
import type { ZipLimits } from './zip-parts.ts';

const MANIFEST = 'library.json';
const CONTENT = 'content/';
const LIMITS: ZipLimits = { file: 100 * 2 ** 20, parts: 60_000, unpacked: 400 * 2 ** 20 };

/** A package as read: what it says of itself, and its files by their path below the content folder. */
export interface LibraryPackage {
  manifest: PackageManifest;
  texts: ReadonlyMap<string, string>;
}

/** The bytes of a package of these files. */
export function writePackage(facts: Pick<PackageManifest, 'name' | 'version' | 'code'>, texts: ReadonlyMap<string, string>): Uint8Array {
  const files = encoded([...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, text]) => [CONTENT + place, text]));
  const manifest: PackageManifest = {
    form: PACKAGE_FORM,
    ...facts,
    files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.slice(CONTENT.length), hashOf(bytes)])),
  };
  return zipFiles({ ...encoded([[MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`]]), ...files }, 9);
}

/** Reads a package. Throws an `ImportError` with one sentence for what is none, is damaged, or is of a form that came later. */
export function readPackage(bytes: Uint8Array): LibraryPackage {
  const parts = openArchive(bytes);
  const manifest = readManifest(parts);
  const names = new Set([...parts.keys()].filter((name) => name.startsWith(CONTENT)).map((name) => name.slice(CONTENT.length)));
  const odd = [...names].find((name) => !Object.hasOwn(manifest.files, name) || !isPlace(name));
  if (odd !== undefined)
    throw new ImportError(`包里的文件“${odd}”不在它自己的清单里，或者不是共同库的文件，没有用它。请向共同库重新要一份。`);
  const texts = new Map<string, string>();
  for (const [place, hash] of Object.entries(manifest.files)) {
    const content = parts.get(CONTENT + place);
    if (content === undefined || hashOf(content) !== hash)
      throw new ImportError(`包里的文件“${place}”${content ? '与校验值不符' : '不见了'}，包在传送中损坏了或者被改过。请重新取一份，再试。`);
    texts.set(place, new TextDecoder().decode(content));
  }
  return { manifest, texts };
}

function openArchive(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return new Map([...readZip(bytes, LIMITS)].map(([name, part]) => [name, part.bytes()]));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ImportError('这个文件不是共同库的包，或者没有传完、已经损坏。请重新取一份，再试。');
  }
}

function readManifest(parts: ReadonlyMap<string, Uint8Array>): PackageManifest {
  const text = parts.get(MANIFEST);
  const written = text && parsed(new TextDecoder().decode(text));
  const form = typeof written === 'object' && written !== null && 'form' in written ? Number(written.form) : 0;
  if (form > PACKAGE_FORM) throw new ImportError(`包的格式（${form}）比这里的代码认识的（${PACKAGE_FORM}）新。请先更新代码，再换这个包。`);
  const read = packageManifestSchema.safeParse(written);
  if (!read.success)
    throw new ImportError(`这个压缩文件里没有能用的 ${MANIFEST}，不是共同库的包。请写由 npm run pack:library 打成的那个文件。`);
  return read.data;
}

/** A path of the content that may come from a package; nothing that leads out of the folder, and nothing of the unit's own. */
function isPlace(name: string): boolean {
  return /^(?:[\w-]+\/)?[\w-]+\.(?:mdx|yaml|md)$/u.test(name) && !isUnits(name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
