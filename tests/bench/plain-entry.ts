/** The entries as other generators get them: a title, a summary, and paragraphs of plain text in Markdown. */
import type { StoredFile } from '../../src/store/read-content.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import { isEntryFile } from '../../src/store/library.ts';
import { fieldTexts, isRecord, textOf } from '../../src/store/loose-data.ts';
import type { CollectionName } from '../../src/schema/number.ts';

/** What another generator is told of an entry. */
export type PlainEntry = Pick<ExportedEntry, 'title' | 'summary' | 'url' | 'text'> & { collection: CollectionName };

/** The entries of content files, drafts left out: every text of the fields and of the body, one paragraph each. */
export function plainEntries(files: readonly StoredFile[]): PlainEntry[] {
  return files.filter(isEntryFile).flatMap(({ folder, name, yaml, body }) => {
    if (!isRecord(yaml?.data) || yaml.data['status'] === '草稿') return [];
    const { title, summary, ...rest } = yaml.data;
    const fields = fieldTexts(rest).map(({ text }) => text);
    const paragraphs = body.split('\n').map((line) => line.replaceAll(/<[^>]*>|^#+\s|\*\*|\[(?=[^\]]*\]\()|\]\([^)]*\)/gu, '').trim());
    const text = [...fields.filter((one) => /\p{Script=Han}/u.test(one)), ...paragraphs].filter(Boolean).join('\n');
    return [{ collection: folder as CollectionName, title: textOf(title), summary: textOf(summary), url: `/${folder}/${name}/`, text }];
  });
}

/** The Markdown file of an entry. */
export function entryFile({ title, summary, text }: PlainEntry): string {
  return markdownFile(title, text.split('\n').map(plain).join('\n\n'), summary);
}

/** A Markdown file with its title and description before it. */
export function markdownFile(title: string, body: string, description = title): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${body}\n`;
}

/** Text that means nothing to Markdown. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|&]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replaceAll(/^(\s*)(\d+)([.)])/gu, String.raw`$1$2\$3`);
}
