/**
 * Giving an entry another file name, which is the last part of its address: what that would do, told before it is done, and doing it. Its number stays.
 * An address that others may have is entered in the ledger and leads on; it is written before the file is moved, so that a kill leaves nothing that the
 * check does not tell of.
 */
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { moveInRecords, recordsWith } from '../import/import-record.ts';
import { addressGiver } from '../import/new-entry.ts';
import { checkSome } from '../lint/check-content.ts';
import type { CollectionName } from '../schema/number.ts';
import { withMove } from '../store/ledger.ts';
import { withChanges } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { textOf } from '../store/loose-data.ts';
import { IMPORTS_FOLDER } from '../store/read-content.ts';
import type { DeskContent } from './desk-content.ts';
import type { FieldGroup, Renaming } from './protocol.ts';
import { exchange, readText } from './whole-file.ts';

const LEDGER = 'ledger.yaml';

/** The entry that is to have another name. */
export interface NamedEntry {
  collection: CollectionName;
  /** The name as it is. */
  name: string;
  /** The text of its file, and its fields. */
  text: string;
  data: FieldGroup;
  /** It has no file yet. */
  isUnsaved: boolean;
  /** It has one, and changes that are not in it. */
  isChanged: boolean;
}

/** What an editor has typed for a name: a whole address, or the name of the file, is its last part. */
export function meantName(words: string): string {
  return (
    words
      .trim()
      .replace(/\.mdx$/u, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? ''
  );
}

/** What the name would change, or why it cannot be. */
export function lookAtRenaming(content: DeskContent, entry: NamedEntry, name: string): Renaming {
  const { current, folders } = content;
  const { collection, data } = entry;
  const id = textOf(data['id']);
  const from = `/${collection}/${entry.name}/`;
  const to = `/${collection}/${name}/`;
  const suggested = addressGiver(withoutEntry(current, entry), collection)(textOf(data['title']), id);
  const told = { from, to, suggested: suggested === entry.name ? '' : suggested };
  const problem = entry.isChanged ? '还有改动没有保存。请先关闭这里，保存或者放弃改动，再改网址。' : problemOf(content, entry, name);
  if (problem !== undefined) return { ...told, problem, steps: [], asksWhy: false };
  if (name === entry.name) return { ...told, problem: '', steps: [], asksWhy: false };
  if (entry.isUnsaved)
    return { ...told, problem: '', steps: [`还没有文件。保存时写成 content/${collection}/${name}.mdx，网址是 ${to}。`], asksWhy: false };
  const asksWhy = isOut(content, entry);
  const isBack = current.loaded.ledger?.data.redirects.some((redirect) => redirect.from === to) ?? false;
  const isImported = recordsWith(folders.root, `${collection}/${entry.name}.mdx`).length > 0 || hasOriginal(content, entry);
  const steps = [
    `文件 content/${collection}/${entry.name}.mdx 改名为 ${name}.mdx，里面一个字也不动。`,
    `网址从 ${from} 变成 ${to}；编号 ${id} 不变，按编号连到它的都照样通。`,
    asksWhy &&
      `旧网址记进登记簿（content/${LEDGER}）：以后打开 ${from} 的人，自动转到这一条；这个旧网址不再给别的条目用。${isBack ? `从前 ${to} 转到别处的那一行删去，它又是这一条自己的网址。` : ''}`,
    !asksWhy && textOf(data['access']) === '内部' && '登记簿是公开的，内部的条目不登记：内部版里的旧网址不再通。',
    !asksWhy && textOf(data['access']) !== '内部' && '还没有发布过，没有人用着旧网址，不用登记。',
    isImported && '它是导入来的：导入的记录和原件跟着改，以后再导入同一份表，还是更新这一条。',
    asksWhy && '网站要等下一次生成才变；改了的文件一起提交。',
  ];
  return { ...told, problem: '', steps: steps.filter((step) => step !== false), asksWhy };
}

/** Moves the file, and whatever goes by its name. Throws when something stands in the way; then all is as before. */
export async function renameFile(content: DeskContent, entry: NamedEntry, name: string, why: string): Promise<void> {
  const { root } = content.folders;
  const { collection } = entry;
  const file = (of: string) => join(root, collection, `${of}.mdx`);
  const original = (of: string) => join(root, IMPORTS_FOLDER, collection, of);
  const undo: (() => Promise<void>)[] = [];
  const move = async (from: string, to: string) => {
    await rename(from, to);
    undo.unshift(() => rename(to, from));
  };
  try {
    if (isOut(content, entry)) {
      const { before, after } = await enterMove(content, entry, name, why);
      undo.unshift(() => writeLedger(root, after, before));
    }
    if (hasOriginal(content, entry)) await move(original(entry.name), original(name));
    await move(file(entry.name), file(name));
    moveInRecords(root, `${collection}/${entry.name}.mdx`, `${collection}/${name}.mdx`);
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

async function enterMove({ folders: { root } }: DeskContent, { collection, name: before, data }: NamedEntry, name: string, why: string) {
  const text = (await readText(join(root, LEDGER))) ?? '';
  const move = { id: textOf(data['id']), from: `/${collection}/${before}/`, to: `/${collection}/${name}/`, why };
  const ledger = { before: text, after: withMove(text, move) };
  await writeLedger(root, ledger.before, ledger.after);
  return ledger;
}

async function writeLedger(root: string, before: string, after: string): Promise<void> {
  await exchange(join(root, LEDGER), before, after, join(root, `.${LEDGER}.saving`));
}

function problemOf(content: DeskContent, entry: NamedEntry, name: string): string | undefined {
  const { current: known, today } = content;
  const { collection, data, text } = entry;
  const id = textOf(data['id']);
  const { ledger, common } = known.loaded;
  if (collection === 'sources') return '来源文献的网址就是它的编号，不改。';
  if (common && Object.hasOwn(common.data.parts, `${collection}/${entry.name}.mdx`))
    return '这一条是共同库的包带来的，网址各单位一样，不在这里改；要改请告诉共同库的编者。';
  if (!ledger) return `登记簿 content/${LEDGER} 读不出来，不能改网址。请先照检查说的改好。`;
  if (name === '') return '请写新的文件名。';
  if (name === entry.name) return undefined;
  const twin = known.entries.find(({ file }) => file.folder === collection && file.name.toLowerCase() === name.toLowerCase());
  if (twin) return `这个文件名已经有了，是 ${twin.id}“${textOf(twin.data['title'])}”。请换一个。`;
  const address = `/${collection}/${name}/`;
  const owner =
    ledger.data.entries.find(({ at }) => at === address)?.id ?? ledger.data.redirects.find(({ from }) => from === address)?.to ?? id;
  if (owner !== id) return `网址 ${address} 是 ${owner} 发表过的，别人的链接指着它，不能给另一条用。请换一个。`;
  const file = content.stored(`${collection}/${name}.mdx`, new TextEncoder().encode(text));
  const rest = withoutEntry(known, entry);
  const found = checkSome(withChanges(rest, [file]), [file], today()).find(({ rule }) => NAME_RULES.includes(rule));
  // The field takes the name without what every file ends in.
  return found?.message.replace('.mdx”', '”');
}

/** The library as it is without the file of an entry. */
function withoutEntry(known: Library, { collection, name }: NamedEntry): Library {
  const isOther = (file: { folder: string; name: string }) => file.folder !== collection || file.name !== name;
  return { ...known, files: known.files.filter(isOther), entries: known.entries.filter(({ file }) => isOther(file)) };
}

const NAME_RULES: readonly string[] = ['bad-slug', 'duplicate-slug'];

/** Whether others may have the address: it has been published, or the next build publishes it. */
function isOut({ current: { loaded } }: DeskContent, { data }: NamedEntry): boolean {
  if (data['access'] === '内部') return false;
  return data['status'] !== '草稿' || (loaded.ledger?.data.entries.some(({ id }) => id === data['id']) ?? false);
}

function hasOriginal({ folders: { root } }: DeskContent, { collection, name }: NamedEntry): boolean {
  return existsSync(join(root, IMPORTS_FOLDER, collection, name));
}
