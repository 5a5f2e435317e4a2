/** An entry's blocks as parts of a paper, in the order and the words of its page. */
import { boardWords } from '../course/boards.ts';
import { handoutWords } from '../course/handouts.ts';
import { datedText } from '../entry/blocks.ts';
import type { Block, Statement, Teaching, NamedBasis, ReasonedLink } from '../entry/blocks.ts';
import { formatFigure } from '../entry/figures.ts';
import { parsePlace, placeName } from '../entry/locator.ts';
import { formatQuote, nameOfLinked, readNote } from '../entry/law-links.ts';
import type { Clause, LinkedPolicy } from '../entry/law-links.ts';
import { noted } from './paper.ts';
import type { PaperItem, PaperPart, PaperText } from './paper.ts';
import type { EntryOf } from '../entry/records.ts';
import { citesText, entryName, findWork } from '../reference/cited-works.ts';
import type { WorkIndex } from '../reference/cited-works.ts';

/** A block under its heading; the site's own comment says so. */
export function blockParts(block: Exclude<Block, { kind: 'body' }>, index: WorkIndex): PaperPart[] {
  return [
    { kind: 'heading', text: block.voice === 'editor' && !block.heading.includes('编者') ? `${block.heading}（编者整理）` : block.heading },
    ...(block.note ? [{ kind: 'note' as const, text: block.note }] : []),
    ...contentOf(block, index),
  ];
}

function contentOf(block: Exclude<Block, { kind: 'body' }>, index: WorkIndex): PaperPart[] {
  switch (block.kind) {
    case 'statements':
      return numbered(block.items, index);
    case 'axis':
      return numbered(
        block.items.map((step) => ({ text: datedText(step), cites: step.cites })),
        index,
      );
    case 'rows':
      return [
        {
          kind: 'fields',
          rows: block.rows.map(({ label, value, cites = [] }) => ({ label, value: cited({ text: value, cites }, index) })),
        },
      ];
    case 'figures':
      return [
        table(
          [
            ['数字', 18],
            ['数的是什么', 38],
            ['谁的', 20],
            ['时间', 24],
          ],
          block.items.map((figure) => [
            formatFigure(figure),
            cited({ text: `${figure.what}${figure.scope ? `\n口径：${figure.scope}` : ''}`, cites: [figure.cite] }, index),
            figure.whose,
            figure.period,
          ]),
        ),
      ];
    case 'stages':
      return [
        table(
          [
            ['名称', 20],
            ['谁', 20],
            ['做什么', 40],
            ['走向', 20],
          ],
          block.items.map(({ name, who, what, output, cites }) => [name, who, cited({ text: what, cites }, index), output]),
        ),
        { kind: 'note', text: `排列：${block.arrangement}。` },
      ];
    case 'ladder':
      return [
        table(
          [
            ['做什么', 26],
            ['谁做', 18],
            ['留下', 26],
            ['何时', 14],
            ['依据', 16],
          ],
          block.items.map(({ what, who, keep, byWhen, cites, isEditors }, at) => [
            `${at + 1}．${what}`,
            who,
            keep,
            byWhen,
            isEditors ? '编者建议' : citesText(cites, index),
          ]),
        ),
      ];
    case 'onward':
      return [
        {
          kind: 'list',
          mark: 'point',
          items: [
            ...block.rules.map((id) => `规则对照：${titleOf(id, index)}`),
            ...block.items.map((item) => `${'path' in item ? `${item.name}（${item.path}）` : titleOf(item.id, index)}：${item.why}`),
          ],
        },
      ];
    case 'layers':
      return [
        table(
          [
            ['文献', 12],
            ['当作', 18],
            ['写在哪里', 70],
          ],
          block.items.map(({ source, layer, heading, cites }) => [
            documentName(source, index),
            layer,
            cited({ text: heading, cites }, index),
          ]),
        ),
      ];
    case 'points':
      return [pointed(block.items)];
    case 'links':
      return [pointed(block.items.map((item) => linkPoint(item, index)))];
    case 'basis':
      return [pointed(block.items.map((item) => basisPoint(item, index)))];
    case 'articles':
      return [{ kind: 'list', items: block.items.map((clause) => articleParts(clause, index)) }];
    case 'readings':
      return [pointed(block.items.map((id) => titleOf(id, index)))];
    case 'units':
      return unitParts(block.items, index);
    case 'teaching':
      return teachingParts(block.teaching, index);
  }
}

/** A source document paragraph by paragraph, and what of it is missing, hidden or wrong. */
export function sourceParts({ data }: EntryOf<'sources'>): PaperPart[] {
  return [
    { kind: 'heading', text: '逐段大意' },
    { kind: 'note', text: '大意由编者概括，不是原文。' },
    table(
      [
        ['段', 10],
        ['讲什么', 24],
        ['大意', 66],
      ],
      data.paragraphs.map(({ n, heading, gist }) => [placeName({ paragraph: n, sentences: undefined }), heading, gist]),
    ),
    ...placed(
      '缺口',
      data.gaps.map(({ at, text }) => [at ? inWords(at) : '', text]),
    ),
    ...placed(
      '隐去的名称和数字',
      data.masks.map(({ at, asWritten, hides }) => [inWords(at), `${asWritten}：${hides}`]),
    ),
    ...placed(
      '原文的疏漏',
      data.slips.map(({ at, text }) => [inWords(at), text]),
    ),
    ...placed(
      '不载事实的句子',
      data.rhetoric.map(({ at, reason }) => [inWords(at), reason]),
    ),
  ];
}

/** A linked entry with the reason; for an article of a policy its number and decisive words too. */
function linkPoint({ id, why, linked }: ReasonedLink, index: WorkIndex): PaperItem {
  return [{ kind: 'paragraph', text: `${linked ? nameOfLinked(linked) : titleOf(id, index)}：${why}` }, ...quotedIn(linked)];
}

function basisPoint({ text, cites, linked }: NamedBasis, index: WorkIndex): PaperItem {
  const sentence = cited({ text: `${linked ? `${nameOfLinked(linked)}：` : ''}${text}`, cites }, index);
  return [{ kind: 'paragraph', text: sentence }, ...quotedIn(linked)];
}

function quotedIn(linked: LinkedPolicy | undefined): PaperPart[] {
  return linked?.article?.quote ? [{ kind: 'paragraph', text: `原文：${formatQuote(linked.article.quote)}` }] : [];
}

function pointed(items: readonly PaperItem[]): PaperPart {
  return { kind: 'list', mark: 'point', items: [...items] };
}

/**
 * An article: its number and what it says, how far it was read, the decisive words, what it is for. No row of a table: LibreOffice gives each row with a
 * note a page of its own once a table goes on to the next.
 */
function articleParts(clause: Clause, index: WorkIndex): PaperPart[] {
  const note = readNote(clause);
  const text = `${clause.no}　${note ? `（${note}）` : ''}${clause.gist}`;
  return [
    { kind: 'paragraph', text: cited({ text, cites: clause.cites }, index) },
    ...(clause.quote ? [{ kind: 'paragraph' as const, text: `原文：${formatQuote(clause.quote)}` }] : []),
    ...(clause.why ? [{ kind: 'paragraph' as const, text: `编者：${clause.why}` }] : []),
  ];
}

function placed(heading: string, rows: [at: string, text: string][]): PaperPart[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    table(
      [
        ['位置', 16],
        ['说明', 84],
      ],
      rows,
    ),
  ];
}

function unitParts(units: EntryOf<'courses'>['data']['units'], index: WorkIndex): PaperPart[] {
  return units.flatMap(
    ({ title, minutes, method, pause, case: id, alternatives, questions, board, handouts, materials }, at): PaperPart[] => [
      { kind: 'subheading', text: `${at + 1}　${title}（${minutes} 分钟${pause > 0 ? `，其中休息 ${pause} 分钟` : ''}，${method}）` },
      pointed([
        ...(id ? [`案例：${titleOf(id, index)}`] : []),
        ...alternatives.map((other) => `备选：${titleOf(other, index)}`),
        ...questions.map(({ question, purpose }) => `问：${question}（用意：${purpose}）`),
        ...(board ? [`板书：${boardWords({ ...board, note: board.note ?? '' })}`] : []),
        ...(handouts.length > 0
          ? [`印件：${handouts.map((handout) => handoutWords(handout, (number) => titleOf(number, index))).join('；')}`]
          : []),
        ...(materials.length > 0 ? [`备好：${materials.join('；')}`] : []),
      ]),
    ],
  );
}

function teachingParts(teaching: Teaching, index: WorkIndex): PaperPart[] {
  return [
    { kind: 'paragraph', text: `适合：${teaching.audience}` },
    ...under('教学目标', [pointed(teaching.objectives)]),
    ...under('甲部：到决定之前', numbered(teaching.partA, index)),
    ...under('要作的决定', [{ kind: 'paragraph', text: teaching.decisionPoint }]),
    ...under('讨论题', [
      {
        kind: 'list',
        mark: 'number',
        items: teaching.questions.map(({ question, purpose, minutes }) => `${question}（用意：${purpose}；${minutes} 分钟）`),
      },
    ]),
    ...under('乙部：结果与后续', numbered(teaching.partB, index)),
    ...(teaching.background.length > 0 ? under('背景', numbered(teaching.background, index)) : []),
    ...under('教学要点', [pointed(teaching.keyPoints)]),
  ];
}

function under(text: string, parts: PaperPart[]): PaperPart[] {
  return [{ kind: 'subheading', text }, ...parts];
}

/** Statements one after the other, numbered where there are several. */
function numbered(items: readonly Statement[], index: WorkIndex): PaperPart[] {
  const texts = items.map((item) => cited(item, index));
  if (texts.length < 2) return texts.map((text) => ({ kind: 'paragraph', text }));
  return [{ kind: 'list', mark: 'number', look: 'text', items: texts }];
}

/** A sentence with its sources in a note. */
function cited({ text, cites }: Statement, index: WorkIndex): PaperText {
  return noted(text, citesText(cites, index));
}

function inWords(at: string): string {
  const place = parsePlace(at);
  return place ? placeName(place) : at;
}

function documentName(id: string, { byId }: WorkIndex): string {
  const entry = byId.get(id);
  return entry ? entryName(entry) : id;
}

function table(columns: [heading: string, width: number][], rows: PaperText[][]): PaperPart {
  return {
    kind: 'table',
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows: rows.map((row) => row.map((text) => ({ text }))),
  };
}

function titleOf(id: string, index: WorkIndex): string {
  return findWork(id, index)?.title ?? '';
}
