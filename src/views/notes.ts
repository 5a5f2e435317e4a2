/**
 * Citations as notes of a page: raised numbers in the text, and at its end the list of what they mean. Works are numbered as they first appear, so
 * the numbers are given when the text is whole: `citeMarks` writes each citation by its name, `numberNotes` turns the names into numbers.
 */
import { entryPath, isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { ownAnchor } from '../domain/entry/own-documents.ts';
import { validityOn } from '../domain/policy/validity.ts';
import { isUnknown } from '../schema/unknown.ts';
import { href } from '../site.ts';
import { SEEN } from './links.ts';
import type { CiteLink } from './links.ts';
import { publicSourceAddress } from './public-sources.ts';

/** A work that a page cites, with the places of it that statements rest on. */
export interface NotedWork {
  /** The number of the work in the library. */
  work: string;
  /** Its number on this page. */
  n: number;
  notes: Note[];
}

/** What one or more statements rest on: places of one work, none for the whole of it. */
export interface Note {
  /** Its anchor in the list. */
  id: string;
  places: { name: string; href: string }[];
  /** The id of the first mark that leads here. */
  mark: string;
}

/** Citations by their names, as pages without a list of notes show them. */
export function citeMarks(links: readonly CiteLink[]): string {
  if (links.length === 0) return '';
  const marks = links.map(
    ({ work, place, label, href: address }) =>
      `<a class="cite" href="${escape(address)}" data-work="${escape(work)}" data-place="${escape(place)}">${escape(label)}</a>`,
  );
  return `<span class="cites" data-search-ignore>${marks.join('')}</span>`;
}

const CITES = /<span class="cites" data-search-ignore>((?:<a class="cite"[^>]*>[^<]*<\/a>)+)<\/span>/gu;
const CITE = /<a class="cite" href="([^"]*)" data-work="([^"]*)" data-place="([^"]*)">/gu;

/** The text with a number in place of each name, and the works in the order of their numbers. */
export function numberNotes(html: string): { html: string; works: NotedWork[] } {
  const works = new Map<string, NotedWork>();
  const numbered = html.replace(CITES, (_, names: string) => {
    const cited = [...names.matchAll(CITE)].map(([, href = '', work = '', name = '']) => ({
      work,
      name: unescape(name),
      href: unescape(href),
    }));
    const links = [...Map.groupBy(cited, ({ work }) => work)].map(([work, list]) => {
      const noted = works.get(work) ?? { work, n: works.size + 1, notes: [] };
      works.set(work, noted);
      return markOf(
        noted,
        list.flatMap(({ name, href }) => (name === '' ? [] : [{ name, href }])),
      );
    });
    return `<sup class="cites" data-search-ignore>${links.join('')}</sup>`;
  });
  return { html: numbered, works: [...works.values()] };
}

/** A mark that leads to the note of these places; statements that rest on the same share one, and it leads back to the first of them. */
function markOf({ n, notes }: NotedWork, places: Note['places']): string {
  const key = namesOf(places);
  const known = notes.find((note) => namesOf(note.places) === key);
  if (known) return `<a href="#${known.id}" aria-label="出处[${n}]">[${n}]</a>`;
  const place = notes.length === 0 ? n : `${n}-${notes.length + 1}`;
  notes.push({ id: `n${place}`, places, mark: `r${place}` });
  return `<a id="r${place}" href="#n${place}" aria-label="出处[${n}]">[${n}]</a>`;
}

function namesOf(places: Note['places']): string {
  return places.map(({ name }) => name).join('、');
}

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ESCAPED[character as keyof typeof ESCAPED]);
}

function unescape(text: string): string {
  return Object.entries(ESCAPED).reduceRight((plain, [character, code]) => plain.replaceAll(code, character), text);
}

/** What the list of notes says of a work: its whole title with its page on this site, and what sets it apart. */
export interface WorkLine {
  title: string;
  href: string;
  /** Publisher, date, number, how much of it was seen, whether it is in force. */
  facts: string;
}

/** A work of the library as the list names it; `undefined` for a number that nobody has. */
export function workLine(site: Site, number: string): WorkLine | undefined {
  const source = site.publicSources.get(number);
  if (source) {
    const { title, publisher, date, seen } = source;
    const facts = [publisher, known(date), SEEN[seen]];
    return {
      title,
      href: publicSourceAddress(site, number),
      facts: facts.filter(Boolean).join('，'),
    };
  }
  const ownDocument = site.ownDocuments.get(number);
  if (ownDocument) {
    const { title, issuer, docNumber, date, access, kept } = ownDocument;
    const facts = [issuer, known(docNumber), known(date), access === '内部' ? '内部资料' : '', `原件：${kept}`];
    return { title, href: `${href('/about/own-documents/')}#${ownAnchor(number)}`, facts: facts.filter(Boolean).join('，') };
  }
  const entry = site.graph.byId.get(number);
  if (!entry) return undefined;
  return { ...lineOf(site, entry), href: href(entryPath(entry)) };
}

function lineOf(site: Site, entry: Entry): Omit<WorkLine, 'href'> {
  const { title } = entry.data;
  if (isOf(entry, 'sources')) {
    const { shortName, titleAsWritten, publisher, issued } = entry.data;
    const facts = [`本库称“${shortName}”`, known(publisher), known(issued)];
    return {
      title: known(titleAsWritten).replace(/^《(.*)》$/su, '$1') || title,
      facts: facts.filter(Boolean).join('，'),
    };
  }
  if (!isOf(entry, 'policies')) return { title, facts: '' };
  const { asOf, policies } = site;
  const { state, since } = validityOn(entry, asOf, policies);
  const facts = [
    known(entry.data.docNumber),
    `${since ? `${since} 起` : ''}${state === '不适用' ? entry.data.documentKind : state}，${entry.data.checked.date} 核对`,
  ];
  return { title, facts: facts.filter(Boolean).join('，') };
}

function known(value: string): string {
  return isUnknown(value) ? '' : value;
}
