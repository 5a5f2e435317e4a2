/** The local rules of all units that a site gathers, side by side, as the matrix of its own rules is. */
import { compareRead } from '../domain/chinese/compare-read.ts';
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, SUCCESSION_COLUMN } from '../domain/policy/rule-matrix.ts';
import { cutByWeight, RULE_CHARACTERS_A_PAGE } from '../domain/list/paging.ts';
import type { ListPart } from '../domain/list/paging.ts';
import type { TableFile, TableValue } from '../domain/list/table-file.ts';
import type { RowData } from '../domain/list/table-rows.ts';
import type { UnitEntryLine } from './units.ts';

/** The columns behind the first, which has place and document, by the keys under which addresses name them. */
const COLUMNS: readonly { key: string; name: string }[] = [
  ...Object.entries(RULE_FACTS).map(([key, name]) => ({ key, name })),
  { key: 'succession', name: SUCCESSION_COLUMN },
  ...RULE_COLUMNS.map(([key, name]) => ({ key, name })),
  { key: 'stated', name: DEADLINES_COLUMN },
  { key: 'units', name: '单位' },
];

const FEW_UNITS = 3;

/** A page of the matrix, with what readers may choose of the whole table. */
export interface UnitRulePage {
  columns: readonly { key: string; name: string }[];
  states: readonly string[];
  part: ListPart<RowData>;
}

/** The local rules of all units, by place. */
function rulesOfUnits(lines: readonly UnitEntryLine[]): UnitEntryLine[] {
  const rules = lines.filter(({ entry }) => Object.keys(entry.rule).length > 0);
  return rules.sort((a, b) => compareRead(a.entry.rule['place'] ?? '', b.entry.rule['place'] ?? ''));
}

/** Every rule as a row of data; each leads to its own unit's page. */
export function unitRuleRows(lines: readonly UnitEntryLine[]): RowData[] {
  const numbers = new Map(lines.flatMap(({ number, units, entry }) => units.map((unit) => [`${unit} ${entry.id}`, number] as const)));
  return rulesOfUnits(lines).map((line) => {
    const { number, title, href, units, entry } = line;
    const { rule } = entry;
    const replacedBy = numbers.get(`${units[0] ?? ''} ${rule['replacedBy'] ?? ''}`);
    const fact = (name: string) => (rule[name] ? { [name]: rule[name] } : {});
    return {
      key: number,
      facts: { ...fact('province'), ...fact('deciders'), ...fact('validity'), ...fact('days'), ...(replacedBy && { replacedBy }) },
      cells: [
        [[rule['place'] ?? ''], [{ text: title, href }]],
        ...COLUMNS.map(({ key }) =>
          (key === 'units' ? shortOf(units) : cellOf(line, key).split('\n')).filter(Boolean).map((text) => [text]),
        ),
      ],
    };
  });
}

/** The units of a row, as far as a narrow column holds them. */
function shortOf(units: readonly string[]): string[] {
  return units.length > FEW_UNITS ? [`${units[0] ?? ''}等`, `${units.length} 个单位`] : [...units];
}

function cellOf({ units, entry }: UnitEntryLine, key: string): string {
  return key === 'units' ? units.join('、') : (entry.rule[key] ?? '');
}

/** The pages of the matrix. */
export function unitRulePages(lines: readonly UnitEntryLine[]): UnitRulePage[] {
  const rows = unitRuleRows(lines);
  const states = [...new Set(rows.map(({ facts }) => facts['validity']?.split('，')[0] ?? '').filter(Boolean))];
  const weightOf = ({ cells }: RowData) => JSON.stringify(cells).length;
  const columns = [{ key: 'title', name: '地区与文件' }, ...COLUMNS];
  return cutByWeight(rows, weightOf, RULE_CHARACTERS_A_PAGE).map((part) => ({ columns, states, part }));
}

const NARROW = 10;
const WIDE = 24;

/** The same as a table to save. */
export function unitRuleTable(lines: readonly UnitEntryLine[]): TableFile {
  const rows = rulesOfUnits(lines).map((line) => {
    const address: TableValue = { text: line.href, link: line.href };
    const place = line.entry.rule['place'] ?? '';
    return {
      key: line.number,
      cells: [line.number, place, line.title, ...COLUMNS.map(({ key }) => cellOf(line, key)), address],
      cites: [],
    };
  });
  return {
    title: '各单位的容错规则',
    note: '每一格只写公开材料里见到的内容；空白是没有见到公开文本，不等于当地没有规定。不同地方的条数、期限口径不同，不能相加、排名。',
    columns: [
      { key: 'number', heading: '编号', width: NARROW },
      { key: 'place', heading: '地区', width: NARROW },
      { key: 'title', heading: '文件', width: WIDE },
      ...COLUMNS.map(({ key, name }) => ({ key, heading: name, width: key in RULE_FACTS ? NARROW : WIDE })),
      { key: 'address', heading: '网址', width: WIDE },
    ],
    rows,
    works: [],
  };
}
