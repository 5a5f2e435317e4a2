/**
 * Other units' libraries beside this one in a search: asked only when the reader of this window has agreed, each on its own. Nobody waits for one that
 * is late: those that have answered are searched, and it is taken in when it comes. One that is away, too slow or of another version is named.
 */
import { UnitUnread } from '../../domain/site/units.ts';
import type { UnitFault, UnitPlace } from '../../domain/site/units.ts';
import { createUnitEngine } from '../../search/engine/choose-engine.ts';
import { IndexDamaged } from '../../search/engine/engine.ts';
import type { SearchEngine } from '../../search/engine/engine.ts';
import { joinEngines } from '../../search/engine/joined-engine.ts';
import type { JoinedUnit } from '../../search/engine/joined-engine.ts';
import { loadSearchDetails, loadUnits, openUnit } from './desk-data.ts';
import { gatherAnswers } from './gather-answers.ts';

/** Milliseconds for a unit's first answers, after which it is not waited for or given up, and for each answer later, after which it is given up. */
const PATIENCE = { first: { behind: 1_500, most: 8_000 }, later: { behind: 2_500, most: 6_000 } } as const;

/** How it stands with a unit. */
export interface UnitState {
  unit: UnitPlace;
  /** `在问` until it has answered for the first time. */
  state: '在问' | '已问' | UnitFault;
  /** How many entries it has, once it has answered. */
  entries: number;
}

/** One engine over this library and the units that have answered, as it stood then. */
export interface JoinedSearch {
  engine: SearchEngine;
  /** `UnitSearch.version` of these units. */
  version: number;
  states: readonly UnitState[];
}

export class UnitSearch {
  readonly #base: string;
  readonly #own: SearchEngine;
  readonly #tell: () => void;
  #states: UnitState[] = [];
  #opened: JoinedUnit[] = [];
  readonly #opening = new Map<string, Promise<void>>();
  #version = 0;
  #joined: { search: Promise<JoinedSearch>; version: number } | undefined;
  #gathering: Promise<unknown> | undefined;

  /** `tell` hears whenever it stands otherwise with a unit. */
  constructor(base: string, own: SearchEngine, tell: () => void) {
    this.#base = base;
    this.#own = own;
    this.#tell = tell;
  }

  /** How it stands with each unit. */
  get states(): readonly UnitState[] {
    return this.#states;
  }

  /** Grows whenever a unit comes to those that are searched, or goes: what was found before is then not what would be found now. */
  get version(): number {
    return this.#version;
  }

  /** This library and the units that have answered, once the others are late. */
  async join(): Promise<JoinedSearch> {
    this.#gathering ??= this.#gather().catch((error: unknown) => {
      this.#gathering = undefined;
      throw error;
    });
    await this.#gathering;
    if (this.#joined?.version !== this.#version) this.#joined = { search: this.#joinOpened(), version: this.#version };
    return this.#joined.search;
  }

  /** Lets those that did not answer be asked again. */
  forget(): void {
    this.#gathering = undefined;
    const isAnswering = ({ state }: UnitState) => state === '已问' || state === '在问';
    for (const one of this.#states) if (!isAnswering(one)) this.#opening.delete(one.unit.name);
    this.#states = this.#states.map((one) => (isAnswering(one) ? one : { ...one, state: '在问' }));
    this.#tell();
  }

  /** What only some kinds of entries are sorted by, of all that answer, by the key of each entry. */
  async details<T extends object>(read: (table: Awaited<ReturnType<typeof loadSearchDetails>>, unit: string) => T): Promise<T[]> {
    const units = this.#opened;
    const tables = units.map(async ({ name }) => {
      const { site } = await openUnit(this.#base, name);
      return read(await loadSearchDetails(site), name);
    });
    return (await this.#wait(units, tables)).flatMap((table) => (table ? [table] : []));
  }

  /** Asks those that were not asked yet, until all have answered or the rest is late. */
  async #gather(): Promise<void> {
    if (this.#states.length === 0) {
      const { units } = await loadUnits(this.#base);
      this.#states = units.filter(({ isLive }) => isLive).map((unit) => ({ unit, state: '在问', entries: 0 }));
      this.#tell();
    }
    const asked = this.#states.flatMap(({ unit, state }) => (state === '在问' ? [this.#openOnce(unit)] : []));
    await gatherAnswers(asked, PATIENCE.first);
  }

  async #joinOpened(): Promise<JoinedSearch> {
    const version = this.#version;
    const states = this.#states;
    const engine = await joinEngines(this.#own, this.#opened, (units, answering) => this.#wait(units, answering));
    return { engine, version, states };
  }

  #openOnce(unit: UnitPlace): Promise<void> {
    const opening = this.#opening.get(unit.name) ?? this.#open(unit);
    this.#opening.set(unit.name, opening);
    return opening;
  }

  /** Fulfils when the unit can be searched; whatever happens, it is told. */
  async #open(unit: UnitPlace): Promise<void> {
    const opening = async () => {
      const { site, root } = await openUnit(this.#base, unit.name);
      const engine = createUnitEngine(site);
      const [cards] = await Promise.all([engine.cards(), engine.words(), engine.open()]);
      return { engine, root, entries: cards.size };
    };
    const began = opening();
    const [answer] = await gatherAnswers([began], PATIENCE.first);
    if (answer?.state !== 'answered') {
      const error = answer?.state === 'failed' ? answer.error : new UnitUnread(unit.name, '回应太慢');
      console.warn(error);
      this.#change(unit.name, faultOf(error), 0);
      throw error;
    }
    const { engine, root, entries } = answer.value;
    const order = this.#states.map((one) => one.unit.name);
    this.#opened = [...this.#opened, { name: unit.name, root, engine }].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    this.#version += 1;
    this.#change(unit.name, '已问', entries);
  }

  /** What units answer; one that fails or is late is left out from then on. */
  async #wait<T>(units: readonly JoinedUnit[], answering: readonly Promise<T>[]): Promise<(T | undefined)[]> {
    const answers = await gatherAnswers(answering, PATIENCE.later);
    return units.map(({ name }, at) => {
      const answer = answers[at];
      if (answer?.state === 'answered') return answer.value;
      this.#lose(name, answer?.state === 'failed' ? answer.error : new UnitUnread(name, '回应太慢'));
      return undefined;
    });
  }

  #lose(name: string, error: unknown): void {
    if (!this.#opened.some((one) => one.name === name)) return;
    console.warn(error);
    this.#opened = this.#opened.filter((one) => one.name !== name);
    this.#version += 1;
    this.#change(name, faultOf(error), 0);
  }

  #change(name: string, state: UnitState['state'], entries: number): void {
    this.#states = this.#states.map((one) => (one.unit.name === name ? { ...one, state, entries } : one));
    this.#tell();
  }
}

function faultOf(error: unknown): UnitFault {
  if (error instanceof UnitUnread) return error.fault;
  return error instanceof IndexDamaged ? '读不出来' : '没有回应';
}
