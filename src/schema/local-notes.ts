/** `content/notes/`: a unit's own notes on entries, one file an entry; they are the unit's word and no text of the entry. */
import { z } from 'astro/zod';
import { isoDay } from './fields.ts';
import { text } from './texts.ts';
import { COLLECTION_NAMES, numberPattern } from './number.ts';

/** The folder of the notes below the content folder. */
export const NOTES_FOLDER = 'notes';

export const localNoteSchema = z.strictObject({
  id: z
    .string()
    .regex(numberPattern(...COLLECTION_NAMES))
    .describe('注在哪一条上：条目的编号，如 RC-001；文件名也用它，如 RC-001.mdx。'),
  date: isoDay.describe('写这条注或者上次核对它的日期，带引号，如 "2026-11-28"；条目在这以后改过的，页面会说明。'),
  by: text.max(40).describe('由哪个单位、哪个科室写，如 县委组织部干部监督室；写科室，不写人名。'),
});

export type LocalNoteData = z.infer<typeof localNoteSchema>;
