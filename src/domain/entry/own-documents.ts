/** The unit's own documents: what their parts are called, and who may see them. */
import { PART } from '../../schema/number.ts';
import type { OwnDocument } from '../../schema/vocabulary.ts';
import { chineseNumber } from '../chinese/chinese-number.ts';
import type { Entry, SiteContent } from './records.ts';

/** A part in words, as readers quote it: `第三条`, `第三条第二款`, `第12页`, `第12—13页`; empty for what is no part. */
function partName(part: string): string {
  if (!PART.test(part)) return '';
  const [kind, first = '', second] = part.split('-');
  if (kind === 'p') return `第${second === undefined ? first : `${first}—${second}`}页`;
  const article = `第${chineseNumber(Number(first))}条`;
  return second === undefined ? article : `${article}第${chineseNumber(Number(second))}款`;
}

/** What a part of a document is called: as the document itself does, or else by its number. */
export function partOf({ parts }: Pick<OwnDocument, 'parts'>, part: string): string {
  return parts.find(({ at }) => at === part)?.no ?? partName(part);
}

/** The anchor of a document, or of its part, on the page that lists them. */
export function ownAnchor(number: string, part = ''): string {
  return [number.toLowerCase(), part].filter(Boolean).join('-');
}

export function isInternal({ data }: Pick<Entry, 'data'>): boolean {
  return data.access === '内部';
}

/** The content that everybody may see: neither internal entries nor internal documents. */
export function publicPart(content: SiteContent): SiteContent {
  const { entries, vocabulary, localNotes } = content;
  const own = vocabulary['own-documents'];
  const internal = new Set(entries.filter(isInternal).map(({ data }) => data.id));
  return {
    ...content,
    entries: entries.filter(({ data }) => !internal.has(data.id)),
    localNotes: localNotes.filter(({ id }) => !internal.has(id)),
    vocabulary: { ...vocabulary, 'own-documents': { ...own, items: own.items.filter(isPublic) } },
  };
}

function isPublic({ access }: OwnDocument): boolean {
  return access === '公开';
}
