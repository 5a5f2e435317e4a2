/** Waiting for several answers at once, and for none that is late. */

/** What came of one: its answer, its failure, or nothing yet. */
export type Answer<T> = { state: 'answered'; value: T } | { state: 'failed'; error: unknown } | { state: 'late' };

/** Milliseconds that one may be behind the others once one of them has answered, and that all may take together. */
export interface Patience {
  behind: number;
  most: number;
}

/** Time is counted in such steps: while the page itself is busy and can take no answer, none of them passes. */
const STEP = 100;

/** What came of each, in their order, as soon as all have settled or the rest is late. What is late may still settle; nobody hears of it here. */
export function gatherAnswers<T>(running: readonly Promise<T>[], { behind, most }: Patience): Promise<Answer<T>[]> {
  return new Promise((resolve) => {
    const answers = running.map((): Answer<T> => ({ state: 'late' }));
    let left = running.length;
    let passed = 0;
    let since = 0;
    const end = () => {
      clearInterval(clock);
      resolve(answers);
    };
    const clock = setInterval(() => {
      passed += STEP;
      since += STEP;
      const isOthersTurn = answers.some(({ state }) => state === 'answered') && since >= behind;
      if (passed >= most || isOthersTurn) end();
    }, STEP);
    const settle = (at: number, answer: Answer<T>) => {
      answers[at] = answer;
      since = 0;
      left -= 1;
      if (left === 0) end();
    };
    running.forEach((one, at) => {
      one.then(
        (value) => settle(at, { state: 'answered', value }),
        (error: unknown) => settle(at, { state: 'failed', error }),
      );
    });
    if (left === 0) end();
  });
}
