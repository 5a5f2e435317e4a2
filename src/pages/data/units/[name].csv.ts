/** `/data/units/rules.csv`: the rules of all units that are gathered, as a table; no such file where none is. */
import { tableTexts } from '../../../domain/list/table-file.ts';
import { toTable } from '../../../export/table.ts';
import { gatheredUnits, gathersUnits } from '../../../store/load-units.ts';
import { unitRuleTable } from '../../../views/unit-rules.ts';
import { entriesOfUnits } from '../../../views/units.ts';

export function getStaticPaths() {
  return gathersUnits() ? [{ params: { name: 'rules' } }] : [];
}

export function GET(): Response {
  return new Response(toTable(tableTexts(unitRuleTable(entriesOfUnits(gatheredUnits().units)))));
}
