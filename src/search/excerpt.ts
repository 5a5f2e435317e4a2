/** Cuts what a result shows out of an entry's text: the passage with most of the words, and the headings under which they stand. */
import type { PageHeading } from './page-text.ts';
import { findPhrases } from './tokens.ts';
import type { Match } from './tokens.ts';

/** A run of text, marked when the reader looked for it. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Characters of an excerpt, and how many of them stand before the first match. */
const LENGTH = 110;
const LEAD = 24;
const SENTENCE_END = /[。；！？\n]/u;

/** A short text in pieces, such as a title. */
export function markPhrases(text: string, phrases: readonly string[]): Piece[] {
  return cutPieces(text, 0, text.length, findPhrases(text, phrases));
}

/** The passage after the title that holds most of the phrases, the earliest of equals; the beginning when none of them is there. */
export function cutExcerpt(text: string, title: string, phrases: readonly string[]): Piece[] {
  const bodyStart = endOfLine(text, title);
  const matches = findPhrases(text, phrases).filter(({ start }) => start >= bodyStart);
  const best = bestWindow(matches);
  if (best === undefined) return [{ text: shorten(text.slice(bodyStart)), isMatch: false }];
  const start = Math.max(bodyStart, sentenceStart(text, best));
  const limit = Math.min(text.length, start + LENGTH);
  // A phrase that the limit would cut is shown whole.
  const end = matches.find((match) => match.start < limit && match.end > limit)?.end ?? limit;
  const pieces = cutPieces(text, start, end, matches);
  if (start > bodyStart && !SENTENCE_END.test(text[start - 1] ?? '\n')) pieces.unshift({ text: '…', isMatch: false });
  if (end < text.length) pieces.push({ text: '…', isMatch: false });
  return pieces;
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

function bestWindow(matches: readonly Match[]): number | undefined {
  let best: { start: number; count: number } | undefined;
  matches.forEach(({ start }, index) => {
    const phrases = new Set<string>();
    for (const match of matches.slice(index)) {
      if (match.end > start + LENGTH - LEAD) break;
      phrases.add(match.phrase);
    }
    if (!best || phrases.size > best.count) best = { start, count: phrases.size };
  });
  return best?.start;
}

/** The beginning of the sentence when it is near, a few characters before the match when it is not. */
function sentenceStart(text: string, match: number): number {
  for (let at = match; at > match - LEAD && at > 0; at--) {
    if (SENTENCE_END.test(text[at - 1] ?? '')) return at;
  }
  return Math.max(0, match - LEAD / 2);
}

function cutPieces(text: string, from: number, to: number, matches: readonly Match[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isMatch: boolean) => {
    const part = text.slice(start, end).replace(/\n/gu, ' ');
    const last = pieces.at(-1);
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

function shorten(text: string): string {
  const line = text.replace(/\n/gu, ' ');
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
}
