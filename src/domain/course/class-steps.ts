/** A lesson as it is shown on a screen in class, one step at a time: slides, with each question by itself and its minutes. */
import type { Slide } from './slides.ts';

/** One thing that is shown. */
export interface ClassStep {
  slide: Slide;
  /** Minutes to count down, 0 for none. */
  minutes: number;
}

/** Minutes for a question that names none. */
const QUESTION_MINUTES = 5;
const NUMBERED = /^\d+．/u;

/** The steps of slides; questions come one by one. */
export function classSteps(slides: readonly Slide[]): ClassStep[] {
  let notes = '';
  return slides.flatMap((slide): ClassStep[] => {
    const { body, isAsked = false } = slide;
    // Of questions that take several slides, the notes stand on the first.
    notes = slide.notes || notes;
    if (!isAsked || body.kind !== 'lines' || body.lines.length === 0) return [{ slide, minutes: 0 }];
    return body.lines.map((line) => ({
      slide: { ...slide, body: { ...body, lines: [line.replace(NUMBERED, '')] } },
      minutes: minutesOf(line, notes),
    }));
  });
}

/** The minutes that the notes give for a question, by its number. */
function minutesOf(line: string, notes: string): number {
  const number = /^\d+/u.exec(line)?.[0] ?? '';
  const told = new RegExp(`^第${number}题用意：.*（(\\d+) 分钟）$`, 'mu').exec(notes)?.[1];
  return told === undefined ? QUESTION_MINUTES : Number(told);
}

/** The step after or before another; part B is skipped while it is not open, and an open part B is walked through. */
export function nextStep(steps: readonly ClassStep[], at: number, direction: 1 | -1, isOpen: boolean): number {
  for (let next = at + direction; next >= 0 && next < steps.length; next += direction) {
    if (isOpen || !steps[next]?.slide.isHidden) return next;
  }
  return at;
}

/** Where part B of what is shown begins: the next hidden step, if there is one. */
export function lateStep(steps: readonly ClassStep[], at: number): number | undefined {
  const next = steps.findIndex(({ slide }, index) => index >= at && slide.isHidden);
  return next >= 0 ? next : undefined;
}

/** Where a closed part B leads: to the step after it, or to the one before where it is the last. */
export function besideLate(steps: readonly ClassStep[], at: number): number {
  const after = nextStep(steps, at, 1, false);
  return after === at ? nextStep(steps, at, -1, false) : after;
}
