/** Sends what is typed to the desk, a moment after the last key, one message at a time; while the desk does not answer, nothing is lost. */
import type { Change, DeskEntry } from '../protocol.ts';
import { unmade } from './made-changes.ts';
import { Missed, NoAnswer, tell } from './talk.ts';
import { keepUnsent, readUnsent, takeLeft } from './unsent.ts';

/** Long enough for the next key, short enough to lose little. */
const PAUSE = 350;
const RETRY = 3000;

export interface Listener {
  /** The desk has taken the changes. */
  taken(entry: DeskEntry): void;
  /** Changes are on the way, have arrived, or cannot be sent. */
  shows(state: 'waiting' | 'sent' | 'unanswered'): void;
  /** Another window was faster: what was to be changed is offered. */
  missed(entry: DeskEntry): void;
  /** The desk does not take what was to be changed: it is offered. */
  failed(error: unknown): void;
}

export class Sender {
  readonly #place: string;
  readonly #listener: Listener;
  revision: number;
  #waiting: Change[] = [];
  /** Messages that were not answered: the desk may have taken one of them. */
  #unanswered: (readonly Change[])[] = [];
  #offered: readonly Change[];
  #timer: number | undefined;
  #sending: Promise<void> | undefined;

  constructor(place: string, revision: number, listener: Listener) {
    this.#place = place;
    this.revision = revision;
    this.#listener = listener;
    this.#offered = readUnsent(place);
  }

  /** Changes that the desk does not have, from the last time or refused since: they wait for a word of the editor, and outlast the page. */
  get offered(): readonly Change[] {
    return this.#offered;
  }

  /** What windows that are gone have left is offered too. */
  takeLeft(): Promise<void> {
    return takeLeft(this.#place, (changes) => {
      this.#offered = [...changes, ...this.#offered];
      this.#keep(this.#waiting);
    });
  }

  /** The entry as the desk has it: what is in it need not be offered. */
  see(entry: DeskEntry): void {
    this.revision = entry.revision;
    const offered = unmade(this.#offered, entry);
    if (offered.length === this.#offered.length) return;
    this.#offered = offered;
    this.#keep(this.#waiting);
  }

  /** Makes the changes that are offered. */
  takeOffered(): void {
    const changes = this.#offered;
    this.#offered = [];
    for (const change of changes) this.add(change);
  }

  dropOffered(): void {
    this.#offered = [];
    this.#keep();
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && !this.#sending;
  }

  /** Whether more has been typed than is on its way. */
  get isBehind(): boolean {
    return this.#waiting.length > 0;
  }

  add(change: Change): void {
    const last = this.#waiting[this.#waiting.length - 1];
    if (last && isSamePlace(last, change)) this.#waiting.pop();
    this.#waiting.push(change);
    this.#listener.shows('waiting');
    this.#schedule(PAUSE);
  }

  /** Everything typed so far has arrived, or cannot. */
  async settle(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    while (this.#sending) await this.#sending;
    if (this.#waiting.length > 0) await this.#send();
    return this.#waiting.length === 0;
  }

  stop(): void {
    window.clearTimeout(this.#timer);
  }

  #schedule(pause: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      // What is on its way looks, when it has arrived, whether anybody waits for the time to send more.
      this.#timer = undefined;
      if (!this.#sending) void this.#send();
    }, pause);
  }

  async #send(): Promise<void> {
    const changes = this.#waiting;
    this.#waiting = [];
    this.#sending = this.#deliver(changes);
    await this.#sending;
    this.#sending = undefined;
    if (this.#waiting.length > 0 && this.#timer === undefined) this.#schedule(PAUSE);
  }

  async #deliver(changes: Change[]): Promise<void> {
    this.#timer = undefined;
    try {
      const entry = await tell<DeskEntry>('change', { place: this.#place, revision: this.revision, changes });
      this.#takeIn(entry);
    } catch (error) {
      if (error instanceof NoAnswer) {
        this.#unanswered.push(changes);
        this.#waiting = [...changes, ...this.#waiting];
        this.#keep(this.#waiting);
        this.#listener.shows('unanswered');
        this.#schedule(RETRY);
        return;
      }
      if (error instanceof Missed && this.#wasTaken(error.entry)) {
        this.#waiting = [...unmade(changes, error.entry), ...this.#waiting];
        this.#takeIn(error.entry);
        return;
      }
      this.#unanswered = [];
      this.#offered = [...this.#offered, ...changes];
      this.#keep();
      if (error instanceof Missed) {
        this.revision = error.entry.revision;
        this.#listener.missed(error.entry);
      } else this.#listener.failed(error);
    }
  }

  #takeIn(entry: DeskEntry): void {
    this.revision = entry.revision;
    this.#unanswered = [];
    this.#keep();
    this.#listener.taken(entry);
    this.#listener.shows(this.#waiting.length > 0 ? 'waiting' : 'sent');
  }

  /** Whether the one step that the desk is ahead is a message of this window whose answer was lost. */
  #wasTaken(entry: DeskEntry): boolean {
    return entry.revision === this.revision + 1 && this.#unanswered.some((changes) => unmade(changes, entry).length === 0);
  }

  #keep(waiting: readonly Change[] = []): void {
    keepUnsent(this.#place, [...this.#offered, ...waiting]);
  }
}

function isSamePlace(a: Change, b: Change): boolean {
  if ('path' in a && 'path' in b) return JSON.stringify(a.path) === JSON.stringify(b.path);
  return ('body' in a && 'body' in b) || ('text' in a && 'text' in b);
}
