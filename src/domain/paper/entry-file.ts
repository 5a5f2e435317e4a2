/** An entry as its Word file and its references need it; made when the site is built, one JSON file an entry. */
import { FICTION } from '../course/lesson.ts';
import { blocksOf, contextOf, deadlineText, RULE_ELEMENTS } from '../entry/blocks.ts';
import { blockParts, sourceParts } from './entry-parts.ts';
import type { EntryFile, RuleLine } from './entry-paper.ts';
import { levelName } from '../entry/level-name.ts';
import type { PaperPart } from './paper.ts';
import { entryPath, isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import { citedWorks, pageWork, subjectWork } from '../reference/cited-works.ts';
import type { WorkIndex } from '../reference/cited-works.ts';
import { originalTextOf } from '../entry/original-text.ts';
import { DRAFT_NOTICE, standingOf } from '../entry/standing.ts';
import { cautionOf, changedBasisOf } from '../policy/validity.ts';
import type { PolicyIndex, Validity } from '../policy/validity.ts';

type Policy = EntryOf<'policies'>['data'];

/** What an entry's file needs beyond the entry itself. */
export interface EntryFileContext extends WorkIndex {
  /** Name of the collection. */
  collectionName: string;
  /** Full names of the regions. */
  regions: readonly string[];
  /** The author's own text. */
  body: PaperPart[];
  /** The day as of which the site speaks, `2026-11-22`. */
  asOf: string;
  policies: PolicyIndex;
}

/** The file of an entry: header, blocks in the order of the page, works that can be cited. */
export function entryFileOf(entry: Entry, context: EntryFileContext): EntryFile {
  const { data } = entry;
  const subject = subjectWork(entry);
  return {
    id: data.id,
    title: data.title,
    path: entryPath(entry),
    notices: noticesOf(entry, context),
    ...footOf(entry, context),
    answer: answerOf(entry, context),
    facts: factsOf(entry, context),
    ...(isOf(entry, 'policies') && entry.data.rule && { rule: ruleLines(entry.data.rule, entry.data.deadlines) }),
    parts: [
      ...blocksOf(entry, contextOf(context.byId)).flatMap((block) => (block.kind === 'body' ? context.body : blockParts(block, context))),
      ...(isOf(entry, 'sources') ? sourceParts(entry) : []),
    ],
    record: [
      ...(data.aliases.length > 0 ? [{ label: '又称', value: data.aliases.join('、') }] : []),
      { label: '首次发布', value: data.published },
      { label: '最近修改', value: data.updated },
      { label: '上次核对', value: `${data.checked.date}，对照${data.checked.against}` },
    ],
    page: pageWork(entry, context.siteName),
    works: [...(subject ? [subject] : []), ...citedWorks(entry, context)],
  };
}

function ruleLines(rule: NonNullable<Policy['rule']>, deadlines: Policy['deadlines']): RuleLine[] {
  const elements = Object.entries(RULE_ELEMENTS) as [keyof typeof RULE_ELEMENTS, string][];
  return [
    ...elements.map(([element, label]) => {
      const finding = rule[element];
      return typeof finding === 'string' ? { label, text: finding, cites: [] } : { label, text: finding.text, cites: finding.cites };
    }),
    ...deadlines.map((deadline) => ({ label: `期限：${deadline.of}`, text: deadlineText(deadline), cites: deadline.cites })),
  ];
}

/** The answer in lines, as the page begins with it, and where the text is. */
function answerOf(entry: Entry, context: EntryFileContext): { label: string; value: string }[] {
  const { summary, takeaway } = entry.data;
  const original = originalTextOf(entry, context);
  return [
    { label: '是什么', value: summary },
    ...(takeaway ? [{ label: '对你来说（编者）', value: takeaway }] : []),
    { label: isOf(entry, 'policies') ? '时效' : '现在怎样', value: `${standingOf(entry, context)}。` },
    ...(original?.ways ?? []).map(({ label, publisher, note, url }) => ({ label, value: `${publisher}${note && `：${note}`}　${url}` })),
    ...(original?.ask ? [{ label: '原文', value: `${original.ask}。` }] : []),
  ];
}

function footOf(entry: Entry, context: EntryFileContext): { foot?: string } {
  if (entry.data.nature === '教学情景') return { foot: FICTION };
  // Only what asks for the day is made anew with it.
  const caution = isOf(entry, 'policies') ? cautionOf(entry, context.asOf, context.policies) : '';
  return caution === '' ? {} : { foot: caution };
}

/** What must be said of an entry wherever it is used. */
function noticesOf(entry: Entry, context: EntryFileContext): string[] {
  const { data } = entry;
  const { retired } = data;
  const { byId } = context;
  const changes = changedBasisOf(entry, context.citations.get(data.id) ?? [], context);
  return [
    ...(data.status === '草稿' ? [DRAFT_NOTICE] : []),
    ...(data.nature === '教学情景' ? [`${FICTION}：人物、地方和经过都是为教学编写的，不能当作实例引用。`] : []),
    ...(retired
      ? [
          `本条已于 ${retired.date} 退出：${retired.reason}${retired.replacedBy ? `见 ${byId.get(retired.replacedBy)?.data.title ?? retired.replacedBy}。` : ''}`,
        ]
      : []),
    ...changes.map(({ policy, validity, isReviewed }) => {
      const after = isReviewed ? `本条已于 ${data.checked.date} 在变动之后核对。` : '本条在变动之后还没有核对。';
      return `依据已变：《${policy.data.title}》${validityText(validity)}。${after}`;
    }),
  ];
}

/** 自 2022-09-08 起已被代替，见《推进领导干部能上能下规定》 */
function validityText({ state, since, by }: Validity): string {
  return `${since ? `自 ${since} 起` : ''}${state}${by ? `，见《${by.data.title}》` : ''}`;
}

function factsOf(entry: Entry, { collectionName, regions }: EntryFileContext) {
  const { data } = entry;
  return [
    { label: '编号', value: data.id },
    { label: '栏目', value: collectionName },
    { label: '内容性质', value: data.nature === '教学情景' ? FICTION : data.nature },
    { label: '地区', value: regions.join('、') },
    { label: '领域', value: data.themes.join('、') },
    { label: '层级', value: data.level.map(levelName).join('、') },
  ].filter(({ value }) => value !== '');
}
