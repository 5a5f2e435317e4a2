/** The editor's desk without its server: what is open, what has been changed, and what saving does. */
import { rm } from 'node:fs/promises';
import { dirname, basename, join } from 'node:path';
import { describeField, fieldNames } from '../schema/field-guide.ts';
import type { z } from 'astro/zod';
import { isNameForPost } from '../lint/person-names.ts';
import { stopsBuild } from '../lint/rule.ts';
import { localNoteSchema, NOTES_FOLDER } from '../schema/local-notes.ts';
import { COLLECTION_NAMES, COLLECTIONS, compareNumbers, isEntryNumber } from '../schema/number.ts';
import { reviewsOf } from '../domain/entry/freshness.ts';
import { indexSite } from '../domain/site/site-index.ts';
import { contentOf, isEntryFile, isNoteFile } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { textOf } from '../store/loose-data.ts';
import { remarksIn, withoutRemark, withRemark } from '../schema/remarks.ts';
import type { Remark } from '../schema/remarks.ts';
import { bodyOf, withBody } from './entry-source.ts';
import { fieldsOf, withField } from './change-field.ts';
import type { OrderAt } from './change-field.ts';
import type { CheckedText, DeskContent } from './desk-content.ts';
import { changesInWords, shownOf } from './changes-in-words.ts';
import { diffLines } from './diff-lines.ts';
import { EditedHere } from './edited-here.ts';
import { labelOfPath } from './form.ts';
import { BODY, joinChanges } from './join-changes.ts';
import { KeptDrafts } from './kept-changes.ts';
import type { LeftChanges } from './kept-changes.ts';
import { notesIn } from './notes-in-source.ts';
import { GAPS, placeFindings } from './place-of-finding.ts';
import type {
  Change,
  DeskCollection,
  DeskEntry,
  DeskList,
  DeskRow,
  ElsewhereDraft,
  EntryState,
  FieldPath,
  Overtaking,
  Renaming,
  Saved,
  SavingLook,
} from './protocol.ts';
import { lookAtRenaming, meantName, renameFile } from './rename.ts';
import type { NamedEntry } from './rename.ts';
import { exchange, Overtaken, readText } from './whole-file.ts';
import { isList } from '../store/write-yaml.ts';

/** Said to the editor: what cannot be done, and why. */
export class DeskError extends Error {}

/** A window knows an older state than there is. */
export class OutOfDate extends Error {
  readonly entry: DeskEntry;

  constructor(entry: DeskEntry) {
    super('另一个窗口也在改这一条');
    this.entry = entry;
  }
}

interface Session {
  place: string;
  collection: DeskCollection;
  /** The text of the file as this desk knows it; missing while there is no file. */
  base: string | undefined;
  text: string;
  revision: number;
  undo: string[];
  redo: string[];
  /** When the first of its changes was made that are not saved. */
  begun: string | undefined;
  takenUpFrom: string | undefined;
  /** Files of ended desks whose changes are in here; they go with them. */
  left: string[];
  /** What other living desks have not saved. */
  elsewhere: ElsewhereDraft[];
  isOvertaken: boolean;
  checked: CheckedText | undefined;
}

/** Everything that has a form, in the order of the list. */
export const DESK_COLLECTIONS: readonly DeskCollection[] = [...COLLECTION_NAMES, NOTES_FOLDER];

/** What a form is made from. */
export function deskSchema({ schemas }: Library, collection: DeskCollection): z.ZodType {
  return collection === NOTES_FOLDER ? localNoteSchema : schemas[collection];
}

/** A file whose fields cannot be read. */
const UNREAD: { id: string; data: Record<string, unknown> } = { id: '', data: {} };

/** So many steps can be taken back. */
const MOST_STEPS = 300;

export class Desk {
  readonly content: DeskContent;
  /** Where changes that are not saved are kept. */
  readonly #keep: KeptDrafts;
  readonly #editedHere: EditedHere;
  readonly #sessions = new Map<string, Session>();
  /** Where entries have gone that were renamed here, by where they were. */
  readonly #moved = new Map<string, string>();
  /** One after another, so that no two savings or changes of one entry get into each other's way. */
  #queue: Promise<unknown> = Promise.resolve();
  #due: { of: Library; day: string; why: ReadonlyMap<string, string> } | undefined;

  private constructor(content: DeskContent, keep: KeptDrafts, editedHere: EditedHere) {
    this.content = content;
    this.#keep = keep;
    this.#editedHere = editedHere;
  }

  /** Opens the desk, with the changes that were not saved the last time; `keep` is the folder for them. */
  static async open(content: DeskContent, keep: string): Promise<Desk> {
    const desk = new Desk(content, await KeptDrafts.begin(keep), new EditedHere(keep));
    const left = Map.groupBy(await desk.#keep.left(), ({ place }) => place);
    for (const [place, [latest, ...others]] of left) if (latest) await desk.#takeUp(place, latest, others);
    return desk;
  }

  /** Other desks that are open over this folder, in words, with the times since when. */
  others(): Promise<{ desk: string; since: string }[]> {
    return this.#keep.living();
  }

  /** Ends; what has not been saved is there for the next desk. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#keep.end();
  }

  /** Everything in number order, with what is known of each. */
  async list(): Promise<DeskList> {
    await this.content.refresh();
    this.content.checkAll();
    const { current: library, issues, today } = this.content;
    const elsewhere = new Set((await this.#keep.elsewhere()).map(({ place }) => place));
    const entries = new Map(library.entries.map((entry) => [entry.file, entry]));
    const notes = new Map(library.notes.map((note) => [note.file, note]));
    const titles = new Map(library.entries.map(({ id, data }) => [id, textOf(data['title'])]));
    const due = this.#dueIn(library, today());
    const here = await this.#editedHere.days();
    const rows = library.files
      .filter((file) => isEntryFile(file) || isNoteFile(file))
      .map((file): DeskRow => {
        const place = `${file.folder}/${file.name}`;
        const session = this.#sessions.get(place);
        const found = issues?.get(file.path) ?? [];
        const errors = found.filter(({ severity }) => severity === 'error').length;
        const { id, data } = entries.get(file) ?? notes.get(file) ?? UNREAD;
        const isNote = file.folder === NOTES_FOLDER;
        const remarks = data['status'] === '草稿' ? remarksIn(file.source).length : 0;
        return {
          place,
          collection: file.folder as DeskCollection,
          id,
          title: isNote ? noteTitle(titles.get(id)) : textOf(data['title']) || file.name,
          state: isNote ? '已发布' : stateOf(data['status'], errors + remarks > 0 || !issues || found.some(({ rule }) => rule === GAPS)),
          errors,
          stops: found.filter(stopsBuild).length,
          warnings: found.length - errors,
          remarks,
          here: here.get(place) ?? '',
          updated: textOf(data[isNote ? 'date' : 'updated']),
          due: isNote ? '' : (due.get(id) ?? ''),
          isChanged: session !== undefined && session.text !== session.base,
          isUnsigned: found.some(({ rule }) => rule === 'sign-off') && data['signOff'] === undefined,
          isElsewhere: elsewhere.has(place),
        };
      });
    const unsaved = [...this.#sessions.values()].filter((session) => !rows.some(({ place }) => place === session.place));
    return {
      rows: [...rows, ...unsaved.map((session) => unsavedRow(session, titles))].sort(byCollectionAndNumber),
      isChecked: issues !== undefined,
      collections: DESK_COLLECTIONS.map((name) => ({ name, title: name === NOTES_FOLDER ? '本地注' : COLLECTIONS[name].name })),
      today: today(),
    };
  }

  /** Why entries are to be looked at again, by number; worked out anew when content or day has changed. */
  #dueIn(library: Library, day: string): ReadonlyMap<string, string> {
    if (this.#due?.of !== library || this.#due.day !== day) {
      const reviews = reviewsOf(indexSite(contentOf(library)), day).filter(({ due }) => due <= day);
      this.#due = { of: library, day, why: new Map(reviews.map(({ entry, why }) => [entry.data.id, why])) };
    }
    return this.#due.why;
  }

  open(place: string): Promise<DeskEntry> {
    return this.#inTurn(async () => {
      const session = await this.#session(place);
      await this.#look(session);
      return this.#told(session);
    });
  }

  /** Makes changes, each one after the one before. Throws `OutOfDate` when the window has missed something. */
  change(place: string, revision: number, changes: readonly Change[]): Promise<DeskEntry> {
    return this.#inTurn(async () => {
      const session = await this.#current(place, revision);
      const orderAt = this.#orderOf(session.collection);
      const text = changes.reduce((before, change) => made(before, change, orderAt, this.content.today()), session.text);
      await this.#set(session, text);
      return this.#told(session);
    });
  }

  undo(place: string, revision: number): Promise<DeskEntry> {
    return this.#step(place, revision, 'undo');
  }

  redo(place: string, revision: number): Promise<DeskEntry> {
    return this.#step(place, revision, 'redo');
  }

  /** Back to the file as it is on disk; the changes can be had back by undoing. */
  discard(place: string, revision: number): Promise<DeskEntry | undefined> {
    return this.#inTurn(async () => {
      const session = await this.#current(place, revision);
      const found = await this.#onDisk(place);
      if (found === undefined) {
        this.#sessions.delete(place);
        await this.#drop(session);
        return undefined;
      }
      session.base = found;
      session.isOvertaken = false;
      await this.#set(session, found);
      return this.#told(session);
    });
  }

  /** What saving would change. */
  diff(place: string): Promise<SavingLook> {
    return this.#inTurn(async () => {
      const { base, text, collection } = await this.#session(place);
      const changes = base === undefined ? [] : changesInWords(base, text, this.#labels(collection));
      return { changes, lines: diffLines(base ?? '', text) };
    });
  }

  /** Writes the file, if it is still what it was when it was opened. `what` goes into the record of changes. */
  save(place: string, revision: number, what?: string): Promise<Saved> {
    return this.#inTurn(async () => {
      const session = await this.#current(place, revision);
      const before = { text: session.text, undo: [...session.undo], redo: session.redo };
      if (what) await this.#set(session, this.#recorded(session, what));
      const path = this.#pathOf(place);
      try {
        await exchange(path, session.base, session.text, join(dirname(path), `.${basename(path)}.saving`));
      } catch (error) {
        if (what) {
          // Whoever saves again says it again.
          Object.assign(session, before);
          await this.#keepNow(session);
          session.revision = revision;
        }
        if (error instanceof Overtaken) {
          session.isOvertaken = true;
          return { kind: 'overtaken', overtaking: this.#overtaking(session, error.found) };
        }
        throw saveError(error);
      }
      await this.#editedHere.note([place], this.content.today());
      session.base = session.text;
      session.takenUpFrom = undefined;
      session.isOvertaken = false;
      session.revision += 1;
      await this.#drop(session);
      await this.content.refresh();
      session.checked = undefined;
      return { kind: 'saved', entry: this.#told(session) };
    });
  }

  /** What has happened to a file that somebody else has changed. */
  overtaking(place: string): Promise<Overtaking> {
    return this.#inTurn(async () => this.#overtaking(await this.#session(place), await this.#onDisk(place)));
  }

  /** Puts this desk's changes into what somebody else has made of the file; of what both changed, the fields named in `mine` by their paths. */
  join(place: string, revision: number, mine: readonly FieldPath[]): Promise<DeskEntry> {
    return this.#inTurn(async () => {
      const session = await this.#current(place, revision);
      const found = await this.#onDisk(place);
      const keys = new Set(mine.map((path) => JSON.stringify(path)));
      const takesMine = (path: FieldPath) => keys.has(JSON.stringify(path));
      const text =
        found === undefined
          ? session.text
          : joinChanges(session.base ?? '', session.text, found, this.#orderOf(session.collection), takesMine).text;
      session.base = found;
      session.isOvertaken = false;
      await this.#set(session, text);
      return this.#told(session);
    });
  }

  /** Entries have been brought in from a table or a document. */
  broughtIn(places: readonly string[]): Promise<void> {
    return this.#editedHere.note(places, this.content.today());
  }

  /** Puts a new entry on the desk; it has a file only when it is saved. */
  begin(place: string, text: string): Promise<DeskEntry> {
    return this.#inTurn(async () => {
      const collection = collectionAt(place);
      if (!collection) throw new DeskError('这里不能放条目。');
      if (this.#sessions.has(place) || (await this.#onDisk(place)) !== undefined) {
        // An entry has one note, and that is meant.
        if (collection === NOTES_FOLDER) return this.#told(await this.#session(place));
        throw new DeskError('这个文件名已经有了，请换一个。');
      }
      const session = newSession(place, collection, undefined, text);
      this.#sessions.set(place, session);
      await this.#keepNow(session);
      return this.#told(session);
    });
  }

  /** What another name of its file, the last part of its address, would do to an entry. */
  lookAtRenaming(place: string, words: string): Promise<Renaming> {
    return this.#inTurn(async () => {
      const session = await this.#session(place);
      return lookAtRenaming(this.content, named(session), meantName(words));
    });
  }

  /** Gives the file of an entry another name; `why` is kept where others may have the old address. */
  rename(place: string, revision: number, words: string, why: string): Promise<DeskEntry> {
    return this.#inTurn(async () => {
      const session = await this.#current(place, revision);
      await this.#look(session);
      if (session.isOvertaken || session.elsewhere.length > 0)
        throw new DeskError('别人也在改这一条，没有改网址。请等那边保存好，合在一起以后再改。');
      await this.content.refresh();
      const entry = named(session);
      const name = meantName(words);
      const { problem, asksWhy } = lookAtRenaming(this.content, entry, name);
      if (problem !== '') throw new DeskError(problem);
      if (name === entry.name) throw new DeskError('和现在的一样，没有改。');
      if (this.#sessions.has(`${entry.collection}/${name}`))
        throw new DeskError('编辑台上有一条没有保存的新条目用着这个文件名。请换一个。');
      if (asksWhy && why.trim() === '') throw new DeskError('请写一句为什么改网址，登记簿里要记。');
      if (!entry.isUnsaved)
        await renameFile(this.content, entry, name, why.trim()).catch((error: unknown) => {
          throw error instanceof Overtaken ? new DeskError('别人正在改登记簿 ledger.yaml，没有改网址。请再点一次。') : saveError(error);
        });
      await this.#drop(session);
      this.#sessions.delete(place);
      session.place = `${entry.collection}/${name}`;
      this.#sessions.set(session.place, session);
      this.#moved.set(place, session.place);
      if (!entry.isUnsaved) await this.#editedHere.note([session.place], this.content.today());
      await this.#keepNow(session);
      await this.content.refresh();
      return this.#told(session);
    });
  }

  /** The library with this entry as it now is, for looking at its page. */
  async checked(place: string): Promise<CheckedText> {
    return this.#checkedOf(await this.#session(place));
  }

  async #session(place: string): Promise<Session> {
    const open = this.#sessions.get(place);
    if (open) return open;
    const collection = collectionAt(place);
    const text = collection && (await this.#onDisk(place));
    const moved = this.#moved.get(place);
    if (moved !== undefined && text === undefined)
      throw new DeskError(`这一条改过网址，现在是 content/${moved}.mdx。请回到“条目”里打开它。`);
    if (!collection || text === undefined) throw new DeskError('没有这个条目。');
    const session = newSession(place, collection, text, text);
    this.#sessions.set(place, session);
    return session;
  }

  async #current(place: string, revision: number): Promise<Session> {
    const session = await this.#session(place);
    if (session.revision !== revision) throw new OutOfDate(this.#told(session));
    return session;
  }

  /** Looks whether somebody else has changed the file. What nobody has changed here simply follows. */
  async #look(session: Session): Promise<void> {
    session.elsewhere = (await this.#keep.elsewhere(session.place)).map(({ desk, begun }) => ({ desk, begun }));
    const found = await this.#onDisk(session.place);
    if (found === session.base) {
      session.isOvertaken = false;
      return;
    }
    await this.content.refresh();
    session.checked = undefined;
    if (session.text !== session.base || found === undefined) {
      session.isOvertaken = session.base !== undefined || found !== undefined;
      return;
    }
    session.base = found;
    session.text = found;
    session.undo = [];
    session.redo = [];
    session.revision += 1;
  }

  async #step(place: string, revision: number, direction: 'undo' | 'redo'): Promise<DeskEntry> {
    return this.#inTurn(async () => {
      const session = await this.#current(place, revision);
      const [from, to] = direction === 'undo' ? [session.undo, session.redo] : [session.redo, session.undo];
      const text = from.pop();
      if (text !== undefined) {
        to.push(session.text);
        session.text = text;
        await this.#keepNow(session);
      }
      return this.#told(session);
    });
  }

  async #set(session: Session, text: string): Promise<void> {
    if (text !== session.text) {
      session.undo.push(session.text);
      if (session.undo.length > MOST_STEPS) session.undo.shift();
      session.redo = [];
      session.text = text;
    }
    await this.#keepNow(session);
  }

  async #keepNow(session: Session): Promise<void> {
    session.revision += 1;
    session.checked = undefined;
    const { place, base, text } = session;
    if (text === base) await this.#drop(session);
    else await this.#keep.keep({ place, text, begun: (session.begun ??= new Date().toISOString()), ...(base !== undefined && { base }) });
    if (text === base) session.takenUpFrom = undefined;
  }

  /** Puts what an ended desk has left on this one. Where several have left changes of one entry, they go together; the latest stands where they differ. */
  async #takeUp(place: string, latest: LeftChanges, others: readonly LeftChanges[]): Promise<void> {
    const collection = collectionAt(place);
    if (!collection) return;
    const session = newSession(place, collection, latest.base, latest.text);
    session.begun = latest.begun;
    session.takenUpFrom = latest.begun;
    for (const { base = '', text, file } of others) {
      session.left.push(file);
      if (text === session.text) continue;
      session.undo.push(text);
      if (fieldsOf(text) && fieldsOf(session.text) && base !== '')
        session.text = joinChanges(base, text, session.text, this.#orderOf(collection)).text;
    }
    this.#sessions.set(place, session);
    // Written here before it goes there: whatever happens, it is in one of the two.
    await this.#keep.keep({ place, text: session.text, begun: latest.begun, ...(latest.base !== undefined && { base: latest.base }) });
    await rm(latest.file, { force: true });
  }

  async #drop(session: Session): Promise<void> {
    await this.#keep.drop(session.place);
    for (const file of session.left) await rm(file, { force: true });
    session.left = [];
    session.begun = undefined;
  }

  #recorded(session: Session, what: string): string {
    const today = this.content.today();
    const orderAt = this.#orderOf(session.collection);
    const data = fieldsOf(session.text);
    const changes = isList(data?.['changes']) ? data['changes'] : [];
    const text = withField(session.text, ['changes', changes.length], { date: today, what }, orderAt);
    return withField(text, ['updated'], today, orderAt);
  }

  #overtaking({ collection, base = '', text }: Session, found: string | undefined): Overtaking {
    if (found === undefined) return { isGone: true, theirs: [], kept: [], clashes: [] };
    const { kept, clashes } = joinChanges(base, text, found, this.#orderOf(collection));
    const label = this.#labels(collection);
    return {
      isGone: false,
      theirs: diffLines(base, found),
      kept: kept.map(({ path }) => label(path)),
      clashes: clashes.map(({ path, before, theirs, mine }) => ({
        path,
        label: label(path),
        before: shownOf(before),
        theirs: shownOf(theirs),
        mine: shownOf(mine),
      })),
    };
  }

  #told(session: Session): DeskEntry {
    const { place, collection, revision, text, base, undo, redo, takenUpFrom, left, elsewhere, isOvertaken } = session;
    const { issues, read } = this.#checkedOf(session);
    return {
      place,
      collection,
      revision,
      data: fieldsOf(text),
      body: bodyOf(text),
      text: text.replaceAll('\r\n', '\n').replace(/^\uFEFF/u, ''),
      notes: notesIn(text, (path) => describeField(this.#schemaOf(collection), path) ?? ''),
      findings: placeFindings(text, issues, read, this.#schemaOf(collection)),
      remarks: remarksIn(text),
      isChanged: text !== base,
      canUndo: undo.length > 0,
      canRedo: redo.length > 0,
      takenUpFrom,
      isJoined: left.length > 0,
      elsewhere,
      isOvertaken,
    };
  }

  #checkedOf(session: Session): CheckedText {
    // A list or another entry may have changed since.
    if (session.checked?.among !== this.content.current) session.checked = this.content.check(`${session.place}.mdx`, session.text);
    return session.checked;
  }

  #schemaOf(collection: DeskCollection): z.ZodType {
    return deskSchema(this.content.current, collection);
  }

  #labels(collection: DeskCollection): (path: FieldPath) => string {
    return (path) => (path === BODY ? '正文' : labelOfPath(this.#schemaOf(collection), path));
  }

  #orderOf(collection: DeskCollection): OrderAt {
    return (path) => fieldNames(this.#schemaOf(collection), path);
  }

  async #onDisk(place: string): Promise<string | undefined> {
    try {
      return await readText(this.#pathOf(place));
    } catch {
      throw new DeskError('这个文件的文字读不出来（编码不是 UTF-8）。请先在文本编辑器里另存为 UTF-8。');
    }
  }

  #pathOf(place: string): string {
    return join(this.content.folders.root, `${place}.mdx`);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function newSession(place: string, collection: DeskCollection, base: string | undefined, text: string): Session {
  const fresh = {
    revision: 1,
    undo: [],
    redo: [],
    begun: undefined,
    takenUpFrom: undefined,
    left: [],
    elsewhere: [],
    isOvertaken: false,
    checked: undefined,
  };
  return { place, collection, base, text, ...fresh };
}

function made(text: string, change: Change, orderAt: OrderAt, today: string): string {
  if ('body' in change) return withBody(text, change.body);
  if ('text' in change) return withText(text, change.text);
  if ('answered' in change) return withoutRemark(text, change.answered);
  if ('remark' in change) return withRemark(text, checkedRemark(change.remark, today));
  return withField(text, change.path, change.value, orderAt);
}

/** Throws for a remark that says nothing, or by whom one cannot tell or is not to be told. */
function checkedRemark({ by, text }: { by: string; text: string }, date: string): Remark {
  if (text.trim() === '') throw new DeskError('请写上要改什么。');
  if (by.trim() === '') throw new DeskError('请写审核的人的岗位（不写姓名）。');
  if (isNameForPost(by.trim())) throw new DeskError(`“${by.trim()}”像是姓名。只写岗位，如 干部监督科科长。`);
  return { date, by, text };
}

/** The whole text anew, with the byte order mark and the line ends that it had. */
function withText(before: string, text: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lines = text.replaceAll('\r\n', '\n');
  return mark + (before.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines);
}

/** Throws for what has no name of its own, or no fields to know it by. */
function named({ place, collection, base, text }: Session): NamedEntry {
  const data = fieldsOf(text);
  if (collection === NOTES_FOLDER) throw new DeskError('本地注的文件名就是所注条目的编号，不改。');
  if (!data) throw new DeskError('字段区读不懂，不能改网址。请先照“问题”里说的改好。');
  return {
    collection,
    name: place.split('/')[1] ?? '',
    text,
    data,
    isUnsaved: base === undefined,
    isChanged: base !== undefined && text !== base,
  };
}

function collectionAt(place: string): DeskCollection | undefined {
  const [folder, name, ...more] = place.split('/');
  const isName = name !== undefined && more.length === 0 && /^[^\s./\\][^/\\\0]*$/u.test(name);
  if (folder === NOTES_FOLDER && !(isName && isEntryNumber(name))) return undefined;
  return isName ? DESK_COLLECTIONS.find((known) => known === folder) : undefined;
}

function noteTitle(title: string | undefined): string {
  return title === undefined ? '注（没有这一条）' : `注：${title}`;
}

function stateOf(status: unknown, isHeldUp: boolean): EntryState {
  if (status === '发布') return '已发布';
  if (status === '退出') return '已退出';
  return isHeldUp ? '草稿' : '可以发布';
}

function unsavedRow({ place, collection, text }: Session, titles: ReadonlyMap<string, string>): DeskRow {
  const data = fieldsOf(text);
  const id = textOf(data?.['id']);
  const title = collection === NOTES_FOLDER ? noteTitle(titles.get(id)) : textOf(data?.['title']) || place;
  const row = {
    place,
    collection,
    errors: 0,
    stops: 0,
    warnings: 0,
    state: '草稿' as const,
    remarks: remarksIn(text).length,
    here: '',
    due: '',
    isChanged: true,
    isUnsigned: false,
    isElsewhere: false,
  };
  return { ...row, id, title, updated: textOf(data?.['updated']) };
}

function byCollectionAndNumber(a: DeskRow, b: DeskRow): number {
  return DESK_COLLECTIONS.indexOf(a.collection) - DESK_COLLECTIONS.indexOf(b.collection) || compareNumbers(a.id, b.id);
}

/** What kept a file from being written, said to the editor. */
export function saveError(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') return new DeskError('别人正在保存这个文件。请等几秒钟再保存一次。');
  if (code === 'ENOSPC') return new DeskError('磁盘满了，没有保存；原来的文件没有动，改动还在编辑台里。请腾出空间再保存。');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new DeskError('没有写这个文件的权限，没有保存；改动还在编辑台里。请管理员放开 content 文件夹的权限再保存。');
  return error instanceof Error ? error : new Error(String(error));
}
