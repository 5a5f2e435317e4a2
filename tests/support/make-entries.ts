/** Entries for tests: whole and valid by default, so that a test names only what it is about. */
import { join } from 'node:path';
import { readVocabulary } from '../../src/store/vocabulary.ts';
import type { BodyMarks, Entry, EntryOf } from '../../src/domain/entry/records.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import type { Site } from '../../src/domain/site/site-index.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import type { CollectionName } from '../../src/schema/number.ts';
import { formatNumber } from '../../src/schema/number.ts';
import { createSchemas } from '../../src/schema/index.ts';

/** The controlled lists of the sound content under `tests/fixtures`. */
export const vocabulary = readVocabulary(join(import.meta.dirname, '../fixtures/sound-content/content'));

const schemas = createSchemas(vocabulary);

/** Fields to set as an author would write them, and what stands in the body. */
type Overrides = Record<string, unknown>;
interface Body {
  body?: string;
  marks?: Partial<BodyMarks>;
}

/** An entry of any collection; the overrides are read by the same schema as the authors' files. */
export function makeEntry<C extends CollectionName>(collection: C, overrides: Overrides = {}, { body = '', marks }: Body = {}): EntryOf<C> {
  const data = schemas[collection].parse({ ...common(collection), ...OWN_FIELDS[collection], ...overrides });
  const id = (data as { id: string }).id;
  return {
    collection,
    slug: id.toLowerCase(),
    data,
    body: parseBody(body),
    marks: { cites: [], links: [], ...marks },
  } as unknown as EntryOf<C>;
}

export const makePractice = (overrides?: Overrides, body?: Body) => makeEntry('practices', overrides, body);
export const makeMeasure = (overrides?: Overrides, body?: Body) => makeEntry('measures', overrides, body);
export const makeMechanism = (overrides?: Overrides, body?: Body) => makeEntry('mechanisms', overrides, body);
export const makeProblem = (overrides?: Overrides, body?: Body) => makeEntry('problems', overrides, body);
export const makePolicy = (overrides?: Overrides, body?: Body) => makeEntry('policies', overrides, body);
export const makeSource = (overrides?: Overrides, body?: Body) => makeEntry('sources', overrides, body);

/** A site of these entries and the lists of the sound content. */
export function makeSite(...entries: Entry[]): Site {
  return indexSite({ entries, vocabulary: vocabulary.data, redirects: [], localNotes: [] });
}

/** A figure: 200余起. */
export function makeFigure(overrides: Overrides = {}): Record<string, unknown> {
  return { value: 200, unit: '起', qualifier: '余', what: '澄清的举报', whose: '浙江', period: '未载', cite: 'S3-¶26#2', ...overrides };
}

function common(collection: CollectionName) {
  return {
    id: formatNumber(collection, 1),
    title: '浙江：公开澄清',
    summary: '浙江公开澄清不实举报。',
    status: '发布',
    published: '2026-11-20',
    updated: '2026-11-22',
    checked: { date: '2026-11-22', against: '来源文献原文逐句' },
    nature: '公开报道',
  };
}

const FACT = { text: '公开澄清不实的举报。', cites: ['S3-¶26#2'] };

const STEP = { what: '写一份说明', who: '本人，交给组织', keep: '说明和收件回执', byWhen: '未载' };

const OWN_FIELDS: Record<CollectionName, Overrides> = {
  situations: {
    who: ['干部'],
    asked: ['一', '二', '三', '四', '五', '六', '七', '八'].map((word) => `第${word}种问法`),
    says: [FACT, FACT],
    steps: [
      { ...STEP, cites: ['S3-¶26#2'] },
      { ...STEP, what: '记下来', isEditors: true },
    ],
    channel: '未载',
    next: [{ path: '/worksheet/', why: '逐项想一遍' }],
    chains: ['L01'],
  },
  sources: {
    shortName: '临泽县调研',
    titleAsWritten: '未载',
    documentKind: '新闻综述',
    stance: '做法',
    author: '未载',
    publisher: '未载',
    issued: '未载',
    datingNote: '没有日期。',
    place: '全国',
    retrieved: '2026-11-22',
    sections: [{ heading: '一', depth: 1, from: 1, to: 1 }],
    paragraphs: [{ n: 26, kind: '正文', sentences: 3, heading: '澄清', gist: '公开澄清。' }],
  },
  policies: {
    scope: '中央',
    docNumber: '未载',
    issuers: ['中共中央办公厅'],
    issuerKind: '党中央',
    documentKind: '意见',
    dates: {},
    textSeen: '部分',
  },
  problems: {
    kind: '类型',
    types: ['不敢'],
    manifestations: [FACT],
    layers: [{ source: 'S3', layer: '问题', heading: '一', cites: ['S3-¶26#2'] }],
  },
  causes: { statements: [FACT], layers: [{ source: 'S3', layer: '原因', heading: '一', cites: ['S3-¶26#2'] }] },
  measures: { actions: [FACT], actor: '未载' },
  mechanisms: { family: '清单类', standing: '已实行', holder: '未载', statements: [FACT] },
  practices: {
    actor: '浙江',
    period: '未载',
    actions: [FACT],
    conditions: '未载',
    recognition: '未载',
    setbacks: '未载',
    evidence: '报道',
  },
  tolerance: {
    type: '容错',
    field: ['综合'],
    year: '未载',
    actor: '街道办事处副主任刘某',
    facts: [FACT],
    point: '先行先试。',
    factors: Object.fromEntries(['motive', 'conditions', 'procedure', 'nature', 'consequence', 'remedy'].map((factor) => [factor, '未载'])),
    outcome: '免责',
    outcomeText: '未载',
    decidedBy: '未载',
    correction: '未载',
    followUp: '未载',
    completeness: '摘录',
    sourceLevel: '二级',
  },
  courses: {
    audience: '县处级干部',
    hours: 3,
    classType: '专题班',
    objectives: ['说出三种情形'],
    units: [{ title: '导入', minutes: 20, method: '案例教学' }],
    assessment: { task: '作答。', items: [{ ask: '一条理由', key: '写明出处。' }] },
  },
  terms: { term: '容错', pinyin: 'rong cuo', definition: '未载', origin: '未载' },
  tensions: {
    question: '容到哪里。',
    sides: [
      { name: '宽', statements: [FACT] },
      { name: '严', statements: [FACT] },
    ],
  },
};
