/** Citations in words: what an editor chose, not its code. */
import { ownPlace } from '../../schema/number.ts';
import { parseLocator, placeName } from '../../domain/entry/locator.ts';
import type { DeskSources } from '../protocol.ts';

/** `2021年综述第26段第2句`, the title of a policy with its article, the name of a public source; the code alone when it leads nowhere. */
export function citeInWords(cite: string, { documents, policies, publicSources, ownDocuments }: DeskSources): string {
  const locator = parseLocator(cite);
  if (locator) {
    const document = documents.find(({ id }) => id === locator.source);
    const { paragraph, first, last } = locator;
    return document ? document.name + placeName({ paragraph, sentences: { first, last } }) : cite;
  }
  const [number = '', anchor] = cite.split('#');
  const policy = policies.find(({ id }) => id === number);
  if (policy)
    return policy.title + (policy.clauses.find((clause) => clause.anchor === anchor)?.no ?? (anchor === undefined ? '' : `#${anchor}`));
  const own = ownPlace(cite);
  const ownDocument = own && ownDocuments.find(({ id }) => id === own.number);
  if (ownDocument) {
    const part = own.part === '' ? '' : (ownDocument.parts.find(({ at }) => at === own.part)?.name ?? `#${own.part}`);
    return `${ownDocument.isInternal ? '（内部）' : ''}${ownDocument.title}${part}`;
  }
  const source = publicSources.find(({ id }) => id === number);
  return source ? `${source.publisher}《${source.title}》` : cite;
}

/** What stands at the place of a citation, as the library tells it. */
export function citeGist(cite: string, { documents, policies, publicSources, ownDocuments }: DeskSources): string {
  const locator = parseLocator(cite);
  if (locator) {
    const paragraph = documents.find(({ id }) => id === locator.source)?.paragraphs.find(({ n }) => n === locator.paragraph);
    return paragraph ? `${paragraph.heading}：${paragraph.gist}` : '没有这一段';
  }
  const [number = '', anchor] = cite.split('#');
  const clause = policies.find(({ id }) => id === number)?.clauses.find((known) => known.anchor === anchor);
  if (clause) return clause.gist;
  const ownDocument = ownDocuments.find(({ id }) => id === number);
  if (ownDocument)
    return ownDocument.parts.find(({ at }) => at === anchor)?.gist ?? (anchor === undefined ? ownDocument.facts : '没有登记这一条（页）');
  const source = publicSources.find(({ id }) => id === number);
  return source ? `${source.date}，看到：${source.seen}` : '';
}
