/** Tells a person at a terminal what a bench is doing, and for how long. */

/** Runs a step and says so at once, every ten seconds, and at its end. */
export async function timed<T>(name: string, run: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  say(`${name}……`);
  const started = performance.now();
  const pulse = setInterval(() => {
    say(`  仍在进行，已 ${seconds(performance.now() - started)}`);
  }, 10_000);
  try {
    const result = await run();
    const milliseconds = performance.now() - started;
    say(`  ${seconds(milliseconds)}`);
    return { result, milliseconds };
  } finally {
    clearInterval(pulse);
  }
}

/** One line for the terminal. */
export function say(line: string): void {
  console.log(line);
}

/** Milliseconds as a person reads them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} 秒`;
}
