import { PROSE_FACTS, PROSE_LISTINGS } from '../../schema/prose-parts.ts';
import { COMPONENT_NAMES, COMPONENTS, WORDLESS } from '../components.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import type { BodyElement, BodyFacts } from '../../markdown/read-body.ts';
import { isUnknown, UNKNOWN_VALUES } from '../../schema/unknown.ts';
import type { StoredFile } from '../../store/read-content.ts';
import type { Finding, Rule } from '../rule.ts';

/** The components of the site's own prose, the one attribute that each needs, and the values that it may have where they are a closed list. */
const PROSE_COMPONENTS = new Map<string, { attribute?: string; values?: readonly string[] }>([
  ['Fact', { attribute: 'of', values: PROSE_FACTS }],
  ['Listing', { attribute: 'of', values: PROSE_LISTINGS }],
  ['Heading', { attribute: 'id' }],
  ['Lead', {}],
  ['Sample', {}],
]);

/** Reports components outside the closed list, and attributes that are missing, unknown or out of range. */
export const unknownComponent: Rule = {
  id: 'unknown-component',
  severity: 'error',
  docs: '条目的正文只用这些组件：Cite、EditorNote、TeachingNote、Quote、Figure、Unknown、Term；本地注（notes）只用其中的 Cite、Quote、Unknown、Term；网站文字（pages）只用 Fact、Listing、Heading、Lead、Sample；各带规定的属性；编者按和教学提示单独成段，Cite、Unknown、Figure 里面不写文字。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of pages) {
      for (const element of body.elements) {
        const message = /^[a-z]/u.test(element.name) ? undefined : explainProse(element);
        if (message) yield { file: file.path, at: element.at, message };
      }
    }
    for (const { file, body, data } of entries) yield* wrongIn(file, body, COMPONENT_NAMES, data);
    for (const { file, body, data } of notes) yield* wrongIn(file, body, NOTE_NAMES, data);
  },
  examples: {
    ok: [
      { file: 'pages/about.mdx', body: '<Heading id="what">这是什么</Heading>\n\n<Fact of="站名" />，见[目录](/about/public-sources/)。' },
      { body: '<EditorNote>\n人数<Unknown kind="隐去" />，件数见<Figure n="1" />。\n</EditorNote>' },
      { body: '<EditorNote>这是写在一行里的编者按，写得再长也是编者的话，不需要注明出处。</EditorNote>' },
      { body: '<EditorNote>\n<Figure n="1" />\n</EditorNote>' },
      { body: '来源写作<Quote at="S3-¶26#2">短语</Quote>。' },
    ],
    notOk: [
      { body: '<EditorsNote>\n先看单位。\n</EditorsNote>' },
      { body: '<EditorNote title="说明">\n先看单位。\n</EditorNote>' },
      { body: '<EditorNote>\n人数<Unknown kind="不详" />。\n</EditorNote>' },
      { body: '<EditorNote>\n件数见<Figure n="7" />。\n</EditorNote>' },
      { body: '<EditorNote>\n先看<Cite />。\n</EditorNote>' },
      { body: '<Cite at="S3-¶26#2">公开澄清不实举报。</Cite>' },
      { body: '<Cite at="S3-¶26#2">\n公开澄清不实举报。\n</Cite>' },
      { body: '人数<Unknown kind="未载">没有写</Unknown>。' },
      { body: '公开澄清。<Cite at="S3-¶26#2" /><EditorNote>先看单位。</EditorNote>' },
      { body: '<EditorNote></EditorNote>' },
      { body: '<Quote at="S3-¶26#2" />' },
      { file: 'pages/about.mdx', body: '共<Fact of="条数" />条。' },
      { file: 'pages/about.mdx', body: '共<Figure n="1" />条。' },
      { file: 'pages/about.mdx', body: '<Heading>这是什么</Heading>' },
      { file: 'notes/SJ-002.mdx', body: '件数见<Figure n="1" />。' },
    ],
  },
};

function explainProse({ name, attributes }: BodyElement): string | undefined {
  const shown = `<${name}>`;
  const known = PROSE_COMPONENTS.get(name);
  const names = [...PROSE_COMPONENTS.keys()];
  if (!known) return `没有“${shown}”这个组件。${didYouMean(nearest(name, names)) || `网站文字可用的组件：${names.join('、')}。`}`;
  const { attribute, values } = known;
  const extra = [...attributes.keys()].find((given) => given !== attribute && !/^on/iu.test(given));
  if (extra !== undefined) return `“${shown}”没有“${extra}”这个属性。${attribute ? `它只有“${attribute}”。` : '它不带属性。'}`;
  if (!attribute || (attributes.has(attribute) && attributes.get(attribute) === undefined)) return undefined;
  const value = attributes.get(attribute) ?? '';
  if (value.trim() === '') return `“${shown}”缺少属性“${attribute}”。`;
  if (!values || values.includes(value)) return undefined;
  return `“${shown}”的 ${attribute} 写的是“${value}”。${didYouMean(nearest(value, values)) || `可以写的有：${values.join('、')}。`}`;
}

/** A unit's own note is no editor's comment and nothing for classes, and has no figures of its own. */
const NOTE_NAMES = ['Cite', 'Quote', 'Unknown', 'Term'];

function* wrongIn(file: StoredFile, { elements }: BodyFacts, names: readonly string[], data: Record<string, unknown>): Generator<Finding> {
  for (const element of elements) {
    if (/^[a-z]/u.test(element.name)) continue;
    const message = explain(element, names, data);
    if (message) yield { file: file.path, at: element.at, message };
  }
}

function explain(
  { name, attributes, text, isEmpty, isInline }: BodyElement,
  names: readonly string[],
  data: Record<string, unknown>,
): string | undefined {
  const shown = `<${name}>`;
  if (!names.includes(name))
    return COMPONENTS.has(name)
      ? `这里不能用“${shown}”。可用的组件：${names.join('、')}。`
      : `没有“${shown}”这个组件。${didYouMean(nearest(name, names)) || `可用的组件：${names.join('、')}。`}`;
  if (WORDLESS.has(name) && text.trim() !== '')
    return `“${shown}”里面写了文字“${text.trim().slice(0, 12)}”，这些字读者看不到。请移到“${shown}”前面，写成 ${SAMPLES[name] ?? shown}。`;
  if (HOLDERS.has(name) && isEmpty) return `“${shown}”里面没有文字。请在里面写上，或者删去。`;
  if (isInline && NOTES.has(name))
    return `“${shown}”夹在一段文字中间，存为 Word 以后编者的话和事实分不清。请把它移出这一段，前后各空一行。`;
  const wanted = COMPONENTS.get(name);
  const extra = [...attributes.keys()].find((attribute) => attribute !== wanted && !/^on/iu.test(attribute));
  if (extra !== undefined) return `“${shown}”没有“${extra}”这个属性。${wanted ? `它只有“${wanted}”。` : '它不带属性。'}`;
  if (wanted === undefined) return undefined;
  // A value in braces is reported as code.
  if (attributes.has(wanted) && attributes.get(wanted) === undefined) return undefined;
  const value = attributes.get(wanted) ?? '';
  if (value.trim() === '') return `“${shown}”缺少属性“${wanted}”。请写成 ${SAMPLES[name] ?? shown}。`;
  if (name === 'Unknown' && !isUnknown(value)) return `“${shown}”的 kind 写的是“${value}”，只能是 ${UNKNOWN_VALUES.join('、')}。`;
  return name === 'Figure' ? explainFigure(value, data['figures']) : undefined;
}

function explainFigure(value: string, figures: unknown): string | undefined {
  const count = Array.isArray(figures) ? figures.length : 0;
  if (/^\d+$/u.test(value) && Number(value) >= 1 && Number(value) <= count) return undefined;
  return `“<Figure>”的 n 写的是“${value}”，这一条的 figures 有 ${count} 项，n 从 1 数起。`;
}

/** The site's own voice, never within a sentence of fact. */
const NOTES = new Set(['EditorNote', 'TeachingNote']);
/** What is nothing without words. */
const HOLDERS = new Set([...NOTES, 'Quote']);

const SAMPLES: Record<string, string> = {
  Cite: '<Cite at="S3-¶26#2" />',
  Quote: '<Quote at="S3-¶26#2">',
  Figure: '<Figure n="1" />',
  Unknown: '<Unknown kind="未载" />',
  Term: '<Term id="SY-001" />',
};
