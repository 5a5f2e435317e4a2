/**
 * Other units' libraries beside this one in a search: asked only when the reader of this window has agreed, each on its own. A unit that is away, slow
 * or of another version is left out and named; the others answer.
 */
import { UnitUnread } from '../../domain/units.ts';
import type { UnitFault, UnitPlace } from '../../domain/units.ts';
import { createUnitEngine } from '../../search/choose-engine.ts';
import type { SearchEngine } from '../../search/engine.ts';
import { joinEngines } from '../../search/joined-engine.ts';
import type { JoinedUnit } from '../../search/joined-engine.ts';
import { loadSearchDetails, loadUnits, openUnit } from './desk-data.ts';

/** Milliseconds that a unit has for its first answers, and for each one later. */
const PATIENCE = { first: 8000, later: 6000 } as const;

/** How it stands with a unit. */
export interface UnitState {
  unit: UnitPlace;
  /** `undefined` while it is asked for the first time. */
  state: '在问' | '已问' | UnitFault;
  /** How many entries it has, once it has answered. */
  entries: number;
}

export class UnitSearch {
  readonly #base: string;
  readonly #own: SearchEngine;
  readonly #tell: (states: readonly UnitState[]) => void;
  #states: UnitState[] = [];
  #opened: JoinedUnit[] = [];
  #losses = 0;
  #joined: Promise<SearchEngine> | undefined;

  /** `tell` hears whenever it stands otherwise with a unit. */
  constructor(base: string, own: SearchEngine, tell: (states: readonly UnitState[]) => void) {
    this.#base = base;
    this.#own = own;
    this.#tell = tell;
  }

  /** How it stands with each unit. */
  get states(): readonly UnitState[] {
    return this.#states;
  }

  /** Whether every unit has answered or failed. */
  get isReady(): boolean {
    return this.#states.length > 0 && this.#states.every(({ state }) => state !== '在问');
  }

  /** One engine over this library and the units that answer; another one after one of them has failed. */
  engine(): Promise<SearchEngine> {
    return (this.#joined ??= this.#join());
  }

  /** Grows whenever a unit that had answered fails: what was found with it does not count. */
  get losses(): number {
    return this.#losses;
  }

  /** Lets those that did not answer be asked again. */
  forget(): void {
    this.#joined = undefined;
    this.#states = this.#states.map((one) => (one.state === '已问' ? one : { ...one, state: '在问' }));
    this.#tell(this.#states);
  }

  /** What only some kinds of entries are sorted by, of all that answer, by the key of each entry. */
  async details<T>(read: (table: Awaited<ReturnType<typeof loadSearchDetails>>, unit: string) => T): Promise<T[]> {
    const tables = this.#opened.map(async ({ name }) => {
      const { site } = await openUnit(this.#base, name);
      return read(await loadSearchDetails(site), name);
    });
    const settled = await Promise.all(
      tables.map((table) =>
        table.then(
          (one) => [one],
          () => [],
        ),
      ),
    );
    return settled.flat();
  }

  async #join(): Promise<SearchEngine> {
    if (this.#states.length === 0) {
      const { units } = await loadUnits(this.#base);
      this.#states = units.filter(({ isLive }) => isLive).map((unit) => ({ unit, state: '在问', entries: 0 }));
      this.#tell(this.#states);
    }
    await Promise.all(this.#states.filter(({ state }) => state === '在问').map((one) => this.#open(one)));
    return joinEngines(this.#own, this.#opened, (unit, answering, otherwise) => this.#wait(unit, answering, otherwise));
  }

  async #open({ unit }: UnitState): Promise<void> {
    const opening = async () => {
      const { site, root } = await openUnit(this.#base, unit.name);
      const engine = createUnitEngine(this.#base, site);
      await Promise.all([engine.open(), engine.cards(), engine.words()]);
      return { engine, root, entries: (await engine.cards()).size };
    };
    try {
      const { engine, root, entries } = await inTime(unit.name, opening(), PATIENCE.first);
      const order = this.#states.map((one) => one.unit.name);
      this.#opened = [...this.#opened, { name: unit.name, root, engine }].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
      this.#change(unit.name, '已问', entries);
    } catch (error) {
      console.warn(error);
      this.#change(unit.name, faultOf(error), 0);
    }
  }

  /** What a unit answers, or `otherwise` from one that fails or is slow, which is then left out. */
  async #wait<T>(unit: JoinedUnit, answering: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await inTime(unit.name, answering, PATIENCE.later);
    } catch (error) {
      console.warn(error);
      if (this.#opened.some(({ name }) => name === unit.name)) {
        this.#losses += 1;
        this.#opened = this.#opened.filter(({ name }) => name !== unit.name);
        this.#joined = undefined;
        this.#change(unit.name, faultOf(error), 0);
      }
      return otherwise;
    }
  }

  #change(name: string, state: UnitState['state'], entries: number): void {
    this.#states = this.#states.map((one) => (one.unit.name === name ? { ...one, state, entries } : one));
    this.#tell(this.#states);
  }
}

function faultOf(error: unknown): UnitFault {
  return error instanceof UnitUnread ? error.fault : '没有回应';
}

function inTime<T>(unit: string, answering: Promise<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const waiting = window.setTimeout(() => reject(new UnitUnread(unit, '回应太慢')), patience);
    answering.then(resolve, reject).finally(() => window.clearTimeout(waiting));
  });
}
