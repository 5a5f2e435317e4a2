import { positionWithin } from '../../markdown/position.ts';
import { isCitationField } from '../entry-citations.ts';
import { fieldTexts, lastName } from '../../store/loose-data.ts';
import type { FieldText, Path } from '../../store/loose-data.ts';
import type { BodyFacts } from '../../markdown/read-body.ts';
import { codesIn, isEntryNumber, isPublicSource } from '../../schema/number.ts';
import type { StoredFile } from '../../store/read-content.ts';
import type { KnownFacts } from '../known-facts.ts';
import type { Finding, Rule } from '../rule.ts';

/** Reports codes in sentences: a reader knows names. A link whose text is a number alone is drawn with the name of its entry. */
export const codeInProse: Rule = {
  id: 'code-in-prose',
  severity: 'error',
  docs: '句子里不写 S3、ZC-0001 这样的代号，写短名或标题；代号只写在 cites、id 这些字段里，或者单独作链接的文字。',
  *check({ files, entries, pages, notes, known }) {
    for (const { file, texts, body } of entries) yield* reported(file, texts, body, known);
    for (const { file, texts, body } of [...pages, ...notes]) yield* reported(file, texts, body, known);
    const chains = files.find(({ folder, name }) => folder === 'vocab' && name === 'chains');
    if (chains) yield* reported(chains, fieldTexts(known.lists.chains), { texts: [] }, known);
  },
  examples: {
    ok: [
      { file: 'situations/first.mdx', body: '<EditorNote>\n2021年综述写到浙江公开澄清。\n</EditorNote>' },
      { fields: { comparable: [] } },
      { body: '<EditorNote>\n另见 [SY-001](SY-001)。\n</EditorNote>' },
      { body: '<EditorNote>\n国标 GB-2025 和 S5 高速不是代号。\n</EditorNote>' },
    ],
    notOk: [
      { file: 'situations/first.mdx', fields: { summary: 'S3 写到浙江公开澄清。' } },
      { file: 'situations/first.mdx', body: '<EditorNote>\n另见 ZC-0001 的第四部分。\n</EditorNote>' },
      { fields: { summary: '浙江公开澄清（S3-¶26#2）。' } },
      { fields: { transfer: ['先看 WJ-001，再看口径。'] } },
      { fields: { transfer: ['S5 高速那一段，S3 写到。'] } },
      { fields: { conditions: { text: '据 GK-0001，须先核实。', cites: ['S3-¶26#2'] } } },
      { body: '<EditorNote>\n另见 [SY-001 三个区分](SY-001)。\n</EditorNote>' },
      { file: 'pages/about.mdx', fields: { description: 'S0 到 S4 是五份文献。' } },
      { file: 'vocab/chains.yaml', replace: ['title: 链条', 'title: 链条\nnote: 依据 S3 整理。'] },
    ],
  },
};

function* reported(file: StoredFile, texts: readonly FieldText[], body: Pick<BodyFacts, 'texts'>, known: KnownFacts): Generator<Finding> {
  for (const { path, text } of texts) {
    const found = isNumberField(path, text) ? undefined : codeIn(text, known);
    if (found) yield { file: file.path, at: file.yaml?.valueAt(path), message: found.message };
  }
  for (const { text, at } of body.texts) {
    // A number alone is the text of a link, or stands by itself as no sentence does.
    const found = isEntryNumber(text.trim()) ? undefined : codeIn(text, known);
    if (found) yield { file: file.path, at: positionWithin(at, text, found.code), message: found.message };
  }
}

/** The first code of a text, and what to write instead; nothing for a number that nobody has, which `dangling-reference` reports. */
function codeIn(text: string, { byId, ownDocuments }: KnownFacts): { code: string; message: string } | undefined {
  const isKnown = (number: string) => byId.has(number) || isPublicSource(number) || ownDocuments.has(number);
  const found = codesIn(text).find(({ number }) => isKnown(number));
  if (!found) return undefined;
  const data = byId.get(found.number)?.[0]?.data;
  const name = data?.['shortName'] ?? data?.['title'] ?? ownDocuments.get(found.number)?.title;
  const remedy = typeof name === 'string' ? `请写“${name}”` : '请写发布机构和日期';
  return { code: found.code, message: `句子里写了代号“${found.code}”。${remedy}，代号放到 cites 里。` };
}

/** Fields that hold numbers and nothing else, and the marks of masks. */
function isNumberField(path: Path, text: string): boolean {
  return isCitationField(path) || lastName(path) === 'id' || isEntryNumber(text) || isPublicSource(text);
}
