/** Text and measures as PresentationML wants them. */

/** English metric units of a point. */
const EMU = 12700;

/** Points as the file counts them. */
export function emu(points: number): number {
  return Math.round(points * EMU);
}

/** A text as XML; control characters make a file that PowerPoint refuses. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\P{Cc}\n]|[\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Where a shape stands, in points. */
export function frame({ x, y, w, h }: Box, tag = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${tag}>`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** A part of the file. */
export function part(xml: string): string {
  return DECLARATION + xml;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The relations of a part: kind and target of each, numbered from 1. */
export function relations(list: readonly [kind: string, target: string][]): string {
  const items = list.map(([kind, target], index) => {
    const type = kind === 'core' ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' : OFFICE + kind;
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return part(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`);
}
