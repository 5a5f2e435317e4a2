/** Texts as authors write them: any that says something, and those that are a time. */
import { z } from 'astro/zod';
import { timeFault } from './dates.ts';
import type { TimeStyle } from './dates.ts';

export const text = z.string().trim().min(1);

/** By this keyword the JSON Schema of a field says how it writes times. */
export const TIME_KEYWORD = 'x-time';

/** A time in an author's words; written so that filters and the search know its years again. */
export const timeWords = (style: TimeStyle) =>
  text
    .superRefine((words, context) => {
      const fault = timeFault(words, style);
      if (fault !== undefined) context.addIssue({ code: 'custom', params: { fault } });
    })
    .meta({ [TIME_KEYWORD]: style });
