/** Questions to the desk. */
import type { DeskEntry } from '../protocol.ts';

/** The desk has said no, in words for the editor. */
export class Refused extends Error {}

/** The desk does not answer. */
export class NoAnswer extends Error {}

/** Another window has changed the entry meanwhile. */
export class Missed extends Error {
  readonly entry: DeskEntry;

  constructor(entry: DeskEntry) {
    super('另一个窗口也在改这一条');
    this.entry = entry;
  }
}

export function ask<T>(path: string): Promise<T> {
  return talk<T>(path, {});
}

export function tell<T>(path: string, body: unknown): Promise<T> {
  return talk<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** A file as it is; its name and what is wished of it stand in the address. */
export function sendFile<T>(path: string, file: Blob): Promise<T> {
  return talk<T>(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file });
}

async function talk<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(`api/${path}`, request).catch(() => undefined);
  if (!response) throw new NoAnswer('编辑台没有回应');
  if (response.status === 403) throw new Refused('编辑台重新启动过，网址变了。请打开终端里写的新网址；没有送到的改动留在这个浏览器里。');
  const answer = (await response.json()) as { message?: string; entry?: DeskEntry };
  if (response.status === 409 && answer.entry) throw new Missed(answer.entry);
  if (!response.ok) throw new Refused(answer.message ?? '编辑台出了差错，请看终端里的说明。');
  return answer as unknown as T;
}
