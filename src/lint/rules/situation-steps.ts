import { isOf } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Words by which a step tells its reader to act first and to ask for approval afterwards. */
const ACTS_FIRST = /先斩后奏|边批边|先上车后补票|先(?:行)?(?:开工|动工|施工|建设|占地|用地|发证|拨付|付款|采购|放行)/u;
/** The same words in a warning are no advice. */
const WARNED = /(?:不得|不能|不要|不可|别|未|没有|再)(?:再|擅自)?$/u;

/** Reports steps that rest on nothing, steps that are all of them the editors' own, and steps that advise acting before an approval. */
export const situationSteps: Rule = {
  id: 'situation-steps',
  severity: 'error',
  isAlone: true,
  docs: '情形的每一步写 cites，或者写 isEditors: true；至少一步有出处；不写批准以前先动手。',
  *check({ entries }) {
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'situations')) continue;
      const { steps } = entry.record.data;
      for (const [index, { what, cites, isEditors }] of steps.entries()) {
        if (cites.length === 0 && !isEditors)
          yield atField(entry, ['steps', index], `这一步“${what}”没有出处。请在 cites 里写依据；是编者的建议就写 isEditors: true。`);
        if (cites.length > 0 && isEditors)
          yield atField(entry, ['steps', index, 'isEditors'], `这一步“${what}”有出处，又写成编者建议。有依据的部分和建议请分成两步。`);
        const found = ACTS_FIRST.exec(what);
        if (found && !WARNED.test(what.slice(0, found.index)))
          yield atField(entry, ['steps', index, 'what'], `这一步写“${found[0]}”，像是劝人在批准以前动手。请改写成批准以前可以做的事。`);
      }
      if (steps.every(({ isEditors }) => isEditors))
        yield atField(entry, ['steps'], '每一步都是编者建议。请至少写一步有规定、做法或案例作依据的。');
    }
  },
  examples: {
    ok: [
      situation({ steps: [step({ cites: ['ZC-0001'] }), step({ isEditors: true })] }),
      situation({ steps: [step({ cites: ['ZC-0001'], what: '批复没到，不要先开工' }), step({ isEditors: true })] }),
    ],
    notOk: [
      situation({ steps: [step({ cites: ['ZC-0001'] }), step({})] }),
      situation({ steps: [step({ cites: ['ZC-0001'] }), step({ cites: ['ZC-0001'], isEditors: true })] }),
      situation({ steps: [step({ isEditors: true }), step({ isEditors: true })] }),
      situation({ steps: [step({ cites: ['ZC-0001'], what: '先开工，手续随后补' }), step({ isEditors: true })] }),
    ],
  },
};

function situation(fields: Record<string, unknown>) {
  return { file: 'situations/first.mdx', fields };
}

function step(fields: Record<string, unknown>) {
  return { what: '写一份说明', who: '本人', keep: '说明的底稿', byWhen: '未载', ...fields };
}
