/** `/data/tables/rules.json`: a table with its sources, from which a reader's Excel and Word files are made. */
import type { APIContext } from 'astro';
import type { TableFile } from '../../../domain/list/table-file.ts';
import { tableFiles } from '../../../export/tables.ts';
import { loadSite } from '../../../store/load-site.ts';
import { gatheredUnits, gathersUnits } from '../../../store/load-units.ts';
import { unitRuleTable } from '../../../views/unit-rules.ts';
import { entriesOfUnits } from '../../../views/units.ts';

export async function getStaticPaths() {
  const gathered = gathersUnits() ? [['unit-rules', unitRuleTable(entriesOfUnits(gatheredUnits().units))] as const] : [];
  return [...tableFiles(await loadSite()), ...gathered].map(([name, table]) => ({ params: { name }, props: { table } }));
}

type Props = { table: TableFile };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.table));
}
