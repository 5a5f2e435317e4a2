/** Turns what the schema found into findings of the rule that reports that kind. */
import type { StoredFile } from '../store/read-content.ts';
import type { FieldProblem, FieldProblemKind } from '../schema/messages.ts';
import type { Finding, LintContext } from './rule.ts';

/** Findings for all field problems of one kind, in entries and in controlled lists; `isOurs` leaves some to another rule. */
export function* fieldFindings(
  { entries, pages, notes, listProblems }: LintContext,
  kind: FieldProblemKind,
  isOurs = (_: FieldProblem) => true,
): Generator<Finding> {
  for (const { file, fieldProblems } of [...entries, ...pages, ...notes]) {
    for (const problem of fieldProblems) if (problem.kind === kind && isOurs(problem)) yield toFinding(file, problem);
  }
  for (const { file, problem } of listProblems) if (problem.kind === kind && isOurs(problem)) yield toFinding(file, problem);
}

/** A missing field is shown at the group it belongs to. */
function toFinding(file: StoredFile, { kind, path, on, message }: FieldProblem): Finding {
  const shown = kind === 'missing-field' ? path.slice(0, -1) : path;
  const at = on === 'key' ? file.yaml?.keyAt(shown) : file.yaml?.valueAt(shown);
  return { file: file.path, at, message };
}
