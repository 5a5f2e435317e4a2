/** The matrix of local rules as a table. */
import { citedText } from '../domain/entry/cited-text.ts';
import { citesText, workIndex } from '../domain/reference/cited-works.ts';
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, ruleMatrix, SUCCESSION_COLUMN } from '../domain/policy/rule-matrix.ts';
import type { RuleFacts } from '../domain/policy/rule-matrix.ts';
import { entryPath } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { settings } from '../site.ts';
import type { TableColumn, TableFile } from '../domain/list/table-file.ts';
import { worksOf } from './table-works.ts';

const FACTS = Object.entries(RULE_FACTS) as [keyof RuleFacts, string][];

const NARROW = 7;
const WIDE = 24;

/** The columns of the table, by the keys under which readers' addresses name them. */
const RULE_TABLE_COLUMNS: readonly TableColumn[] = [
  { key: 'number', heading: '编号', width: NARROW },
  { key: 'place', heading: '地区', width: 12 },
  { key: 'title', heading: '文件', width: WIDE },
  ...FACTS.map(([key, heading]) => ({ key, heading, width: key === 'year' ? 5 : 10 })),
  { key: 'succession', heading: SUCCESSION_COLUMN, width: 16 },
  ...RULE_COLUMNS.map(([key, heading]) => ({ key, heading, width: WIDE })),
  { key: 'stated', heading: DEADLINES_COLUMN, width: WIDE },
  { key: 'address', heading: '网址', width: 20 },
];

/** One rule a row: number, place, title, what it is, each element with its citations in brackets, its deadlines, its page. */
export function ruleTableFile(site: Site): TableFile {
  const index = workIndex(site, settings.name);
  const named = ({ text, cites }: { text: string; cites: string[] }) =>
    citedText({ text, cites: [citesText(cites, index)].filter(Boolean) });
  const rows = ruleMatrix(site).map((row) => {
    const cells = row.cells.flatMap(({ finding }) => (typeof finding === 'string' ? [] : finding.cites));
    return {
      key: row.policy.data.id,
      cells: [
        { text: row.policy.data.id, link: `/id/${row.policy.data.id}/` },
        row.place,
        row.policy.data.title,
        ...FACTS.map(([fact]) => (fact === 'year' && row.facts.year !== '' ? Number(row.facts.year) : row.facts[fact])),
        row.succession.map(({ how, policy }) => `${how} ${policy.data.title}`).join('\n'),
        ...row.cells.map(({ finding }) => (typeof finding === 'string' ? '' : named(finding))),
        row.deadlines.map(named).join('\n'),
        { text: entryPath(row.policy), link: entryPath(row.policy) },
      ],
      cites: [...cells, ...row.deadlines.flatMap(({ cites }) => cites)],
    };
  });
  return {
    title: '地方容错规则对照',
    note: `每一格只写公开材料里见到的内容；空白是没有见到公开文本，不等于当地没有规定。时效按所见材料推算，截至 ${site.asOf}。不同地方的条数、期限口径不同，不能相加、排名。`,
    columns: [...RULE_TABLE_COLUMNS],
    rows,
    works: worksOf(rows, site),
  };
}
