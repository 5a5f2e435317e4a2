import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runStages } from '../support/stages.ts';
import type { Stage, Teller } from '../support/stages.ts';

// A busy machine ends two waits in any order; a clock of our own does not.
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Two stages at a time, to the end of the last. */
async function runTwoAtOnce(stages: readonly Stage[], ends: Teller['ends'] = () => undefined) {
  const running = runStages(stages, 2, { ends });
  await vi.runAllTimersAsync();
  return running;
}

/** A stage that takes its time; `order` keeps what began and ended. */
function stage(name: string, milliseconds: number, order: string[], more: Partial<Stage> & { failed?: number } = {}): Stage {
  const { failed = 0, ...rest } = more;
  return {
    name,
    run: async () => {
      order.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      order.push(`-${name}`);
      return { passed: 1, failed, output: `all of ${name}` };
    },
    ...rest,
  };
}

test('two stages run side by side, never three', async () => {
  const order: string[] = [];
  await runTwoAtOnce([stage('a', 30, order), stage('b', 60, order), stage('c', 10, order)]);
  expect(order).toEqual(['+a', '+b', '-a', '+c', '-c', '-b']);
});

test('stages are told of in their order, however they end', async () => {
  const told: string[] = [];
  const reports = await runTwoAtOnce([stage('slow', 40, []), stage('quick', 1, [])], ({ name }) => told.push(name));
  expect(told).toEqual(['slow', 'quick']);
  expect(reports.map(({ name, position, output }) => [name, position, output])).toEqual([
    ['slow', 1, 'all of slow'],
    ['quick', 2, 'all of quick'],
  ]);
});

test('a stage waits for what it needs, and another takes its place', async () => {
  const order: string[] = [];
  const stages = [stage('build', 30, order), stage('browser', 1, order, { needs: ['build'] }), stage('lint', 1, order)];
  await runTwoAtOnce(stages);
  expect(order).toEqual(['+build', '+lint', '-lint', '-build', '+browser', '-browser']);
});

test('a stage that comes after another waits for it, however it ends, and for nothing that is not run', async () => {
  const order: string[] = [];
  const types = stage('types', 1, order, { after: ['build', 'no such stage'] });
  const reports = await runTwoAtOnce([stage('build', 20, order, { failed: 1 }), types]);
  expect(order).toEqual(['+build', '-build', '+types', '-types']);
  expect(reports[1]?.failed).toBe(0);
});

test('a stage whose need has failed is not tried and has failed', async () => {
  const order: string[] = [];
  const stages = [
    stage('build', 1, order, { failed: 1 }),
    stage('browser', 1, order, { needs: ['build'] }),
    stage('hosting', 1, order, { needs: ['browser'] }),
  ];
  const reports = await runTwoAtOnce(stages);
  expect(order).toEqual(['+build', '-build']);
  expect(reports.map(({ passed, failed }) => [passed, failed])).toEqual([
    [1, 1],
    [0, 1],
    [0, 1],
  ]);
  expect(reports[1]?.output).toBe('“build”没有通过，这一项无从测起。');
});

test('a stage that throws has failed with its reason', async () => {
  const broken: Stage = { name: 'broken', run: () => Promise.reject(new Error('no Chromium')) };
  expect(await runTwoAtOnce([broken])).toMatchObject([{ passed: 0, failed: 1, output: 'no Chromium' }]);
});
