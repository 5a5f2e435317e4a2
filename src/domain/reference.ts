/** References after GB/T 7714, for reading lists and for citing an entry. */
import type { PublicSource } from '../schema/vocabulary.ts';
import type { Entry } from './records.ts';

/** An entry of this site as an electronic resource: `题名[DB/OL]. 站名, 编号. (修改日期). 网址.` */
export function referenceToEntry({ data }: Entry, siteName: string, address: string): string {
  return `${data.title}[DB/OL]. ${siteName}, ${data.id}. (${data.updated}). ${address}.`;
}

/** A public source: an electronic resource when the publisher's own address is known, otherwise without an address. */
export function referenceToPublicSource({ publisher, title, date, url }: PublicSource): string {
  const kind = url ? 'EB/OL' : 'Z';
  const when = date === '未载' ? '日期未载' : date;
  return `${publisher}. ${title}[${kind}]. (${when}).${url ? ` ${url}.` : ''}`;
}
