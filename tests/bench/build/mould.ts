/** Real entries taken apart, so that they can be told again in other words. */
import type { StoredFile } from '../../../src/store/read-content.ts';
import { isEntryFile } from '../../../src/store/library.ts';
import { loadLists } from '../../../src/store/load-lists.ts';
import { isRecord } from '../../../src/store/loose-data.ts';
import { unknown } from '../../../src/schema/fields.ts';
import type { CollectionName } from '../../../src/schema/number.ts';
import { createSchemas } from '../../../src/schema/index.ts';
import type { VocabularyData } from '../../../src/schema/vocabulary.ts';
import { draftOf } from '../../support/entry-draft.ts';
import type { DraftValue, EntryDraft } from '../../support/entry-draft.ts';

/** A part of a text: a word or a figure that may be another, the number of an entry, or what stays as it is. */
export interface Piece {
  kind: 'word' | 'figure' | 'id' | 'other';
  text: string;
}

/** A real entry. */
export interface Mould {
  id: string;
  collection: CollectionName;
  title: Piece[];
  summary: Piece[];
  /** The whole file. */
  pieces: Piece[];
}

/** Words that rules look at: the names of places stay, nobody unnamed gets a name, and nothing sounds like an authority. */
const LEFT_ALONE = /[某隐市县区省库]|百分|印发|下发|颁发|发文|特此|主送|抄送|抄报|签发|密级|外传|严禁|文本|本法|本站|网站/u;
/** A number that counts something; years, numbers of documents and clauses stay. */
const COUNT = String.raw`(?<![\d.A-Za-z第〔\[（(#¶-])\d+(?:\.\d+)?(?=\s?[余多万亿千百名起人件个次项元家所期条天倍%％])`;
const LONGEST_WORD = 4;

/** Takes every entry among the files apart. */
export function readMoulds(files: readonly StoredFile[]): Mould[] {
  const { lists, vocabulary } = loadLists(files);
  const isFree = freeFields(createSchemas(vocabulary));
  const take = cutter(files, lists);
  return files.filter(isEntryFile).map((file) => readMould(file, isFree, take));
}

function readMould({ folder, name: slug, source, yaml }: StoredFile, isFree: FreeFields, take: Cutter): Mould {
  const data = isRecord(yaml?.data) ? yaml.data : {};
  const collection = folder as CollectionName;
  const draft = draftOf(`${folder}/${slug}.mdx`, source);
  const starts = lineStarts(draft);
  const mould: Mould = { id: String(data['id']), collection, title: [], summary: [], pieces: [] };
  let end = 0;
  for (const field of draft.values) {
    const start = (starts[field.line] ?? 0) + field.column;
    const own = takeValue(field, isFree(collection, data, field), take);
    const name = field.path.join();
    if (name === 'title' || name === 'summary') mould[name] = own;
    mould.pieces.push(...take.fixed(source.slice(end, start)), ...own);
    end = start + field.written.length;
  }
  const body = starts[draft.fieldsEnd + 1] ?? source.length;
  mould.pieces.push(...take.fixed(source.slice(end, body)));
  // Tags and the targets of links are no text.
  const parts = source.slice(body).split(/(<[^>]*>|\]\([^)]*\))/u);
  mould.pieces.push(...parts.flatMap((part, index) => (index % 2 === 1 ? take.fixed(part) : take.free(part))));
  return mould;
}

/** Where each line begins in the text. */
function lineStarts({ lines }: EntryDraft): number[] {
  let start = 0;
  return lines.map((line) => {
    start += line.length + 1;
    return start - line.length - 1;
  });
}

function takeValue({ path, value, written }: DraftValue, isFree: boolean, take: Cutter): Piece[] {
  if (path[0] === 'figures' && path.at(-1) === 'value' && typeof value === 'number') return [{ kind: 'figure', text: written }];
  return isFree ? take.free(written) : take.fixed(written);
}

type FreeFields = (collection: CollectionName, data: Record<string, unknown>, field: DraftValue) => boolean;

/**
 * Tells which fields hold an author's own words: those that take any others. It asks the schema, once for each field, so that a field that
 * comes to the schema later is grown as well.
 */
function freeFields(schemas: ReturnType<typeof createSchemas>): FreeFields {
  const known = new Map<string, boolean>();
  return (collection, data, { path, value }) => {
    if (typeof value !== 'string' || unknown.safeParse(value).success) return false;
    const field = [collection, ...path.map((step) => (typeof step === 'number' ? '*' : step))].join('.');
    const isFree = known.get(field) ?? schemas[collection].safeParse(withValue(data, path, '甲乙')).success;
    known.set(field, isFree);
    return isFree;
  };
}

function withValue(data: unknown, [step, ...rest]: DraftValue['path'], value: string): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.map((item: unknown, index) => (index === step ? withValue(item, rest, value) : item));
  return isRecord(data) ? { ...data, [step]: withValue(data[step], rest, value) } : data;
}

/** Cuts text into pieces. */
interface Cutter {
  /** Text in which only numbers of entries are other ones. */
  fixed(text: string): Piece[];
  /** Text whose words and figures may be others. */
  free(text: string): Piece[];
}

function cutter(files: readonly StoredFile[], { regions }: Partial<VocabularyData>): Cutter {
  const ids = files.filter(isEntryFile).flatMap(({ yaml }) => (isRecord(yaml?.data) ? String(yaml.data['id']) : []));
  const prefixes = new Set(ids.map((id) => id.replace(/\d+$/u, '')));
  const mention = String.raw`(?<![A-Za-z0-9/_-])(?:${[...prefixes].join('|')})\d+(?!\d)`;
  const shown =
    regions?.items.flatMap(({ name, short }) => [name, short].flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? [])) ?? [];
  const kept = [...new Set([...shown, ...unknown.options, '教学情景', '虚构'])].sort((a, b) => b.length - a.length);
  const fixed = new RegExp(`(?<id>${mention})`, 'gu');
  const free = new RegExp(String.raw`(?<id>${mention})|(?<figure>${COUNT})|(?<han>\p{Script=Han}+)`, 'gu');
  const names = new RegExp(`(${kept.join('|')})`, 'u');
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = (run: string) =>
    run
      .split(names)
      .flatMap((part, at) => (at % 2 === 1 ? [{ kind: 'other' as const, text: part }] : [...segmenter.segment(part)].map(toPiece)));
  return { fixed: (text) => cut(text, fixed, words), free: (text) => cut(text, free, words) };
}

function cut(text: string, pattern: RegExp, words: (run: string) => Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index, groups } of text.matchAll(pattern)) {
    pieces.push({ kind: 'other', text: text.slice(end, index) });
    if (groups?.['han'] !== undefined) pieces.push(...words(found));
    else pieces.push({ kind: groups?.['id'] === undefined ? 'figure' : 'id', text: found });
    end = index + found.length;
  }
  return [...pieces, { kind: 'other', text: text.slice(end) }];
}

function toPiece({ segment }: { segment: string }): Piece {
  return { kind: segment.length <= LONGEST_WORD && !LEFT_ALONE.test(segment) ? 'word' : 'other', text: segment };
}
