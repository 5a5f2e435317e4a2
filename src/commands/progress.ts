/** Tells a person at a terminal what a long command is doing. */

/** A running account: one line a step, with the time it took. */
export interface Progress {
  step(name: string): void;
  done(result: string): void;
}

/** Starts an account of steps on standard output. */
export function startProgress(now: () => number = () => performance.now()): Progress {
  const began = now();
  let step: { name: string; began: number } | undefined;
  const finishStep = () => {
    if (step) console.log(`  ${step.name}：${seconds(now() - step.began)}`);
  };
  return {
    step(name) {
      finishStep();
      step = { name, began: now() };
    },
    done(result) {
      finishStep();
      console.log(`完成，用时 ${seconds(now() - began)}：${result}`);
    },
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} 秒`;
}
