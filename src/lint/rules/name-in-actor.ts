import { askForMask, nameIn } from '../person-names.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of what looks like a person's name where a post belongs. Nothing but a reader can tell for certain. */
export const nameInActor: Rule = {
  id: 'name-in-actor',
  severity: 'warning',
  isAlone: true,
  docs: '当事人写职务加“某”（县交通局局长张某），不写姓名。',
  *check({ entries }) {
    for (const entry of entries) {
      if (entry.collection !== 'tolerance' && entry.collection !== 'practices') continue;
      const actor = entry.data['actor'];
      if (typeof actor !== 'string') continue;
      const found = actor
        .split(/[、，；,;。（）()及和与]/u)
        .flatMap((part) => nameIn(part.trim(), entry.collection === 'tolerance') ?? [])[0];
      if (!found) continue;
      yield atField(entry, ['actor'], askForMask(found.post, found.name));
    }
  },
  examples: {
    ok: [
      { fields: { actor: '浙江各级组织系统' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '县交通局局长张某' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '余姚市' } },
    ],
    notOk: [
      { file: 'tolerance/scenario.mdx', fields: { actor: '张建国' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '县交通局局长张建国' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '镇长欧阳明、副镇长李某' } },
      { fields: { actor: '县委书记王伟' } },
    ],
  },
};
