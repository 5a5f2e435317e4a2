/** How a command that is a part of the nightly tests tells them what it counted. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Evidence, EvidencePart } from '../../src/schema/evidence.ts';

/** What only a part itself knows. */
export type PartReport = Pick<EvidencePart, 'passed' | 'failed'> &
  Partial<Pick<NonNullable<Evidence['browsers']>, 'browsers'>> & { counts?: Record<string, number> };

/** Names the file that a part writes its report into; unset when somebody runs the part by itself. */
const REPORT_FILE = 'PART_REPORT';

/** Leaves the report of this command for whoever started it. */
export function reportPart(report: PartReport): void {
  const file = process.env[REPORT_FILE];
  if (file) writeFileSync(file, JSON.stringify(report));
}

/** The environment in which a command reports into `file`. */
export function reportingInto(file: string): Record<string, string> {
  return { [REPORT_FILE]: file };
}

/** What a command left; `undefined` when it came to no end. */
export function readReport(file: string): PartReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PartReport) : undefined;
}
