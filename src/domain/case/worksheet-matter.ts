/** From the worksheet into the report: each note goes under the field that asks the same, and nothing that stands there is lost. */
import { FIELD_LENGTH, makeMatter, MATTER_FACTORS, MATTER_FIELDS } from './matter.ts';
import type { Matter, MatterField } from './matter.ts';
import type { WorksheetNotes } from './worksheet-file.ts';

const DISTINCTIONS = ['1', '2', '3'] as const;

/** The boxes of the worksheet with the fields of the report, in the order of the page; `lead` tells the three distinctions apart, which share one. */
const PLACES: readonly { box: string; field: MatterField; lead: string }[] = [
  { box: 'matter-note', field: 'facts', lead: '' },
  ...MATTER_FACTORS.map((factor) => ({ box: `factor-${factor}-note`, field: factor, lead: '' })),
  ...DISTINCTIONS.map((id) => ({ box: `distinction-${id}-note`, field: 'distinctions' as const, lead: `区分${id}：` })),
  { box: 'excluded-note', field: 'excluded', lead: '' },
  { box: 'missing-note', field: 'missing', lead: '' },
];

/** The names of the boxes whose notes a report can take. */
export const TAKEN_BOXES: readonly string[] = PLACES.map(({ box }) => box);

/** A first line of so many characters names the matter; a longer one tells it. */
const SUBJECT_LENGTH = 40;

export interface TakenOver {
  matter: Matter;
  /** The names of the fields that got something. */
  into: string[];
  /** The names of the fields that are full, so that a note stayed out. */
  full: string[];
}

/** The matter with the notes that are not in it yet, each below what stands in its field. */
export function takeOver(matter: Matter, notes: WorksheetNotes): TakenOver {
  const fields: Record<MatterField, string> = { ...matter };
  const into = new Set<string>();
  const full = new Set<string>();
  const [first = ''] = (notes['matter-note'] ?? '').trim().split('\n');
  if (fields.subject.trim() === '' && first !== '' && first.length <= SUBJECT_LENGTH) {
    fields.subject = first;
    into.add(MATTER_FIELDS.subject);
  }
  for (const { box, field, lead } of PLACES) {
    const note = notes[box]?.trim() ?? '';
    const told = `${lead}${note}`;
    if (note === '' || `\n${fields[field]}\n`.includes(`\n${told}\n`)) continue;
    const text = [fields[field].trimEnd(), told].filter(Boolean).join('\n');
    if (text.length > FIELD_LENGTH) {
      full.add(MATTER_FIELDS[field]);
      continue;
    }
    fields[field] = text;
    into.add(MATTER_FIELDS[field]);
  }
  return { matter: makeMatter(fields), into: [...into], full: [...full] };
}
