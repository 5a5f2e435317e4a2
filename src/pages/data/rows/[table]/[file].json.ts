/** `/data/rows/figures/0.json`: rows of a long table, as its page fetches them when a reader filters. */
import type { APIContext } from 'astro';
import { ROWS_A_FILE } from '../../../../domain/table-rows.ts';
import type { RowData, RowTable } from '../../../../domain/table-rows.ts';
import { cutIntoPages } from '../../../../domain/paging.ts';
import { loadSite } from '../../../../store/load-site.ts';
import { figureRowData } from '../../../../views/figures.ts';
import { ruleRowData } from '../../../../views/matrices.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  const tables: Record<RowTable, RowData[]> = { figures: figureRowData(site), rules: ruleRowData(site) };
  return (Object.keys(tables) as RowTable[]).flatMap((table) =>
    cutIntoPages(tables[table], ROWS_A_FILE[table]).map(({ items, number }) => ({
      params: { table, file: String(number - 1) },
      props: { rows: items },
    })),
  );
}

type Props = { rows: readonly RowData[] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.rows));
}
