import { didYouMean, nearest } from '../../schema/nearest.ts';
import { isUnknown, UNKNOWN_VALUES } from '../../schema/unknown.ts';
import type { BodyElement } from '../body-facts.ts';
import type { LintEntry, Rule } from '../rule.ts';

/** The components that authors may use, and the one attribute that each needs. */
const COMPONENTS = new Map<string, string | undefined>([
  ['Cite', 'at'],
  ['EditorNote', undefined],
  ['TeachingNote', undefined],
  ['Quote', 'at'],
  ['Figure', 'n'],
  ['Unknown', 'kind'],
  ['Term', 'id'],
]);

/** Reports components outside the closed list, and attributes that are missing, unknown or out of range. */
export const unknownComponent: Rule = {
  id: 'unknown-component',
  severity: 'error',
  docs: '正文只用这些组件：Cite、EditorNote、TeachingNote、Quote、Figure、Unknown、Term，各带规定的属性。',
  *check({ entries }) {
    for (const entry of entries) {
      for (const element of entry.body.elements) {
        if (/^[a-z]/u.test(element.name)) continue;
        const message = explain(element, entry);
        if (message) yield { file: entry.file.path, at: element.at, message };
      }
    }
  },
  examples: {
    ok: [{ body: '<EditorNote>\n人数<Unknown kind="隐去" />，件数见<Figure n="1" />。\n</EditorNote>' }],
    notOk: [
      { body: '<EditorsNote>\n先看单位。\n</EditorsNote>' },
      { body: '<EditorNote title="说明">\n先看单位。\n</EditorNote>' },
      { body: '<EditorNote>\n人数<Unknown kind="不详" />。\n</EditorNote>' },
      { body: '<EditorNote>\n件数见<Figure n="7" />。\n</EditorNote>' },
      { body: '<EditorNote>\n先看<Cite />。\n</EditorNote>' },
    ],
  },
};

function explain({ name, attributes }: BodyElement, { data }: LintEntry): string | undefined {
  const shown = `<${name}>`;
  if (!COMPONENTS.has(name)) {
    const names = [...COMPONENTS.keys()];
    return `没有“${shown}”这个组件。${didYouMean(nearest(name, names)) || `可用的组件：${names.join('、')}。`}`;
  }
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

const SAMPLES: Record<string, string> = {
  Cite: '<Cite at="S3-¶26#2" />',
  Quote: '<Quote at="S3-¶26#2">',
  Figure: '<Figure n="1" />',
  Unknown: '<Unknown kind="未载" />',
  Term: '<Term id="SY-001" />',
};
