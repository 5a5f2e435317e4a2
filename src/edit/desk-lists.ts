/** The controlled lists on the desk: an item is added or changed by its form, checked with all that rests on the list, and written alone. */
import { join } from 'node:path';
import { freeSlug, pinyinSlug } from '../domain/chinese/pinyin-slug.ts';
import { missingAbove, regionLine } from '../domain/region/region-line.ts';
import { checkLibrary } from '../lint/check-content.ts';
import { definitionOf, fieldNames } from '../schema/field-guide.ts';
import { compareNumbers, FIRST_OWN, formatNumber, isListedKind, isOwnNumber, nextNumber } from '../schema/number.ts';
import { MAY_BE_ABSENT, vocabularyFiles } from '../schema/vocabulary.ts';
import type { VocabularyName } from '../schema/vocabulary.ts';
import { LIST_NAMES } from '../store/load-lists.ts';
import { textOf } from '../store/loose-data.ts';
import { fieldsOf, isSame, withField } from './change-field.ts';
import { DeskError, saveError } from './desk.ts';
import type { DeskContent } from './desk-content.ts';
import { itemForm } from './form.ts';
import type { DeskVocabulary, FieldGroup, FormField, ListSaved } from './protocol.ts';
import { exchange, Overtaken, readText } from './whole-file.ts';
import { isGroup, isList } from '../store/write-yaml.ts';

/** The lists by name, with what each is called and how many items it has. */
export function vocabularyNames({ current }: DeskContent): { name: VocabularyName; title: string; count: number }[] {
  const { lists } = current.loaded;
  return LIST_NAMES.flatMap((name) => {
    const list = lists[name];
    return list ? [{ name, title: list.title, count: list.items.length }] : [];
  });
}

/** A list with the form of its items. */
export async function openVocabulary(content: DeskContent, name: string): Promise<DeskVocabulary> {
  const known = listNamed(name);
  const data = fieldsOf(wrapped((await readList(content, known)) ?? emptyList(known)));
  if (!data) throw new DeskError(`词表 vocab/${known}.yaml 读不懂，不能在这里改。请先照检查说的在文本编辑器里改好。`);
  const { lists } = content.current.loaded;
  return {
    name: known,
    title: textOf(data['title']),
    note: textOf(data['note']),
    fields: itemForm(itemSchema(known), lists),
    items: itemsIn(data),
  };
}

/** A new item with what can be told beforehand: the next number, or for a region its kind, its parent and an id from its name. */
export function newItem({ current }: DeskContent, name: string, words: string): FieldGroup {
  const known = listNamed(name);
  const items: readonly { id: string }[] = current.loaded.lists[known]?.items ?? [];
  if (isListedKind(known)) {
    // Where the library came as a package, a unit's own sources have numbers that no package gives.
    const isOwn = known === 'public-sources' && current.loaded.common !== undefined;
    const used = items.map(({ id }) => id).filter((id) => !isOwn || isOwnNumber(id));
    const last = used.reduce((a, b) => (compareNumbers(a, b) > 0 ? a : b), '');
    return { id: last === '' ? formatNumber(known, isOwn ? FIRST_OWN : 1) : nextNumber(last), ...(words !== '' && { title: words }) };
  }
  if (known === 'regions') {
    const region = regionLine(words, current.loaded.lists.regions?.items ?? [])?.region;
    const above = missingAbove(region?.name ?? '');
    if (above !== undefined) throw new DeskError(`地区表里还没有“${above}”。请先添加它（连同上面的省），再添加它下面的。`);
    if (!region) throw new DeskError(words === '' ? '请写地名，如 四川省广元市青川县。' : `“${words}”已经在地区表里，或者不是地名。`);
    return region;
  }
  if (words === '') throw new DeskError('请写名称。');
  const shape = definitionOf(itemSchema(known)).shape ?? {};
  const slugs = new Set(items.map((item) => textOf((item as { slug?: unknown }).slug)));
  return {
    id: known === 'synonyms' ? pinyinSlug(words) : words,
    ...('name' in shape && { name: words }),
    ...('slug' in shape && { slug: freeSlug(pinyinSlug(words) || known, (slug) => slugs.has(slug)) }),
    ...('words' in shape && { words: [words] }),
  };
}

/**
 * Writes an item: a new one at the end, or in the place of `was`. Whatever would be wrong after it that is right before, in the list or in any entry,
 * is told instead, and nothing is written.
 */
export async function saveItem(content: DeskContent, name: string, was: FieldGroup | undefined, item: FieldGroup): Promise<ListSaved> {
  const known = listNamed(name);
  const place = `vocab/${known}.yaml`;
  const before = await readList(content, known);
  const source = wrapped(before ?? emptyList(known));
  const data = fieldsOf(source);
  if (!data) throw new DeskError(`词表 ${place} 读不懂，没有写。`);
  const items = itemsIn(data);
  const index = was ? items.findIndex((other) => isSame(other, was)) : items.length;
  if (index < 0) throw new DeskError('这一项刚才被别人改过，没有写。请重新打开词表，看一看再改。');
  if (was && was['id'] !== item['id'])
    throw new DeskError(`编号“${textOf(was['id'])}”定了就不再改：条目和别人的链接用着它。要换一个，请另加一项。`);
  const order = (path: readonly (string | number)[]) => fieldNames(vocabularyFiles[known], path);
  const text = unwrapped(withField(source, ['items', index], item, order));
  await content.refresh();
  const problems = brokenBy(content, place, text).map((message) =>
    inLabels(message, index, itemForm(itemSchema(known), content.current.loaded.lists)),
  );
  if (problems.length > 0) return { kind: 'refused', problems };
  const path = join(content.folders.root, place);
  try {
    await exchange(path, before, text, join(content.folders.root, 'vocab', `.${known}.yaml.saving`));
  } catch (error) {
    if (error instanceof Overtaken) throw new DeskError('别人正在改这张词表，没有写。请再保存一次。');
    throw saveError(error);
  }
  await content.refresh();
  return { kind: 'saved', list: await openVocabulary(content, known) };
}

/** What is wrong with the list so changed, and with anything that was right before. */
function brokenBy(content: DeskContent, place: string, text: string): string[] {
  const { current } = content;
  const file = content.stored(place, new TextEncoder().encode(text));
  const today = content.today();
  const errorsOf = (library: typeof current) => checkLibrary(library, today).issues.filter(({ severity }) => severity === 'error');
  const wrong = errorsOf(content.withFile(file));
  if (wrong.length === 0) return [];
  const before = new Set(errorsOf(current).map(({ file: at, message }) => `${at} ${message}`));
  const fresh = wrong.filter(({ file: at, message }) => !before.has(`${at} ${message}`));
  return fresh.slice(0, MOST_TOLD).map(({ file: at, message }) => (at === file.path ? message : `${at}：${message}`));
}

const MOST_TOLD = 20;

/** The form shows one item and names its fields by their labels; the check names the item by its place in the file and its fields as the file does. */
function inLabels(message: string, index: number, fields: readonly FormField[]): string {
  const item = `“items”第 ${index + 1} 项`;
  if (!message.includes(item)) return message;
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  const isName = (words: string) => fields.some(({ label }) => label === words);
  const told = message
    .replace(item, '')
    .replace(/^(?:的|里)/u, '')
    // The name of the field has been said.
    .replace(/这里要写：([^。]+)。$/u, (all, words: string) => (isName(words) ? '' : all));
  return told.replace(/^((?:缺少字段|没有字段)?)“([A-Za-z]+)”/u, (all, before: string, name: string) =>
    labels.has(name) ? `${before === '缺少字段' ? '没有写' : before}“${labels.get(name) ?? name}”` : all,
  );
}

function listNamed(name: string): VocabularyName {
  const known = LIST_NAMES.find((list) => list === name);
  if (!known) throw new DeskError('没有这张词表。');
  return known;
}

function itemSchema(name: VocabularyName) {
  const items = definitionOf(vocabularyFiles[name]).shape?.['items'];
  const item = items && definitionOf(items).element;
  if (!item) throw new Error(`the list ${name} has no items`);
  return item;
}

async function readList({ folders }: DeskContent, name: VocabularyName): Promise<string | undefined> {
  const text = await readText(join(folders.root, 'vocab', `${name}.yaml`)).catch(() => {
    throw new DeskError(`词表 vocab/${name}.yaml 的编码不是 UTF-8。请先在文本编辑器里另存为 UTF-8。`);
  });
  return text ?? (MAY_BE_ABSENT[name] ? undefined : '');
}

function emptyList(name: VocabularyName): string {
  return `title: ${MAY_BE_ABSENT[name]?.title ?? name}\nitems: []\n`;
}

/** A list is all fields, which in an entry stand between two lines of dashes. */
function wrapped(list: string): string {
  return `---\n${list.endsWith('\n') || list === '' ? list : `${list}\n`}---\n`;
}

function unwrapped(source: string): string {
  return source.replace(/^---\n/u, '').replace(/---\n$/u, '');
}

function itemsIn(data: FieldGroup): FieldGroup[] {
  const { items } = data;
  return isList(items) ? items.filter(isGroup) : [];
}
