/** What is told of the steps or members of a mechanism, so that what is told of none is said once and not under each. */
import type { Stage } from '../domain/entry/blocks.ts';
import { isUnknown } from '../schema/unknown.ts';

export interface ToldStage {
  stage: Stage;
  facts: { label: string; value: string }[];
}

/** The steps with their facts, and the labels of facts that no step tells. */
export function toldStages(items: readonly Stage[]): { stages: ToldStage[]; untold: string[] } {
  const untold = items.length > 1 ? FACTS.filter(({ key }) => isToldOfNone(items.map((stage) => stage[key]))) : [];
  const told = FACTS.filter((fact) => !untold.includes(fact));
  return {
    stages: items.map((stage) => ({
      stage,
      facts: told.flatMap(({ label, key }) => (stage[key] === '' ? [] : [{ label, value: stage[key] }])),
    })),
    untold: untold.map(({ label }) => label),
  };
}

const FACTS = [
  { label: '谁', key: 'who' },
  { label: '做什么', key: 'what' },
  { label: '走向', key: 'output' },
] as const;

/** Empty means that the fact does not apply to the step. */
function isToldOfNone(values: readonly string[]): boolean {
  return values.some(isUnknown) && values.every((value) => value === '' || isUnknown(value));
}
