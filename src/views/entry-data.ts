/** What the browser makes of one entry, as one file. */
import { isComparable } from '../domain/case/compared-fields.ts';
import type { EntryData } from '../domain/paper/entry-data.ts';
import { entryFileOf } from '../domain/paper/entry-file.ts';
import type { EntryFile } from '../domain/paper/entry-paper.ts';
import type { PaperPart } from '../domain/paper/paper.ts';
import { workIndex } from '../domain/reference/cited-works.ts';
import type { WorkIndex } from '../domain/reference/cited-works.ts';
import { LOCAL_NOTE_HEADING, LOCAL_NOTE_NATURE, noteDating } from '../domain/entry/local-notes.ts';
import { isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import { placesInWords } from '../domain/region/regions.ts';
import type { Site } from '../domain/site/site-index.ts';
import { bodyParts } from '../markdown/body-parts.ts';
import { COLLECTIONS } from '../schema/number.ts';
import { settings } from '../site.ts';
import { courseView, isPackableKind, packItemView } from './course.ts';
import { comparableView } from './desk.ts';

/** An entry as `/data/entry/<number>.json` has it. */
export function entryData(site: Site, entry: Entry): EntryData {
  return {
    file: entryFile(site, entry),
    ...(isPackableKind(entry.collection) && { pack: packItemView(site, entry) }),
    ...(isOf(entry, 'courses') && { course: courseView(site, entry) }),
    ...(isComparable(entry) && { compare: comparableView(site, entry) }),
  };
}

/** The entry as its Word file and its references need it; the unit's own note stands after the entry's parts, under its own heading. */
function entryFile(site: Site, entry: Entry): EntryFile {
  const works = workIndex(site, settings.name);
  const file = entryFileOf(entry, {
    ...works,
    collectionName: COLLECTIONS[entry.collection].name,
    regions: placesInWords(entry.data.regions, site.regions, 'name'),
    get asOf() {
      return site.asOf;
    },
    policies: site.policies,
    body: bodyParts(entry.body, { figures: entry.data.figures, names: works }),
  });
  return { ...file, parts: [...file.parts, ...noteParts(site, entry, works)] };
}

function noteParts({ localNoteOf }: Site, entry: Entry, names: WorkIndex): PaperPart[] {
  const note = localNoteOf.get(entry.data.id);
  if (!note) return [];
  return [
    { kind: 'heading', text: LOCAL_NOTE_HEADING },
    { kind: 'note', text: `${LOCAL_NOTE_NATURE}${note.by}，${noteDating(note, entry)}` },
    ...bodyParts(note.body, { figures: [], names }),
  ];
}
