/** A Word document as a draft: a rule with its articles, or a case with its paragraphs offered to the fields where they may belong. */
import { definitionOf } from '../schema/field-guide.ts';
import type { CollectionName } from '../schema/number.ts';
import type { Library } from '../store/library.ts';
import { FIELD_NAMES, offerLines } from './case-paragraphs.ts';
import type { OfferedLine } from './case-paragraphs.ts';
import { ImportError } from './import-error.ts';
import { LONGEST_TITLE, newEntry } from './new-entry.ts';
import type { NewEntry } from './new-entry.ts';
import type { DocParagraph, DocTable, WordDocument } from './read-docx.ts';
import { fromChinese } from '../domain/chinese/chinese-number.ts';
import type { FieldGroup } from '../store/write-yaml.ts';

/** A draft from a document, and the original to be kept beside it. */
export interface WordDraft {
  entry: NewEntry;
  /** The text of the original with its numbers, headings, anchors and tables. */
  original: string;
  /** What was recognised and is to be compared with the original, and what was not taken in. */
  notes: string[];
}

/** What an editor has told of the document. */
export interface WordWish {
  collection: CollectionName;
  title?: string;
  /** The source to cite everywhere. */
  cite?: string;
}

/** Makes the draft. Throws an `ImportError` for a document without words, or with a mark of secrecy. */
export function wordDraft(document: WordDocument, wish: WordWish, library: Library, today: string): WordDraft {
  const words = wordsOf(document);
  if (words.trim() === '') throw new ImportError('文档里没有文字（可能全是图片）。请先识别成文字，另存为 .docx 再导入。');
  const mark = SECRECY.exec([words, ...document.margins].join('\n'))?.[0];
  if (mark !== undefined) throw new ImportError(`文档里有密级或内部标志“${mark}”，没有导入。请先按保密规定处理。`);
  const articles = wish.collection === 'policies' ? articlesOf(document.parts) : [];
  const title = wish.title ?? titleOf(document.parts);
  const margins = document.margins.map((text) => `页眉页脚“${text.slice(0, 40)}”没有导入。`);
  const { fields, notes, told } =
    wish.collection === 'policies' ? policyFields(document, articles, wish.cite) : caseFields(document, wish, library);
  return {
    entry: newEntry(library, wish.collection, title.slice(0, LONGEST_TITLE), today, { fields, notes }),
    original: originalText(document.parts, articles),
    notes: [...told, ...document.notes, ...margins],
  };
}

const SECRECY = /[绝机秘]\s*密\s*[★☆*＊]\s*(?:\d+\s*年|长期)?|内部(?:资料|文件)[\s，、：:]*(?:注意|妥善|不得|严禁)[\p{Script=Han}]{2}/u;

function wordsOf({ parts }: WordDocument): string {
  return parts.map((part) => (part.kind === 'table' ? part.rows.flat().join('\n') : part.text)).join('\n');
}

/** An article, or a part of a document that has none: its number, its anchor, and where its paragraphs are. */
interface Article {
  no: string;
  anchor: string;
  from: number;
  to: number;
}

const ARTICLE = /^\s*第([〇零一二三四五六七八九十百千\d]+)条(?:之([一二三四五六七八九十]))?[\s\u{3000}]*/u;
const PART = /^\s*([一二三四五六七八九十]+)、/u;

/** 第一条 and so on; for documents without articles 一、二、. */
function articlesOf(parts: WordDocument['parts']): Article[] {
  const byArticle = startsOf(parts, ARTICLE, (match) => {
    const number = fromChinese(match[1] ?? '');
    const extra = match[2] === undefined ? '' : `-${fromChinese(match[2]) ?? 1}`;
    return number === undefined ? undefined : { no: match[0].trim(), anchor: `art-${number}${extra}` };
  });
  if (byArticle.length > 0) return byArticle;
  return startsOf(parts, PART, (match) => {
    const number = fromChinese(match[1] ?? '');
    return number === undefined ? undefined : { no: `第${match[1] ?? ''}部分`, anchor: `part-${number}` };
  });
}

function startsOf(
  parts: WordDocument['parts'],
  pattern: RegExp,
  name: (match: RegExpExecArray) => Pick<Article, 'no' | 'anchor'> | undefined,
): Article[] {
  const articles: Article[] = [];
  const anchors = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const match = part.kind === 'paragraph' ? pattern.exec(part.text) : null;
    const found = match && name(match);
    if (!found || anchors.has(found.anchor)) continue;
    anchors.add(found.anchor);
    const last = articles.at(-1);
    if (last) last.to = index;
    articles.push({ ...found, from: index, to: parts.length });
  }
  // The heading of the next chapter is no part of an article.
  for (const article of articles) {
    const heading = parts.findIndex(
      (part, index) => index > article.from && index < article.to && part.kind === 'paragraph' && part.level !== undefined,
    );
    if (heading > 0) article.to = heading;
  }
  return articles;
}

const KINDS = [
  '实施办法',
  '实施细则',
  '若干措施',
  '实施意见',
  '工作方案',
  '实施方案',
  '办法',
  '规定',
  '规则',
  '细则',
  '条例',
  '意见',
  '通知',
  '方案',
  '措施',
  '制度',
  '决定',
  '准则',
  '规程',
];
const DOCUMENT_NUMBER = /[\p{Script=Han}]{1,12}〔\d{4}〕\d{1,4}号/u;
const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/u;

/** Whether a document is a rule: it has articles, or its title names a kind of rule. */
export function isRule({ parts }: WordDocument): boolean {
  const articles = parts.filter((part) => part.kind === 'paragraph' && ARTICLE.test(part.text)).length;
  const title = titleOf(parts).replace(/[（(].*$/u, '');
  return articles > 1 || KINDS.some((kind) => title.endsWith(kind));
}

/** The first heading or centred line that names a kind of document, else the first line. */
function titleOf(parts: WordDocument['parts']): string {
  const paragraphs = parts.filter((part): part is DocParagraph => part.kind === 'paragraph');
  const first = paragraphs.slice(0, 12).filter(({ text }) => text.length >= 4 && text.length <= 80 && !DOCUMENT_NUMBER.test(text));
  const named = first.findLast(
    ({ text, isCentred, level }) =>
      (isCentred || level !== undefined) && KINDS.some((kind) => text.replace(/[（(].*$/u, '').endsWith(kind)),
  );
  const set = first.find(({ isCentred, level, text }) => (isCentred || level !== undefined) && !NUMBERED.test(text));
  return (named ?? set ?? first[0] ?? paragraphs[0])?.text.replace(/\s+/gu, '') ?? '未命名';
}

/** The heading of a part: 一、基本情况. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]|\d{1,2}[、.．](?!\d))/u;

interface DraftParts {
  fields: FieldGroup;
  notes: Map<string, string>;
  told: string[];
}

function policyFields({ parts }: WordDocument, articles: readonly Article[], cite: string | undefined): DraftParts {
  const words = parts.map(textOfPart).join('\n');
  const told: string[] = [];
  const recognise = (what: string, value: string | undefined) => {
    if (value !== undefined) told.push(`从原文认出${what}：${value}，请核对。`);
    return value;
  };
  const title = titleOf(parts);
  const kind = KINDS.find((name) => title.replace(/[（(].*$/u, '').endsWith(name));
  const number = recognise('发文字号', DOCUMENT_NUMBER.exec(words)?.[0]);
  const effective = recognise('施行日期', dayIn(/自?\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*起(?:施行|实施|执行)/u.exec(words)?.[1]));
  const signed = parts.flatMap((part) =>
    part.kind === 'paragraph' && /^\d{4}年\d{1,2}月\d{1,2}日$/u.test(part.text.trim()) ? [part.text] : [],
  );
  const issued = recognise('成文日期', dayIn(signed.at(-1)));
  const sources = cite === undefined ? [] : [cite];
  told.push(
    `认出 ${articles.length} ${articles[0]?.anchor.startsWith('part') ? '个部分' : '条'}，每条有锚点；大意（gist）请用自己的话写，原文在每条上面的“#”行里，不会发布。`,
  );
  return {
    fields: {
      ...(kind !== undefined && { documentKind: kind }),
      ...(number !== undefined && { docNumber: number }),
      dates: { ...(issued !== undefined && { issued }), effectiveFrom: effective ?? '未载' },
      clauses: articles.map(({ no, anchor }) => ({ no, anchor, gist: null, cites: sources })),
      textSeen: '全文',
    },
    notes: new Map(articles.map(({ no, from, to }, index) => [`clauses.${index}`, noteOf(`${no}原文：`, parts.slice(from, to))])),
    told,
  };
}

function dayIn(text: string | undefined): string | undefined {
  const [, year, month = '', day = ''] = DAY.exec(text ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function caseFields({ parts }: WordDocument, { collection, cite }: WordWish, library: Library): DraftParts {
  const shape = definitionOf(library.schemas[collection]).shape ?? {};
  const title = titleOf(parts);
  const told = parts.flatMap((part, index) => (textOfPart(part).replace(/\s+/gu, '') === title ? [] : [{ part, index }]));
  const lines = told.map(({ part }) => ({ text: textOfPart(part), isHeading: part.kind === 'paragraph' && part.level !== undefined }));
  const first = 'facts' in shape ? 'facts' : 'actions' in shape ? 'actions' : 'summary';
  const places = collection === 'tolerance' ? offerLines(lines) : lines.map(() => ({ paths: [first], why: 'offered' as const }));
  const offered = new Map<string, string[]>();
  for (const [at, { part, index }] of told.entries()) {
    const note = noteOf(`原文第 ${index + 1} 段：`, [part]);
    for (const path of places[at]?.paths ?? []) offered.set(path, [...(offered.get(path) ?? []), note]);
  }
  const numbersOf = (why: OfferedLine['why']) => told.flatMap(({ index }, at) => (places[at]?.why === why ? [index + 1] : []));
  const where = [...offered].map(([path, notes]) => `${FIELD_NAMES[path] ?? '事实'} ${notes.length} 段`);
  const teaching = numbersOf('teaching');
  return {
    // The form offers for each sentence what the entry cites already.
    fields: cite === undefined ? {} : { cites: [cite] },
    notes: new Map([...offered].map(([path, notes]) => [path, notes.join('\n')])),
    told: [
      `${numbersOf('offered').length} 段原文按小标题和字眼放在可能用得着的字段上（编辑台里列在字段名称下面，文件里是“#”行；${where.join('、')}），不会发布。请用自己的话写进字段，不对的地方挪开。`,
      ...(teaching.length > 0 ? [`第 ${teaching.join('、')} 段是思考题之类，没有放在字段上，要用就写进“教学用的一块”。`] : []),
    ],
  };
}

/** Paragraphs as comments: cut where a line would be too long to read, without characters that the check refuses. */
function noteOf(begin: string, parts: WordDocument['parts']): string {
  const text = plain(begin + parts.map(textOfPart).join('\n'));
  return text
    .split('\n')
    .flatMap((line) => line.match(/.{1,120}/gu) ?? [])
    .join('\n');
}

function textOfPart(part: DocParagraph | DocTable): string {
  return part.kind === 'table' ? part.rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')).join('｜')).join('\n') : part.text;
}

/** Full-width letters and digits as half-width ones; characters that nobody sees are gone. */
function plain(text: string): string {
  return text
    .replace(/[Ａ-Ｚａ-ｚ０-９]/gu, (character) => character.normalize('NFKC'))
    .replace(/[\p{Cf}]|[\p{Cc}--[\n\t]]/gv, '')
    .replace(/[\t\u{a0}\u{2000}-\u{200a}\u{3000}]+/gu, ' ');
}

/** The original for reading beside the draft, with an anchor at each article. */
function originalText(parts: WordDocument['parts'], articles: readonly Article[]): string {
  const starts = new Map(articles.map(({ from, anchor }) => [from, anchor]));
  const written = parts.map((part, index) => {
    if (part.kind === 'table') {
      const width = Math.max(...part.rows.map((row) => row.length));
      const [head = [], ...rows] = part.rows.map(
        (row) => `| ${Array.from({ length: width }, (_, at) => (row[at] ?? '').replaceAll('\n', ' ')).join(' | ')} |`,
      );
      return [head, `|${'---|'.repeat(width)}`, ...rows].join('\n');
    }
    const anchor = starts.get(index);
    const heading = part.level === undefined ? '' : `${'#'.repeat(Math.min(part.level + 1, 6))} `;
    return `${anchor === undefined ? '' : `[${anchor}] `}${heading}${part.text}`;
  });
  return `${written.join('\n\n')}\n`;
}
