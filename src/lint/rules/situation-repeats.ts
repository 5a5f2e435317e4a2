import { isOf } from '../../domain/entry/records.ts';
import type { EntryOf } from '../../domain/entry/records.ts';
import type { Path } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** A run of so many characters is a passage, not a phrase. */
const RUN = 24;

/** Reports passages of steps and channels that stand in another situation as well: each matter has an answer of its own. */
export const situationRepeats: Rule = {
  id: 'situation-repeats',
  severity: 'error',
  docs: `两个情形的步骤和找谁，不能有连续 ${RUN} 个字相同。`,
  *check({ entries, known }) {
    const owners = new Map<string, EntryOf<'situations'>[]>();
    for (const record of known.records) {
      if (!isOf(record, 'situations')) continue;
      for (const run of new Set(passages(record).flatMap(({ text }) => runsOf(text))))
        owners.set(run, [...(owners.get(run) ?? []), record]);
    }
    for (const { record, ...entry } of entries.flatMap((item) =>
      item.record && isOf(item.record, 'situations') ? [{ ...item, record: item.record }] : [],
    )) {
      for (const { path, text } of passages(record)) {
        const run = runsOf(text).find((candidate) => owners.get(candidate)?.some(({ data }) => data.id !== record.data.id));
        const other = run && owners.get(run)?.find(({ data }) => data.id !== record.data.id);
        if (!other) continue;
        const message = `“${run}”在“${other.data.title}”（${other.data.id}）里也有。请按这件事自己的情况另写。`;
        yield atField({ ...entry, record }, path, message);
      }
    }
  },
  examples: {
    ok: [{ file: 'situations/first.mdx', fields: { channel: channel('另一件事：向作出决定的机关书面提出。') } }],
    notOk: [
      { file: 'situations/first.mdx', fields: { channel: channel('第一件事：向上一级机关的干部监督部门书面反映，并且留下收件的回执。') } },
    ],
  },
};

/** Everything a reader may act on, text by text. */
function passages({ data: { steps, channel } }: EntryOf<'situations'>): { path: Path; text: string }[] {
  const inSteps = steps.flatMap((step, index) =>
    (['what', 'who', 'keep', 'byWhen'] as const).map((field) => ({ path: ['steps', index, field], text: step[field] })),
  );
  const inChannel = channel === '未载' ? [] : channel.map(({ text }, index) => ({ path: ['channel', index, 'text'], text }));
  return [...inSteps, ...inChannel];
}

function runsOf(text: string): string[] {
  const characters = [...text];
  return Array.from({ length: Math.max(0, characters.length - RUN + 1) }, (_, at) => characters.slice(at, at + RUN).join(''));
}

function channel(text: string) {
  return [{ text, cites: ['ZC-0001'] }];
}
