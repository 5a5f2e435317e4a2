/**
 * An entry as a reader meets it: an ordered list of blocks. Pages draw them and exports write them, so that what is read, printed,
 * searched and exported is the same knowledge in the same order.
 */
import type { z } from 'astro/zod';
import type { figure, finding, layering, statement, teaching } from '../../schema/fields.ts';
import { citedNumber } from '../../schema/number.ts';
import { NO_CHANNEL_TEXT, SITE_TOOLS } from '../../schema/situations.ts';
import { isUnknown } from '../../schema/unknown.ts';
import { BASIS_LABEL, linkedPolicy, NONE_FOUND_TEXT, RELATED_LABEL } from './law-links.ts';
import type { Basis, Clause, LawLinked, LinkedPolicy } from './law-links.ts';
import type { Entry, EntryOf } from './records.ts';
import { stanceWords } from './stance.ts';

export type Statement = z.infer<typeof statement>;
export type StatementOrUnknown = z.infer<typeof finding>;
export type Figure = z.infer<ReturnType<typeof figure>>;
export type Layering = z.infer<typeof layering>;
export type Teaching = z.infer<typeof teaching>;

/** One line of a definition list: a label and a fact, or an unknown value. */
export interface Row {
  label: string;
  value: string;
  cites?: string[];
  /** Where the site says what the label's values mean: an anchor of the page on ratings. */
  meaning?: RatingAnchor;
}

/** Anchors of the page that says how sources are rated. */
export type RatingAnchor = 'levels' | 'completeness' | 'outcomes';

/** A step or member of a mechanism or measure. */
export interface Stage {
  name: string;
  who: string;
  what: string;
  output: string;
  cites: string[];
}

/** One session of a course. */
export type CourseUnit = EntryOf<'courses'>['data']['units'][number];

/** A step that a reader can take: what, who, what to keep on paper, by when; without sources it is the editors' own advice. */
export type LadderStep = EntryOf<'situations'>['data']['steps'][number];

/** A step of the handling of a case; `date` is absent where the author wrote none, 未载 where the source gives none. */
export type DatedStep = EntryOf<'tolerance'>['data']['procedureSteps'][number];

/** Where to go on: an entry, or a page of the site with its name, and what for. */
export type Onward = { id: string; why: string } | { path: string; name: string; why: string };

/** A link to an entry, or to a clause of a policy, with the reason in words. */
export interface ReasonedLink {
  id: string;
  why: string;
  clause?: string | undefined;
  /** For a link to a policy: its title and the article meant. */
  linked?: LinkedPolicy | undefined;
}

/** What a source names as the basis, with the policy that it means where the library has it. */
export interface NamedBasis extends Basis {
  linked?: LinkedPolicy | undefined;
}

interface Heading {
  /** Permanent anchor within the page. */
  id: string;
  heading: string;
  /** Whether the block tells facts or the site's own comment. */
  voice: 'fact' | 'editor';
  note?: string;
  /** Stands beside what comes before and after it where there is room, not between. */
  isBeside?: true;
  /** Shows its first two items and folds the rest; on paper all of them. */
  isFolded?: true;
}

/** A part of an entry; `body` marks where the author's own text stands. */
export type Block =
  | (Heading & { kind: 'statements'; items: Statement[] })
  /** What happened one after the other, with dates as far as they are told. */
  | (Heading & { kind: 'axis'; items: DatedStep[] })
  | (Heading & { kind: 'rows'; rows: Row[] })
  | (Heading & { kind: 'figures'; items: Figure[] })
  | (Heading & { kind: 'stages'; arrangement: string; items: Stage[] })
  | (Heading & { kind: 'ladder'; items: LadderStep[] })
  /** `rules`: numbers of policies whose rows of the rule matrix are meant. */
  | (Heading & { kind: 'onward'; rules: string[]; items: Onward[] })
  | (Heading & { kind: 'layers'; items: Layering[] })
  | (Heading & { kind: 'points'; items: string[] })
  | (Heading & { kind: 'links'; items: ReasonedLink[] })
  | (Heading & { kind: 'basis'; items: NamedBasis[] })
  | (Heading & { kind: 'articles'; items: Clause[] })
  | (Heading & { kind: 'teaching'; teaching: Teaching })
  | (Heading & { kind: 'units'; items: CourseUnit[] })
  | (Heading & { kind: 'readings'; items: string[] })
  | { kind: 'body' };

/** What the blocks need to know beyond the entry itself. */
export interface BlockContext {
  /** Whether a source document suggests or reports, by its number; `undefined` for an unknown number. */
  stanceOf(source: string): '建议' | '做法' | undefined;
  /** The policy of a number with the article of an anchor; `undefined` for an unknown number. */
  policyAt(id: string, anchor: string | undefined): LinkedPolicy | undefined;
}

/** The context that a set of entries gives. */
export function contextOf(byId: ReadonlyMap<string, Entry>): BlockContext {
  return {
    stanceOf: (source) => {
      const entry = byId.get(source);
      return entry?.collection === 'sources' ? entry.data.stance : undefined;
    },
    policyAt: (id, anchor) => linkedPolicy(id, anchor, byId),
  };
}

/** The blocks of an entry in reading order; empty ones are left out. */
export function blocksOf(entry: Entry, context: BlockContext): Block[] {
  const isMadeUp = entry.data.nature === '教学情景';
  return blocksWithGaps(entry, context).filter((block) => !isEmpty(block) && !(isMadeUp && isUntold(block)));
}

/** The same with the empty ones, so that entries of one collection have the same blocks. */
export function blocksWithGaps(entry: Entry, context: BlockContext): Block[] {
  return composers[entry.collection](entry as never, context);
}

type Composer<C extends Entry['collection']> = (entry: EntryOf<C>, context: BlockContext) => Block[];

const composers: { [C in Entry['collection']]: Composer<C> } = {
  situations: ({ data }) => [
    statements('forbids', '先看这里：法律不许的', data.forbids),
    statements('says', '政策怎么说', data.says, `“现行”说的是上次核对那天（${data.checked.date}）。`),
    { kind: 'ladder', id: 'steps', heading: '可以先做的几步', voice: 'fact', note: STEPS_NOTE, items: data.steps },
    links('elsewhere', '别处怎么做', data.elsewhere),
    statements(CHANNEL, '找谁', data.channel === '未载' ? [{ text: NO_CHANNEL_TEXT, cites: [] }] : data.channel),
    statements('refused', '当心', data.refused),
    { kind: 'onward', id: 'next', heading: '接着看', voice: 'editor', rules: data.rules, items: data.next.map(onward) },
    { kind: 'body' },
    openQuestions(data.openQuestions, '所见规定没有写明'),
  ],
  sources: ({ data }) => [
    rows('about', '文献信息', [
      row('原文标题', data.titleAsWritten),
      row('文种', data.documentKind),
      row('性质', stanceWords(data.stance)),
      row('作者', data.author),
      row('登载处', data.publisher),
      row('日期', data.issued),
      row('日期的依据', data.datingNote),
      row('所写的地方', data.place),
    ]),
    { kind: 'body' },
  ],
  problems: ({ data }) => [
    statements('manifestations', '怎样表现', data.manifestations),
    figures(data.figures),
    { kind: 'body' },
    statements(
      'unanswered',
      '文内未给出对策',
      data.unanswered.map(({ text, cites }) => ({ text, cites })),
    ),
    misreadings(data.misreadings),
    openQuestions(data.openQuestions),
    layers(data.layers),
  ],
  causes: ({ data }) => [
    statements('statements', '来源怎样分析', data.statements),
    figures(data.figures),
    { kind: 'body' },
    misreadings(data.misreadings),
    openQuestions(data.openQuestions),
    layers(data.layers),
  ],
  measures: ({ data }, context) => [
    stages(
      'steps',
      '步骤',
      '先后步骤',
      data.steps.map(({ name, who, what, cites }) => ({ name, who: who ?? '未载', what, output: '', cites })),
    ),
    statements(
      'done',
      '来源写出的做法',
      data.actions.filter((action) => stance(action, context) === '做法'),
    ),
    statements(
      'required',
      '政策和公开资料怎样说',
      data.actions.filter((action) => stance(action, context) === undefined),
    ),
    statements(
      'suggested',
      '来源提出的建议',
      data.actions.filter((action) => stance(action, context) === '建议'),
      '建议、发言和报告里的主张，不等于已经实行。',
    ),
    rows('actor', '谁来做', [row('主体', data.actor)]),
    statements('conditions', '适用条件', data.conditions),
    statements('not-for', '要防止的', data.notFor),
    points('risks', '实行时留心', data.risks),
    ...lawBlocks(data, context),
    { kind: 'body' },
    figures(data.figures),
    openQuestions(data.openQuestions, '来源没有回答的'),
  ],
  mechanisms: ({ data }, context) => [
    statements('statements', '来源怎样说', data.statements),
    beside(rows('standing', '概况', [row('属于哪一类', data.family), row('建立程度', data.standing), row('谁建立、谁运行', data.holder)])),
    stages('stages', data.stagesAre === '并列构成' ? '构成' : '怎样运行', data.stagesAre, data.stages),
    rows(
      'parts',
      '组成部分',
      data.parts.map(({ name, what, cites }) => ({ label: name, value: what, cites })),
    ),
    links('relatives', '相近而不同的机制', data.relatives),
    ...lawBlocks(data, context),
    { kind: 'body' },
    figures(data.figures),
    openQuestions(data.openQuestions),
  ],
  practices: ({ data }, context) => [
    statements('actions', '做了什么', data.actions),
    beside(rows('outline', '概况', [row('主体', data.actor), row('时间', data.period), row('证据性质', data.evidence)])),
    rows('results', '条件与评价', [
      row('实行的条件', data.conditions),
      row('得到的评价', data.recognition),
      row('困难与失败', data.setbacks),
    ]),
    figures(data.figures),
    points('transfer', '借鉴之前先弄清', data.transfer),
    { kind: 'body' },
    links('comparable', '别处相近的做法', data.comparable),
    ...lawBlocks(data, context),
    openQuestions(data.openQuestions),
    ...teachingBlock(data.teaching),
  ],
  tolerance: ({ data }, context) => [
    statements(FACTS, '事实经过', data.facts),
    beside(
      rows('outline', '概况', [
        row('类型', data.type),
        row('领域', data.field.join('、')),
        row('年份', data.year),
        row('当事人', data.actor),
        { ...row('来源级别', data.sourceLevel), meaning: 'levels' },
        { ...row('编者所见', data.completeness), meaning: 'completeness' },
        row('官方编号', data.officialNo),
      ]),
    ),
    axis(data.procedureSteps),
    rows('outcome', '结论与后续', [
      { ...row('处理结果', data.outcome), meaning: 'outcomes' },
      ...(data.outcomeWords ? [row('来源的原话', `“${data.outcomeWords}”`)] : []),
      row('结论的表述', data.outcomeText),
      row('认定主体', data.decidedBy),
      row('纠错', data.correction),
      row('后续', data.followUp),
    ]),
    rows('factors', '六因素', [
      row('动机态度', data.factors.motive),
      row('客观条件', data.factors.conditions),
      row('程序方法', data.factors.procedure),
      row('性质程度', data.factors.nature),
      row('后果影响', data.factors.consequence),
      row('挽回损失', data.factors.remedy),
    ]),
    statements('distinctions', '三个区分开来', data.distinctions),
    points('point', '要点', [data.point]),
    { kind: 'body' },
    links('contrast', '对照案例', data.contrast),
    ...lawBlocks(data, context),
    figures(data.figures),
    openQuestions(data.openQuestions),
    ...teachingBlock(data.teaching),
  ],
  policies: ({ data }) => [
    statements('says', '与担当作为有关的内容', data.says),
    beside(
      rows('header', '文件信息', [
        marked('发文机关', data.issuers.join('、'), data.confidence['issuers']),
        row('机关类别', data.issuerKind),
        marked('发文字号', data.docNumber, data.confidence['docNumber']),
        row('文种', data.documentKind),
        ...(data.edition ? [row('所说的版本', editionText(data.edition))] : []),
        marked('通过', data.dates.adopted, data.confidence['dates.adopted']),
        marked('成文', data.dates.issued, data.confidence['dates.issued']),
        marked('公开', data.dates.published, data.confidence['dates.published']),
        marked('施行', data.dates.effectiveFrom, data.confidence['dates.effectiveFrom']),
        ...(data.dates.effectiveTo ? [marked('失效', data.dates.effectiveTo, data.confidence['dates.effectiveTo'])] : []),
        { ...row('编者所见', data.textSeen), meaning: 'completeness' },
      ]),
    ),
    statements('wording', '固定表述', data.wording ? [data.wording] : [], data.wording?.note),
    { kind: 'articles', id: 'clauses', heading: '条款', voice: 'fact', items: data.clauses },
    ...ruleRows(data.rule),
    rows(
      'deadlines',
      '期限',
      data.deadlines.map((deadline) => ({ label: deadline.of, value: deadlineText(deadline), cites: deadline.cites })),
    ),
    { kind: 'body' },
    figures(data.figures),
    openQuestions(data.openQuestions),
    rows('read-at', '在哪里读到', readings(data.readAt)),
  ],
  courses: ({ data }) => [
    rows('outline', '概况', [row('对象', data.audience), row('学时', `${data.hours} 小时`), row('班次', data.classType)]),
    points('objectives', '教学目标', data.objectives),
    { kind: 'units', id: 'units', heading: '教学环节', voice: 'editor', items: data.units },
    { kind: 'body' },
    points('assessment', '怎样检验', [data.assessment.task, ...data.assessment.items.map(({ ask, key }) => `${ask}批改看：${key}`)]),
    { kind: 'readings', id: 'readings', heading: '阅读材料', voice: 'editor', items: data.readings },
  ],
  terms: ({ data }) => [
    rows('definition', '释义', [
      typeof data.definition === 'string'
        ? row('释义', data.definition)
        : { label: `${data.definition.from}（${data.definition.confidence}）`, value: data.definition.text, cites: data.definition.cites },
      typeof data.origin === 'string' ? row('出处', data.origin) : { label: '出处', value: data.origin.text, cites: data.origin.cites },
    ]),
    rows(
      'confused',
      '不要混淆',
      data.confusedWith.map(({ term, how }) => ({ label: term, value: how })),
    ),
    { kind: 'body' },
    statements('usage', '几份材料怎样用', data.usage),
    openQuestions(data.openQuestions),
    rows('spelling', '读音和写法', [
      row('拼音', data.pinyin),
      ...(data.variants.length > 0 ? [row('异写与误写', data.variants.join('、'))] : []),
    ]),
  ],
  tensions: ({ data }) => [
    points('question', '分歧落在哪里', [data.question]),
    ...data.sides.map((side, index) => statements(`side-${index + 1}`, side.name, side.statements)),
    statements('differences', '层级、时间和对象的不同', data.differences),
    figures(data.figures),
    { kind: 'body' },
    openQuestions(data.openQuestions),
  ],
};

/** The block of a case that tells what happened, one thing after the other. */
export const FACTS = 'facts';

/** The block of a situation that says whom to turn to; its sentences are 什么事：找谁. */
export const CHANNEL = 'channel';

/** Who does a step, what is kept of it and when is seldom all in a rule. */
const STEPS_NOTE = '谁做、留下什么、何时，规定没有写到的是编者的提醒；没有注出处的，整步是编者建议。';

function onward(item: EntryOf<'situations'>['data']['next'][number]): Onward {
  return 'path' in item ? { ...item, name: SITE_TOOLS[item.path] } : item;
}

function statements(id: string, heading: string, items: Statement[], note?: string): Block {
  return { kind: 'statements', id, heading, voice: 'fact', items, ...(note && { note }) };
}

function rows(id: string, heading: string, list: Row[]): RowsBlock {
  return { kind: 'rows', id, heading, voice: 'fact', rows: list };
}

type RowsBlock = Extract<Block, { kind: 'rows' }>;

function beside(block: RowsBlock): Block {
  return { ...block, isBeside: true };
}

function points(id: string, heading: string, items: string[]): Block {
  return { kind: 'points', id, heading, voice: 'editor', items };
}

function links(id: string, heading: string, items: ReasonedLink[]): Block {
  return { kind: 'links', id, heading, voice: 'editor', items };
}

/** Both kinds of link to the law: what the source names, then what the editors connect. */
function lawBlocks({ basis, relatedPolicies }: EntryOf<LawLinked>['data'], context: BlockContext): Block[] {
  const named = basis.map((item) => ({ ...item, linked: item.id === undefined ? undefined : context.policyAt(item.id, item.clause) }));
  return [
    { kind: 'basis', id: 'basis', heading: BASIS_LABEL, voice: 'fact', items: named },
    typeof relatedPolicies === 'string'
      ? points(RELATED_ID, RELATED_LABEL, [NONE_FOUND_TEXT])
      : links(
          RELATED_ID,
          RELATED_LABEL,
          relatedPolicies.map((item) => ({ ...item, linked: context.policyAt(item.id, item.clause) })),
        ),
  ];
}

const RELATED_ID = 'related-policies';

/** A step of the handling with its date, in one sentence. */
export function datedText({ text, date }: DatedStep): string {
  if (date === undefined) return text;
  return date === '未载' ? `（日期未载）${text}` : `${date}：${text}`;
}

/** One step is no order of steps: it is told as a sentence. */
function axis(items: readonly DatedStep[]): Block {
  const heading = '办理步骤';
  if (items.length > 1) return { kind: 'axis', id: 'procedure', heading, voice: 'fact', items: [...items] };
  return statements(
    'procedure',
    heading,
    items.map((step) => ({ text: datedText(step), cites: step.cites })),
  );
}

/** A deadline in words: 3个月（自收到申请之日起）. */
export function deadlineText({ value, unit, from }: EntryOf<'policies'>['data']['deadlines'][number]): string {
  return `${value}${unit === '月' ? '个月' : unit}${from === '未载' ? '（起算未载）' : `（${from}）`}`;
}

function editionText({ name, from, to }: NonNullable<EntryOf<'policies'>['data']['edition']>): string {
  return `${name}，施行${from === '未载' ? '日期未载' : `自 ${from}`}${to ? `，至 ${to}` : ''}`;
}

/** The elements of a tolerance rule, which the matrix of local rules compares. */
export const RULE_ELEMENTS = {
  initiation: '启动',
  situations: '可容情形',
  steps: '步骤',
  deadlines: '期限',
  notTolerated: '不容情形',
  decider: '认定主体',
  effects: '结果运用',
  correction: '纠错',
} as const;

function ruleRows(rule: EntryOf<'policies'>['data']['rule']): Block[] {
  if (!rule) return [];
  const elements = Object.entries(RULE_ELEMENTS) as [keyof typeof RULE_ELEMENTS, string][];
  return [
    rows(
      'rule',
      '容错规则要素',
      elements.map(([key, label]) => row(label, rule[key])),
    ),
  ];
}

/** One row a publisher: a list of terms names each of them once. */
function readings(readAt: EntryOf<'policies'>['data']['readAt']): Row[] {
  const notes = new Map<string, string>();
  for (const { publisher, note } of readAt) notes.set(publisher, (notes.get(publisher) ?? '') + note);
  return [...notes].map(([label, value]) => ({ label, value }));
}

function stages(id: string, heading: string, arrangement: string, items: Stage[]): Block {
  return { kind: 'stages', id, heading, voice: 'fact', arrangement, items };
}

function figures(items: Figure[]): Block {
  return { kind: 'figures', id: 'figures', heading: '数字', voice: 'fact', items };
}

function layers(items: Layering[]): Block {
  return { kind: 'layers', id: 'layers', heading: '几份材料各当什么写', voice: 'fact', items };
}

function openQuestions(items: string[], heading = '原文没有写明'): Block {
  return { kind: 'points', id: 'open-questions', heading, voice: 'editor', items, isFolded: true };
}

function misreadings(items: { text: string; cites: string[] }[]): Block {
  return { kind: 'statements', id: 'misreadings', heading: '容易看错的地方', voice: 'editor', items, isFolded: true };
}

function teachingBlock(block: Teaching | undefined): Block[] {
  return block ? [{ kind: 'teaching', id: 'teaching', heading: '教学设计', voice: 'editor', teaching: block }] : [];
}

/** A row from plain text or from a finding with its sources. */
function row(label: string, value: string | Statement): Row {
  return typeof value === 'string' ? { label, value } : { label, value: value.text, cites: value.cites };
}

/** A row whose value carries how far it is known, unless it was seen itself; an unknown value needs no mark. */
function marked(label: string, value: string, confidence: string | undefined): Row {
  const isPlain = isUnknown(value) || !confidence || confidence === '已见' || value.includes(confidence);
  return { label, value: isPlain ? value : `${value}（${confidence}）` };
}

/** What kind of document a statement rests on: the stance of the first source it cites. */
function stance(item: Statement, context: BlockContext): '建议' | '做法' | undefined {
  for (const cite of item.cites) {
    const found = context.stanceOf(citedNumber(cite) ?? '');
    if (found) return found;
  }
  return undefined;
}

/** What nobody made up is no gap in a source. */
function isUntold(block: Block): boolean {
  return block.kind === 'rows' && block.rows.every(({ value }) => value === '不适用' || isUnknown(value));
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'rows') return block.rows.length === 0;
  return 'items' in block && block.items.length === 0;
}
