/** Cuts what a result shows out of an entry's text: the passage with most of the words, and the headings under which they stand. */
import type { PageHeading } from '../making/page-text.ts';
import { findPhrases } from '../words/tokens.ts';
import type { Match } from '../words/tokens.ts';

/** A run of text, marked when the reader looked for it. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Characters of an excerpt, and how many of them stand before the first match. */
const LENGTH = 110;
const LEAD = 24;
/** A sentence is shown from its beginning when that is not further away. */
const SENTENCE_LEAD = 48;
const SENTENCE_END = /[。；！？\n]/u;

/** A short text in pieces, such as a title. */
export function markPhrases(text: string, phrases: readonly string[]): Piece[] {
  return cutPieces(text, 0, text.length, findPhrases(text, phrases));
}

/** A passage, and the place in the text for which it was chosen. */
export interface Passage {
  pieces: Piece[];
  at: number;
}

/**
 * The passage after the title that holds most of the phrases, the earliest of equals, from the beginning of a sentence to the end of one
 * where they are near, and not beyond the next heading; the beginning of the text when no phrase is there.
 */
export function cutPassage(text: string, title: string, phrases: readonly string[], headings: readonly PageHeading[] = []): Passage {
  const bodyStart = endOfLine(text, title);
  const matches = findPhrases(text, phrases).filter(({ start }) => start >= bodyStart);
  const best = bestWindow(matches, text);
  if (best === undefined) {
    const next = headings.find(({ at }) => at > bodyStart)?.at ?? text.length;
    return { pieces: [{ text: shorten(text.slice(bodyStart, next).trim()), isMatch: false }], at: bodyStart };
  }
  const start = Math.max(bodyStart, sentenceStart(text, best));
  const near = Math.min(sentenceEnd(text, start + LENGTH), lineEnd(text, Math.max(start + SENTENCE_LEAD, best)));
  const next = headings.find(({ at }) => at > best);
  const end = Math.min(near, next ? next.at - 1 : text.length);
  const pieces = cutPieces(text, start, end, matches);
  if (start > bodyStart && !SENTENCE_END.test(text[start - 1] ?? '\n')) pieces.unshift({ text: '…', isMatch: false });
  if (end < text.length && !SENTENCE_END.test(text[end - 1] ?? '\n')) pieces.push({ text: '…', isMatch: false });
  return { pieces, at: best };
}

/** The first line after the title, which is what an entry says in short, with the phrases that stand in it. */
export function cutOpening(text: string, title: string, phrases: readonly string[]): Passage {
  const at = endOfLine(text, title);
  return { pieces: cutPieces(text, at, lineEnd(text, at), findPhrases(text, phrases)), at };
}

/** The heading under which a place of the text stands; `undefined` before the first. */
export function headingAt(headings: readonly PageHeading[], at: number): PageHeading | undefined {
  const before = headings.filter((heading) => heading.at <= at);
  return before[before.length - 1];
}

/** Headings in whose section a phrase stands, those with most different phrases first. */
export function headingsWith(text: string, headings: readonly PageHeading[], phrases: readonly string[], limit: number): PageHeading[] {
  const matches = findPhrases(text, phrases);
  const counted = headings.map((heading, index) => {
    const end = headings[index + 1]?.at ?? text.length;
    const inside = matches.filter(({ start }) => start >= heading.at && start < end);
    return { heading, count: new Set(inside.map(({ phrase }) => phrase)).size };
  });
  const found = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return found.slice(0, limit).map(({ heading }) => heading);
}

/** Where the text goes on after the line that is the title; the start when there is none. */
function endOfLine(text: string, line: string): number {
  const at = text.indexOf(`${line}\n`);
  return at < 0 ? 0 : at + line.length + 1;
}

/** Sentences say more than lists of names and tables do. */
const SENTENCE_BONUS = 0.5;

function bestWindow(matches: readonly Match[], text: string): number | undefined {
  let best: { start: number; count: number } | undefined;
  matches.forEach(({ start }, index) => {
    const phrases = new Set<string>();
    for (const match of matches.slice(index)) {
      if (match.end > start + LENGTH - SENTENCE_LEAD) break;
      phrases.add(match.phrase);
    }
    const line = text.slice(text.lastIndexOf('\n', start) + 1, lineEnd(text, start));
    const count = phrases.size + (line.includes('。') ? SENTENCE_BONUS : 0);
    if (!best || count > best.count) best = { start, count };
  });
  return best?.start;
}

function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end < 0 ? text.length : end;
}

/** The nearest end of a sentence not far before or behind a place; the place itself when there is none. */
function sentenceEnd(text: string, place: number): number {
  if (place >= text.length) return text.length;
  for (let distance = 0; distance < LEAD; distance++) {
    for (const end of [place + distance, place - distance]) if (SENTENCE_END.test(text[end - 1] ?? '')) return end;
  }
  return place;
}

/** The beginning of the sentence when it is near, a few characters before the match when it is not. */
function sentenceStart(text: string, match: number): number {
  for (let at = match; at > match - SENTENCE_LEAD && at > 0; at--) {
    if (SENTENCE_END.test(text[at - 1] ?? '')) return at;
  }
  return Math.max(0, match - LEAD / 2);
}

function cutPieces(text: string, from: number, to: number, matches: readonly Match[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isMatch: boolean) => {
    const part = inLine(text.slice(0, to), start, end);
    const last = pieces[pieces.length - 1];
    if (last?.isMatch === isMatch) last.text += part;
    else if (part !== '') pieces.push({ text: part, isMatch });
  };
  let at = from;
  for (const { start, end } of matches) {
    if (end <= at || start < from || start >= to) continue;
    if (start > at) add(at, start, false);
    add(Math.max(at, start), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return pieces;
}

/** A part of a text in one line: sentences follow one another, cells of a table and labels are kept apart, or they read as one. */
function inLine(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/\n/gu, (_, at: number) => (SENTENCE_END.test(text[start + at - 1] ?? '\n') || start + at + 1 === text.length ? '' : '｜'));
}

function shorten(text: string): string {
  const line = inLine(text, 0, text.length);
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
}
