/**
 * 本件: what the officer writes of the matter in hand, beside the cases of a report. It is in the page only; nothing of it is ever sent.
 *
 * Kept beyond the page only when the officer ticks the box: then `localStorage[matterKey(base)]` is JSON,
 * `{"v":1,"until":"2026-12-28","matter":{"subject":"…"}}`. On the day `until`, and whenever the box is unticked or the button pressed, it is
 * wiped; anything else there counts as nothing kept. A field that is no more is dropped when it is read.
 *
 * Whoever searches again or follows a link of the report takes the matter along: it waits in `sessionStorage[handedMatterKey(base)]`, in the same
 * form, until the report is open again in that tab.
 */

/** What can be told of a matter, with the name of each field; the six factors carry the names by which cases are told too. */
export const MATTER_FIELDS = {
  subject: '事由',
  searcher: '检索人',
  issue: '争议焦点',
  field: '领域',
  decider: '认定主体类别',
  facts: '事实经过',
  motive: '动机态度',
  conditions: '客观条件',
  procedure: '程序方法',
  nature: '性质程度',
  consequence: '后果影响',
  remedy: '挽回损失',
  steps: '办理步骤',
  basis: '拟引的依据',
  distinctions: '三个区分开来',
  excluded: '规则写明不容的情形',
  missing: '待查事项',
} as const;
export type MatterField = keyof typeof MATTER_FIELDS;
export type Matter = Readonly<Record<MatterField, string>>;

export const MATTER_FACTORS = ['motive', 'conditions', 'procedure', 'nature', 'consequence', 'remedy'] as const satisfies MatterField[];

/** Days for which a matter is kept. */
export const MATTER_DAYS = 30;
/** Characters of a field; a form needs an end, and a paper too. */
export const FIELD_LENGTH = 4000;

const NAMES = Object.keys(MATTER_FIELDS) as MatterField[];

/** A matter from what fields say; those that are not there are empty. */
export function makeMatter(fields: Readonly<Partial<Record<string, unknown>>> = {}): Matter {
  const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, FIELD_LENGTH) : '');
  return Object.fromEntries(NAMES.map((name) => [name, textOf(fields[name])])) as Record<MatterField, string>;
}

/** Whether anything has been written. */
export function isFilled(matter: Matter): boolean {
  return NAMES.some((name) => matter[name].trim() !== '');
}

/** Sites on one host keep their matters apart. */
export function matterKey(base: string): string {
  return `report-matter:${base}`;
}

/** Where a matter waits that goes from one page of a tab to the next; the page that opens takes it out. */
export function handedMatterKey(base: string): string {
  return `handed-matter:${base}`;
}

/** A matter as it is kept, to be wiped on the day `until` (`2026-12-28`). */
export function writeMatter(matter: Matter, until: string): string {
  return JSON.stringify({ v: 1, until, matter });
}

/** What was kept, and the day on which it is wiped, at the latest `latest`; `undefined` when nothing is, or when that day has come. */
export function readMatter(stored: string | null, today: string, latest: string): { matter: Matter; until: string } | undefined {
  try {
    const kept = JSON.parse(stored ?? '') as unknown;
    if (typeof kept !== 'object' || kept === null || !('v' in kept) || kept.v !== 1) return undefined;
    if (!('until' in kept) || typeof kept.until !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(kept.until)) return undefined;
    if (!('matter' in kept) || typeof kept.matter !== 'object' || kept.matter === null) return undefined;
    // A clock that was set back must not keep it for longer.
    if (kept.until <= today || kept.until > latest) return undefined;
    return { matter: makeMatter(kept.matter as Record<string, unknown>), until: kept.until };
  } catch {
    return undefined;
  }
}
