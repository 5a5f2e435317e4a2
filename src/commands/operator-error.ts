/** What went wrong and can be cured by whoever started the command: the message is for them, and says all there is to say. */
export class OperatorError extends Error {}

/** Prints why a command failed; of a fault of the program, where it happened too. */
export function printFailure(error: unknown): void {
  console.error(error instanceof OperatorError ? error.message : error);
}
