/** Runs the stages of the tests side by side, and tells of them one after another. */
import type { Outcome } from './run-tool.ts';

/** One of the stages that `npm test` is made of. */
export interface Stage {
  name: string;
  /** Names of stages without which this one cannot be tried; they stand before it. */
  needs?: readonly string[];
  /** Names of stages that have to be over first, however they end: both write in the same place. */
  after?: readonly string[];
  run(): Promise<Outcome>;
}

/** A stage that is over, in seconds. */
export interface StageReport extends Outcome {
  name: string;
  /** Counted from one, in the order of the list. */
  position: number;
  seconds: number;
}

/** What is told while stages run: each beginning at once, each ending in the order of the list, whole. */
export interface Teller {
  begins?(name: string, position: number): void;
  ends(report: StageReport): void;
}

/**
 * Runs stages, `atOnce` at a time: whichever is the first of the list that can be tried, is. A stage that throws has failed, and so has one that needs a
 * failed one. Gives all reports in the order of the list.
 */
export async function runStages(stages: readonly Stage[], atOnce: number, teller: Teller): Promise<StageReport[]> {
  const waiting = new Map(stages.map((stage, index) => [stage, index + 1]));
  const reports = new Map<string, StageReport>();
  const told = new Set<string>();
  const running = new Map<Stage, Promise<void>>();

  const awaited = ({ needs = [], after = [] }: Stage) => [...needs, ...after.filter((name) => stages.some((other) => other.name === name))];
  const finish = (report: StageReport) => {
    reports.set(report.name, report);
    for (const { name } of stages) {
      const next = reports.get(name);
      if (!next) return;
      if (!told.has(name)) teller.ends(next);
      told.add(name);
    }
  };
  const start = (stage: Stage, position: number) => {
    teller.begins?.(stage.name, position);
    const began = performance.now();
    const run = outcomeOf(stage).then((outcome) => {
      running.delete(stage);
      finish({ ...outcome, name: stage.name, position, seconds: (performance.now() - began) / 1000 });
    });
    running.set(stage, run);
  };

  while (waiting.size > 0) {
    for (const [stage, position] of waiting) {
      const lost = stage.needs?.find((name) => (reports.get(name)?.failed ?? 0) > 0);
      if (lost !== undefined) {
        waiting.delete(stage);
        finish({ name: stage.name, position, seconds: 0, passed: 0, failed: 1, output: `“${lost}”没有通过，这一项无从测起。` });
      } else if (running.size < atOnce && awaited(stage).every((name) => reports.has(name))) {
        waiting.delete(stage);
        start(stage, position);
      }
    }
    if (running.size > 0) await Promise.race(running.values());
    else if (waiting.size > 0) throw new Error(`stages that nothing can start: ${[...waiting.keys()].map(({ name }) => name).join(', ')}`);
  }
  await Promise.all(running.values());
  return stages.flatMap(({ name }) => reports.get(name) ?? []);
}

async function outcomeOf(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}
