/**
 * Data written as a script, for pages that have no server to fetch from and browsers that cannot unpack. The script form of `a/b.json` is
 * `a/b.json.js`; it puts the value into the global `scriptData` under the name `a/b.json`, where `search/engine/script-file.ts` takes it from.
 */

/** The path of a file's script form. */
export function scriptPath(path: string): string {
  return `${path}.js`;
}

/** The script form of a file of JSON. */
export function scriptForm(path: string, json: string): string {
  return `${opening(path)}${json.trim()};\n`;
}

/** The JSON in a script form; throws when it is the form of another file. */
export function jsonOf(path: string, script: string): string {
  const start = opening(path);
  if (!script.startsWith(start)) throw new Error(`not the script form of ${path}`);
  return script.slice(start.length).replace(/;\n$/u, '');
}

function opening(path: string): string {
  return `(self.scriptData=self.scriptData||{})[${JSON.stringify(path)}]=`;
}
