/** Makes of entries and courses what a class uses; runs when the site is built. */
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { citationsOf } from './citations.ts';
import type { ItemSection, ItemTeaching, Lesson, NumberedReference, PackItem } from './course-pack.ts';
import { formatFigure } from './figures.ts';
import { soundPack } from './pack-store.ts';
import type { Pack } from './pack-store.ts';
import type { Entry, EntryOf } from './records.ts';
import { isOf } from './records.ts';
import { referenceToEntry, referenceToPublicSource } from './reference.ts';
import { isTaught, learnerTitle, splitQuestions } from './two-parts.ts';
import type { PublicSource } from '../schema/vocabulary.ts';

/** Where an entry's citations lead, and where entries can be found. */
export interface Library {
  byId: ReadonlyMap<string, Entry>;
  publicSources: readonly PublicSource[];
  siteName: string;
  /** The permanent address of a number, in full. */
  addressOf: (id: string) => string;
}

/** An entry as a class uses it. */
export function packItemOf(entry: Entry, library: Library): PackItem {
  const { id, title, summary } = entry.data;
  const teaching = teachingOf(entry);
  const address = library.addressOf(id);
  const cited = citedBy(entry, library);
  return {
    id,
    title,
    learnerTitle: learnerTitle(entry),
    collection: entry.collection,
    summary,
    address,
    notes: notesOf(entry),
    minutes: teaching ? [...teaching.questions.before, ...teaching.questions.after].reduce((sum, item) => sum + item.minutes, 0) : 0,
    ...(teaching && { teaching }),
    isForTeachers: !teaching && (isOf(entry, 'practices') || isOf(entry, 'tolerance')),
    sections: blocksOf(entry, { stanceOf: (source) => stanceOf(source, library) }).flatMap(sectionOf),
    sourceLine: `出处：${library.siteName} ${id}，${address}${cited.outlets.length > 0 ? `；${cited.outlets.join('；')}` : ''}`,
    reference: referenceToEntry(entry, library.siteName, address),
    sources: cited.references,
  };
}

function teachingOf(entry: Entry): ItemTeaching | undefined {
  if (!isTaught(entry)) return undefined;
  const { questions, ...rest } = entry.data.teaching;
  return { ...rest, questions: splitQuestions(questions, entry) };
}

function notesOf(entry: Entry): string[] {
  const { nature } = entry.data;
  if (nature === '教学情景') return ['教学情景（虚构）：人物、地方和经过都是为教学编写的，不能当作实例引用。'];
  if (isOf(entry, 'tolerance')) return [`编者所见：${entry.data.completeness}；来源${entry.data.sourceLevel}。`];
  if (isOf(entry, 'practices')) return [`证据性质：${entry.data.evidence}。`];
  return [];
}

function citedBy(entry: Entry, { byId, publicSources, siteName, addressOf }: Library) {
  const ids = [...new Set(citationsOf(entry).flatMap((cite) => /^(?:S\d|[A-Z]{2}-\d{4})/u.exec(cite)?.[0] ?? []))];
  const references: NumberedReference[] = [];
  const outlets: string[] = [];
  for (const id of ids) {
    const source = publicSources.find((item) => item.id === id);
    const other = byId.get(id);
    if (source) {
      references.push({ id, text: referenceToPublicSource(source) });
      outlets.push(`${source.publisher}（${id}）`);
    } else if (other && other !== entry) {
      references.push({ id, text: referenceToEntry(other, siteName, addressOf(id)) });
      outlets.push(isOf(other, 'sources') ? `来源文献 ${id}` : id);
    }
  }
  return { references, outlets };
}

function stanceOf(source: string, { byId }: Library) {
  const entry = byId.get(source);
  return entry && isOf(entry, 'sources') ? entry.data.stance : undefined;
}

/** A block as lines; teaching, body, sessions and links are used otherwise or not at all. */
function sectionOf(block: Block): ItemSection[] {
  if (block.kind === 'body') return [];
  const { heading } = block;
  switch (block.kind) {
    case 'statements':
      return [{ heading, lines: block.items.map(({ text, cites }) => ({ text, cites })) }];
    case 'rows':
      return [{ heading, lines: block.rows.map(({ label, value, cites = [] }) => ({ text: `${label}：${value}`, cites })) }];
    case 'figures':
      return [
        {
          heading,
          lines: block.items.map((item) => ({
            text: `${item.what}：${formatFigure(item)}（${item.whose}，${item.period}）`,
            cites: [item.cite],
          })),
        },
      ];
    case 'stages':
      return [{ heading, lines: block.items.map(({ name, what, cites }) => ({ text: `${name}：${what}`, cites })) }];
    case 'points':
      return [{ heading: `${heading}（编者整理）`, lines: block.items.map((text) => ({ text, cites: [] })) }];
    default:
      return [];
  }
}

/** The pack that a course starts from: its cases with their minutes. */
export function packOfCourse({ data }: EntryOf<'courses'>): Pack {
  const items = data.units.flatMap(({ case: id, minutes, title }) => (id === undefined ? [] : [{ id, minutes, note: title }]));
  return soundPack({ title: data.title, note: '', items });
}

/** The lesson that a course makes. */
export function lessonOfCourse(course: EntryOf<'courses'>, library: Library): Lesson {
  const { data } = course;
  return {
    title: data.title,
    note: data.summary,
    facts: [
      { label: '对象', value: data.audience },
      { label: '学时', value: `${data.hours} 小时` },
      { label: '班次', value: data.classType },
    ],
    objectives: data.objectives,
    units: data.units.map((unit) => {
      const entry = unit.case === undefined ? undefined : library.byId.get(unit.case);
      return {
        title: unit.title,
        learnerTitle: unit.title,
        minutes: unit.minutes,
        method: unit.method,
        ...(entry && { item: packItemOf(entry, library) }),
        questions: splitQuestions(unit.questions, entry),
        note: '',
        ...(unit.board !== undefined && { board: unit.board }),
        materials: unit.materials,
        alternatives: unit.alternatives.map((id) => `${id} ${library.byId.get(id)?.data.title ?? ''}`.trim()),
      };
    }),
    readings: data.readings.flatMap((id) => readingOf(id, library)),
    assessment: data.assessment,
    address: library.addressOf(data.id),
    siteName: library.siteName,
  };
}

function readingOf(id: string, { byId, publicSources, siteName, addressOf }: Library): NumberedReference[] {
  const entry = byId.get(id);
  if (entry) return [{ id, text: referenceToEntry(entry, siteName, addressOf(id)) }];
  const source = publicSources.find((item) => item.id === id);
  return source ? [{ id, text: referenceToPublicSource(source) }] : [];
}
