/** `/data/rows/figures/0.json`: rows of a long table, as its page fetches them when a reader filters. */
import type { APIContext } from 'astro';
import { ROWS_A_FILE } from '../../../../domain/list/table-rows.ts';
import type { RowData, RowTable } from '../../../../domain/list/table-rows.ts';
import { cutIntoPages } from '../../../../domain/list/paging.ts';
import { loadSite } from '../../../../store/load-site.ts';
import { gatheredUnits, gathersUnits } from '../../../../store/load-units.ts';
import { figureRowData } from '../../../../views/figures.ts';
import { ruleRowData } from '../../../../views/matrices.ts';
import { unitRuleRows } from '../../../../views/unit-rules.ts';
import { entriesOfUnits } from '../../../../views/units.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  const tables: [RowTable, RowData[]][] = [
    ['figures', figureRowData(site)],
    ['rules', ruleRowData(site)],
    ...(gathersUnits() ? [['unit-rules', unitRuleRows(entriesOfUnits(gatheredUnits().units))] as [RowTable, RowData[]]] : []),
  ];
  return tables.flatMap(([table, all]) =>
    cutIntoPages(all, ROWS_A_FILE[table]).map(({ items, number }) => ({
      params: { table, file: String(number - 1) },
      props: { rows: items },
    })),
  );
}

type Props = { rows: readonly RowData[] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.rows));
}
