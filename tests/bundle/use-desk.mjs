/** Opens the editor's desk of a bundle, changes the title of an entry, looks at its page, saves, and takes the change back. Ends with 1 when a part fails. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const place = `practices/${readdirSync('content/practices')[0].replace('.mdx', '')}`;
const file = `content/${place}.mdx`;
const before = readFileSync(file, 'utf8');
const desk = spawn('./kb', ['edit'], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const url = await address();
  const ask = async (path, message) => {
    const headers = { 'content-type': 'application/json', origin: new URL(url).origin };
    const response = await fetch(url + path, message && { method: 'POST', headers, body: JSON.stringify(message) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const { revision, data } = await (await ask(`api/entry?place=${place}`)).json();
  const title = `${data.title}（改）`;
  const changed = await (await ask('api/change', { place, revision, changes: [{ path: ['title'], value: title }] })).json();
  const page = await (await ask(`site/${place}/`)).text();
  if (!page.includes(title)) throw new Error('the page does not show the change');
  await ask('api/save', { place, revision: changed.revision, what: '试一试。' });
  if (!readFileSync(file, 'utf8').includes(title)) throw new Error('the file does not have the change');
} finally {
  writeFileSync(file, before);
  desk.kill();
}

/** The desk prints its address once it listens. */
function address() {
  return new Promise((resolve, reject) => {
    let said = '';
    desk.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /http:\S+/u.exec(said);
      if (found) resolve(found[0]);
    });
    desk.once('exit', () => reject(new Error(`the desk did not open: ${said}`)));
  });
}
