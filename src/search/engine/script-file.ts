/** Reads data in its script form (`domain/site/script-form.ts`): without a server, and where nothing unpacks what was packed. */
import { jsonOf, scriptPath } from '../../domain/site/script-form.ts';
import { SearchUnavailable } from './engine.ts';
import { fetchInTime } from './fetch-in-time.ts';

const reading = new Map<string, Promise<unknown>>();

/**
 * The value of the script form of a file below `folder`, read once a page; a failure is not kept. Its name is the path of the file below the folder for
 * which it was written. Rejects with `SearchUnavailable`.
 */
export function readScript<T>(folder: string, path: string): Promise<T> {
  const address = folder + scriptPath(path);
  const running = reading.get(address) ?? loadScript(address, path);
  reading.set(address, running);
  running.catch(() => reading.delete(address));
  return running as Promise<T>;
}

/** The same, read anew: of a file that another may have taken the place of. */
export function readScriptAnew<T>(folder: string, path: string): Promise<T> {
  // A server without any settings may let browsers keep it; a folder has no server, and knows no questions.
  const question = location.protocol === 'file:' ? '' : `?${Date.now().toString(36)}`;
  return loadScript(folder + scriptPath(path) + question, path) as Promise<T>;
}

function loadScript(address: string, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(address);
    script.addEventListener('load', () => {
      const { scriptData = {} } = globalThis as ScriptData;
      const value = scriptData[path];
      // Another folder may have a file of the same name.
      scriptData[path] = undefined;
      if (value === undefined) reject(new SearchUnavailable(`${address} does not hold ${path}`));
      else resolve(value);
      script.remove();
    });
    script.addEventListener('error', () => {
      reject(new SearchUnavailable(`${address} cannot be read`));
      script.remove();
    });
    document.head.append(script);
  });
}

/** How the files of an index are read, and those anew that another may have taken the place of. */
export interface ScriptReader {
  read: typeof readScript;
  readAnew: typeof readScript;
}

/** As scripts of a page. */
export const asScripts: ScriptReader = { read: readScript, readAnew: readScriptAnew };

/** By `fetch`: another unit's site, whose scripts no page of this one runs. */
export const byFetch: ScriptReader = { read: fetchScript, readAnew: (folder, path) => fetchText(folder, path, { cache: 'no-cache' }) };

function fetchScript<T>(folder: string, path: string): Promise<T> {
  const address = folder + scriptPath(path);
  const running = reading.get(address) ?? fetchText(folder, path);
  reading.set(address, running);
  running.catch(() => reading.delete(address));
  return running as Promise<T>;
}

async function fetchText<T>(folder: string, path: string, options?: RequestInit): Promise<T> {
  const address = folder + scriptPath(path);
  const text = await fetchInTime(address, options).catch((error: unknown) => {
    throw new SearchUnavailable(`${address}: ${String(error)}`);
  });
  return JSON.parse(jsonOf(path, text)) as T;
}

/** The address as browsers that know Trusted Types want it from the one policy the site allows; it is always a data file of the site itself. */
function trusted(address: string): string {
  policy ??= (globalThis as TrustedTypes).trustedTypes?.createPolicy('script-data', { createScriptURL: (text) => text });
  return policy?.createScriptURL(address) ?? address;
}

let policy: ScriptPolicy | undefined;

/** The part of Trusted Types used here, which TypeScript's own library does not know yet. */
interface TrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

interface ScriptData {
  scriptData?: Record<string, unknown>;
}
