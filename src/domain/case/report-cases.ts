/** The entries that a report keeps: each with its record, and the cases beside the matter in hand. Free text is put side by side and not judged. */
import { isUnknown } from '../../schema/unknown.ts';
import type { Cell, Comparable } from './compare.ts';
import { DECIDERS_LABEL, OUTCOME_GROUP_LABEL } from './compare.ts';
import type { EntryData } from '../paper/entry-data.ts';
import { BASIS_LABEL, RELATED_LABEL } from '../entry/law-links.ts';
import { MATTER_FACTORS, MATTER_FIELDS } from './matter.ts';
import type { Matter, MatterField } from './matter.ts';
import type { NumberedReferences } from '../reference/numbered-references.ts';
import { plainText } from '../paper/paper.ts';
import type { PaperCell, PaperPart } from '../paper/paper.ts';
import { placesOf, titleOf } from '../paper/result-set.ts';
import type { RegisterEntry } from '../site/register.ts';
import { permanentAddress } from '../site/units.ts';

/** An entry that is kept, with what the library holds of it. */
export interface KeptEntry {
  entry: RegisterEntry;
  data: EntryData;
}

/** A case that is kept, and which of all records in the report is its own, from 1. */
type KeptCase = KeptEntry & { compare: Comparable; place: number };

/** So many cases stand beside the matter on a page of A4. */
const CASES_ABREAST = 3;

/** Those of the kept entries that are cases. */
export function keptCases(kept: readonly KeptEntry[]): KeptCase[] {
  return kept.flatMap((one, index) =>
    one.entry.collection === 'tolerance' && one.data.compare ? [{ ...one, compare: one.data.compare, place: index + 1 }] : [],
  );
}

/** One record a kept entry, in order; `root` is the address of the site as the reader has it. */
export function recordParts(kept: readonly KeptEntry[], references: NumberedReferences, root: string): PaperPart[] {
  return kept.flatMap(({ entry, data }, index): PaperPart[] => [
    { kind: 'subheading', text: `（${index + 1}）${entry.id}　${plainText(titleOf(entry).text)}` },
    ...(data.file.notices.length > 0 ? [{ kind: 'note' as const, text: data.file.notices.join('') }] : []),
    {
      kind: 'fields',
      isRecord: true,
      rows: [
        ...(entry.collection === 'tolerance' && data.compare ? caseRows(data.compare, entry, references) : entryRows(data, references)),
        { label: '固定网址', value: permanentAddress(entry, root) },
      ],
    },
  ]);
}

function caseRows(compare: Comparable, entry: RegisterEntry, references: NumberedReferences) {
  const text = (label: string) => cellWithMarks(cellOf(compare, label), references);
  const words = text('来源的原话');
  return [
    { label: '概况', value: ['类型', '领域', '年份'].map((label) => `${label}：${text(label)}`).join('；') },
    { label: '当事人和地区', value: `${text('当事人')}；${placesOf(entry)}` },
    { label: '来源', value: `来源级别：${text('来源级别')}；编者所见：${text('编者所见')}` },
    { label: '事实经过', value: text('事实经过') },
    { label: '办理步骤', value: text('办理步骤') },
    { label: '处理结果', value: isUnknown(words) ? text('处理结果') : `${text('处理结果')}；来源的原话：${words}` },
    ...['结论的表述', '认定主体', '纠错', '后续', '三个区分开来'].map((label) => ({ label, value: text(label) })),
    { label: BASIS_LABEL, value: lawWithStanding(compare, BASIS_LABEL, references) },
    { label: RELATED_LABEL, value: lawWithStanding(compare, RELATED_LABEL, references) },
    { label: '要点（编者）', value: text('要点') },
    { label: '原文没有写明', value: text('原文没有写明') },
  ];
}

/** What is said of an entry that is no case: its answer, what it is filed by, of a rule its elements, and what it rests on. */
function entryRows({ file }: EntryData, references: NumberedReferences) {
  const elements = (file.rule ?? []).map(({ label, text, cites }) => ({ label, value: `${text}${references.mark(cites)}` }));
  const places = references.mark(file.works.map(({ id }) => id));
  return [...file.answer, ...file.facts, ...elements, ...(places ? [{ label: '出处', value: places }] : [])];
}

/** Each link to the law with whether it is in force: the source's own basis, or what the editors connect. */
function lawWithStanding(compare: Comparable, label: string, references: NumberedReferences): string {
  const cell = cellOf(compare, label);
  if (typeof cell === 'string') return cell;
  return cell
    .map(({ text, cites }) => {
      const standing = compare.laws?.find(({ id }) => cites.some((cite) => cite.split('#')[0] === id))?.standing;
      return `${text}${references.mark(cites)}${standing ? `〔时效：${standing}〕` : ''}`;
    })
    .join('\n');
}

/** What the officer wrote that no case has beside it; where no case stands, all that he wrote. */
export function ownParts(matter: Matter, hasCases: boolean): PaperPart[] {
  const apart = writtenParts(matter, APART, '本件另写的（承办人填写）');
  return hasCases ? apart : [...writtenParts(matter, ALONE, '本件（承办人填写）'), ...apart];
}

const APART: readonly MatterField[] = ['excluded', 'missing'];
const ALONE: readonly MatterField[] = ['field', 'decider', 'facts', ...MATTER_FACTORS, 'distinctions', 'steps', 'basis'];

/** Those of the fields in which something was written, below a heading; nothing where nothing was. */
function writtenParts(matter: Matter, fields: readonly MatterField[], text: string): PaperPart[] {
  const rows = writtenRows(matter, fields);
  return rows.length === 0
    ? []
    : [
        { kind: 'subheading', text },
        { kind: 'fields', isRecord: true, rows },
      ];
}

export function writtenRows(matter: Matter, fields: readonly MatterField[]): { label: string; value: string }[] {
  return fields.map((field) => ({ label: MATTER_FIELDS[field], value: matter[field].trim() })).filter(({ value }) => value !== '');
}

/** What is typed, a case a row below the matter: where both are known, whether they are the same. */
export function typedTable(cases: readonly KeptCase[], matter: Matter): PaperPart {
  const told = MATTER_FACTORS.filter((factor) => matter[factor].trim() !== '').map((factor) => MATTER_FIELDS[factor]);
  const matterRow = ['本件', '尚未认定', '尚未认定', matter.field, matter.decider, told.join('、')];
  return {
    kind: 'table',
    columns: [
      { heading: '编号', width: 16 },
      { heading: '类型', width: 9 },
      { heading: OUTCOME_GROUP_LABEL, width: 17 },
      { heading: '领域', width: 20 },
      { heading: DECIDERS_LABEL, width: 19 },
      { heading: '有记载的因素', width: 19 },
    ],
    rows: [
      matterRow.map((text) => ({ text })),
      ...cases.map(({ entry, compare }): PaperCell[] => [
        { text: `${entry.id}　${entry.places.join('、')}`, link: entry.href },
        { text: plainCell(compare, '类型') },
        { text: plainCell(compare, OUTCOME_GROUP_LABEL) },
        { text: withAgreement(plainCell(compare, '领域'), matter.field) },
        { text: withAgreement(plainCell(compare, DECIDERS_LABEL), matter.decider) },
        { text: toldFactors(compare).join('、') || '都未载' },
      ]),
    ],
  };
}

export function toldFactors(compare: Comparable): string[] {
  return MATTER_FACTORS.map((factor) => MATTER_FIELDS[factor]).filter((label) => !isUnknown(cellOf(compare, label)));
}

/** A typed value, and below it what it has in common with the matter's, where both are known. */
export function withAgreement(value: string, own: string): string {
  const values = (text: string) => text.split('、').filter(Boolean);
  if (own.trim() === '' || isUnknown(value)) return value;
  const shared = values(value).filter((one) => values(own).includes(one));
  if (shared.length === 0) return `${value}\n（与本件不同）`;
  const isSame = shared.length === values(value).length && shared.length === values(own).length;
  return `${value}\n（${isSame ? '与本件相同' : `与本件都有${shared.join('、')}`}）`;
}

/** The matter and the cases side by side, factor by factor, so many cases a table as stand abreast. */
export function besideMatter(cases: readonly KeptCase[], matter: Matter, references: NumberedReferences): PaperPart[] {
  const count = Math.ceil(cases.length / CASES_ABREAST);
  const groups = Array.from({ length: count }, (_, index) => cases.slice(index * CASES_ABREAST, (index + 1) * CASES_ABREAST));
  const factors = factorsToShow(cases, matter);
  const left = BESIDE.filter((field) => !factors.includes(field));
  const tables = groups.flatMap((group, index): PaperPart[] => [
    { kind: 'subheading', text: count > 1 ? `逐项并排（${index + 1}／${count}）` : '逐项并排' },
    {
      kind: 'table',
      columns: [
        { heading: '项目', width: 16 },
        { heading: '本件（承办人填写）', width: 30 },
        ...group.map(({ entry }) => ({ heading: `${entry.id}　${entry.places.join('、')}`, width: 30 })),
      ],
      rows: [
        ...factors.map((field) => [
          { text: MATTER_FIELDS[field] },
          { text: matter[field] },
          ...group.map(({ compare }) => ({ text: cellWithMarks(cellOf(compare, MATTER_FIELDS[field]), references) })),
        ]),
        ...(matter.distinctions.trim() === ''
          ? []
          : [
              [
                { text: MATTER_FIELDS.distinctions },
                { text: matter.distinctions },
                ...group.map(({ compare }) => ({ text: cellWithMarks(cellOf(compare, MATTER_FIELDS.distinctions), references) })),
              ],
            ]),
        ...ELSEWHERE.map((field) => [
          { text: MATTER_FIELDS[field] },
          { text: matter[field] },
          ...group.map(({ place }) => ({ text: `见三（${place}）` })),
        ]),
        ...DECIDED.map((label) => [
          { text: label },
          { text: '' },
          ...group.map(({ compare }) => ({ text: cellWithMarks(cellOf(compare, label), references) })),
        ]),
        [{ text: '处理结果' }, { text: '尚未认定' }, ...group.map(({ compare, place }) => ({ text: resultOf(compare, place) }))],
      ],
    },
  ]);
  if (left.length === 0) return tables;
  const names = left.map((field) => MATTER_FIELDS[field]).join('、');
  return [...tables, { kind: 'note', text: `${names}：所列各案都未载，又都不是容错案例，没有列；六因素是问容错的。` }];
}

/** Who decided, and how it is put. */
const DECIDED = ['认定主体', '结论的表述'];

/** The six factors are asked of a case of tolerance; where there is none, of those that a case or the matter tells. */
function factorsToShow(cases: readonly KeptCase[], matter: Matter): readonly MatterField[] {
  if (cases.some(({ compare }) => plainCell(compare, '类型') === '容错')) return BESIDE;
  return BESIDE.filter(
    (field) => matter[field].trim() !== '' || cases.some(({ compare }) => !isUnknown(cellOf(compare, MATTER_FIELDS[field]))),
  );
}

/** The result and the words of the source; where the library has no word for it, the record is where to read it. */
function resultOf(compare: Comparable, place: number): string {
  const result = plainCell(compare, '处理结果');
  const words = plainCell(compare, '来源的原话', '');
  const told = isUnknown(words) ? '' : words;
  return [result === '其他' && told === '' ? `其他，见三（${place}）的结论` : result, told].filter(Boolean).join('\n');
}

const BESIDE: readonly MatterField[] = MATTER_FACTORS;
/** What the record of a case tells at length. */
const ELSEWHERE: readonly MatterField[] = ['facts', 'steps', 'basis'];

/** What a case tells under a label. */
export function cellOf({ fields }: Comparable, label: string): Cell {
  return fields.find((field) => field.label === label)?.cell ?? '未载';
}

export function plainCell(compare: Comparable, label: string, missing = '未载'): string {
  return cellText(compare.fields.find((field) => field.label === label)?.cell ?? missing);
}

/** A cell as text, a sentence a line. */
export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('\n');
}

function cellWithMarks(cell: Cell, references: NumberedReferences): string {
  if (typeof cell === 'string') return cell;
  const isList = cell.length > 1;
  return cell.map(({ text, cites }, index) => `${isList ? `${index + 1}．` : ''}${text}${references.mark(cites)}`).join('\n');
}
