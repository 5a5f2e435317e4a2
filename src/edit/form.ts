/** The form of a collection, made from its schema: which control each field has, what it is called and what it is for. Plain data for the browser. */
import { z } from 'astro/zod';
import { CITE, COLLECTION_NAMES, COLLECTIONS, numberPattern } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { describeField, withoutFileWords } from '../schema/field-guide.ts';
import type { TimeStyle } from '../schema/dates.ts';
import { partialDate } from '../schema/fields.ts';
import { TIME_KEYWORD } from '../schema/texts.ts';
import { webAddress } from '../schema/addresses.ts';
import { UNKNOWN_VALUES } from '../schema/unknown.ts';
import type { VocabularyName } from '../schema/vocabulary.ts';
import { LIST_NAMES } from '../store/load-lists.ts';
import type { LoadedLists } from '../store/load-lists.ts';
import type { Control, FormField, FormSection } from './protocol.ts';

/** The form of a collection's entries. */
export function formOf(schema: z.ZodType, lists: LoadedLists['lists']): FormSection[] {
  const fields = fieldsOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, namedLists(lists)).map(withOwnNumber);
  const sections = SECTIONS.map(({ heading, names }) => ({ heading, fields: fields.filter(({ name }) => names.includes(name)) }));
  const placed = new Set(SECTIONS.flatMap(({ names }) => names));
  const own = { heading: '内容', fields: fields.filter(({ name }) => !placed.has(name)) };
  const [first, second, ...rest] = sections;
  return [...(first ? [first] : []), ...(second ? [second] : []), own, ...rest].filter((section) => section.fields.length > 0);
}

/** The form of the items of a controlled list; whatever is chosen by its number is chosen by name, but an item's own id is written. */
export function itemForm(schema: z.ZodType, lists: LoadedLists['lists']): FormField[] {
  return fieldsOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, namedLists(lists))
    .map(withOwnNumber)
    .map(withParent);
}

/** What lies above a region is another region. */
function withParent(field: FormField): FormField {
  return field.name === 'parent' ? { ...field, control: { kind: 'listed', list: 'regions' } } : field;
}

/** An entry's own number is written, not chosen among those of others. */
function withOwnNumber(field: FormField): FormField {
  return field.name === 'id' ? { ...field, control: { kind: 'text' } } : field;
}

/** The fields that every collection has, by what they are for; what only one has stands between. */
const SECTIONS = [
  { heading: '这一条说什么', names: ['id', 'title', 'summary', 'takeaway', 'asked'] },
  { heading: '归在哪里', names: ['nature', 'themes', 'level', 'regions', 'keywords', 'aliases'] },
  { heading: '出处、数字、没有写明的', names: ['cites', 'figures', 'openQuestions', 'related'] },
  { heading: '状态和记录', names: ['status', 'access', 'retired', 'published', 'updated', 'changes', 'checked', 'signOff', 'reviewDue'] },
];

interface JsonSchema {
  type?: string;
  description?: string;
  enum?: unknown[];
  const?: string;
  pattern?: string;
  format?: string;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  [TIME_KEYWORD]?: TimeStyle;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** Controlled lists by their values. */
type NamedLists = ReadonlyMap<string, VocabularyName>;

function namedLists(lists: LoadedLists['lists']): NamedLists {
  return new Map(LIST_NAMES.flatMap((name) => (lists[name] ? [[keyOf(lists[name].items.map(({ id }) => id)), name] as const] : [])));
}

function keyOf(values: readonly unknown[]): string {
  return values.join('\n');
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema, lists: NamedLists): FormField[] {
  return Object.entries(properties).map(([name, schema]) => {
    const control = controlOf(name, schema, lists);
    return { name, ...wordsOf(name, schema, control), isRequired: required.includes(name), control };
  });
}

/** What the schema's sentence calls the field, and what else it says. */
function wordsOf(name: string, { description, items }: JsonSchema, control: Control): Pick<FormField, 'label' | 'help'> {
  if (description === undefined) {
    if (control.kind === 'list' && control.item.kind === 'entry') return { label: collectionNames(control.item.collections), help: '' };
    return { label: items?.description ? labelOf(items.description) : name, help: '' };
  }
  if (control.kind === 'entry' && control.collections.length > 0 && /条目的编号/u.test(description))
    return { label: collectionNames(control.collections), help: '' };
  const label = labelOf(description);
  const rest = description.slice(label.length).replace(/^[，：。；]/u, '');
  return { label, help: withoutFileWords(rest) };
}

function labelOf(description: string): string {
  return /^[^，：。；]+/u.exec(description)?.[0] ?? description;
}

function collectionNames(collections: readonly CollectionName[]): string {
  return collections.length > 0 ? collections.map((name) => COLLECTIONS[name].name).join('、') : '条目';
}

const PATTERNS: ReadonlyMap<string, Control> = new Map([
  [CITE.source, { kind: 'cite' }],
  [patternOf(partialDate), { kind: 'date', isPartial: true }],
  [patternOf(webAddress), { kind: 'text', isAddress: true }],
  ...COLLECTION_NAMES.map((name): [string, Control] => [numberPattern(name).source, { kind: 'entry', collections: [name] }]),
]);

function patternOf(schema: z.ZodType): string {
  return (z.toJSONSchema(schema) as JsonSchema).pattern ?? '';
}

/** Fields that hold citations or numbers though the schema takes any text. */
const CITES = new Set(['cites']);
const ENTRIES = new Set(['case', 'alternatives', 'replacedBy', 'readings']);

function controlOf(name: string, schema: JsonSchema, lists: NamedLists): Control {
  if (schema.anyOf) return unionOf(name, schema.anyOf, lists);
  if (schema.enum) return choiceOf(schema.enum, lists);
  if (schema.const !== undefined) return { kind: 'choice', options: [schema.const] };
  switch (schema.type) {
    case 'object':
      return { kind: 'group', fields: fieldsOf(schema, lists) };
    case 'array': {
      const items = schema.items ?? {};
      const label = items.description === undefined ? '' : labelOf(items.description);
      return {
        kind: 'list',
        item: controlOf(name, items, lists),
        itemLabel: label,
        least: schema.minItems ?? 0,
        ...(schema.maxItems !== undefined && { most: schema.maxItems }),
      };
    }
    case 'boolean':
      return { kind: 'check' };
    case 'number':
    case 'integer':
      return { kind: 'number', isWhole: schema.type === 'integer' };
    default:
      return textOf(name, schema);
  }
}

function textOf(name: string, { format, pattern, maxLength, [TIME_KEYWORD]: time }: JsonSchema): Control {
  if (format === 'date') return { kind: 'date', isPartial: false };
  const known = PATTERNS.get(pattern ?? '');
  if (known) return known;
  if (CITES.has(name)) return { kind: 'cite' };
  if (ENTRIES.has(name) || (name === 'id' && pattern === undefined)) return { kind: 'entry', collections: [] };
  return { kind: 'text', ...(maxLength !== undefined && { most: maxLength }), ...(time && { time }) };
}

function choiceOf(values: readonly unknown[], lists: NamedLists): Control {
  const list = lists.get(keyOf(values));
  return list ? { kind: 'listed', list } : { kind: 'choice', options: values.map(String) };
}

const NOT_KNOWN: ReadonlySet<unknown> = new Set(UNKNOWN_VALUES);

/** Words for what is not known beside the value; several kinds of numbers; or groups of different fields. */
function unionOf(name: string, options: readonly JsonSchema[], lists: NamedLists): Control {
  const words = options.filter((option) => wordsIn(option).length > 0);
  const others = options.filter((option) => !words.includes(option));
  const controls = others.map((option) => ({
    label: option.description ? labelOf(option.description) : '',
    control: controlOf(name, option, lists),
  }));
  const [first] = controls;
  if (!first) return choiceOf(words.flatMap(wordsIn), lists);
  const entries = controls.flatMap(({ control }) => (control.kind === 'entry' ? control.collections : []));
  const of: Control =
    controls.length === 1
      ? first.control
      : entries.length >= controls.length
        ? { kind: 'entry', collections: entries }
        : { kind: 'either', options: controls.map(({ control }) => ({ label: optionLabel(control), control })) };
  return words.length > 0 ? { kind: 'known', unknown: words.flatMap(wordsIn), of } : of;
}

/** The single words that an option of a union consists of, where they are words for what is not there. */
function wordsIn(option: JsonSchema): string[] {
  const values = option.enum ?? (option.const === undefined ? [] : [option.const]);
  return values.every((value) => NOT_KNOWN.has(value) || value === '未找到') ? values.map(String) : [];
}

/** What tells one of several groups from the others: the name of its first field. */
function optionLabel(control: Control): string {
  return control.kind === 'group' ? (control.fields[0]?.label ?? '') : '';
}

/** A path in the words of the form: `“事实经过”第 2 项的“出处”`. */
export function labelOfPath(schema: z.ZodType, path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `第 ${step + 1} 项`;
      const label = labelOf(describeField(schema, path.slice(0, index + 1)) ?? step);
      return `${index > 0 ? '的' : ''}“${label}”`;
    })
    .join('');
}

/** What the form calls the field of this name that stands beside the field at `path` or further out; `undefined` when there is none. */
export function labelBeside(schema: z.ZodType, path: readonly (string | number)[], name: string): string | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const described = describeField(schema, [...path.slice(0, length), name]);
    if (described !== undefined) return labelOf(described);
  }
  return undefined;
}
