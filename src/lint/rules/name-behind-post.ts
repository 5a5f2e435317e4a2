import { askForMask, FAMILY, NOT_A_NAME, POST } from '../person-names.ts';
import type { Rule } from '../rule.ts';
import { sourceMatches } from '../source-matches.ts';

/** Reminds of what looks like a person's name behind a post, in any sentence; the field of the actor is looked at by `name-in-actor`. */
export const nameBehindPost: Rule = {
  id: 'name-behind-post',
  severity: 'warning',
  isAlone: true,
  docs: '标题、摘要和正文里提到的人也写职务加“某”（副镇长张某），不写姓名。',
  *check({ entries }) {
    for (const { file } of entries) {
      for (const pattern of [BEHIND_POST, DOING])
        yield* sourceMatches(file, pattern, ({ 1: post = '', 2: name = '', input }) => askUnlessActor(post, name, input));
      yield* sourceMatches(file, BEFORE_POST, ({ 1: name = '', 2: post = '', input }) => askUnlessActor(post, name, input));
    }
  },
  examples: {
    ok: [
      { fields: { summary: '县长李某主持，办公室主任管后勤，干部安排好，书记常说要办。' } },
      { fields: { transfer: ['部长谈班子主要问题，甘孜副县长李某提出，王某同志到场。'] } },
    ],
    notOk: [
      { fields: { summary: '县交通局局长张建国，同意先行开工。' } },
      { fields: { transfer: ['副镇长欧阳明在会上表了态。'] } },
      { fields: { transfer: ['会上，副县长李建国提出先核实。'] } },
      { fields: { transfer: ['李建国副县长到场。'] } },
      { fields: { transfer: ['（李建国同志到场）'] } },
    ],
  },
};

/** Where the sentence ends behind the name, or something is said of whom it names. 干部 is no post in a sentence: 干部任务重. */
const BEHIND_POST = new RegExp(
  `(${POST.replace('干部|', '')})((?:${FAMILY})[\\p{Script=Han}]{1,2})(?=[，。、；：（）“”"因被在曾于率未违认]|$)`,
  'gmu',
);
/** A full name and what its bearer does; words of two characters would too often be no name there. */
const DOING = new RegExp(
  `(${POST.replace('干部|', '')})((?:${FAMILY})[\\p{Script=Han}]{2})(?=[提主带表说签批同要到受对为擅私决介拍赶率])`,
  'gmu',
);
/** A full name with the post behind it, as people are addressed. */
const BEFORE_POST = new RegExp(
  `(?<!\\p{Script=Han})((?:${FAMILY})\\p{Script=Han}(?![副两小了])\\p{Script=Han})(同志|副?(?:书记|主任|局长|县长|市长|区长|镇长|乡长|科长))`,
  'gmu',
);
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Family names that are as often verbs: 主任管后勤, 书记关心. */
const VERBS = /^[容管关查应解安常于和向从能游益盖谈经]/u;

function askUnlessActor(post: string, name: string, line: string): string | undefined {
  return !line.startsWith('actor:') && isName(name) ? askForMask(post, name) : undefined;
}

/** Not a word of the runtime's list (安排), no verb, not masked already, and not the leader whom everyone may name. */
function isName(text: string): boolean {
  return !VERBS.test(text) && !NOT_A_NAME.test(text) && text !== '习近平' && [...WORDS.segment(text)].length > 1;
}
