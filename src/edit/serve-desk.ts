/**
 * The desk as a server for one person: on this machine only, below an address that holds a secret, with strict headers. Whoever does not know the
 * secret, or reaches this machine by another name (a page elsewhere that has its name lead here), gets nothing.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { Desk, DESK_COLLECTIONS, DeskError, deskSchema, OutOfDate } from './desk.ts';
import { ChangeError } from './change-field.ts';
import { choicesOf, sourcesOf } from './desk-choices.ts';
import type { DeskContent } from './desk-content.ts';
import { bringIn, signOffSome } from './desk-import.ts';
import { newItem, openVocabulary, saveItem, vocabularyNames } from './desk-lists.ts';
import { bundleDesk, deskHtml, DESK_HTML } from './desk-page.ts';
import { handbookPage } from './handbook.ts';
import { formOf } from './form.ts';
import { Preview } from './preview.ts';
import { ImportError } from '../import/import-error.ts';
import { NewEntryError, shortNameOf } from '../import/new-entry.ts';
import { OFFICE_LIMITS } from '../import/zip-parts.ts';
import { writeTemplate } from '../import/template.ts';
import type { Change, DeskCollection, FieldValue } from './protocol.ts';

export interface DeskAddress {
  server: Server;
  /** With the secret, ending in a slash. */
  url: string;
  /** Other desks over the same folder, in words, with the times since when. */
  others: { desk: string; since: string }[];
  close(): Promise<void>;
}

/** Makes the text of a new entry, and the place of its file. */
export type NewEntry = (collection: DeskCollection, title: string) => Promise<{ place: string; text: string }>;

export interface DeskSettings {
  root: string;
  /** Where changes that are not saved are kept. */
  keep: string;
  port: number;
  newEntry: NewEntry;
}

const HOST = '127.0.0.1';
const MOST_BYTES = 2_000_000;

const SHARED_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

const DESK_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
/** The page beside the form must not have the second one: Chromium 83 shows no page with it in a sandboxed frame. */
const DESK_HEADERS = { 'content-security-policy': DESK_POLICY, 'cross-origin-opener-policy': 'same-origin' };
const PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** Opens the desk over content that has been read. Throws when the port is taken. */
export async function serveDesk(content: DeskContent, { root, keep, port, newEntry }: DeskSettings): Promise<DeskAddress> {
  const secret = randomBytes(18).toString('base64url');
  const base = `/${secret}/`;
  const [desk, page] = await Promise.all([Desk.open(content, keep), bundleDesk()]);
  const preview = new Preview(root, `${base}site/`);
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      sendProblem(response, error);
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const own = addressOf(server);
    if (!own || !isOwnHost(request.headers.host, own.port)) {
      send(response, 403, 'text/plain', '这里只接本机的请求。');
      return;
    }
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    if (!hasSecret(url.pathname, secret)) {
      send(response, 403, 'text/plain', '网址不对。请用终端里写的那一个，整行复制。');
      return;
    }
    const path = url.pathname.slice(base.length);
    if (request.method === 'POST') {
      if (!isOwnOrigin(request, own.port)) {
        send(response, 403, 'text/plain', '这里只接编辑台自己的请求。');
        return;
      }
      if (path === 'api/import') sendJson(response, await takeFile(request, url.searchParams));
      else sendJson(response, await change(path, await readBody(request)));
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain', '');
      return;
    }
    if (path === 'template') sendTemplate(response, url.searchParams);
    else if (path.startsWith('site/')) await sendPage(response, path.slice('site/'.length));
    else if (path.startsWith('api/')) sendJson(response, await look(path.slice('api/'.length), url.searchParams));
    else if (path === 'handbook') await sendHandbook(response);
    else sendDesk(response, path);
  };

  const sendHandbook = async (response: ServerResponse) => {
    // A unit with a content folder of its own may have none in it; the project's is the same for all.
    const page = await handbookPage([content.folders.root, join(root, 'content')]);
    send(response, page === undefined ? 404 : 200, 'text/html', page ?? deskHtml('作者手册', NO_HANDBOOK), DESK_HEADERS);
  };

  const sendDesk = (response: ServerResponse, path: string) => {
    if (path === '') send(response, 200, 'text/html', DESK_HTML, DESK_HEADERS);
    else if (path === 'desk.js') send(response, 200, 'text/javascript', page.script);
    else if (path === 'desk.css') send(response, 200, 'text/css', page.styles);
    else send(response, 404, 'text/plain', '没有这一页。');
  };

  const sendTemplate = (response: ServerResponse, query: URLSearchParams) => {
    const collection = collectionNamed(query.get('collection'));
    const file = encodeURIComponent(`${shortNameOf(collection)}模板.xlsx`);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${file}` };
    response.writeHead(200, { ...SHARED_HEADERS, ...headers }).end(writeTemplate(content.current, collection));
  };

  const takeFile = async (request: IncomingMessage, query: URLSearchParams): Promise<unknown> => {
    const given = query.get('collection') ?? '';
    const wish = {
      name: read(fileName, query.get('name')),
      collection: given === '' ? undefined : collectionNamed(given),
      title: query.get('title')?.trim() || undefined,
      cite: query.get('cite')?.trim() || undefined,
      step: read(importStep, query.get('step')),
      takes: query.getAll('take'),
    };
    const look = await bringIn(content, await readBytes(request, OFFICE_LIMITS.file), wish);
    if (look.kind === 'table') await desk.broughtIn(look.written.map((written) => written.place));
    else if (look.kind === 'document' && look.isWritten) await desk.broughtIn([look.place]);
    return look;
  };

  const look = async (path: string, query: URLSearchParams): Promise<unknown> => {
    const place = query.get('place') ?? '';
    const { current: library } = content;
    switch (path) {
      case 'list':
        return desk.list();
      case 'today':
        return { today: content.today() };
      case 'choices':
        return choicesOf(library);
      case 'sources':
        return sourcesOf(library);
      case 'form':
        return formOf(deskSchema(library, formNamed(query.get('collection'))), library.loaded.lists);
      case 'entry':
        return desk.open(place);
      case 'diff':
        return desk.diff(place);
      case 'overtaking':
        return desk.overtaking(place);
      case 'renaming':
        return desk.lookAtRenaming(place, query.get('name') ?? '');
      case 'vocabularies':
        return vocabularyNames(content);
      case 'vocabulary':
        return openVocabulary(content, query.get('name') ?? '');
      case 'new-item':
        return newItem(content, query.get('name') ?? '', (query.get('words') ?? '').trim());
      default:
        throw new DeskError('没有这一项。');
    }
  };

  const change = async (path: string, body: unknown): Promise<unknown> => {
    if (path === 'api/new') {
      const { collection, title } = read(newMessage, body);
      if (title.trim() === '') throw new DeskError('请写上标题。');
      const made = await newEntry(formNamed(collection), title.trim());
      return desk.begin(made.place, made.text);
    }
    if (path === 'api/item') {
      const { name, was, item } = read(itemMessage, body);
      return saveItem(content, name, was, item);
    }
    if (path === 'api/sign-off') {
      const { ids, ...signature } = read(signMessage, body);
      const unsaved = (await desk.list()).rows.filter(({ id, isChanged }) => isChanged && ids.includes(id));
      if (unsaved.length > 0) throw new DeskError(`还有改动没有保存：${unsaved.map(({ id }) => id).join('、')}。请先保存，再审核。`);
      return signOffSome(content, { ids, ...signature });
    }
    const { place, revision } = read(anyMessage, body);
    switch (path) {
      case 'api/change':
        return desk.change(place, revision, read(changeMessage, body).changes as Change[]);
      case 'api/undo':
        return desk.undo(place, revision);
      case 'api/redo':
        return desk.redo(place, revision);
      case 'api/discard':
        return (await desk.discard(place, revision)) ?? { isGone: true };
      case 'api/save':
        return desk.save(place, revision, read(saveMessage, body).what);
      case 'api/rename': {
        const { name, why } = read(renameMessage, body);
        return desk.rename(place, revision, name, why);
      }
      case 'api/join':
        return desk.join(place, revision, read(joinMessage, body).mine);
      default:
        throw new DeskError('没有这一项。');
    }
  };

  const sendPage = async (response: ServerResponse, path: string) => {
    const style = /^styles\/([a-z-]+\.css)$/u.exec(path)?.[1];
    if (style !== undefined) {
      const css = await preview.style(style);
      if (css === undefined) send(response, 404, 'text/plain', '');
      else send(response, 200, 'text/css', css);
      return;
    }
    const place = decodeURIComponent(path).replace(/\/$/u, '');
    const checked = await desk.checked(place).catch(() => undefined);
    const html = checked && (await preview.draw(checked.changed, place));
    const text = html ?? NO_PAGE;
    // An entry that cannot be drawn yet is there all the same: who has just typed a mistake finds no message of the browser besides.
    send(response, checked === undefined ? 404 : 200, 'text/html', text, { 'content-security-policy': PAGE_POLICY });
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, HOST, resolve);
  }).catch(async (error: unknown) => {
    await desk.close();
    throw error;
  });
  // Seconds of work, while the editor reads the list; what goes wrong is told to whoever asks for a page.
  preview.warm().catch(() => undefined);
  return {
    server,
    url: `http://${HOST}:${addressOf(server)?.port ?? port}${base}`,
    others: await desk.others(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.close();
      await preview.close();
    },
  };
}

const NO_HANDBOOK = '<main id="desk" tabindex="-1"><h1>作者手册</h1><p>内容文件夹里没有 README.md（作者手册）。</p></main>';

const NO_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>看不到</title></head>
<body><p>这一页在编辑台里看不到：这里只有各个条目的页面；字段还没有写对的条目也还显示不出来。</p></body></html>`;

const anyMessage = z.object({ place: z.string().max(300), revision: z.int() });
const path = z
  .array(z.union([z.string(), z.int().min(0)]))
  .min(1)
  .max(20);
const value: z.ZodType<FieldValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]),
);
const changeMessage = z.object({
  changes: z
    .array(
      z.union([
        z.strictObject({ path, value: value.optional() }),
        z.strictObject({ body: z.string() }),
        z.strictObject({ text: z.string() }),
        z.strictObject({ remark: z.strictObject({ by: z.string().max(40), text: z.string().max(500) }) }),
        z.strictObject({ answered: z.int().min(0) }),
      ]),
    )
    .max(1000),
});
const saveMessage = z.object({ what: z.string().max(100).optional() });
const renameMessage = z.object({ name: z.string().max(300), why: z.string().max(100) });
const joinMessage = z.object({ mine: z.array(path).max(1000) });
const newMessage = z.object({ collection: z.string(), title: z.string() });
const group = z.record(z.string(), value);
const itemMessage = z.object({ name: z.string(), was: group.optional(), item: group });
const signMessage = z.object({
  ids: z.array(z.string().max(20)).max(10_000),
  writer: z.string().max(40),
  reviewer: z.string().max(40),
  isSecrecyDone: z.boolean(),
});
const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\\/\0]+$/u);
const importStep = z.enum(['look', 'all', 'good rows']);

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new DeskError('读不懂这个请求。');
  return result.data;
}

function formNamed(name: string | null): DeskCollection {
  const found = DESK_COLLECTIONS.find((known) => known === name);
  if (!found) throw new DeskError('没有这个栏目。');
  return found;
}

function collectionNamed(name: string | null): CollectionName {
  const found = COLLECTION_NAMES.find((known) => known === name);
  if (!found) throw new DeskError('没有这个栏目。');
  return found;
}

function addressOf(server: Server): { port: number } | undefined {
  const address = server.address();
  return typeof address === 'object' && address ? address : undefined;
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `${HOST}:${port}` || host === `localhost:${port}`;
}

/** Forms and scripts of other pages say where they come from. */
function isOwnOrigin({ headers }: IncomingMessage, port: number): boolean {
  // Neither kind is what a form of another page can send.
  const isOurs = /^application\/(?:json|octet-stream)/u.test(headers['content-type'] ?? '');
  return isOurs && (headers.origin === `http://${HOST}:${port}` || headers.origin === `http://localhost:${port}`);
}

function hasSecret(pathname: string, secret: string): boolean {
  const given = Buffer.from(pathname.slice(1, secret.length + 1));
  const wanted = Buffer.from(secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted) && pathname[secret.length + 1] === '/';
}

async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new DeskError(`一次送来的内容太多了，上限是 ${Math.floor(most / 1e6)} MB。`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request, MOST_BYTES);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new DeskError('读不懂这个请求。');
  }
}

function sendProblem(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof OutOfDate) {
    sendJson(response, { message: error.message, entry: error.entry }, 409);
    return;
  }
  const isTold = [DeskError, ChangeError, ImportError, NewEntryError].some((kind) => error instanceof kind);
  if (!isTold) console.error(error);
  sendJson(
    response,
    { message: isTold && error instanceof Error ? error.message : '编辑台出了差错，这一步没有做成；原因写在终端里。' },
    isTold ? 400 : 500,
  );
}

function sendJson(response: ServerResponse, data: unknown, status = 200): void {
  send(response, status, 'application/json', JSON.stringify(data ?? null));
}

function send(response: ServerResponse, status: number, type: string, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...SHARED_HEADERS, 'content-type': `${type}; charset=utf-8`, ...headers }).end(text);
}
