/** Several answers are waited for, and none that is late. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gatherAnswers } from '../../src/elements/view/gather-answers.ts';

const PATIENCE = { behind: 1_000, most: 5_000 };
const after = <T>(milliseconds: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value));
const never = new Promise<string>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What came of each, and after how many milliseconds. */
async function gathered(running: readonly Promise<unknown>[]): Promise<{ states: string[]; time: number }> {
  const began = Date.now();
  const gathering = gatherAnswers(running, PATIENCE).then((answers) => ({
    states: answers.map(({ state }) => state),
    time: Date.now() - began,
  }));
  await vi.advanceTimersByTimeAsync(20_000);
  return gathering;
}

describe('answers that are gathered', () => {
  test('are there as soon as the last has come', async () => {
    expect(await gathered([after(200, 'a'), after(900, 'b')])).toEqual({ states: ['answered', 'answered'], time: 900 });
    expect(await gathered([])).toEqual({ states: [], time: 0 });
  });

  test('do not wait for one that is far behind the others', async () => {
    expect(await gathered([after(250, 'a'), never, after(650, 'c')])).toEqual({ states: ['answered', 'late', 'answered'], time: 1_600 });
  });

  test('wait for each as long as others keep coming, as on a slow line', async () => {
    const slow = Array.from({ length: 5 }, (_, index) => after((index + 1) * 900, index));
    expect((await gathered(slow)).states).toEqual(Array(5).fill('answered'));
  });

  test('wait longer where none has come, and then no more', async () => {
    expect(await gathered([after(4_050, 'a'), never])).toEqual({ states: ['answered', 'late'], time: 5_000 });
    expect(await gathered([never])).toEqual({ states: ['late'], time: 5_000 });
  });

  test('tell a failure, which is no answer to be behind of', async () => {
    const failing = after(100, 0).then(() => Promise.reject(new Error('away')));
    expect(await gathered([failing, after(3_000, 'b')])).toEqual({ states: ['failed', 'answered'], time: 3_000 });
  });
});
