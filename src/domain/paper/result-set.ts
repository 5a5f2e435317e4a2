/** Entries found or put aside, as a table for WPS and Excel and as a paper for Word. */
import type { Paper, PaperCell, PaperPart } from './paper.ts';
import { readAnyNumber } from '../../schema/number.ts';
import { markedTitle } from '../site/register.ts';
import type { RegisterEntry } from '../site/register.ts';
import type { TableFile } from '../list/table-file.ts';
import { permanentAddress } from '../site/units.ts';

export interface ResultSet {
  title: string;
  /** What was asked, in words. */
  asked: { label: string; value: string }[];
  hits: readonly RegisterEntry[];
  collectionNames: Readonly<Record<string, string>>;
  /** The address of the site as the reader has it, ending in a slash. */
  root: string;
  dataVersion: string;
}

const RESULT_NOTE = '非官方材料，只列条目，供查找原文，不评分，不作结论。';

/** A paper: what was asked, every entry, where to find each. The same set gives the same paper. */
export function resultPaper({ title, asked, hits, collectionNames, root, dataVersion }: ResultSet): Paper {
  return {
    title,
    note: RESULT_NOTE,
    isLandscape: false,
    parts: [
      // Above the table: a line below a long one would stand on a page of its own.
      {
        kind: 'fields',
        rows: [...asked, { label: '数据版本', value: dataVersion }, { label: '每条的网址', value: addressOf(hits, root) }],
      },
      { kind: 'paragraph', text: `共 ${hits.length} 条。${scenarioWarning(hits)}` },
      ...(hits.length > 0 ? [hitTable(hits, collectionNames)] : []),
    ],
  };
}

/** Where each entry is found by its number, those of other units in their own libraries. */
function addressOf(hits: readonly RegisterEntry[], root: string): string {
  const units = new Map(hits.flatMap(({ id, root: own }) => (own === undefined ? [] : [[readAnyNumber(id).unit, own] as const])));
  const others = [...units].map(([unit, own]) => `；${unit}的：${own}id/编号/（冒号后面的编号）`);
  return `${root}id/编号/${others.join('')}`;
}

/** A table, one entry a row. */
export function resultTable({ title, hits, collectionNames, root }: ResultSet): TableFile {
  const columns = [
    ['number', '编号', 8],
    ['title', '标题', 36],
    ['collection', '栏目', 14],
    ['place', '地区', 12],
    ['year', '年份', 8],
    ['outcome', '处理结果', 10],
    ['level', '来源级别', 8],
    ['address', '网址', 24],
  ] as const;
  return {
    title,
    note: `${RESULT_NOTE}${scenarioWarning(hits)}`,
    columns: columns.map(([key, heading, width]) => ({ key, heading, width })),
    rows: hits.map((hit) => {
      const address = permanentAddress(hit, root);
      const { year = '', outcome = '', sourceLevel = '' } = hit;
      return {
        key: hit.id,
        cells: [
          { text: hit.id, link: address },
          markedTitle(hit),
          columnOf(hit, collectionNames),
          placesOf(hit),
          /^\d{4}$/u.test(year) ? Number(year) : year,
          outcome,
          sourceLevel,
          { text: address, link: address },
        ],
        cites: [],
      };
    }),
    works: [],
  };
}

/** The entries as a table of a paper, numbered; of which column they are is told where they are of several. */
export function hitTable(hits: readonly RegisterEntry[], collectionNames: Readonly<Record<string, string>>): PaperPart {
  const columns = hits.map((hit) => columnOf(hit, collectionNames));
  const isMixed = new Set(columns).size > 1;
  return {
    kind: 'table',
    columns: [
      { heading: '序号', width: 7 },
      { heading: '编号', width: 12 },
      { heading: '标题', width: isMixed ? 36 : 47 },
      { heading: '地区', width: 13 },
      { heading: '年份', width: 9 },
      { heading: '处理结果', width: 12 },
      ...(isMixed ? [{ heading: '栏目', width: 14 }] : []),
    ],
    rows: hits.map((hit, index) => [
      { text: String(index + 1) },
      { text: hit.id },
      titleOf(hit),
      { text: placesOf(hit) },
      // Each year on a line of its own: programs break a row of years within a number.
      { text: hit.year?.replace(/、/gu, '\n') ?? (HAVE_YEARS.has(hit.collection) ? '未载' : '不适用') },
      { text: hit.outcome ?? '不适用' },
      ...(isMixed ? [{ text: columns[index] ?? '' }] : []),
    ]),
  };
}

/** A sentence where constructed scenarios are among the entries, otherwise nothing. */
export function scenarioWarning(hits: readonly RegisterEntry[]): string {
  const scenarios = hits.filter(({ isScenario }) => isScenario).length;
  return scenarios > 0 ? `其中教学情景（虚构）${scenarios} 条，不能当作真实案例引用。` : '';
}

/** The title as a link to the page. */
export function titleOf(entry: RegisterEntry): PaperCell {
  return { text: markedTitle(entry), link: entry.href };
}

/** Where an entry is from, in words; a term or a law of the whole country is from nowhere. */
export function placesOf({ places, isScenario, collection }: RegisterEntry): string {
  if (isScenario) return '不对应真实地方';
  return places.join('、') || (HAVE_PLACES.has(collection) ? '未载' : '不适用');
}

const HAVE_PLACES = new Set<string>(['tolerance', 'practices']);
const HAVE_YEARS = new Set<string>(['tolerance', 'policies']);

/** Of what kind an entry is, in words: its column, and what sets it apart there. */
export function columnOf({ isScenario, collection, aside }: RegisterEntry, names: Readonly<Record<string, string>>): string {
  const name = names[collection] ?? collection;
  if (isScenario) return '教学情景（虚构）';
  return aside === undefined ? name : `${name}（${aside}，不算容错案例）`;
}
