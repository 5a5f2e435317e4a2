/** Asks before a page is left on which something would be lost. */

/** Asks while `isAtRisk` says so; the question is put in the moment of leaving. */
export function askOnLeaving(isAtRisk: () => boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (!isAtRisk()) return;
    event.preventDefault();
    // Chromium before 119 asks only when this is set; today's types call it deprecated.
    Reflect.set(event, 'returnValue', true);
  });
}
