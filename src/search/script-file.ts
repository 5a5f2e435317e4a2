/** Reads data in its script form (`domain/script-form.ts`): without a server, and where `stored-index.ts` has no unpacker. */
import { jsonOf, scriptPath } from '../domain/script-form.ts';
import { SearchUnavailable } from './engine.ts';

const reading = new Map<string, Promise<unknown>>();

/** The value of the script form of a file below `base`, read once a page; a failure is not kept. Rejects with `SearchUnavailable`. */
export function readScript<T>(base: string, path: string): Promise<T> {
  const address = base + scriptPath(path);
  const running = reading.get(address) ?? loadScript(address, path);
  reading.set(address, running);
  running.catch(() => reading.delete(address));
  return running as Promise<T>;
}

function loadScript(address: string, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(address);
    script.addEventListener('load', () => {
      const { scriptData = {} } = globalThis as ScriptData;
      const value = scriptData[path];
      // Scripts of several units' folders carry the same names.
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

/** The same by `fetch`, for another unit's site, whose scripts no page of this one runs. */
export function fetchScript<T>(base: string, path: string): Promise<T> {
  const address = base + scriptPath(path);
  const running = reading.get(address) ?? fetchText(address).then((text) => JSON.parse(jsonOf(path, text)) as unknown);
  reading.set(address, running);
  running.catch(() => reading.delete(address));
  return running as Promise<T>;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new SearchUnavailable(`${address}: ${response.status}`);
  return response.text();
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
